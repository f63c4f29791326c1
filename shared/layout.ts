/**
 * Form → rows, columns, addresses: the only place that knows where a figure sits on a sheet. The pane lays out and
 * reads sheets by it, the worker names cells in findings by it, the annex is written from it.
 */
import { formsOf, type Index } from './catalogue/catalogue.ts'
import type { Form } from './catalogue/schema.ts'
import type { Reference } from './formula.ts'
import { onSheet } from './layout/address.ts'
import { indicatorCellOf, layOutIndicators } from './layout/indicators.ts'
import { layOutNarrative, narrativeCellOf } from './layout/narrative.ts'
import type { SheetLayout, View } from './layout/sheet.ts'
import { layOutTable, memberRange, tableCellOf } from './layout/table.ts'
import type { Place } from './place.ts'

export type { InputRun, LaidCell, LaidValue, SheetLayout, View } from './layout/sheet.ts'

/** The forms of a view in the order of the annex: those a unit fills, or all. */
export const formsOfView = (index: Index, view: View): readonly Form[] =>
  view.unit === null ? index.catalogue.forms : formsOf(index, view.agency, view.unit)

/** Sheet and cell of every place of the view, without laying anything out. */
export function locator(
  index: Index,
  view: View,
): (place: Place) => { sheet: string; cell: string } | undefined {
  const finders = new Map(
    formsOfView(index, view).map(form => [
      form.id,
      { sheet: form.sheet, cellOf: cellOfForm(form, view) },
    ]),
  )
  return place => {
    const found = finders.get(place.form)
    const cell = found?.cellOf(place)
    return found && cell ? { sheet: found.sheet, cell } : undefined
  }
}

function cellOfForm(form: Form, view: View): (place: Place) => string | undefined {
  if (form.layout === 'indicators') return indicatorCellOf(form)
  return form.layout === 'table' ? tableCellOf(form, view) : narrativeCellOf(form)
}

/** All sheets of a view; formulas between them are by sheet name. */
export function layOutWorkbook(index: Index, view: View): SheetLayout[] {
  const find = locator(index, view)
  const shown = new Set(formsOfView(index, view).map(form => form.id))
  const locate = (reference: Reference, from: Place): string | undefined => {
    if (reference.of) return undefined
    const table = index.tables.get(reference.form ?? '')
    if (table && reference.key === '') {
      const range = shown.has(table.id) ? memberRange(table, view) : undefined
      return range && onSheet(table.sheet, range)
    }
    const found = find(target(index, reference, from))
    if (!found) return undefined
    return index.forms.get(from.form)?.sheet === found.sheet
      ? found.cell
      : onSheet(found.sheet, found.cell)
  }
  return formsOfView(index, view).map(form => {
    if (form.layout === 'indicators') return layOutIndicators(index, form, view, locate)
    if (form.layout === 'table') return layOutTable(index, form, view, locate)
    return layOutNarrative(index, form, view)
  })
}

/** The place an operand means when read from another place. */
function target(index: Index, reference: Reference, from: Place): Place {
  const table = reference.form ?? (from.column === undefined ? undefined : from.form)
  if (table === undefined || !index.tables.has(table)) {
    const entry = index.indicators.get(reference.key)
    return { form: entry?.form.id ?? '', row: reference.key }
  }
  const sameRow = reference.sameRow || !reference.form
  return { form: table, row: sameRow ? from.row : '', column: reference.key }
}
