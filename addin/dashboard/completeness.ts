/** How a unit stands in a period, in one word, and which units are missing again and again. */
import type { Progress, UnitProgress } from '../../shared/protocol.ts'

export const unitMarks = [
  'accepted',
  'submitted',
  'late',
  'returned',
  'missing',
  'awaited',
  'absent',
] as const
export type UnitMark = (typeof unitMarks)[number]

/** What a leader asks first comes first: sent back, then late, then whether it is accepted. */
export function markOf({ state, timing }: Pick<UnitProgress, 'state' | 'timing'>): UnitMark {
  if (state === 'not-started') return timing === 'missing' ? 'missing' : 'awaited'
  if (state === 'returned') return 'returned'
  if (timing === 'late') return 'late'
  return state
}

export type MatrixRow = {
  readonly unit: string
  readonly name: string
  /** one for each period; undefined while it is not known yet */
  readonly marks: readonly (UnitMark | undefined)[]
}

/**
 * Units of the newest period first, then those only older ones have.
 * @param progresses one for each period, the oldest first; undefined where it is not known
 */
export function matrixOf(progresses: readonly (Progress | undefined)[]): MatrixRow[] {
  const names = new Map<string, string>()
  for (const progress of progresses.toReversed())
    for (const { unit, name } of progress?.units ?? []) if (!names.has(unit)) names.set(unit, name)
  return [...names].map(([unit, name]) => ({
    unit,
    name,
    marks: progresses.map(progress => {
      if (!progress) return undefined
      const found = progress.units.find(one => one.unit === unit)
      return found ? markOf(found) : 'absent'
    }),
  }))
}

/** Units that were late or missing in more than one of the periods, the worst first. */
export const oftenLate = (
  rows: readonly MatrixRow[],
): { name: string; times: number; of: number }[] =>
  rows
    .map(({ name, marks }) => ({
      name,
      times: marks.filter(mark => mark === 'late' || mark === 'missing').length,
      of: marks.filter(mark => mark !== undefined && mark !== 'absent').length,
    }))
    .filter(({ times }) => times > 1)
    .toSorted((a, b) => b.times - a.times)

/** Names of the units that stand so. */
export const namesOf = ({ units }: Progress, mark: UnitMark): string[] =>
  units.filter(unit => markOf(unit) === mark).map(({ name }) => name)
