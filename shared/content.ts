/**
 * What a unit reports for a period (inputs only) and every value that follows from it. The same shape carries one
 * unit's submission and the merged figures of the agency, so one set of formulas and rules serves both.
 */
import {
  type ColumnEntry,
  type Entry,
  type Index,
  type IndicatorEntry,
  isComputed,
  membersOf,
  planCountOf,
  type Scope,
} from './catalogue/catalogue.ts'
import { kinds } from './catalogue/kinds.ts'
import {
  type Figure,
  fromWire,
  noneArising,
  notReported,
  numberFigure,
  quantity,
  sameFigure,
  toWire,
  type WireFigure,
} from './figure.ts'
import { computationOf, type Expression, operandsOf, type Reference } from './formula.ts'

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

export const contentFromWire = (wire: WireContent): Content => ({
  figures: mapOf(wire.figures, fromWire),
  tables: mapOf(wire.tables, rows => mapOf(rows, cells => mapOf(cells, cellFromWire))),
  narrative: mapOf(wire.narrative, text => text),
})

function mapOf<Wire, T>(members: Record<string, Wire>, from: (wire: Wire) => T): Map<string, T> {
  const map = new Map<string, T>()
  // a submission has hundreds of members, and a pair for each would cost more than the map
  for (const key of Object.keys(members)) {
    const member = members[key]
    if (member !== undefined) map.set(key, from(member))
  }
  return map
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

/** Whether two cells say the same; blanks around words say nothing, and decimals are only how a number was printed. */
export function sameCell(a: Cell, b: Cell): boolean {
  if (a.state === 'text' || b.state === 'text')
    return a.state === 'text' && b.state === 'text' && a.text.trim() === b.text.trim()
  return sameFigure(a, b)
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
  /** the same for one operand in many rows of a table: looked up once, then read row by row */
  reading(reference: Reference, table?: string): Reading
  readonly content: Content
  /** those of the period whose close is the opening of this one (`closedBefore`) */
  readonly before?: Values
}

const asFigure = (cell: Cell | undefined): Figure =>
  cell === undefined || cell.state === 'text' ? notReported : cell

/** The figure in a row of a table; without a row the total, or the indicator where no table is meant. */
export type Reading = (row?: string) => Figure

/** A column of a table and what was computed of it so far. */
type ColumnValues = {
  readonly form: string
  readonly key: string
  readonly entry: ColumnEntry | undefined
  readonly rows: TableRows | undefined
  readonly cells: Map<string, Figure>
  formula?: Reading
  total?: Figure
}

/**
 * @param before values of the period whose close is this one's opening (`closedBefore`), for `previous.` operands
 */
export function valuesOf(
  index: Index,
  content: Content,
  before?: Values,
  facts: RowFacts = () => ({}),
): Values {
  // a computed value is asked for by many rules, so each is worked out once
  const computed = new Map<string, Figure>()
  const tables = new Map<string, Map<string, ColumnValues>>()
  const columnOf = (form: string, column: string): ColumnValues => {
    const known = tables.get(form)?.get(column)
    if (known) return known
    const entry = index.columns.get(`${form}.${column}`)
    const fresh = { form, key: column, entry, rows: content.tables.get(form), cells: new Map() }
    tables.set(form, (tables.get(form) ?? new Map()).set(column, fresh))
    return fresh
  }
  const scaled = (figure: Figure, entry: Entry): Figure =>
    figure.state === 'number'
      ? numberFigure(tidy(figure.value * kinds[entry.row.kind].scale))
      : figure

  const values: Values = {
    content,
    ...(before ? { before } : {}),
    figure: key => {
      const entry = index.indicators.get(key)
      if (!entry) return notReported
      // the merge counts the plan's tasks; what an owner typed before there was a plan stands there too
      if (!isComputed(entry.row) || planCountOf(entry.row))
        return content.figures.get(key) ?? notReported
      const known = computed.get(key)
      if (known) return known
      const found = indicator(entry)
      computed.set(key, found)
      return found
    },
    cell: (form, row, column) => cellIn(columnOf(form, column), row),
    total: (form, column) => totalOf(columnOf(form, column)),
    operand: scope => reference => values.reading(reference, scope.table)(scope.row),
    reading: (reference, table) => {
      const { key } = reference
      if (reference.of === 'previous')
        return before?.reading({ kind: 'reference', key }, table) ?? (() => notReported)
      if (reference.of === 'row')
        return row => {
          const fact = facts(table ?? '', row ?? '')[key]
          return fact === undefined ? notReported : numberFigure(fact)
        }
      const form = reference.form ?? table
      if (form === undefined || !index.tables.has(form)) return () => values.figure(key)
      const column = columnOf(form, key)
      const ofRow = reference.sameRow || !reference.form
      return row => (ofRow && row !== undefined ? asFigure(cellIn(column, row)) : totalOf(column))
    },
  }

  /** A formula standing among the indicators or in a table, its operands looked up. */
  function computing(expression: Expression, entry: Entry, table?: string): Reading {
    const compute = computationOf(expression)
    const operands = operandsOf(expression).map(reference => values.reading(reference, table))
    return row => scaled(compute(operands.map(read => read(row))), entry)
  }

  function cellIn(column: ColumnValues, row: string): Cell {
    const { form, key, entry, rows, cells } = column
    if (!entry?.expression) return rows?.get(row)?.get(key) ?? notReported
    const known = cells.get(row)
    if (known) return known
    column.formula ??= computing(entry.expression, entry, form)
    const found = column.formula(row)
    cells.set(row, found)
    return found
  }

  function totalOf(column: ColumnValues): Figure {
    const { form, key, entry, rows } = column
    if (entry?.expression) {
      column.formula ??= computing(entry.expression, entry, form)
      column.total ??= column.formula()
    }
    column.total ??= rows
      ? sum([...rows.values()].map(cells => asFigure(cells.get(key))))
      : notReported
    return column.total
  }

  function indicator(entry: IndicatorEntry): Figure {
    if (entry.expression) return computing(entry.expression, entry)()
    const members = membersOf(entry.row)
    return members ? countOf(content.tables.get(members)) : notReported
  }

  return values
}

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
const tidy = (value: number): number =>
  // whole numbers have no dust, and printing each would cost more than the sum; -0 becomes 0
  Number.isInteger(value) && Math.abs(value) < 1e15 ? value || 0 : Number(value.toPrecision(15))
