/**
 * "Nguồn số liệu": every merged figure with what each unit gave to it, in which revision, by whom, when and why, so that
 * "số này ở đâu ra" is answered with only this file open. Cells of the forms lead here and back.
 */
import type { Cell } from '../../shared/content.ts'
import { cellAddress, onSheet } from '../../shared/layout/address.ts'
import { printInstant } from '../../shared/period.ts'
import { placeText } from '../../shared/place.ts'
import { say } from '../messages.ts'
import type { PaperCell, PaperSheet } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import type { FiledRevision } from './filings.ts'
import { type Entry, type Line, lineageLines } from './lines.ts'
import { mark, type Note, type Notes } from './notes.ts'
import { calling, type Find } from './places.ts'
import { centred, laidCell, lineRows, linked, list, rowsAbove, said } from './sheet-rows.ts'
import { annexWords } from './words.ts'
import { lineageWords } from './words-lineage.ts'

const widths = [9, 12, 34, 7, 10, 12, 16, 10, 5, 27, 11, 30]
/** Form and code stand in every row, so that a filter keeps a figure together. */
const repeated = [0, 1]
const totalColumn = 5
/**
 * Beyond this many contributions rows that only repeat a unit's number are left to the matrix of units: 12,000 rows took
 * more than the 128 MB a Worker has, 6,600 of forty units less than 80.
 */
const manyContributions = 7_000

/** @returns the sheet, and where in it a figure begins */
export function lineage(
  input: AnnexInput,
  find: Find,
  notes: Notes,
): { sheet: PaperSheet; sourceOf: Find } {
  const lines = lineageLines(input)
  const contributions = lines.reduce((sum, { parts }) => sum + parts.size, 0)
  const brief = contributions > manyContributions
  const says = [lineageWords.subtitle, ...(brief ? [lineageWords.shortened(contributions)] : [])]
  const rowsOf = rowsBy(input, find, notes, brief)
  const first = new Map<string, number>()
  const rows: PaperCell[][] = []
  const above = rowsAbove(says)
  for (const line of lines) {
    first.set(placeText(line.place), above + rows.length + 1)
    for (const row of rowsOf(line)) rows.push(row)
  }
  const name = annexWords.sheets.lineage
  const { title, head } = lineageWords
  return {
    sheet: list({ sheet: name, widths, title, says, head, rows }),
    sourceOf: place => {
      const row = first.get(placeText(place))
      return row === undefined ? undefined : { sheet: name, cell: cellAddress(row, totalColumn) }
    },
  }
}

/** An adjustment moves sums and totals too, and its note stands at the figure it was made for. */
const ofEntry = ({ all }: Notes, entry: Entry): Note[] =>
  all
    .filter(
      ({ about, text, at }) => about === 'adjustment' && text === entry.reason && at === entry.at,
    )
    .slice(0, 1)

/** A unit's revision as every row of its figures says it. */
type Sent = { readonly revision: string; readonly who: string; readonly when: string }

const sentAs = ({ revision, preparedBy, approvedBy, receivedAt }: FiledRevision): Sent => ({
  revision: String(revision),
  who: lineageWords.prepared(preparedBy, approvedBy),
  when: printInstant(receivedAt),
})

/** One contribution: a unit's part, or the office's. */
type Part = {
  readonly who: string
  readonly value: Cell
  readonly sent?: Sent
  readonly entry?: Entry
  readonly notes: readonly Note[]
}

function rowsBy(
  { index, agency, revisions }: AnnexInput,
  find: Find,
  notes: Notes,
  brief: boolean,
): (line: Line) => PaperCell[][] {
  const called = calling(index, agency)
  const sent = new Map(revisions.map(one => [one.unit, sentAs(one)]))
  const short = new Map(agency.units.map(unit => [unit.key, unit.short]))

  const partsOf = ({ place, parts, office }: Line): Part[] => {
    const at = notes.at(place)
    const ofUnits = [...parts].map(([unit, value]): Part => {
      const by = sent.get(unit)
      return {
        who: short.get(unit) ?? unit,
        value,
        ...(by ? { sent: by } : {}),
        notes: at.filter(note => note.about !== 'coverage' && note.units.includes(unit)),
      }
    })
    const ofOffice = (office?.entries ?? []).map((entry): Part => {
      return { who: say.office(), value: entry.value, entry, notes: ofEntry(notes, entry) }
    })
    return [...ofUnits, ...ofOffice]
  }

  return line => {
    const { place, numberFormat, parts, way } = line
    const { form, code, name } = called(place)
    const all = partsOf(line)
    const told = brief ? all.filter(part => part.entry || part.notes.length > 0) : all
    const target = find(place)
    const missing = notes.at(place).filter(({ about }) => about === 'coverage')
    const remark = missing.map(({ text, number }) => `${text} ${mark(number)}`).join('; ')
    // a first row of its own where the units' rows are left out, or nobody gave a part
    const heads = brief || told.length === 0
    const rowOf = (part: Part | undefined, first: boolean): PaperCell[][] => {
      const why = [...(first && remark ? [remark] : []), ...(part ? reasonsOf(part) : [])]
      return lineRows(
        [
          said(form),
          said(code),
          first ? { ...said(name), style: 'shareTotal' } : said(''),
          linked(first ? target : undefined),
          first ? total(line, target) : said(''),
          centred(first ? way : ''),
          said(part?.who ?? (parts.size > 0 ? lineageWords.units(parts.size) : '')),
          part ? share(part.value, numberFormat) : said(''),
          centred(part?.sent?.revision ?? ''),
          said(part?.sent?.who ?? part?.entry?.by ?? ''),
          centred(part?.sent?.when ?? (part?.entry ? printInstant(part.entry.at) : '')),
          said(why.join('; ')),
        ],
        widths,
        repeated,
      )
    }
    const rows = told.flatMap((part, i) => rowOf(part, i === 0 && !heads))
    return heads ? [...rowOf(undefined, true), ...rows] : rows
  }
}

/** A unit's reason in its words, the office's too; of a second report only that it does not count. */
const reasonsOf = ({ entry, notes }: Part): string[] =>
  notes.length > 0
    ? notes.map(
        ({ about, text, number }) =>
          `${about === 'conflict' ? lineageWords.uncounted : text} ${mark(number)}`,
      )
    : entry
      ? [entry.reason]
      : []

function total({ merged, numberFormat }: Line, at: ReturnType<Find>): PaperCell {
  const look = { style: 'shareTotal', align: 'right', numberFormat } as const
  return at && merged.state !== 'text' && merged.state !== 'not-reported'
    ? { ...look, value: { formula: onSheet(at.sheet, at.cell), shown: merged } }
    : { ...look, value: laidCell(merged) }
}

const share = (cell: Cell, numberFormat: string): PaperCell => ({
  value: laidCell(cell),
  style: 'share',
  align: 'right',
  numberFormat,
})

/**
 * Every figure of a form leads to where it comes from; the look stays that of print. Cells of words are left alone:
 * LibreOffice sets a linked text in blue on one line, whatever its cell says. Their way back is the column "Ô".
 */
export const withSources = (sheet: PaperSheet, sourceOf: Find): PaperSheet => ({
  ...sheet,
  rows: sheet.rows.map(row =>
    row.map(cell => {
      const figure = cell.value !== null && !('text' in cell.value)
      const source = figure && cell.place && sourceOf(cell.place)
      return source ? { ...cell, leadsTo: source } : cell
    }),
  ),
})
