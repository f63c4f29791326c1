/**
 * What a unit reports for a period (inputs only) and every value that follows from it. The same shape carries one
 * unit's submission and the merged figures of the agency, so one set of formulas and rules serves both.
 */
import { type Entry, type Index, membersOf, type Scope } from './catalogue/catalogue.ts'
import { kinds } from './catalogue/kinds.ts'
import {
  type Figure,
  fromWire,
  noneArising,
  notReported,
  numberFigure,
  quantity,
  toWire,
  type WireFigure,
} from './figure.ts'
import { evaluate, type Reference } from './formula.ts'

/** A table cell holds a figure or, in lists, words. */
export type Cell = Figure | { readonly state: 'text'; readonly text: string }
export type TableRows = ReadonlyMap<string, ReadonlyMap<string, Cell>>

export type Content = {
  readonly figures: ReadonlyMap<string, Figure>
  readonly tables: ReadonlyMap<string, TableRows>
  readonly narrative: ReadonlyMap<string, string>
}

export type WireCell = WireFigure | string
export type WireContent = {
  figures: Record<string, WireFigure>
  tables: Record<string, Record<string, Record<string, WireCell>>>
  narrative: Record<string, string>
}

export const emptyContent: Content = { figures: new Map(), tables: new Map(), narrative: new Map() }

const entries = Object.entries

export function contentFromWire(wire: WireContent): Content {
  return {
    figures: new Map(entries(wire.figures).map(([key, value]) => [key, fromWire(value)])),
    tables: new Map(
      entries(wire.tables).map(([form, rows]) => [
        form,
        new Map(
          entries(rows).map(([row, cells]) => [
            row,
            new Map(entries(cells).map(([column, cell]) => [column, cellFromWire(cell)])),
          ]),
        ),
      ]),
    ),
    narrative: new Map(entries(wire.narrative)),
  }
}

export const cellFromWire = (wire: WireCell | undefined): Cell =>
  typeof wire === 'string' ? { state: 'text', text: wire } : fromWire(wire)

export const cellToWire = (cell: Cell): WireCell | undefined =>
  cell.state === 'text' ? cell.text : toWire(cell)

/** Cells that say nothing are left out: an absent key is what "not reported" looks like on the wire. */
export function contentToWire(content: Content): WireContent {
  const reported = <T>(pairs: Iterable<readonly [string, T | undefined]>) =>
    Object.fromEntries([...pairs].filter((pair): pair is [string, T] => pair[1] !== undefined))
  const narrative = [...content.narrative].filter(([, text]) => text.trim() !== '')
  return {
    figures: reported([...content.figures].map(([key, figure]) => [key, toWire(figure)])),
    tables: Object.fromEntries(
      [...content.tables].map(([form, rows]) => [
        form,
        Object.fromEntries(
          [...rows].map(([row, cells]) => [
            row,
            reported([...cells].map(([column, cell]) => [column, cellToWire(cell)])),
          ]),
        ),
      ]),
    ),
    narrative: Object.fromEntries(narrative),
  }
}

/** Facts about a table row that are not reported: how many procedures a field has. */
export type RowFacts = (form: string, row: string) => Readonly<Record<string, number>>

export type Values = {
  /** an indicator, typed or computed */
  figure(key: string): Figure
  cell(form: string, row: string, column: string): Cell
  /** a column over all rows: the sum of what is reported, or the column's formula over the totals */
  total(form: string, column: string): Figure
  /** how a formula or rule standing at `scope` sees its operands */
  operand(scope: Scope): (reference: Reference) => Figure
  readonly content: Content
}

const asFigure = (cell: Cell | undefined): Figure =>
  cell === undefined || cell.state === 'text' ? notReported : cell

/**
 * @param previous values of the last period of the same kind, for `previous.` operands
 */
export function valuesOf(
  index: Index,
  content: Content,
  previous?: Values,
  facts: RowFacts = () => ({}),
): Values {
  const known = new Map<string, Figure>()
  const remember = (place: string, compute: () => Figure): Figure => {
    const found = known.get(place) ?? compute()
    known.set(place, found)
    return found
  }
  const scaled = (figure: Figure, entry: Entry): Figure =>
    figure.state === 'number'
      ? numberFigure(tidy(figure.value * kinds[entry.row.kind].scale))
      : figure

  const values: Values = {
    content,
    figure: key =>
      remember(key, () => {
        const entry = index.indicators.get(key)
        if (!entry) return notReported
        if (entry.expression) return scaled(evaluate(entry.expression, values.operand({})), entry)
        const members = membersOf(entry.row)
        return members
          ? countOf(content.tables.get(members))
          : (content.figures.get(key) ?? notReported)
      }),
    cell: (form, row, column) => {
      const entry = index.columns.get(`${form}.${column}`)
      if (!entry?.expression) return content.tables.get(form)?.get(row)?.get(column) ?? notReported
      const { expression } = entry
      const at = { table: form, row }
      return remember(`${form}/${row}/${column}`, () =>
        scaled(evaluate(expression, values.operand(at)), entry),
      )
    },
    total: (form, column) =>
      remember(`${form}//${column}`, () => {
        const entry = index.columns.get(`${form}.${column}`)
        if (entry?.expression)
          return scaled(evaluate(entry.expression, values.operand({ table: form })), entry)
        const rows = content.tables.get(form)
        return rows
          ? sum([...rows.values()].map(cells => asFigure(cells.get(column))))
          : notReported
      }),
    operand: scope => reference => {
      if (reference.of === 'previous')
        return previous?.operand(scope)(withoutPrefix(reference)) ?? notReported
      if (reference.of === 'row') {
        const fact = facts(scope.table ?? '', scope.row ?? '')[reference.key]
        return fact === undefined ? notReported : numberFigure(fact)
      }
      const table = reference.form ?? scope.table
      if (table === undefined || !index.tables.has(table)) return values.figure(reference.key)
      const inRow = scope.row !== undefined && (reference.sameRow || !reference.form)
      return inRow
        ? asFigure(values.cell(table, scope.row, reference.key))
        : values.total(table, reference.key)
    },
  }
  return values
}

const withoutPrefix = ({ key }: Reference): Reference => ({ kind: 'reference', key })

/** An empty list is an answer (none); a missing list is not. */
const countOf = (rows: TableRows | undefined): Figure =>
  rows === undefined ? notReported : rows.size === 0 ? noneArising : numberFigure(rows.size)

/** Adds what is reported; none arising counts as 0 and stays "none" when nothing else was added. */
export function sum(figures: readonly Figure[]): Figure {
  const numbers = figures.filter(figure => figure.state === 'number')
  if (numbers.length > 0)
    return numberFigure(tidy(numbers.reduce((total, figure) => total + (quantity(figure) ?? 0), 0)))
  return (
    figures.find(figure => figure.state === 'none') ??
    figures.find(figure => figure.state === 'not-applicable') ??
    notReported
  )
}

/** Takes the dust of binary fractions off sums of money: 0.1 + 0.2 is 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(15))
