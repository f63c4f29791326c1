/**
 * The review of several years (tổng kết giai đoạn): for every indicator its values by year, the change against the base
 * year, its best and worst year, the years that are not there, and a sentence. Pure; where the years come from is said
 * by whoever calls.
 */
import type { Index } from '../catalogue/catalogue.ts'
import { type Figure, isReported, notReported, toWire } from '../figure.ts'
import type { FigureStatus, Retrospective } from '../protocol.ts'
import { changeOf, extremes } from './change.ts'
import { linesIn, linesOf, type ReviewedLine } from './lines.ts'
import { reviewWords, wordsOf } from './words.ts'

/** A year something is known of. */
export type KnownYear = {
  readonly year: number
  readonly origin: Exclude<Retrospective['years'][number]['origin'], 'missing'>
  /** where its figures come from: "Tổng hợp kỳ năm 2025 (chính thức)" */
  readonly words: string
  readonly status: FigureStatus
  readonly figure: (line: ReviewedLine) => Figure
}
export type Span = { readonly from: number; readonly to: number; readonly base: number }

/** The base year first, unless it lies among the years themselves. */
export function yearsOf({ from, to, base }: Span): number[] {
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
  return years.includes(base) ? years : [base, ...years]
}

/** @param known in any order; years that are not asked for are left out */
export function retrospectiveOf(
  index: Index,
  agency: string,
  span: Span,
  known: readonly KnownYear[],
): Retrospective {
  const { from, to, base } = span
  const years = yearsOf(span)
  const sources = new Map(known.map(one => [one.year, one]))
  return {
    agency,
    from,
    to,
    base,
    years: years.map(year => {
      const source = sources.get(year)
      return source
        ? { year, origin: source.origin, words: source.words, status: source.status }
        : { year, origin: 'missing', words: reviewWords.origins.missing(year), status: null }
    }),
    forms: index.catalogue.forms
      .filter(form => linesIn(form).length > 0)
      .map(({ id, short }) => ({ form: id, name: short })),
    indicators: linesOf(index).map(line => {
      const dated = years.map(year => ({
        year,
        figure: sources.get(year)?.figure(line) ?? notReported,
      }))
      const missing = dated.filter(({ figure }) => !isReported(figure)).map(({ year }) => year)
      const change = changeOf(line, dated, base)
      const { form, key, code, name, unit } = line
      return {
        ...{ form, key, code, name, unit, change, missing },
        values: dated.map(({ figure }) => toWire(figure) ?? null),
        ...extremes(
          line,
          dated.filter(({ year }) => year >= from),
        ),
        // a year nothing is known of is said once, of the year
        words: wordsOf(
          line,
          dated,
          base,
          change,
          missing.filter(year => sources.has(year)),
        ),
      }
    }),
  }
}
