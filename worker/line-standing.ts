/**
 * How far the cells of a merged table can be relied upon, once a line, and what its columns are: the same standing, cell by
 * cell, as a series of that one cell tells (`shares.ts`), without repeating it in every cell.
 */
import type { Index } from '../shared/catalogue/catalogue.ts'
import type { FigureStatus, WireColumns, WireCoverage } from '../shared/protocol.ts'
import { namedTotal } from './formats/observation.ts'

export type Standing = { readonly status: FigureStatus; readonly coverage: WireCoverage }
export type LineStanding = Standing & { readonly except?: Readonly<Record<string, Standing>> }

const nothing: Standing = { status: 'provisional', coverage: { expected: 0, reported: 0 } }
const missing = ({ coverage: { expected, reported } }: Standing): number => expected - reported
const isSame = (a: Standing, b: Standing): boolean =>
  a.status === b.status &&
  a.coverage.expected === b.coverage.expected &&
  a.coverage.reported === b.coverage.reported

/**
 * The line stands as its number of which most is missing, so that it is never better than one of its cells.
 * @param numbers column → its standing
 */
export function lineStanding(numbers: readonly (readonly [string, Standing])[]): {
  status: FigureStatus
  coverage: WireCoverage
  except?: Record<string, Standing>
} {
  const [first = nothing] = numbers
    .map(([, one]) => one)
    .sort((a, b) => missing(b) - missing(a) || b.coverage.expected - a.coverage.expected)
  const except = numbers.filter(([, one]) => !isSame(one, first))
  return {
    ...{ status: first.status, coverage: first.coverage },
    ...(except.length > 0 ? { except: Object.fromEntries(except) } : {}),
  }
}

/** Of one cell of the line. */
export const standingInLine = (line: LineStanding, column: string): Standing => {
  const { status, coverage } = line.except?.[column] ?? line
  return { status, coverage }
}

/** @param keys columns that are told */
export const wireColumns = (index: Index, form: string, keys: readonly string[]): WireColumns =>
  Object.fromEntries(
    keys.map(key => {
      const { name, unit } = namedTotal(index, form, key)
      return [key, { name, unit }]
    }),
  )
