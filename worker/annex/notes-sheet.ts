/** "Giải trình": the numbered notes in full, each with the figures it explains, who wrote it and when. */
import { printInstant } from '../../shared/period.ts'
import type { Place } from '../../shared/place.ts'
import { say } from '../messages.ts'
import type { PaperSheet } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import { mark, type Note, type Notes } from './notes.ts'
import { calling, type Find } from './places.ts'
import { centred, lineRows, linked, list, said } from './sheet-rows.ts'
import { annexWords } from './words.ts'
import { noteWords } from './words-notes.ts'

const widths = [6, 17, 17, 32, 7, 36, 36, 18, 12]
const repeated = [0]
/** More are only counted: they are all marked in the forms. */
const [placesNamed, unitsNamed] = [20, 12]

export function notesSheet(input: AnnexInput, find: Find, { all }: Notes): PaperSheet {
  const { index, agency } = input
  const called = calling(index, agency)
  const short = new Map(agency.units.map(unit => [unit.key, unit.short]))
  const unitsOf = ({ about, units }: Note) =>
    about === 'adjustment'
      ? say.office()
      : cut(
          units.map(unit => short.get(unit) ?? unit),
          unitsNamed,
          noteWords.moreUnits,
        )
  return list({
    sheet: annexWords.sheets.notes,
    widths,
    title: noteWords.title,
    says: [all.length > 0 ? noteWords.subtitle : noteWords.none],
    head: noteWords.head,
    rows: all.flatMap(note => {
      const [first] = note.places
      const target = first && find(first)
      return lineRows(
        [
          centred(mark(note.number)),
          said(noteWords.about[note.about]),
          said(unitsOf(note)),
          said(placesIn(note.places, called)),
          linked(target),
          said(note.values.join('\n')),
          said(note.text),
          said(note.who ?? ''),
          centred(note.at ? printInstant(note.at) : ''),
        ],
        widths,
        repeated,
      )
    }),
  })
}

/** One figure by its name, several by their codes, form by form. */
function placesIn(places: readonly Place[], called: ReturnType<typeof calling>): string {
  const [only, ...others] = places.map(called)
  if (!only) return ''
  if (others.length === 0) return `${only.form}: ${only.code} ${only.name}`
  const named = [only, ...others].slice(0, placesNamed)
  const forms = [...new Set(named.map(({ form }) => form))]
  const lines = forms.map(form => {
    const codes = named.filter(one => one.form === form).map(({ code }) => code)
    return `${form}: ${codes.join('; ')}`
  })
  const left = places.length - named.length
  return [...lines, ...(left > 0 ? [noteWords.more(left)] : [])].join('\n')
}

const cut = (names: readonly string[], most: number, more: (n: number) => string): string =>
  [...names.slice(0, most), ...(names.length > most ? [more(names.length - most)] : [])].join(', ')
