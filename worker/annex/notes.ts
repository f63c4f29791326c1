/**
 * The numbered notes of the annex: what units explained, what the office adjusted, who is missing from a total, who
 * reported what another unit owns. Numbered in the order in which the figures they explain are printed.
 */
import { isNumericColumn } from '../../shared/catalogue/catalogue.ts'
import { printCell } from '../../shared/cell-words.ts'
import { exclusionInWords } from '../../shared/exclusion-words.ts'
import { toWire } from '../../shared/figure.ts'
import { type Place, placeOf, placeText } from '../../shared/place.ts'
import type { PaperSheet } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import { inOrder } from './places.ts'
import { type Remarks, remarksOn } from './remarks.ts'
import { noteWords } from './words-notes.ts'

export type Note = {
  readonly number: number
  readonly about: 'reason' | 'adjustment' | 'conflict' | 'coverage' | 'window' | 'exclusion'
  /** the figures it explains, in the order of the annex */
  readonly places: readonly Place[]
  /** of units it speaks of or comes from; none where it is the office's */
  readonly units: readonly string[]
  readonly text: string
  /** the values it was given for, with their arithmetic */
  readonly values: readonly string[]
  readonly who?: string
  /** UTC instant */
  readonly at?: string
}

/** Notes by the figures they explain. */
export type Notes = {
  readonly all: readonly Note[]
  at(place: Place): readonly Note[]
}

export function notesOf(input: AnnexInput): Notes {
  const { index, merged } = input
  const compare = inOrder(index, merged)
  const grouped = new Map<string, Omit<Note, 'number'>>()
  const add = (key: string, note: Omit<Note, 'number'>) => {
    const found = grouped.get(key)
    grouped.set(
      key,
      found
        ? {
            ...found,
            places: [...found.places, ...note.places],
            values: [...new Set([...found.values, ...note.values])],
          }
        : note,
    )
  }
  const found = [
    ...remarked(input),
    ...excluded(input),
    ...explained(input),
    ...adjusted(input),
    ...windowed(input),
  ]
  for (const [key, note] of found) add(key, note)
  const all = [...grouped.values()]
    .map(note => ({ ...note, places: note.places.toSorted(compare) }))
    .sort((a, b) => firstOf(a, b, compare))
    .map((note, i): Note => ({ ...note, number: i + 1 }))
  const byPlace = new Map<string, Note[]>()
  for (const note of all)
    for (const place of note.places) {
      const at = placeText(place)
      byPlace.set(at, [...(byPlace.get(at) ?? []), note])
    }
  return { all, at: place => byPlace.get(placeText(place)) ?? [] }
}

type Keyed = readonly [key: string, note: Omit<Note, 'number'>]

const firstOf = (
  a: Pick<Note, 'places'>,
  b: Pick<Note, 'places'>,
  compare: (a: Place, b: Place) => number,
): number => {
  const [left, right] = [a.places[0], b.places[0]]
  // a reason may be for the window, which no cell prints
  return left && right
    ? compare(left, right)
    : Number(left !== undefined) - Number(right !== undefined)
}

/** Figures of which the same must be said share one note. */
function remarked({ index, agency, merged, revisions }: AnnexInput): Keyed[] {
  const remarks = remarksOn(index, agency, merged)
  const places = index.catalogue.forms.flatMap((form): Place[] => {
    if (form.layout === 'indicators')
      return form.rows.map(({ key }) => ({ form: form.id, row: key }))
    if (form.layout !== 'table' || !form.totalRow) return []
    const columns = form.columns.filter(isNumericColumn)
    return columns.map(({ key }) => ({ form: form.id, row: '', column: key }))
  })
  const sent = new Map(revisions.map(one => [one.unit, one]))
  return places.flatMap(place =>
    remarks(place).map(({ about, text, units }): Keyed => {
      const [only, ...others] = about === 'conflict' ? units : []
      const by = others.length === 0 ? sent.get(only ?? '') : undefined
      return [
        `${about}|${text}|${units.join()}`,
        {
          about,
          places: [place],
          units,
          text,
          values: [],
          ...(by ? { who: by.preparedBy, at: by.receivedAt } : {}),
        },
      ]
    }),
  )
}

