/**
 * "Thay đổi": what is not as it was when the figures of the period were handed out before, figure by figure, with the
 * units whose revision made the difference.
 */
import type { Agency } from '../../shared/agency.ts'
import { printCell } from '../../shared/cell-words.ts'
import type { Merged } from '../../shared/consolidate.ts'
import { type Cell, sameCell } from '../../shared/content.ts'
import { notReported } from '../../shared/figure.ts'
import { placeText } from '../../shared/place.ts'
import { say } from '../messages.ts'
import type { PaperCell, PaperSheet } from '../paper/sheet.ts'
import type { AnnexInput } from './annex.ts'
import { type Line, lineageLines } from './lines.ts'
import { calling, type Find, inOrder } from './places.ts'
import { laidCell, lineRows, linked, list, said } from './sheet-rows.ts'
import { annexWords } from './words.ts'
import { changeWords } from './words-changes.ts'

/** What was handed out before: its merged figures and the revision of each unit that counted then. */
export type PreviousPull = {
  /** UTC instant of its first handing out */
  readonly takenAt: string
  readonly state: AnnexInput['state']
  readonly agency: Agency
  readonly merged: Merged
  readonly revisions: ReadonlyMap<string, number>
}

const widths = [10, 13, 44, 7, 13, 13, 12, 48]
const repeated = [0, 1]
/** More are only counted; what each gave stands in "Nguồn số liệu". */
const unitsNamed = 12

export function changes(input: AnnexInput, find: Find): PaperSheet {
  const { previousPull: before, state } = input
  const sheet = annexWords.sheets.changes
  const { title, head, first } = changeWords
  if (!before) return list({ sheet, widths, title, says: [first], head, rows: [] })
  const changed = changedLines(input, before)
  const revised = revisedUnits(input, before)
  const written = writtenAnew(input, before, find)
  const rowOf = rowsBy(input, before, find)
  return list({
    sheet,
    widths,
    title,
    says: [
      changeWords.since(before.takenAt, changed.length, written.length),
      ...(before.state === state ? [] : [changeWords.state[state]]),
      ...(revised.length > 0 ? [changeWords.units(cut(revised))] : []),
    ],
    head,
    rows: [...changed.flatMap(rowOf), ...written],
  })
}

/** A figure then and now; one that was not there says nothing. */
type Changed = {
  readonly line: Line
  readonly from: Line | undefined
  readonly to: Line | undefined
}

function changedLines(input: AnnexInput, { agency, merged }: PreviousPull): Changed[] {
  const { index } = input
  const now = new Map(lineageLines(input).map(line => [placeText(line.place), line]))
  const then = new Map(
    lineageLines({ index, agency, merged }).map(line => [placeText(line.place), line]),
  )
  const compare = inOrder(index, merged, input.merged)
  return [...new Set([...now.keys(), ...then.keys()])]
    .flatMap((at): Changed[] => {
      const [from, to] = [then.get(at), now.get(at)]
      const line = to ?? from
      return line && differ(from, to) ? [{ line, from, to }] : []
    })
    .sort((a, b) => compare(a.line.place, b.line.place))
}

const cellIn = (line: Line | undefined): Cell => line?.merged ?? notReported
const partIn = (line: Line | undefined, unit: string): Cell => line?.parts.get(unit) ?? notReported
const officeIn = (line: Line | undefined): Cell => line?.office?.value ?? notReported

/** Parts that cancel each other out are a change too: the total hides them. */
const differ = (from: Line | undefined, to: Line | undefined): boolean =>
  !sameCell(cellIn(from), cellIn(to)) ||
  !sameCell(officeIn(from), officeIn(to)) ||
  unitsIn(from, to).some(unit => !sameCell(partIn(from, unit), partIn(to, unit)))

const unitsIn = (from: Line | undefined, to: Line | undefined): string[] => [
  ...new Set([...(from?.parts.keys() ?? []), ...(to?.parts.keys() ?? [])]),
]

