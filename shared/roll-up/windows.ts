/**
 * Data windows that do not fit together: figures of overlapping days are counted twice in a sum, days between two windows
 * not at all, and units that closed on other days are no sum of one period (domain §4.3 T-07).
 */
import { daysBetween, printDate, type Window } from '../period.ts'
import { periodsInWords } from './words.ts'

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
    const both = `${periodsInWords([month.period])} chốt đến hết ngày ${printDate(month.window.to)}, ${periodsInWords([next.period])} lấy từ ngày ${printDate(next.window.from)}`
    if (days > 0) return [`${capital(both)}: ${days} ngày ở giữa không tháng nào tính.`]
    if (days < 0) return [`${capital(both)}: ${-days} ngày bị tính hai lần.`]
    return []
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
      ...(same
        ? []
        : [
            `Số liệu lấy ${daysOf(own)}, kỳ báo cáo lấy ${daysOf(window)}; vẫn cộng chung một tổng.`,
          ]),
      ...windowsBetween([
        { period: previous, window: before ?? null },
        { period, window: own },
      ]),
    ]
    return says.length > 0 ? [{ unit, window: own, says }] : []
  })

const daysOf = ({ from, to }: Window): string =>
  `từ ngày ${printDate(from)} đến hết ngày ${printDate(to)}`

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
