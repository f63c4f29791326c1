// Every rule carries examples that prove it: at least one pass, one fail and one not applicable.
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../shared/catalogue/read.ts'
import { check, judge } from '../../shared/rules/engine.ts'
import type { Example, Rule } from '../../shared/rules/schema.ts'
import { catalogueFiles } from '../../worker/catalogue-files.ts'
import { subjectOf } from './example-subject.ts'

const index = readCatalogue(catalogueFiles('sct-2025.1'))

/** One verdict for the whole example: a failure anywhere fails it, no judgement at all is not applicable. */
function outcomeOf(rule: Rule, example: Example): Example['outcome'] {
  const outcomes = judge(index, rule, subjectOf(index, rule, example)).map(
    verdict => verdict.outcome,
  )
  if (outcomes.includes('fail')) return 'fail'
  return outcomes.includes('pass') ? 'pass' : 'na'
}

const naming = { rowName: (_form: string, row: string) => row, unitName: (unit: string) => unit }

describe.each(index.catalogue.rules.map(rule => [rule.id, rule] as const))('%s', (_id, rule) => {
  test('has an example that passes, one that fails and one that does not apply', () => {
    const outcomes = new Set(rule.examples.map(example => example.outcome))
    expect([...outcomes].sort()).toEqual(['fail', 'na', 'pass'])
  })

  test.each(rule.examples.map((example, i) => [i + 1, example.outcome, example] as const))(
    'example %i: %s',
    (_i, expected, example) => {
      expect(outcomeOf(rule, example)).toBe(expected)
    },
  )

  test('says where, what and what to do, in whole sentences', () => {
    for (const example of rule.examples.filter(e => e.outcome === 'fail')) {
      const outcome = check(index, subjectOf(index, rule, example), { naming })
      const messages = outcome.results
        .filter(finding => finding.rule === rule.id)
        .map(f => f.message)
      expect(messages.length).toBeGreaterThan(0)
      for (const message of messages) {
        expect(message).toContain(rule.fix)
        expect(message).toMatch(/^\p{Lu}.+: .+\. .+\.$/u)
        expect(message).not.toMatch(/undefined|NaN|#| {2}|\[object/u)
        // at most two sentences, then what to do
        const [what = ''] = message.split(` ${rule.fix}`)
        expect(what.split(/[.!?] (?=\p{Lu})/u).length).toBeLessThanOrEqual(2)
        expect(message).toBe(message.normalize('NFC'))
      }
    }
  })
})
