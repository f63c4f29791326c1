/** Where a row or column of the catalogue has figures in what is judged, and which of them are meant. */
import type { Entry } from '../catalogue/catalogue.ts'
import type { Reading, Values } from '../content.ts'
import { type Figure, notReported } from '../figure.ts'
import type { Place } from '../place.ts'
import { perCatalogue } from './per-catalogue.ts'
import type { Subject } from './subject.ts'

/** Places the catalogue has for an entry: the indicator, or one per row of its table. */
export function placesOf(subject: Subject, { form, row }: Entry): Place[] {
  if (form.layout === 'indicators') return [{ form: form.id, row: row.key }]
  const rows = subject.values.content.tables.get(form.id)?.keys() ?? []
  return [...rows].map(name => ({ form: form.id, row: name, column: row.key }))
}

/** Reads what was reported or follows at each of them. */
export const readingOf = (subject: Subject, { form, row }: Entry): Reading =>
  subject.values.reading(
    { kind: 'reference', key: row.key },
    form.layout === 'table' ? form.id : undefined,
  )

export function figureAt(values: Values, place: Place): Figure {
  if (place.column === undefined) return values.figure(place.row)
  if (place.row === '') return values.total(place.form, place.column)
  const cell = values.cell(place.form, place.row, place.column)
  return cell.state === 'text' ? notReported : cell
}

export const entriesWhere = (fits: (row: Entry['row']) => boolean) =>
  perCatalogue((index): Entry[] =>
    [...index.indicators.values(), ...index.columns.values()].filter(({ row }) => fits(row)),
  )
