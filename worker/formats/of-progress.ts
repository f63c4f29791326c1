/**
 * The progress of a period as observations: six counts of the agency, and of each unit whether it is one of them, so that
 * the units add up to the agency.
 */
import { statusOf } from '../../shared/figure-status.ts'
import type { Progress, UnitProgress } from '../../shared/protocol.ts'
import type { Observation, Observed, ToldOf } from './observation.ts'
import { formatWords } from './words.ts'

type Count = 'expected' | 'submitted' | 'accepted' | 'returned' | 'late' | 'missing'

/** The counts as progress.ts takes them. */
const counts: readonly (readonly [count: Count, is: (unit: UnitProgress) => boolean])[] = [
  ['expected', () => true],
  ['submitted', unit => unit.state !== 'not-started'],
  ['accepted', unit => unit.state === 'accepted'],
  ['returned', unit => unit.state === 'returned'],
  ['late', unit => unit.timing === 'late'],
  ['missing', unit => unit.timing === 'missing'],
]

export function ofProgress(
  progress: Progress,
  agency: { readonly key: string; readonly name: string },
): Observed {
  const { period, state } = progress.period
  const observed = (of: ToldOf, tells: Record<Count, number>): Observation[] => {
    const coverage = { expected: tells.expected, reported: tells.submitted }
    const standing = { locked: state === 'locked', pastDue: tells.missing > 0, coverage }
    return counts.map(([count]) => ({
      indicator: count,
      name: formatWords.counts[count],
      unit: formatWords.unitsCounted,
      ...{ of, period, value: tells[count], status: statusOf(standing), coverage },
    }))
  }
  const ofUnit = (unit: UnitProgress): Record<Count, number> => {
    const tells = Object.fromEntries(counts.map(([count, is]) => [count, is(unit) ? 1 : 0]))
    return tells as Record<Count, number>
  }
  const received = progress.units.flatMap(({ receivedAt }) => receivedAt ?? [])
  return {
    label: formatWords.progress(period),
    source: agency.name,
    updated: received.sort().at(-1) ?? null,
    file: formatWords.progressFile(period),
    observations: [
      ...observed({ kind: 'agency', ...agency }, progress),
      ...progress.units.flatMap(unit =>
        observed({ kind: 'unit', key: unit.unit, name: unit.name }, ofUnit(unit)),
      ),
    ],
  }
}
