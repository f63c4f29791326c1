/**
 * Reads a table of dossiers as the one-stop software exports it (II.06a/VPCP, the older 07a/BTP and their variants) for one
 * unit's own table: pure, over raw values of a sheet. What the file does not tell is left blank and said, never guessed.
 */
import type { Agency } from './agency.ts'
import { inputColumns } from './catalogue/catalogue.ts'
import type { TableForm } from './catalogue/schema.ts'
import { added } from './one-stop/adding.ts'
import { cellsOf } from './one-stop/cells.ts'
import { counting } from './one-stop/counting.ts'
import { matching } from './one-stop/fields.ts'
import { type FileColumn, headingsOf, type RawSheet } from './one-stop/headings.ts'
import { type FileLine, linesBelow } from './one-stop/lines.ts'
import {
  columnNames,
  columnNotes,
  identityNotes,
  look,
  type Note,
  sumNote,
} from './one-stop/notes.ts'
import {
  asideNotes,
  fieldNotes,
  type Read,
  rowNotes,
  some,
  undividedNotes,
  windowNotes,
} from './one-stop/remarks.ts'
import { headingText } from './one-stop/title.ts'
import { oneStopWords } from './one-stop/words.ts'
import type { DossierLine, ImportedDossiers } from './protocol/one-stop.ts'

export { type RawSheet, type RawValue, seenIn } from './one-stop/headings.ts'

/** The form dossiers go into. */
export const dossierForm = 'KSTT-06a'

export type DossierTarget = {
  readonly form: TableForm
  readonly agency: Agency
  readonly unit: string
  readonly period: string
  /** of the period, as the file's own dates should be; ISO dates, both included */
  readonly window: { readonly from: string; readonly to: string }
}

export const isDossierTable = (sheet: RawSheet): boolean => headingsOf(sheet) !== undefined

/** @returns undefined when the sheet has no heading of such a table */
export function importDossiers(
  sheet: RawSheet,
  { form, agency, unit, period, window }: DossierTarget,
): ImportedDossiers | undefined {
  const headings = headingsOf(sheet)
  if (!headings) return undefined
  const fields = matching(agency, form, unit)
  const { lines, totals, nameless, cutAt } = linesBelow(sheet, headings)
  const { counted, repeated, inside } = counting(lines, fields)
  const keys = new Set(form.columns.map(({ key }) => key))
  const inputs = inputColumns(form)
  const read = counted.map(
    (one): Read => ({ ...one, cells: cellsOf(one.line, headings.columns, keys) }),
  )
  const own = read.filter(({ match }) => match.field !== null)
  const byField = Map.groupBy(own, ({ match }) => match.field ?? '')
  const sums = [...byField].map(
    ([field, of]) =>
      [
        field,
        added(
          of.map(({ cells }) => cells),
          inputs.map(({ key }) => key),
        ),
      ] as const,
  )
  const undivided = sums.filter(([, one]) => one.undivided.length > 0)
  const title = headingText(sheet, headings.top)
  const every = counted.map(({ line }) => line)
  const compared = [...headings.columns, ...headings.aside]
  const nameOf = columnNames(form.columns)
  return {
    form: form.id,
    layout: headings.columns.some(({ means }) => oldMeanings.has(means)) ? '07a' : 'II.06a',
    sheet: sheet.name,
    heading: title,
    table: Object.fromEntries(
      sums
        .map(([field, { cells }]) => [field, cells] as const)
        .filter(([, cells]) => Object.keys(cells).length > 0),
    ),
    undivided: Object.fromEntries(undivided.map(([field, one]) => [field, one.undivided])),
    lines: read.map(lineOf),
    notes: told([
      ...windowNotes(title, period, window),
      ...undividedNotes(undivided, nameOf, fields),
      ...columnNotes(headings.columns, inputs, nameOf),
      ...asideNotes(headings, own),
      ...some(headings.unknown, one => look(oneStopWords.unknownColumns(one))),
      ...some(
        headings.doubled.map(({ heading }) => heading),
        one => look(oneStopWords.doubledColumns(one)),
      ),
      ...own.flatMap(({ line, cells }) => identityNotes(line, cells, form.columns, headings.aside)),
      ...totalNotes(totals, every, compared),
      ...repeated.flatMap(({ line, parts }) => sumNote(line, [parts], compared)),
      ...rowNotes(
        {
          totals,
          nameless,
          cutAt,
          inside,
          sections: repeated.filter(one => one.why === 'section'),
        },
        read,
      ),
      ...fieldNotes(byField, read, fields, agency),
    ]),
  }
}

/** Nobody reads more; what needs a look goes before what was only done. */
const mostNotes = 60

function told(notes: readonly Note[]): Note[] {
  if (notes.length <= mostNotes) return [...notes]
  const first = [...notes.filter(one => one.needsLook), ...notes.filter(one => !one.needsLook)]
  const left = first.splice(mostNotes - 1)
  return [...first, look(oneStopWords.more(left.length))]
}

const oldMeanings: ReadonlySet<FileColumn['means']> = new Set([
  'received_new',
  'resolved_early_or_on_time',
])

const lineOf = ({ line, match, cells }: Read): DossierLine => ({
  row: line.row,
  label: line.label,
  field: match.field,
  candidates: match.candidates,
  elsewhere: match.elsewhere,
  cells: cells.cells,
  undivided: [...cells.undivided],
})

/** A total may be of the whole table or of the lines since the one before it. */
function totalNotes(
  totals: readonly FileLine[],
  every: readonly FileLine[],
  columns: readonly FileColumn[],
): Note[] {
  return totals.flatMap((total, i) => {
    const before = totals[i - 1]?.row ?? 0
    const since = every.filter(({ row }) => row > before && row < total.row)
    return sumNote(total, [every, since], columns)
  })
}
