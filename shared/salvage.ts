/**
 * Finds what was typed on sheets that no longer stand as they were laid out: by the codes and names of their lines, not by
 * position. Pure, over raw values of whole sheets, so that a damaged workbook and an uploaded one are read alike. Nothing
 * typed is dropped silently: what has no place, or two, is listed with its cell.
 */
import { columnName } from './layout/address.ts'
import { styles } from './layout/style.ts'
import type { SheetLayout } from './layout.ts'
import type { Place } from './place.ts'
import type { BlockCells } from './reading.ts'
import { type Columns, columnsIn, type Line, linesIn, textOf } from './salvage/lines.ts'

/** A sheet as it stands: rows[0] is row 1, its first cell column A. */
export type ScannedSheet = {
  /** the form it was laid out for */
  readonly form: string
  /** what its tab says */
  readonly tab: string
  readonly rows: readonly (readonly unknown[])[]
}

export type Found = {
  readonly form: string
  readonly tab: string
  /** "E12" */
  readonly cell: string
  readonly value: unknown
}
export type Moved = Found & { readonly place: Place; readonly expected: string }
export type Doubled = Found & { readonly place: Place; readonly kept: unknown }
export type Missing = {
  readonly form: string
  readonly places: readonly Place[]
  readonly name: string
}

export type Salvage = {
  /** by form, in the order of the layout; lines that were not found are blank */
  readonly blocks: ReadonlyMap<string, BlockCells>
  /** where each cell of the blocks stands now: "E12"; "" on lines that were not found */
  readonly cells: ReadonlyMap<string, readonly (readonly string[])[]>
  /** typed cells found, formulas and labels not counted */
  readonly typed: number
  /** found in another cell than they were laid out in */
  readonly moved: readonly Moved[]
  /** lines that are nowhere, and so whatever was typed on them */
  readonly missing: readonly Missing[]
  /** the same line twice with different values: one is kept, these are not */
  readonly doubled: readonly Doubled[]
  /** typed on lines that are none of the form's */
  readonly strange: readonly Found[]
}

/**
 * @param sheets several of one form may be given (a copy beside the original): the first is read, the rest are not
 * @param known the lines were laid out by the same catalogue, so a code alone tells a line whose name was changed
 */
export function salvage(
  layouts: readonly SheetLayout[],
  sheets: readonly ScannedSheet[],
  known = true,
): Salvage {
  const parts = layouts.map(layout => {
    const sheet = sheets.find(scanned => scanned.form === layout.form)
    return sheet ? salvageSheet(layout, sheet, known) : lost(layout)
  })
  return {
    blocks: new Map(layouts.map((layout, i) => [layout.form, parts[i]?.block ?? []])),
    cells: new Map(layouts.map((layout, i) => [layout.form, parts[i]?.cells ?? []])),
    typed: parts.reduce((sum, part) => sum + part.typed, 0),
    moved: parts.flatMap(part => part.moved),
    missing: parts.flatMap(part => part.missing),
    doubled: parts.flatMap(part => part.doubled),
    strange: parts.flatMap(part => part.strange),
  }
}

type Part = Omit<Salvage, 'blocks' | 'cells'> & {
  readonly block: BlockCells
  readonly cells: string[][]
}

const nothing = { typed: 0, moved: [], missing: [], doubled: [], strange: [] }
const isBlank = (value: unknown): boolean => textOf(value) === ''

function lost(layout: SheetLayout): Part {
  const missing = bodyOf(layout).flatMap(row => missingLine(layout, row))
  const block = bodyOf(layout).map(() => blankLine(layout))
  return { ...nothing, block, cells: block, missing }
}

