/** The lines of "Nguồn số liệu": every merged figure that says something, with the parts of the units. */
import { isNumericColumn } from '../../shared/catalogue/catalogue.ts'
import { kinds } from '../../shared/catalogue/kinds.ts'
import type { Column, Indicator, IndicatorForm, TableForm } from '../../shared/catalogue/schema.ts'
import {
  type Contribution,
  isOfOffice,
  isOfUnit,
  type Merged,
  type OfficeContribution,
  rowFacts,
  rowNames,
} from '../../shared/consolidate.ts'
import { type Cell, sum, type TableRows, type Values, valuesOf } from '../../shared/content.ts'
import type { Place } from '../../shared/place.ts'
import type { AnnexInput } from './annex.ts'
import { annexWords } from './words.ts'

export type Line = {
  readonly place: Place
  readonly form: string
  readonly code: string
  readonly name: string
  readonly way: string
  readonly numberFormat: string
  readonly merged: Cell
  /** unit → its part */
  readonly parts: ReadonlyMap<string, Cell>
  /** what the office entered beside the units, and why */
  readonly office:
    | {
        readonly value: Cell
        readonly reasons: readonly string[]
        readonly entries: readonly Entry[]
      }
    | undefined
}

/** One adjustment's part in a figure. */
export type Entry = { readonly value: Cell } & OfficeContribution<Cell>['adjustment']

type Traced = Pick<AnnexInput, 'index' | 'agency' | 'merged'>

/** All lines in the order of the annex, worked out once for a consolidation: three sheets are made of them. */
export function lineageLines(input: Traced): readonly Line[] {
  const known = traced.get(input.merged)
  if (known) return known
  const lines = linesOf(input)
  traced.set(input.merged, lines)
  return lines
}
const traced = new WeakMap<Merged, readonly Line[]>()

function linesOf(input: Traced): Line[] {
  const ofUnits = tableValues(input)
  return input.index.catalogue.forms.flatMap(form => {
    if (form.layout === 'indicators') return indicatorLines(input, form)
    return form.layout === 'table' ? tableLines(input, form, ofUnits) : []
  })
}

function indicatorLines({ merged }: Traced, form: IndicatorForm): Line[] {
  return form.rows.flatMap(row => {
    const figure = merged.figures.get(row.key)
    if (!figure) return []
    const line = {
      place: { form: form.id, row: row.key },
      form: form.short,
      code: row.code,
      name: row.name,
      merged: figure.figure,
      parts: byUnit(figure.contributions),
      office: ofOffice(figure.contributions),
    }
    return speaks(line) ? [{ ...line, ...wayOf(row) }] : []
  })
}

/** Totals first, then the lines the total is made of. */
function tableLines(
  { agency, merged }: Traced,
  form: TableForm,
  ofUnits: ReadonlyMap<string, Values>,
): Line[] {
  const table = merged.tables.get(form.id)
  if (!table) return []
  const nameOf = rowNames(agency)
  const columns = form.columns.filter(
    column => !column.given && !column.rowKey && (isNumericColumn(column) || column.choices),
  )
  // the totals name every column in full; the lines below repeat only what tells them apart
  const nameOfLine = (row: string, column: Column) =>
    row === ''
      ? `${annexWords.totalRow} – ${headingOf(column)}`
      : `${nameOf(form.id, row) ?? row} – ${annexWords.column(column.code, column.name)}`
  const line = (
    row: string,
    column: Column,
    cell: Cell,
    parts: ReadonlyMap<string, Cell>,
    office: Line['office'],
  ) => {
    const found = {
      place: { form: form.id, row, column: column.key },
      form: form.short,
      code: row,
      name: nameOfLine(row, column),
      merged: cell,
      parts,
      office,
    }
    return speaks(found) ? [{ ...found, ...wayOf(column) }] : []
  }
  const totals = columns.flatMap(column => {
    const total = table.totals.get(column.key)
    if (!total) return []
    const { figure, contributions } = total
    return line('', column, figure, byUnit(contributions), ofOffice(contributions))
  })
  const rows = [...table.rows].flatMap(([row, { contributions }]) =>
    columns.flatMap(column => {
      const parts = contributions
        .filter(isOfUnit)
        .map(({ unit }) => [unit, cellOf(ofUnits.get(unit), form.id, row, column)] as const)
      const entered = contributions.filter(isOfOffice).flatMap(part => {
        const value = part.value.get(column.key)
        return value ? [{ ...part, value: shownCell(value, column) }] : []
      })
      const cell = cellOf(merged.values, form.id, row, column)
      const given = new Map(parts.filter(([, part]) => reported(part)))
      return line(row, column, cell, given, ofOffice(entered))
    }),
  )
  return [...totals, ...rows]
}

/** What each unit's tables say, computed columns included. */
function tableValues({ index, agency, merged }: Traced): Map<string, Values> {
  const tables = new Map<string, Map<string, Map<string, ReadonlyMap<string, Cell>>>>()
  for (const [form, { rows }] of merged.tables)
    for (const [row, { contributions }] of rows)
      for (const { unit, value } of contributions.filter(isOfUnit)) {
        const own = tables.get(unit) ?? new Map<string, Map<string, ReadonlyMap<string, Cell>>>()
        const lines = own.get(form) ?? new Map<string, ReadonlyMap<string, Cell>>()
        tables.set(unit, own.set(form, lines.set(row, value)))
      }
  const facts = rowFacts(agency)
  const values = (own: ReadonlyMap<string, TableRows>) =>
    valuesOf(index, { figures: new Map(), tables: own, narrative: new Map() }, undefined, facts)
  return new Map([...tables].map(([unit, own]) => [unit, values(own)]))
}

const cellOf = (values: Values | undefined, form: string, row: string, column: Column): Cell =>
  shownCell(values?.cell(form, row, column.key) ?? { state: 'not-reported' }, column)

function shownCell(cell: Cell, column: Column): Cell {
  if (cell.state !== 'text') return cell
  const label = column.choices?.find(choice => choice.code === cell.text)?.label
  return { state: 'text', text: label ?? cell.text }
}

const reported = (cell: Cell): boolean => cell.state !== 'not-reported'
const speaks = ({ merged, parts }: Pick<Line, 'merged' | 'parts'>): boolean =>
  reported(merged) || parts.size > 0
const byUnit = <T>(contributions: readonly Contribution<T>[]): Map<string, T> =>
  new Map(contributions.filter(isOfUnit).map(({ unit, value }) => [unit, value]))

/** All entries of the office in one figure: added up, so that units and office together still make the total. */
function ofOffice(contributions: readonly Contribution<Cell>[]): Line['office'] {
  const entries = contributions.filter(isOfOffice)
  const [first] = entries
  if (!first) return undefined
  const figures = entries.map(({ value }) => value).filter(value => value.state !== 'text')
  return {
    value: figures.length > 0 ? sum(figures) : first.value,
    reasons: entries.map(({ adjustment }) => annexWords.adjusted(adjustment)),
    entries: entries.map(({ value, adjustment }) => ({ ...adjustment, value })),
  }
}
const wayOf = (row: Indicator | Column): Pick<Line, 'way' | 'numberFormat'> => ({
  way: row.merge ? annexWords.ways[row.merge.by] : '',
  numberFormat: kinds[row.kind].numberFormat,
})
const headingOf = (column: Column): string =>
  annexWords.column(column.code, [...column.group, column.name].join(' – '))
