/** Where the units stand, as the clerk counts and lists them. */
import type { UnitProgress, UnitState } from '../../../shared/protocol.ts'

/** In the order of the bar: done first, what is still missing last. */
export const shownStates = ['accepted', 'submitted', 'returned', 'not-started'] as const
export const filters = ['all', 'not-started', 'submitted', 'accepted', 'returned'] as const
export type Filter = (typeof filters)[number]

export const isFilter = (text: unknown): text is Filter => filters.some(one => one === text)

export const matches = (filter: Filter, { state }: Pick<UnitProgress, 'state'>): boolean =>
  filter === 'all' || state === filter

export const countOf = (units: readonly UnitProgress[], filter: Filter): number =>
  units.filter(unit => matches(filter, unit)).length

/** The clerk waits for these: nothing came in, or it went back. */
export const isAwaited = ({ state }: { readonly state: UnitState }): boolean =>
  state === 'not-started' || state === 'returned'

/** The next unit whose report waits for the clerk: after `unit` in the agency's order, then from its beginning. */
export function nextToReview(
  units: readonly UnitProgress[],
  unit: string | null,
): UnitProgress | undefined {
  const at = units.findIndex(one => one.unit === unit) + 1
  return [...units.slice(at), ...units.slice(0, at)].find(
    one => one.state === 'submitted' && one.unit !== unit,
  )
}
