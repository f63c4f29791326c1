/** Figures, periods and times as the page prints them: 1.234,5, 14/4/2025, whatever language it speaks. */
import { printNumber, roundHalfUp } from '../../shared/figure.ts'
import { lastMonthOf, parsePeriod, periodName } from '../../shared/period.ts'
import type { ProvinceFigure } from '../../shared/protocol.ts'
import { t } from '../i18n/dashboard.ts'

export type Wire = ProvinceFigure['value']

/** What a chart may draw: none arising is 0, not reported and not applicable are nothing. */
export function drawn(value: Wire | undefined): number | null {
  if (typeof value === 'number') return value
  return value?.state === 'none' ? 0 : null
}

/** At most two decimals, as the reports print percentages. */
export const printed = (value: number): string => printNumber(roundHalfUp(value, 2))

/** "97,98 %", "1.234", "Chưa báo cáo"; the measure only where it is a percent sign. */
export function figureText(value: Wire | undefined, measure: string | null = null): string {
  if (value === null || value === undefined) return t.figure.notReported
  if (typeof value === 'number') return `${printed(value)}${measure === '%' ? '\u00a0%' : ''}`
  return value.state === 'none' ? t.figure.none : t.figure.notApplicable
}

/** A figure or the words of a text cell. */
export const cellText = (value: Wire | string | undefined): string =>
  typeof value === 'string' ? value : figureText(value)

/** "+26", "-1,2 điểm %", "không đổi"; null where one of them is no number. */
export function movementText(now: Wire, before: Wire, measure: string | null): string | null {
  const [a, b] = [drawn(before), drawn(now)]
  if (a === null || b === null) return null
  const difference = roundHalfUp(b - a, 2)
  if (difference === 0) return t.figure.same
  const text = `${difference > 0 ? '+' : '−'}${printNumber(Math.abs(difference))}`
  return measure === '%' ? t.figure.points(text) : text
}

/** What stands below a chart: "T4", "Q2"; of periods that come once a year, the year. */
export function shortPeriod(key: string): string {
  const { kind, year, ordinal } = parsePeriod(key)
  return kind === 'M' ? t.short.M(ordinal) : kind === 'Q' ? t.short.Q(ordinal) : t.short.Y(year)
}

/** Where a year begins on an axis: the first period of it that is shown. @param before what stands before it */
export const yearMark = (key: string, before: string | undefined): string | null => {
  const { kind, year } = parsePeriod(key)
  if (kind !== 'M' && kind !== 'Q') return null
  return before === undefined || parsePeriod(before).year !== year ? String(year) : null
}

export const named = periodName

/** By the month it ends with; of two that end together the longer one. */
export const younger = (a: string, b: string): number => {
  const rank = (key: string) => parsePeriod(key).year * 12 + lastMonthOf(key)
  return rank(b) - rank(a)
}
