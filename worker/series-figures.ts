/** The figures a series may be asked for by name: an indicator, the total of a column, or a cell of a table. */
import type { Agency } from '../shared/agency.ts'
import {
  type ColumnEntry,
  type Index,
  isNumericColumn,
  isProcedureCode,
} from '../shared/catalogue/catalogue.ts'
import type { Column, Indicator, TableForm } from '../shared/catalogue/schema.ts'
import type { Shares, Sharing } from '../shared/consolidate/shares.ts'
import type { Values } from '../shared/content.ts'
import { type Figure, notReported } from '../shared/figure.ts'
import { say } from './messages.ts'
import { nearestNamed } from './nearest.ts'
import { Problem } from './problem.ts'

type Where =
  | { readonly kind: 'figure'; readonly row: Indicator }
  | { readonly kind: 'total'; readonly form: TableForm; readonly column: Column }
  | {
      readonly kind: 'cell'
      readonly form: TableForm
      readonly row: string
      readonly column: Column
    }

export type AskedFigure = {
  /** as it was asked for: a key, FORM.column or FORM.row.column */
  readonly indicator: string
  readonly name: string
  /** unit of measure */
  readonly unit: string | null
  readonly where: Where
}

/**
 * @param agencies whose lists name the rows of tables, the one to ask first first
 * @throws Problem malformed naming the first that is unknown, and what it may have meant
 */
export function figuresOf(
  index: Index,
  agencies: readonly Agency[],
  indicators: readonly string[],
): AskedFigure[] {
  return indicators.map(indicator => {
    const found = indicatorAt(index, indicator) ?? totalAt(index, indicator)
    const figure = found ?? cellAt(index, agencies, indicator)
    if (figure) return figure
    throw new Problem('malformed', say.seriesUnknown(indicator, near(index, agencies, indicator)))
  })
}

function indicatorAt(index: Index, indicator: string): AskedFigure | undefined {
  const row = index.indicators.get(indicator)?.row
  if (!row || row.kind === 'heading') return undefined
  return { indicator, name: row.name, unit: row.unit, where: { kind: 'figure', row } }
}

function totalAt(index: Index, indicator: string): AskedFigure | undefined {
  const entry = index.columns.get(indicator)
  if (!entry || !isNumericColumn(entry.row)) return undefined
  const { form, row: column } = entry
  const where: Where = { kind: 'total', form, column }
  return { indicator, name: columnName(entry), unit: column.unit, where }
}

function cellAt(
  index: Index,
  agencies: readonly Agency[],
  indicator: string,
): AskedFigure | undefined {
  const parts = cellParts(indicator)
  const entry = parts && index.columns.get(`${parts.form}.${parts.column}`)
  if (!entry || !isNumericColumn(entry.row)) return undefined
  const { form, row: column } = entry
  const name = rowName(agencies, form, parts.row)
  if (name === undefined) return undefined
  const where: Where = { kind: 'cell', form, row: parts.row, column }
  return { indicator, name: `${columnName(entry)} – ${name}`, unit: column.unit, where }
}

/** Codes of rows may have dots themselves, so the first and the last part it. */
function cellParts(indicator: string) {
  const [first, last] = [indicator.indexOf('.'), indicator.lastIndexOf('.')]
  if (first < 1 || last - first < 2) return undefined
  return {
    form: indicator.slice(0, first),
    row: indicator.slice(first + 1, last),
    column: indicator.slice(last + 1),
  }
}

const columnName = ({ form, row: { group, name } }: ColumnEntry): string =>
  [form.short, ...group, name].join(' – ')

type RowName = { readonly code: string; readonly name: string }

const rowsIn = ({ fields, tasks }: Agency, { rowsBy }: TableForm): readonly RowName[] =>
  rowsBy === 'field' ? fields : rowsBy === 'task' ? tasks : []

/** A listed procedure is called by its code: which there are only the units' lists say. */
const rowName = (agencies: readonly Agency[], form: TableForm, row: string): string | undefined =>
  form.rowsBy === 'procedure'
    ? isProcedureCode(row)
      ? row
      : undefined
    : agencies.flatMap(agency => rowsIn(agency, form)).find(({ code }) => code === row)?.name

function near(index: Index, agencies: readonly Agency[], asked: string): string[] {
  const numeric = [...index.columns].filter(([, { row }]) => isNumericColumn(row))
  const parts = cellParts(asked)
  // cells are many, so only those of the form that was named
  const form = parts && index.tables.get(parts.form)
  const cells =
    form && numeric.filter(([, entry]) => entry.form === form).map(([, { row }]) => row.key)
  // a table or one of its lines, where a figure was meant
  const within = form ?? index.tables.get(asked.split('.')[0] ?? '')
  const unended = numeric.filter(([, entry]) => entry.form === within).map(([, { row }]) => row.key)
  if (
    within &&
    (asked === within.id || rowName(agencies, within, asked.slice(within.id.length + 1)))
  )
    return unended.slice(0, 3).map(column => `${asked}.${column}`)
  const rows = form ? agencies.flatMap(agency => rowsIn(agency, form)).map(({ code }) => code) : []
  return nearestNamed(asked, [
    ...[...index.indicators].flatMap(([key, { row }]) =>
      row.kind === 'heading' ? [] : [[key, row.name] as const],
    ),
    ...numeric.map(([key, entry]) => [key, columnName(entry)] as const),
    ...[
      ...new Set(rows.flatMap(row => (cells ?? []).map(column => `${form?.id}.${row}.${column}`))),
    ].map(key => [key, key] as const),
  ])
}

/** What values say of it; words are no figure. */
export function figureIn(values: Values, { where }: AskedFigure): Figure {
  if (where.kind === 'figure') return values.figure(where.row.key)
  if (where.kind === 'total') return values.total(where.form.id, where.column.key)
  const cell = values.cell(where.form.id, where.row, where.column.key)
  return cell.state === 'text' ? notReported : cell
}

export function sharesIn(sharing: Sharing, { where }: AskedFigure): Shares {
  if (where.kind === 'figure') return sharing.figure(where.row)
  if (where.kind === 'total') return sharing.total(where.form, where.column)
  return sharing.cell(where.form, where.row, where.column)
}
