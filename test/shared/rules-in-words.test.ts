// What a rule compares, in words: made of its own data, with the names the forms have.
import { expect, test } from 'vitest'
import { ruleInWords } from '../../shared/rules/in-words.ts'
import { index } from '../fixtures/bac-giang.ts'

const said = (id: string) => {
  const rule = index.catalogue.rules.find(one => one.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  return ruleInWords(index, rule)
}

test.each([
  ['KSTT06-R1', 'Biểu II.06a, từng lĩnh vực: cột 3 = cột 4 + cột 5 + cột 6'],
  ['X-01A', 'Dòng 3.1.1 của Biểu 3 = cột 8 + cột 9 + cột 10 của Biểu II.06a'],
  ['CCHC3-R4', 'Biểu 3: dòng 1.5.3 = dòng 1.5.2 ÷ dòng 1.5.1 × 100, làm tròn như số in'],
  ['PLAN-R1', 'Biểu 1: dòng 1.2 ≤ dòng 1.1 - dòng 1.3'],
  ['T-01', 'Biểu II.06a, từng lĩnh vực: cột 6 = cột 11 kỳ trước'],
])('%s: %s', (id, words) => expect(said(id)?.words).toBe(words))

test('a condition over several figures stays one side of the relation', () => {
  expect(said('CCHC6-CLASS')?.words).toMatch(/^Biểu 6: \(nếu dòng 3\.7 ≥ 100 thì .*\) ≥ 1$/u)
})

test('every line and column that is named is told by its name; none by its key', () => {
  for (const rule of index.catalogue.rules) {
    const told = ruleInWords(index, rule)
    if (rule.check === 'compare') expect(told?.terms.length, rule.id).toBeGreaterThan(0)
    for (const { at, name } of told?.terms ?? [])
      expect(`${at} ${name}`).not.toMatch(/undefined|_/u)
    expect(told?.words ?? '', rule.id).not.toMatch(/undefined|[a-z]_[a-z]/u)
  }
})