/** One event often moves a whole column, and is told once. */
function explained({ index, reasons, revisions }: AnnexInput): Keyed[] {
  const sent = new Map(revisions.map(one => [one.unit, one]))
  return reasons.flatMap(({ unit, rule, place: text, text: reason, message }): Keyed[] => {
    const place = placeOf(index, text)
    const by = sent.get(unit)
    return [
      [
        `reason|${unit}|${rule}|${reason}`,
        {
          about: 'reason',
          places: place ? [place] : [],
          units: [unit],
          text: reason,
          values: [message],
          ...(by ? { who: by.preparedBy, at: by.receivedAt } : {}),
        },
      ],
    ]
  })
}

function adjusted({ index, merged }: AnnexInput): Keyed[] {
  return merged.adjusted.map(({ number, place, value, basis, reason, by, at }): Keyed => {
    const [from, to] = [basis, value].map(cell => printCell(index, place, cell))
    return [
      `adjustment|${number}`,
      {
        about: 'adjustment',
        places: [place],
        units: [],
        text: reason,
        values: [noteWords.adjusted(from ?? '', to ?? '')],
        who: by,
        at,
      },
    ]
  })
}

/** Ratios told with and without a group that is declared to stand outside them. */
function excluded({ index, merged, exclusions = [] }: AnnexInput): Keyed[] {
  return exclusions.flatMap((exclusion): Keyed[] => {
    const { id, indicator, name, basis } = exclusion
    const entry = index.indicators.get(indicator)
    const printed = toWire(merged.values.figure(indicator)) ?? null
    const words = exclusionInWords(index, exclusion, printed)
    if (!entry || !words) return []
    const place = { form: entry.form.id, row: indicator }
    const values = [noteWords.excluded(name, basis)]
    return [
      [
        `exclusion|${id}`,
        { about: 'exclusion', places: [place], units: [], text: words.short, values },
      ],
    ]
  })
}

/** Figures of other days in the same sums: of a whole unit, so no cell bears the number. */
function windowed({ windows = [], revisions }: AnnexInput): Keyed[] {
  const sent = new Map(revisions.map(one => [one.unit, one]))
  return windows.map(({ unit, says }): Keyed => {
    const by = sent.get(unit)
    return [
      `window|${unit}`,
      {
        ...{
          about: 'window',
          places: [],
          units: [unit],
          text: says.join(' '),
          values: [noteWords.wholeUnit],
        },
        ...(by ? { who: by.preparedBy, at: by.receivedAt } : {}),
      },
    ]
  })
}

/** What Ghi chú prints: remarks in words with the number of their note, other notes by their number alone. */
export function remarksBy(notes: Notes): Remarks {
  return place => {
    const at = notes.at(place)
    const said = at.filter(({ about }) => inWords.has(about))
    const called = at.filter(note => !said.includes(note)).map(({ number }) => mark(number))
    const parts = [
      ...said.map(({ text, number }) => `${text} ${mark(number)}`),
      // a table has no room for bare numbers: they stand by the figures themselves
      ...(called.length > 0 && place.column === undefined ? [called.join(', ')] : []),
    ]
    return parts.length > 0 ? parts.join('; ') : undefined
  }
}

const inWords = new Set<Note['about']>(['coverage', 'conflict', 'exclusion'])

export const mark = (number: number): string => `(${number})`

/** Numbers of notes behind the figures of a table, by the cells' number format: the figures stay figures. */
export function withNotes(sheet: PaperSheet, notes: Notes): PaperSheet {
  return {
    ...sheet,
    rows: sheet.rows.map(row =>
      row.map(cell => {
        if (cell.place?.column === undefined || cell.value === null) return cell
        const at = notes.at(cell.place)
        if (at.length === 0) return cell
        const raised = at.map(({ number }) => superscript(number)).join('')
        return {
          ...cell,
          numberFormat: marked(cell.numberFormat ?? 'General', raised),
          ...(cell.sign === undefined ? {} : { sign: `${cell.sign} ${raised}` }),
        }
      }),
    ),
  }
}

/** `#,##0` → `#,##0" ⁽¹⁾"`; words in the cell carry the number too. */
function marked(format: string, raised: string): string {
  const suffix = `" ${raised}"`
  const number = (format === '@' ? 'General' : format) + suffix
  return `${number};-${number};${number};@${suffix}`
}

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const superscript = (number: number): string =>
  `⁽${[...String(number)].map(digit => digits[Number(digit)]).join('')}⁾`