/** Unit → the revision that counts and the one that counted, in words. */
function revisionsBy({ revisions }: AnnexInput, before: PreviousPull): (unit: string) => string {
  const now = new Map(revisions.map(one => [one.unit, one.revision]))
  return unit => changeWords.revisions(before.revisions.get(unit), now.get(unit))
}

function revisedUnits(input: AnnexInput, before: PreviousPull): string[] {
  const { agency, revisions } = input
  const inWords = revisionsBy(input, before)
  const now = new Map(revisions.map(one => [one.unit, one.revision]))
  return agency.units
    .filter(({ key }) => now.get(key) !== before.revisions.get(key))
    .map(({ key, short }) => changeWords.unit(short, inWords(key)))
}

function rowsBy(
  input: AnnexInput,
  before: PreviousPull,
  find: Find,
): (changed: Changed) => PaperCell[][] {
  const { index, agency } = input
  const called = calling(index, agency)
  const inWords = revisionsBy(input, before)
  const names = new Map([...before.agency.units, ...agency.units].map(u => [u.key, u.short]))

  const causes = ({ line, from, to }: Changed): string[] => {
    const print = (cell: Cell) => printCell(index, line.place, cell)
    const ofUnits = unitsIn(from, to).flatMap(unit => {
      const [old, now] = [partIn(from, unit), partIn(to, unit)]
      if (sameCell(old, now)) return []
      const who = changeWords.unit(names.get(unit) ?? unit, inWords(unit))
      return [changeWords.part(who, print(old), print(now))]
    })
    const [old, now] = [officeIn(from), officeIn(to)]
    const ofOffice = sameCell(old, now)
      ? []
      : [changeWords.part(say.office(), print(old), print(now))]
    return [...ofUnits, ...ofOffice]
  }

  return changed => {
    const { place, numberFormat } = changed.line
    const { form, code, name } = called(place)
    const target = find(place)
    const [from, to] = [cellIn(changed.from), cellIn(changed.to)]
    const why = causes(changed)
    return lineRows(
      [
        said(form),
        said(code),
        said(name),
        linked(target),
        { value: laidCell(from), style: 'share', align: 'right', numberFormat },
        { value: laidCell(to), style: 'shareTotal', align: 'right', numberFormat },
        difference(from, to, numberFormat),
        { ...said(why.length > 0 ? cut(why, '\n') : changeWords.follows), indent: 1 },
      ],
      widths,
      repeated,
    )
  }
}

/** Sections of the narrative whose text is another, by unit; the text itself stands in its own sheet. */
function writtenAnew(input: AnnexInput, before: PreviousPull, find: Find): PaperCell[][] {
  const { index, agency, merged } = input
  const called = calling(index, agency)
  const inWords = revisionsBy(input, before)
  const textsIn = (of: Merged, code: string) =>
    new Map((of.narrative.get(code) ?? []).map(({ unit, value }) => [unit, value]))
  return [...index.sections.keys()].flatMap(section => {
    const [then, now] = [textsIn(before.merged, section), textsIn(merged, section)]
    const who = agency.units.filter(({ key }) => then.get(key) !== now.get(key))
    const place = { form: index.narratives[0]?.id ?? '', row: section }
    if (who.length === 0) return []
    const { form, code, name } = called(place)
    const units = who.map(({ key, short }) => changeWords.unit(short, inWords(key)))
    return [
      [
        said(form),
        said(code),
        said(name),
        linked(find(place)),
        ...['', '', ''].map(said),
        { ...said(changeWords.written(cut(units))), indent: 1 },
      ],
    ]
  })
}

function difference(from: Cell, to: Cell, numberFormat: string): PaperCell {
  const style = { style: 'share', align: 'right' } as const
  if (from.state !== 'number' || to.state !== 'number') return { ...style, value: null }
  return {
    ...style,
    value: { number: to.value - from.value },
    numberFormat: `+${numberFormat};-${numberFormat};0`,
  }
}

const cut = (all: readonly string[], between = '; '): string =>
  [
    ...all.slice(0, unitsNamed),
    ...(all.length > unitsNamed ? [changeWords.more(all.length - unitsNamed)] : []),
  ].join(between)
