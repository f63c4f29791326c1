/** What is said of a figure made of months: the only dictionary for it, in the pane, the check and the protocol. */
import type { Index } from '../catalogue/catalogue.ts'
import { printCell } from '../cell-words.ts'
import { printNumber, quantity } from '../figure.ts'
import { parsePeriod, periodName, printDate, type Window } from '../period.ts'
import type { Derivation, RollUp } from '../roll-up.ts'

/** "tháng 1, 2 và 3/2025"; periods of other kinds or of several years by their whole names. */
export function periodsInWords(periods: readonly string[]): string {
  const parsed = periods.map(parsePeriod)
  const [first] = parsed
  const months =
    first !== undefined && parsed.every(({ kind, year }) => kind === 'M' && year === first.year)
  const names = months
    ? parsed.map(({ ordinal }) => String(ordinal))
    : periods.map(period => inSentence(period))
  const last = names.at(-1) ?? ''
  const listed = names.length > 1 ? `${names.slice(0, -1).join(', ')} và ${last}` : last
  return months ? `tháng ${listed}/${first.year}` : listed
}
const inSentence = (period: string): string => {
  const name = periodName(period)
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
}

/** Why a place is blank, or holds only some of its parts; undefined when it is whole. */
export function lackingInWords({ periods }: RollUp, one: Derivation): string | undefined {
  if (one.lacking.length === 0) return undefined
  const lacking = periodsInWords(one.lacking)
  const there = periods.filter((_, i) => one.parts[i]?.state !== 'not-reported')
  if (one.cell.state === 'not-reported')
    return one.by === 'first'
      ? `Số đầu kỳ là số của ${lacking}, nhưng ${lacking} chưa có số.`
      : `Số cuối kỳ là số của ${lacking}, nhưng ${lacking} chưa có số.`
  return `Mới tính ${periodsInWords(there)}; ${lacking} chưa có số.`
}

/** "Cộng 3 tháng 318 + 325 + 331 = 974": what the whole comes to and out of what. */
export function derivedInWords(index: Index, { periods }: RollUp, one: Derivation): string {
  const whole = printCell(index, one.place, one.cell)
  const [first = '', last = ''] = [periods[0], periods.at(-1)]
  if (one.by === 'first') return `Số đầu kỳ là số của ${periodsInWords([first])}: ${whole}`
  if (one.by === 'last') return `Số cuối kỳ là số của ${periodsInWords([last])}: ${whole}`
  if (one.by === 'or') {
    const done = periods.filter((_, i) => (quantityOf(one.parts[i]) ?? 0) > 0)
    return done.length > 0
      ? `${periodsInWords(done)} đã ghi ${whole}`.replace(/^t/u, 'T')
      : `Các tháng đều ghi ${whole}`
  }
  const added = one.parts.map(quantityOf).filter(value => value !== undefined)
  const sum = added.map(value => printNumber(value)).join(' + ')
  const total = printNumber(quantityOf(one.cell) ?? 0)
  return added.length > 1
    ? `Cộng ${added.length} tháng ${sum} = ${total}`
    : `Cộng các tháng được ${total}`
}

type Dated = { readonly period: string; readonly window: Window }

/** @param days between the two windows; negative where they overlap */
export function notJoinedInWords(month: Dated, next: Dated, days: number): string {
  const ends = `${periodsInWords([month.period])} chốt đến hết ngày ${printDate(month.window.to)}`
  const begins = `${periodsInWords([next.period])} lấy từ ngày ${printDate(next.window.from)}`
  const follows =
    days > 0 ? `${days} ngày ở giữa không tháng nào tính` : `${-days} ngày bị tính hai lần`
  return `${ends.charAt(0).toLocaleUpperCase('vi')}${ends.slice(1)}, ${begins}: ${follows}.`
}

/** A unit's figures stand in the sum of a period with days of their own. */
export const otherDaysInWords = (own: Window, asked: Window): string =>
  `Số liệu lấy ${daysOf(own)}, kỳ báo cáo lấy ${daysOf(asked)}; vẫn cộng chung một tổng.`
const daysOf = ({ from, to }: Window): string =>
  `từ ngày ${printDate(from)} đến hết ngày ${printDate(to)}`

const quantityOf = (cell: Derivation['cell'] | undefined): number | undefined =>
  cell === undefined || cell.state === 'text' ? undefined : quantity(cell)
