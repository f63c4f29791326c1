/** Places, cells and their short names as the pane prints them: "Biểu 3 · 3.1.1". */
import type { Index } from '../../../shared/catalogue/catalogue.ts'
import { kinds } from '../../../shared/catalogue/kinds.ts'
import type { Cell } from '../../../shared/content.ts'
import { printFigure } from '../../../shared/figure.ts'
import type { Place } from '../../../shared/place.ts'
import type { Naming } from '../../../shared/rules/engine.ts'
import { t } from '../../i18n/words.ts'

/** "Biểu 3 · 3.1.1" · "Biểu II.06a · cột 7" · "Lời văn · II.1" */
export function label(index: Index, place: Place): string {
  const short = index.forms.get(place.form)?.short ?? place.form
  const code = place.column
    ? t.place.column(index.columns.get(`${place.form}.${place.column}`)?.row.code ?? '')
    : (index.indicators.get(place.row)?.row.code ?? place.row)
  return code ? `${short} · ${code}` : short
}

/** The indicator; in tables the line and the column's headings. */
export function rowNameAt(
  { index, naming }: { readonly index: Index; readonly naming: Naming },
  place: Place,
): string {
  if (place.column === undefined)
    return index.indicators.get(place.row)?.row.name ?? index.sections.get(place.row)?.name ?? ''
  const column = index.columns.get(`${place.form}.${place.column}`)?.row
  const heading = column
    ? [...('group' in column ? column.group : []), column.name].join(' – ')
    : place.column
  const line = place.row === '' ? t.place.total : naming.rowName(place.form, place.row)
  return `${line ?? place.row}: ${heading}`
}

/** A cell in words; "" when it says nothing. */
export function printed(index: Index, place: Place, cell: Cell): string {
  if (cell.state === 'text') {
    const column = index.columns.get(`${place.form}.${place.column ?? ''}`)?.row
    return column?.choices?.find(choice => choice.code === cell.text)?.label ?? cell.text
  }
  const entry = place.column
    ? index.columns.get(`${place.form}.${place.column}`)
    : index.indicators.get(place.row)
  const computed = entry?.expression !== undefined
  return printFigure(cell, computed ? kinds[entry.row.kind].decimals : undefined)
}
