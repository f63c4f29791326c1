/** Texts where something else belongs: in cells of figures, of choices, and of codes that name a line. */
import { type Entry, type Index, isProcedureCode } from '../catalogue/catalogue.ts'
import { isReasonless, readFigure } from '../figure.ts'
import { type Place, placeOf } from '../place.ts'
import { entriesWhere, placesOf } from './entries.ts'
import { type Subject, type Verdict, verdict } from './subject.ts'

const chosen = entriesWhere(row => row.choices !== undefined)

const isRowKey = (row: Entry['row'] | undefined): boolean =>
  row !== undefined && 'rowKey' in row && row.rowKey

/** Texts found where something else belongs, at the places whose row or column is meant. */
function unreadAt(
  index: Index,
  subject: Subject,
  meant: (row: Entry['row'] | undefined) => boolean,
): (readonly [Place, string])[] {
  return [...(subject.unread ?? [])].flatMap(([text, words]) => {
    const place = placeOf(index, text)
    const entry =
      place &&
      (index.indicators.get(place.row) ?? index.columns.get(`${place.form}.${place.column}`))
    return place && meant(entry?.row) ? [[place, words] as const] : []
  })
}

export const unreadTexts = (index: Index, subject: Subject): Verdict[] =>
  unreadAt(index, subject, row => !row?.choices && !isRowKey(row)).map(([place, words]) => {
    const reading = readFigure(words)
    const fits = reading.ok && !isReasonless(reading.figure)
    return verdict(place, fits ? 'pass' : 'fail', { words })
  })

export const unlistedChoices = (index: Index, subject: Subject): Verdict[] => [
  ...chosen(index).flatMap(entry =>
    placesOf(subject, entry)
      .filter(place => place.column !== undefined)
      .map(place => {
        const cell = subject.values.cell(place.form, place.row, place.column ?? '')
        return verdict(place, cell.state === 'not-reported' ? 'na' : 'pass')
      }),
  ),
  ...unreadAt(index, subject, row => row?.choices !== undefined).map(([place, words]) =>
    verdict(place, 'fail', { words }),
  ),
]

export const memberCodes = (index: Index, subject: Subject): Verdict[] => [
  ...[...index.columns.values()].flatMap(({ form, row: column }) => {
    if (!column.rowKey) return []
    const rows = subject.values.content.tables.get(form.id)?.keys() ?? []
    return [...rows].map(row =>
      verdict({ form: form.id, row, column: column.key }, isProcedureCode(row) ? 'pass' : 'fail', {
        words: row,
      }),
    )
  }),
  ...unreadAt(index, subject, isRowKey).map(([place, words]) => verdict(place, 'fail', { words })),
]
