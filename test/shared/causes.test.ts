/** One wrong cell, one message: whichever figure of a sound report is mistyped, the list shows one thing to mend. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeText } from '../../shared/place.ts'
import { traced } from '../../shared/rules/causes.ts'
import { check, type Finding } from '../../shared/rules/engine.ts'
import { index, subjectOf, type Typed } from './mistyping.ts'

const naming = { rowName: (_form: string, row: string) => row, unitName: (unit: string) => unit }
function foundIn(...typed: Typed[]) {
  const subject = subjectOf(...typed)
  const { results } = check(index, subject, { naming })
  return { results, ...traced(index, subject, results) }
}
const roots = (findings: readonly Finding[]) =>
  findings.filter(finding => finding.causedBy === undefined)

const early = { form: 'KSTT-06a', row: 'G02-CT23', column: 'resolved_early' }
const resolved = { form: 'CCHC-3', row: 'dossiers_resolved' }

test('a sound report has nothing to trace', () => {
  const { findings, suspects } = foundIn()
  expect([findings, suspects.size]).toEqual([[], 0])
})

test('a figure of the table that breaks its row and two indicators is told once, at its row', () => {
  const { results, findings, suspects } = foundIn({ place: early, by: 7 })
  expect(results.map(({ rule }) => rule).sort()).toEqual(['KSTT06-R4', 'X-01A', 'X-01B'])
  expect(roots(findings).map(({ rule }) => rule)).toEqual(['KSTT06-R4'])
  expect([...suspects.values()]).toEqual([[early]])
})

test('what is folded under a cause is never lost', () => {
  const { results, findings } = foundIn({ place: early, by: 7 })
  expect(findings.map(({ causedBy: _, ...rest }) => rest)).toEqual(
    results.map(({ causedBy: _, ...rest }) => rest),
  )
})

test('two wrong cells are two messages', () => {
  const other = { form: 'KSTT-06a', row: 'G02-CT11', column: 'received_online' }
  const { findings, suspects } = foundIn({ place: early, by: 7 }, { place: other, by: 30 })
  expect(roots(findings)).toHaveLength(2)
  expect([...suspects.values()].flat().map(placeText).sort()).toEqual(
    [early, other].map(placeText).sort(),
  )
})

test('no cell is named that would break something else when put right', () => {
  // any field's figure could fill the gap in the column, but only the blank one leaves its row in order
  const blank = { form: 'KSTT-06a', row: 'G02-CT23', column: 'received_online' }
  const gap = foundIn({ place: blank, to: { state: 'not-reported' } })
  expect([...gap.suspects.values()]).toEqual([[blank]])
  // the indicator is short by one and a part of it is now larger than it; the table of dossiers agrees with the part
  const { findings, suspects } = foundIn({ place: resolved, by: -1 })
  expect(roots(findings).map(({ at }) => at.place)).toEqual(['dossiers_resolved'])
  expect([...suspects.values()]).toEqual([[resolved]])
})

test('whatever is added up from a cell that is wrong by itself follows from it', () => {
  const { findings } = foundIn({ place: early, to: { state: 'number', value: -3 } })
  expect(roots(findings).map(({ rule, at }) => [rule, at.place])).toEqual([
    ['NONNEG-INT', placeText(early)],
  ])
})

test('any one mistyped figure is one message, and when cells are named the mistyped one is among them', () => {
  const places = [
    ...[
      'received_online',
      'received_direct',
      'carried_over',
      'resolved_early',
      'resolved_on_time',
    ].map(column => ({ form: 'KSTT-06a', row: 'G02-CT11', column })),
    early,
    resolved,
    ...['dossiers_new', 'dossiers_online', 'digit_in_total'].map(row => ({ form: 'CCHC-7', row })),
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.integer({ min: -20, max: 3000 }).filter(by => by !== 0),
      (place, by) => {
        const { findings, suspects } = foundIn({ place, by })
        const open = roots(findings).filter(({ severity }) => severity === 'error')
        expect(open.length).toBeLessThanOrEqual(1)
        for (const named of suspects.values())
          expect(named.map(placeText)).toContain(placeText(place))
      },
    ),
    { numRuns: 150 },
  )
})
