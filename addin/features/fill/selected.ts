/** What stands at the selected cell: the indicator or table cell, now, last period and a year ago. */

import { kinds } from '../../../shared/catalogue/kinds.ts'
import type { Column, Indicator } from '../../../shared/catalogue/schema.ts'
import type { Cell, Values } from '../../../shared/content.ts'
import { notReported } from '../../../shared/figure.ts'
import { printCodes } from '../../../shared/formula/codes.ts'
import type { SheetLayout } from '../../../shared/layout.ts'
import type { Place } from '../../../shared/place.ts'
import type { Selection } from '../../host/port.ts'
import { label, printed, rowNameAt } from '../parts/place-words.ts'
import type { Book } from './book.ts'

export type SelectedFigure = {
  readonly place: Place
  readonly label: string
  readonly name: string
  /** unit of measure */
  readonly measure: string | null
  readonly now: string
  readonly before: string
  readonly lastYear: string
  /** in % for amounts, in points for percentages; undefined where it has no meaning */
  readonly change: Change | undefined
  readonly changeOnYear: Change | undefined
  readonly note: string
  /** how a computed figure comes about, in codes; null where codes do not explain it */
  readonly formula: string | null
  /** where the form takes the indicator from */
  readonly source: string
  readonly basis: string
}
export type Change = { readonly by: number; readonly points: boolean }

/** The place under a selection; anywhere on an indicator's line means the indicator. */
export function placeAt(
  sheets: readonly SheetLayout[],
  { sheet, row, column }: Selection,
): Place | undefined {
  const line = sheets.find(laid => laid.sheet === sheet)?.rows[row - 1]
  const exact = line?.[column - 1]?.place
  if (exact) return exact
  const places = line?.flatMap(cell => cell.place ?? []) ?? []
  return places.length === 1 ? places[0] : undefined
}

export function selectedFigure(book: Book, values: Values, place: Place): SelectedFigure {
  const entry = entryAt(book, place)
  const now = cellAt(values, place)
  const before = cellAt(book.view.previous, place)
  const yearAgo = cellAt(book.lastYear, place)
  const points = entry?.kind === 'percent'
  return {
    place,
    label: label(book.index, place),
    name: rowNameAt(book, place),
    measure: entry?.unit ?? null,
    now: printed(book.index, place, now),
    before: printed(book.index, place, before),
    lastYear: printed(book.index, place, yearAgo),
    change: change(now, before, points),
    changeOnYear: change(now, yearAgo, points),
    note: entry?.note ?? '',
    formula: formulaAt(book, place),
    source: entry?.source ?? book.index.sections.get(place.row)?.source ?? '',
    basis: book.index.forms.get(place.form)?.basis ?? '',
  }
}

export function entryAt(book: Book, place: Place): Indicator | Column | undefined {
  const { columns, indicators } = book.index
  return place.column === undefined
    ? indicators.get(place.row)?.row
    : columns.get(`${place.form}.${place.column}`)?.row
}

export function cellAt(values: Values | undefined, place: Place): Cell {
  if (!values) return notReported
  if (place.column !== undefined)
    return place.row === ''
      ? values.total(place.form, place.column)
      : values.cell(place.form, place.row, place.column)
  const text = values.content.narrative.get(place.row)
  return text === undefined ? values.figure(place.row) : { state: 'text', text }
}

function formulaAt({ index }: Book, { form, row, column }: Place): string | null {
  const entry =
    column === undefined ? index.indicators.get(row) : index.columns.get(`${form}.${column}`)
  if (!entry?.expression) return null
  const scope = column === undefined ? {} : { table: form }
  const codes = printCodes(index, entry.expression, scope, form)
  return codes && kinds[entry.row.kind].scale === 100 ? `${codes} × 100` : (codes ?? null)
}

function change(now: Cell, before: Cell, points: boolean): Change | undefined {
  if (now.state !== 'number' || before.state !== 'number') return undefined
  if (points) return { by: now.value - before.value, points }
  return before.value === 0
    ? undefined
    : { by: ((now.value - before.value) / before.value) * 100, points }
}

/** Whether a place holds figures, so that periods can be compared. */
export const isFigure = (book: Book, place: Place): boolean =>
  kinds[entryAt(book, place)?.kind ?? 'text'].numeric
