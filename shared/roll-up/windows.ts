/**
 * Data windows that do not fit together: figures of overlapping days are counted twice in a sum, days between two windows
 * not at all, and units that closed on other days are no sum of one period (domain §4.3 T-07).
 */
import { daysBetween, type Window } from '../period.ts'
import { notJoinedInWords, otherDaysInWords } from './words.ts'

export type Windowed = { readonly period: string; readonly window: Window | null }

/** Overlaps and gaps between months that follow each other, in words; months without a window are passed over. */
export function windowsBetween(months: readonly Windowed[]): string[] {
  const known = months.flatMap(({ period, window }) => (window ? [{ period, window }] : []))
  return known.flatMap((month, i) => {
    const next = known[i + 1]
    // with a month missing between them two windows need not meet
    if (!next || months[months.findIndex(one => one.period === month.period) + 1]?.window == null)
      return []
    const days = daysBetween(month.window.to, next.window.from) - 1
    return days === 0 ? [] : [notJoinedInWords(month, next, days)]
  })
}

/** When a unit closed its figures of a period and of the one before, if it reported then. */
export type Closed = {
  readonly unit: string
  readonly window: Window
  readonly before: Window | undefined
}

/** Units that are in the sum of a period with figures of other days, or of days that do not join their period before. */
export const mixedWindows = (
  closed: readonly Closed[],
  { period, previous, window }: { period: string; previous: string; window: Window },
): { unit: string; window: Window; says: string[] }[] =>
  closed.flatMap(({ unit, window: own, before }) => {
    const same = own.from === window.from && own.to === window.to
    const says = [
      ...(same ? [] : [otherDaysInWords(own, window)]),
      ...windowsBetween([
        { period: previous, window: before ?? null },
        { period, window: own },
      ]),
    ]
    return says.length > 0 ? [{ unit, window: own, says }] : []
  })
