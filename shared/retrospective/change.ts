/**
 * What a figure did over the years: the last year that has a value against the base, by points where it is a percentage
 * and by percent where it is a count or money (domain §4.3, T-08), and the best and the worst year where more is better
 * or worse.
 */
import { type Figure, quantity } from '../figure.ts'
import type { Retrospective } from '../protocol.ts'
import { isRatio, type ReviewedLine } from './lines.ts'

export type Dated = { readonly year: number; readonly figure: Figure }
export type Change = NonNullable<Retrospective['indicators'][number]['change']>
type Counted = { readonly year: number; readonly value: number }

/** The years that have a quantity; "không phát sinh" counts as 0. */
export const counted = (years: readonly Dated[]): Counted[] =>
  years.flatMap(({ year, figure }) => {
    const value = quantity(figure)
    return value === undefined ? [] : [{ year, value }]
  })

/** The base year and the last year with a value after it; undefined where one of them is not there. */
export function compared(
  years: readonly Dated[],
  base: number,
): { from: Counted; to: Counted } | undefined {
  const known = counted(years)
  const from = known.find(({ year }) => year === base)
  const to = known.filter(({ year }) => year > base).at(-1)
  return from && to ? { from, to } : undefined
}

/** In points or percent of the base; a base of 0 gives no percent, a year without value no change. */
export function changeOf(
  line: Pick<ReviewedLine, 'row'>,
  years: readonly Dated[],
  base: number,
): Change | null {
  const pair = compared(years, base)
  if (!pair) return null
  const { from, to } = pair
  const until = to.year
  if (isRatio(line)) return { kind: 'points', value: tidy(to.value - from.value), until }
  if (from.value === 0) return null
  return {
    kind: 'percent',
    value: tidy(((to.value - from.value) / Math.abs(from.value)) * 100),
    until,
  }
}

/** The first year each was reached; none where all years are alike or fewer than two are known. */
export function extremes(
  { row }: Pick<ReviewedLine, 'row'>,
  years: readonly Dated[],
): { best: number | null; worst: number | null } {
  const known = counted(years)
  const values = known.map(({ value }) => value)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (row.better === undefined || known.length < 2 || least === most)
    return { best: null, worst: null }
  const reached = (value: number) => known.find(one => one.value === value)?.year ?? null
  return row.better === 'more'
    ? { best: reached(most), worst: reached(least) }
    : { best: reached(least), worst: reached(most) }
}

/** Whether the change is for the worse; undefined where neither can be said or nothing changed. */
export function isWorse(
  better: 'more' | 'less' | undefined,
  difference: number,
): boolean | undefined {
  if (better === undefined || difference === 0) return undefined
  return better === 'more' ? difference < 0 : difference > 0
}

/** Takes the dust of binary fractions off: 99.1 - 86.6 is 12.5. */
const tidy = (value: number): number => Number(value.toPrecision(12)) || 0
