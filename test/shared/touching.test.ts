// Which rules have a say about a place: whatever a rule finds fault with, it must have been named beforehand.
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../shared/catalogue/read.ts'
import { type Place, placeOf } from '../../shared/place.ts'
import { judge } from '../../shared/rules/engine.ts'
import type { Example, Rule } from '../../shared/rules/schema.ts'
import { ruleInShort, rulesTouching } from '../../shared/rules/touching.ts'
import { catalogueFiles } from '../../worker/catalogue-files.ts'
import { subjectOf } from './example-subject.ts'

const index = readCatalogue(catalogueFiles('sct-2025.1'))
const ids = (place: Place) => rulesTouching(index, place).map(rule => rule.id)
const ruleOf = (id: string) => {
  const found = index.catalogue.rules.find(rule => rule.id === id)
  if (!found) throw new Error(`no rule ${id}`)
  return found
}

/** Rules that judge no place of a unit's own forms. */
const elsewhere = (rule: Rule) =>
  rule.check === 'window' ||
  rule.check === 'months-missing' ||
  rule.check === 'single-owner' ||
  (rule.check === 'compare' && rule.level === 'agency')

/** The place a failing example is about, and the places of its operands that are this period's. */
function placesJudged(rule: Rule, example: Example): Place[] {
  const verdicts = judge(index, rule, subjectOf(index, rule, example))
  return verdicts
    .filter(({ outcome }) => outcome === 'fail')
    .flatMap(({ place, operands }) => [
      place,
      ...operands.flatMap(([text]) => (rule.id === 'T-01' ? [] : (placeOf(index, text) ?? []))),
    ])
    .filter(({ row }) => !row.startsWith('#'))
}

describe.each(
  index.catalogue.rules.filter(rule => !elsewhere(rule)).map(rule => [rule.id, rule] as const),
)('%s', (id, rule) => {
  test('touches every place it finds fault with, and its operands', () => {
    const judged = rule.examples
      .filter(({ outcome }) => outcome === 'fail')
      .flatMap(example => placesJudged(rule, example))
    expect(judged.length).toBeGreaterThan(0)
    for (const place of judged) expect(ids(place), JSON.stringify(place)).toContain(id)
  })
})

test('a rule about last period touches the figure it judges, not the one it compares with', () => {
  const at = (column: string) => ids({ form: 'KSTT-06a', row: 'XTTM', column })
  expect(at('carried_over')).toContain('T-01')
  expect(at('pending_total')).not.toContain('T-01')
})

test('rules of the merged figures are not a unit’s matter', () => {
  const touching = index.catalogue.forms.flatMap(form =>
    form.layout === 'indicators'
      ? form.rows.flatMap(row => ids({ form: form.id, row: row.key }))
      : [],
  )
  expect(touching).not.toContain('X-05')
  expect(touching).not.toContain('OWNER-CONFLICT')
})

test('a rule about lines says nothing of the total, one about the total nothing of computed columns', () => {
  expect(ids({ form: 'KSTT-06a', row: '', column: 'received_online' })).toContain('KSTT06-R5')
  expect(ids({ form: 'KSTT-06a', row: '', column: 'received_online' })).not.toContain('KSTT06-R1')
  expect(ids({ form: 'KSTT-06a', row: '', column: 'received_total' })).not.toContain('KSTT06-R5')
})

test('a computed figure is not asked to be typed', () => {
  const found = ids({ form: 'CCHC-3', row: 'on_time_rate' })
  expect(found).toContain('PCT-PRINT')
  expect(found).not.toContain('ZERO-WORDS')
})

test('errors come before warnings', () => {
  const severities = rulesTouching(index, {
    form: 'KSTT-06a',
    row: 'XTTM',
    column: 'carried_over',
  }).map(rule => rule.severity)
  expect(severities).toEqual([...severities].sort())
  expect(new Set(severities)).toEqual(new Set(['error', 'warning']))
})

test('a rule in short names codes, with the form where it is another one', () => {
  const short = (id: string, place: Place) => ruleInShort(index, ruleOf(id), place)
  expect(short('X-01B', { form: 'CCHC-3', row: 'dossiers_on_time' })).toBe(
    'Hồ sơ giải quyết đúng hạn giữa Biểu 3 và biểu II.06a: dòng 3.1.2 = cột 8 Biểu II.06a + cột 9 Biểu II.06a',
  )
  const carried = { form: 'KSTT-06a', row: 'XTTM', column: 'carried_over' }
  expect(short('T-01', carried)).toContain(': cột 6 = cột 11 kỳ trước')
  expect(short('CCHC3-R4', { form: 'CCHC-3', row: 'tthc_simplified_rate' })).toContain(
    'dòng 1.5.3 = dòng 1.5.2 ÷ dòng 1.5.1 × 100',
  )
  // seen from the whole and from the part
  for (const row of ['dossiers_resolved', 'dossiers_on_time'])
    expect(short('SUBSET', { form: 'CCHC-3', row })).toContain(': dòng 3.1.2 ≤ dòng 3.1.1')
  // cases do not read well as codes
  const share = { form: 'CCHC-6', row: 'psu_self_financing' }
  expect(short('CCHC6-CLASS', share)).toBe(ruleOf('CCHC6-CLASS').title)
})
