/**
 * What every answer with figures is a list of: one figure of somebody in a period, with how far it can be relied upon. The
 * answers are turned into it by one small file each; JSON-stat and CSV are written from it and know no answer.
 */
import { type Index, isNumericColumn } from '../../shared/catalogue/catalogue.ts'
import type { WireFigure } from '../../shared/figure.ts'
import type { FigureStatus, WireCoverage } from '../../shared/protocol.ts'

/** Whose figure it is; `office`: the office's entry beside the units' (`consolidate/adjustments.ts`). */
export type ToldOf = {
  readonly kind: 'province' | 'agency' | 'unit' | 'office'
  readonly key: string
  readonly name: string
}

/** An indicator's key, FORM.column for the total of a column, FORM.row.column for a cell: the keys of GET /series. */
export type Named = {
  readonly indicator: string
  readonly name: string
  /** unit of measure */
  readonly unit: string | null
}

/** At most one for each `of`, indicator and period. */
export type Observation = Named & {
  readonly of: ToldOf
  readonly period: string
  /** null: not reported */
  readonly value: WireFigure | null
  /** null: nothing of the period is stored, or the answer does not tell it of this figure */
  readonly status: FigureStatus | null
  readonly coverage: WireCoverage | null
}

export type Observed = {
  /** what the figures are, for people */
  readonly label: string
  /** who answers for them */
  readonly source: string
  /** UTC instant of the youngest thing in it, when the answer knows one */
  readonly updated: string | null
  /** of a download, without an ending and without names of people */
  readonly file: string
  /** those before this page and those there are, when the answer is one page of several */
  readonly page?: { readonly lines: number; readonly before: number; readonly next: number | null }
  readonly observations: readonly Observation[]
}

type FigureState = 'number' | 'none' | 'not-applicable' | 'not-reported'
export const stateOf = (value: WireFigure | null): FigureState =>
  value === null ? 'not-reported' : typeof value === 'number' ? 'number' : value.state

// ---------------------------------------------------------------- names out of the catalogue

export const namedFigure = (index: Index, indicator: string): Named => {
  const row = index.indicators.get(indicator)?.row
  return { indicator, name: row?.name ?? indicator, unit: row?.unit ?? null }
}

export function namedTotal(index: Index, form: string, column: string): Named {
  const indicator = `${form}.${column}`
  const entry = index.columns.get(indicator)
  if (!entry) return { indicator, name: indicator, unit: null }
  const { group, name, unit } = entry.row
  return { indicator, name: [entry.form.short, ...group, name].join(' – '), unit }
}

export function namedCell(
  index: Index,
  form: string,
  row: { readonly key: string; readonly name: string },
  column: string,
): Named {
  const { name, unit } = namedTotal(index, form, column)
  return { indicator: `${form}.${row.key}.${column}`, name: `${name} – ${row.name}`, unit }
}

/** The figures among the cells of a row; words are no figures. */
export const figuresIn = (
  index: Index,
  form: string,
  cells: Readonly<Record<string, WireFigure | string>>,
): [column: string, value: WireFigure][] =>
  Object.entries(cells).flatMap(([column, value]) => {
    const entry = index.columns.get(`${form}.${column}`)
    return typeof value === 'string' || (entry && !isNumericColumn(entry.row))
      ? []
      : [[column, value] as [string, WireFigure]]
  })
