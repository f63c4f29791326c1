/** Which periods stand beside the one that is looked at: so many that the same period of last year is among them. */
import {
  type PeriodKind,
  parsePeriod,
  periodsBefore,
  samePeriodLastYear,
} from '../../shared/period.ts'

export type Span = { readonly from: string; readonly to: string }

/** So many before it, of its kind; longer periods are made of their months, so there are fewer. */
const before: Readonly<Record<PeriodKind, number>> = { M: 12, Q: 8, '6M': 4, '9M': 4, Y: 4 }

/** Merged figures the server makes for one answer over several agencies; asked for more it refuses. */
const mostMerged = 360

/** @param agencies that are merged; of very many there are fewer periods */
export function spanOf(period: string, agencies = 1): Span {
  const few = Math.max(1, Math.floor(mostMerged / agencies) - 1)
  const count = Math.min(before[parsePeriod(period).kind], few)
  return { from: periodsBefore(period, count)[0] ?? period, to: period }
}

/** The same period of last year, where a span does not reach back to it; null where it does. */
export function yearAgoOf({ from, to }: Span): Span | null {
  const then = samePeriodLastYear(to)
  return inOrder([from, then])[0] === from ? null : { from: then, to: then }
}

export const kindOf = (period: string): PeriodKind => parsePeriod(period).kind

/** The oldest first: by the year, then by the place in it. Of one kind. */
export const inOrder = (periods: readonly string[]): string[] =>
  periods.toSorted((a, b) => {
    const [one, other] = [parsePeriod(a), parsePeriod(b)]
    return one.year - other.year || one.ordinal - other.ordinal
  })
