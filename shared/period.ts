/**
 * Reporting periods: keys such as 2025-M04, their data windows, due dates and neighbours.
 * Windows follow Nghị định 09/2019/NĐ-CP as Bộ Nội vụ applies it: data run from the 15th to the 14th.
 */
import { type Holiday, nextWorkingDay } from './working-days.ts'

export type PeriodKind = 'M' | 'Q' | '6M' | '9M' | 'Y'
export type Period = { readonly kind: PeriodKind; readonly year: number; readonly ordinal: number }
/** ISO dates, both days included. */
export type Window = { readonly from: string; readonly to: string }

const keyForm = /^(\d{4})-(?:M(0[1-9]|1[0-2])|Q([1-4])|(6M)|(9M)|(Y))$/u

/** Each kind: how many months it covers, how it is keyed and named, how often it recurs in a year. */
const kinds: Record<
  PeriodKind,
  { months: number; perYear: number; key: (ordinal: number) => string; name: (p: Period) => string }
> = {
  M: { months: 1, perYear: 12, key: n => `M${pad(n)}`, name: p => `Tháng ${p.ordinal}/${p.year}` },
  Q: { months: 3, perYear: 4, key: n => `Q${n}`, name: p => `Quý ${roman[p.ordinal]}/${p.year}` },
  '6M': { months: 6, perYear: 1, key: () => '6M', name: p => `6 tháng đầu năm ${p.year}` },
  '9M': { months: 9, perYear: 1, key: () => '9M', name: p => `9 tháng năm ${p.year}` },
  Y: { months: 12, perYear: 1, key: () => 'Y', name: p => `Năm ${p.year}` },
}
const roman = ['', 'I', 'II', 'III', 'IV']

/** @throws RangeError when the key is not a period */
export function parsePeriod(key: string): Period {
  const match = keyForm.exec(key)
  if (!match) throw new RangeError(`not a period: ${key}`)
  const [, year, month, quarter, half, nine] = match
  const kind: PeriodKind = month ? 'M' : quarter ? 'Q' : half ? '6M' : nine ? '9M' : 'Y'
  return { kind, year: Number(year), ordinal: Number(month ?? quarter ?? 1) }
}

/** Of "2025-M04": 2025, by whose plan its tasks are told. */
export const yearOf = (key: string): number => parsePeriod(key).year

export const isPeriodKey = (key: string): boolean => keyForm.test(key)
export const periodKey = (p: Period): string => `${p.year}-${kinds[p.kind].key(p.ordinal)}`
/** "Tháng 4/2025", "Quý I/2025", "6 tháng đầu năm 2025" */
export const periodName = (key: string): string => {
  const period = parsePeriod(key)
  return kinds[period.kind].name(period)
}

/** The last calendar month the period covers (1–12); cumulative periods begin in January. */
const lastMonth = (p: Period): number =>
  p.kind === 'M' ? p.ordinal : p.kind === 'Q' ? p.ordinal * 3 : kinds[p.kind].months

/** The calendar month whose 14th closes the period. @param key of a period */
export const lastMonthOf = (key: string): number => lastMonth(parsePeriod(key))

/** From the 15th of the month before the first one to the 14th of the last. */
export function statutoryWindow(key: string): Window {
  const period = parsePeriod(key)
  const last = lastMonth(period)
  const before = last - kinds[period.kind].months
  const from = before === 0 ? `${period.year - 1}-12-15` : `${period.year}-${pad(before)}-15`
  return { from, to: `${period.year}-${pad(last)}-14` }
}

/**
 * When a unit's figures are due by default: the day after the window closes, or the next working day. ISO date,
 * Asia/Ho_Chi_Minh.
 */
export function defaultDueDate(key: string, holidays: readonly Holiday[] = []): string {
  return nextWorkingDay(`${statutoryWindow(key).to.slice(0, 8)}15`, holidays)
}

/** The period of the same kind just before: month before month, quarter before quarter. */
export function previousPeriod(key: string): string {
  const period = parsePeriod(key)
  return period.ordinal > 1
    ? periodKey({ ...period, ordinal: period.ordinal - 1 })
    : periodKey({ ...period, year: period.year - 1, ordinal: kinds[period.kind].perYear })
}

/**
 * The stored periods whose close is this one's opening, the one to ask first before the others: the month or quarter just
 * before; for periods counted from 15/12 whatever closed on 14/12. Where none of them is stored, nothing is compared (T-01).
 */
export function closedBefore(key: string): readonly string[] {
  const { kind, year } = parsePeriod(key)
  if (kind === 'M' || kind === 'Q') return [previousPeriod(key)]
  return ['Y', 'M12', 'Q4'].map(last => `${year - 1}-${last}`)
}

export function samePeriodLastYear(key: string): string {
  const period = parsePeriod(key)
  return periodKey({ ...period, year: period.year - 1 })
}

/** So many periods of the same kind before it, the oldest first. */
export function periodsBefore(key: string, count: number): string[] {
  const found: string[] = []
  for (let before = previousPeriod(key); found.length < count; before = previousPeriod(before))
    found.unshift(before)
  return found
}

/** The months a longer period is derived from; a month is its own. */
export function monthsOf(key: string): string[] {
  const period = parsePeriod(key)
  const last = lastMonth(period)
  const count = kinds[period.kind].months
  return Array.from({ length: count }, (_, i) =>
    periodKey({ kind: 'M', year: period.year, ordinal: last - count + 1 + i }),
  )
}

/** "2025-04-14" → "14/4/2025", as officials write dates. */
export function printDate(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-')
  return `${Number(day)}/${Number(month)}/${year}`
}

/** Vietnam keeps one offset all year, so a plain shift is exact. */
const vietnamOffset = 7 * 60 * 60 * 1000

/** An instant as "15/4/2025 08:12" in Vietnam. */
export function printInstant(utc: string): string {
  const local = new Date(Date.parse(utc) + vietnamOffset).toISOString()
  return `${printDate(local)} ${local.slice(11, 16)}`
}

/** Today's ISO date in Vietnam. */
export const dateInVietnam = (instant: number): string =>
  new Date(instant + vietnamOffset).toISOString().slice(0, 10)

/** Whole days from one ISO date to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

function pad(n: number): string {
  return String(n).padStart(2, '0')
}
