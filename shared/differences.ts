/**
 * What one reading of the forms says differently from another: typed places for the history of a unit, computed ones
 * for what moved as a result. Both in the order of the forms, so two people who compare see the same list.
 */
import { type Index, isComputed } from './catalogue/catalogue.ts'
import { kinds } from './catalogue/kinds.ts'
import type { Column, TableForm } from './catalogue/schema.ts'
import { type Cell, type Content, sameCell, type Values } from './content.ts'
import { notReported } from './figure.ts'
import type { Place } from './place.ts'

export type Difference = { readonly place: Place; readonly from: Cell; readonly to: Cell }

/**
 * Places a unit fills whose cells differ; computed places change by themselves and are not listed. A blank is not a
 * zero and "không phát sinh" is neither, but words made of blanks only are a blank.
 */
export function differences(index: Index, before: Content, after: Content): Difference[] {
  return differing(index, {
    indicators: row => !isComputed(row),
    cells: column => !column.given && !column.rowKey && !column.formula,
    totals: () => false,
    sections: true,
    rows: form => rowsOf(form, before, after),
    cell: (place, side) => typed(index, side === 'from' ? before : after, place),
  })
}

/** Sums, ratios, counts of members and table totals that differ between two sets of values. */
export function derivedDifferences(index: Index, before: Values, after: Values): Difference[] {
  return differing(index, {
    indicators: isComputed,
    cells: column => column.formula !== undefined,
    totals: column => !column.given && !column.rowKey && kinds[column.kind].numeric,
    sections: false,
    rows: form => rowsOf(form, before.content, after.content),
    cell: (place, side) => valueAt(side === 'from' ? before : after, place),
  })
}

/** Which places are compared, and what stands there on either side. */
type Comparison = {
  readonly indicators: (row: Parameters<typeof isComputed>[0]) => boolean
  readonly cells: (column: Column) => boolean
  readonly totals: (column: Column) => boolean
  readonly sections: boolean
  readonly rows: (form: string) => readonly string[]
  readonly cell: (place: Place, side: 'from' | 'to') => Cell
}

function differing({ catalogue }: Index, compared: Comparison): Difference[] {
  return catalogue.forms.flatMap(form => {
    const places =
      form.layout === 'indicators'
        ? form.rows.filter(compared.indicators).map(row => ({ form: form.id, row: row.key }))
        : form.layout === 'table'
          ? placesOf(form, compared)
          : compared.sections
            ? form.sections.map(section => ({ form: form.id, row: section.code }))
            : []
    return places.flatMap(place => {
      const [from, to] = [compared.cell(place, 'from'), compared.cell(place, 'to')]
      return sameCell(from, to) ? [] : [{ place, from, to }]
    })
  })
}

/** Line by line, then the total row. */
function placesOf(form: TableForm, { rows, cells, totals }: Comparison): Place[] {
  const inRow = (row: string, holds: (column: Column) => boolean) =>
    form.columns.filter(holds).map(column => ({ form: form.id, row, column: column.key }))
  const lines = rows(form.id).flatMap(row => inRow(row, cells))
  return form.totalRow ? [...lines, ...inRow('', totals)] : lines
}

/** Lines of either side: those there were, then those that came. */
const rowsOf = (form: string, before: Content, after: Content): string[] => [
  ...new Set([before, after].flatMap(({ tables }) => [...(tables.get(form)?.keys() ?? [])])),
]

function typed(index: Index, content: Content, { form, row, column }: Place): Cell {
  const cell: Cell | undefined =
    column !== undefined
      ? content.tables.get(form)?.get(row)?.get(column)
      : index.sections.has(row)
        ? { state: 'text', text: content.narrative.get(row) ?? '' }
        : content.figures.get(row)
  return cell === undefined || (cell.state === 'text' && cell.text.trim() === '')
    ? notReported
    : cell
}

function valueAt(values: Values, { form, row, column }: Place): Cell {
  if (column === undefined) return values.figure(row)
  return row === '' ? values.total(form, column) : values.cell(form, row, column)
}