function salvageSheet(layout: SheetLayout, sheet: ScannedSheet, known: boolean): Part {
  const header = columnsIn(layout, sheet.rows)
  if (layout.block.open) return openLines(layout, sheet, header)
  const { found, surplus } = linesIn(layout, sheet.rows, header, known)
  const typed: Found[] = []
  const moved: Moved[] = []
  const doubled: Doubled[] = []
  const missing: Missing[] = []
  const cells: string[][] = []
  const block = bodyOf(layout).map((row, i) => {
    const stands: string[] = []
    cells.push(stands)
    const [first, ...others] = found[i] ?? []
    if (first === undefined) {
      missing.push(...missingLine(layout, row))
      return blankLine(layout)
    }
    return columnsOf(layout).map(column => {
      const input = isInput(layout, row, column)
      const values = [first, ...others].map(line => at(sheet, header, line, column))
      // the first that says something; a line copied and left blank says nothing
      const kept = values.find(({ value }) => !isBlank(value)) ?? values[0]
      stands.push(kept?.cell ?? '')
      if (!kept || !input) return kept?.value ?? ''
      const place = layout.rows[row - 1]?.[column - 1]?.place
      if (isBlank(kept.value)) return kept.value
      typed.push(kept)
      if (!place) return kept.value
      const expected = `${columnName(column)}${row}`
      if (kept.cell !== expected) moved.push({ ...kept, place, expected })
      for (const other of values)
        if (!isBlank(other.value) && textOf(other.value) !== textOf(kept.value))
          doubled.push({ ...other, place, kept: kept.value })
      return kept.value
    })
  })
  const strange = surplus.flatMap(line => typedOn(layout, sheet, header, line))
  return { block, cells, typed: typed.length, moved, missing, doubled, strange }
}

/** A list whose lines the unit names itself: every line between the headings and the total, in order. */
function openLines(layout: SheetLayout, sheet: ScannedSheet, header: Columns): Part {
  const width = columnsOf(layout)
  const lines = sheet.rows.slice(header.below)
  const last = lines.findLastIndex(
    (_, i) => typedOn(layout, sheet, header, { row: header.below + i + 1 }).length > 0,
  )
  const kept = Math.max(last + 1, layout.block.rows)
  const found = Array.from({ length: kept }, (_, i) =>
    width.map(column => at(sheet, header, { row: header.below + i + 1 }, column)),
  )
  const block = found.map(line => line.map(({ value }) => value))
  const cells = found.map(line => line.map(({ cell }) => cell))
  const typed = block.flatMap((_, i) =>
    typedOn(layout, sheet, header, { row: header.below + i + 1 }),
  )
  return { ...nothing, block, cells, typed: typed.length }
}

function typedOn(layout: SheetLayout, sheet: ScannedSheet, header: Columns, line: Line): Found[] {
  return columnsOf(layout)
    .filter(column => bodyOf(layout).some(row => isInput(layout, row, column)))
    .map(column => at(sheet, header, line, column))
    .filter(({ value }) => !isBlank(value))
}

function at(sheet: ScannedSheet, header: Columns, { row }: Line, column: number): Found {
  const there = header.columns.get(column)
  const value = there === undefined ? '' : (sheet.rows[row - 1]?.[there - 1] ?? '')
  const { form, tab } = sheet
  return { form, tab, cell: `${columnName(there ?? column)}${row}`, value }
}

const bodyOf = ({ block }: SheetLayout): number[] =>
  Array.from({ length: block.rows }, (_, i) => block.top + i)
const columnsOf = ({ block }: SheetLayout): number[] =>
  Array.from({ length: block.columns }, (_, i) => block.left + i)
const blankLine = (layout: SheetLayout): string[] => columnsOf(layout).map(() => '')

const isInput = ({ rows }: SheetLayout, row: number, column: number): boolean => {
  const cell = rows[row - 1]?.[column - 1]
  return cell !== undefined && styles[cell.style].unlocked === true
}

/** A line without anything to fill in is not missed. */
function missingLine(layout: SheetLayout, row: number): Missing[] {
  const cells = layout.rows[row - 1] ?? []
  const places = columnsOf(layout).flatMap(column =>
    isInput(layout, row, column) ? (cells[column - 1]?.place ?? []) : [],
  )
  const name = [cells[0], cells[1]]
    .map(cell => (cell?.value && 'text' in cell.value ? cell.value.text : ''))
    .filter(text => text !== '')
    .join(' ')
  return places.length > 0 ? [{ form: layout.form, places, name }] : []
}
