// Areas of the grid and how they are written in A1 style. Rows and columns count from 0.
// Never knows sheets' contents; a sheet's name is only split off or put in front.
import { WorkbookProblem } from './problem.ts'

export const rowLimit = 1_048_576
export const columnLimit = 16_384

/** A rectangle of cells: top-left corner and extent, counted from 0. */
export interface Area {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export const wholeGrid: Area = { row: 0, column: 0, rows: rowLimit, columns: columnLimit }

export function cellArea(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 }
}

export function isSingle(area: Area): boolean {
  return area.rows === 1 && area.columns === 1
}

/** Entire columns, entire rows or the whole sheet. */
export function isUnbounded(area: Area): boolean {
  return area.rows === rowLimit || area.columns === columnLimit
}

/** @throws WorkbookProblem `address` when any part lies outside the grid */
export function checkedArea(area: Area): Area {
  const { row, column, rows, columns } = area
  const whole = [row, column, rows, columns].every(Number.isInteger)
  const inside =
    row >= 0 && column >= 0 && row + rows <= rowLimit && column + columns <= columnLimit
  if (!whole || !inside || rows < 1 || columns < 1) {
    throw new WorkbookProblem('address', JSON.stringify(area))
  }
  return area
}

export function covers(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  )
}

export function intersection(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row)
  const column = Math.max(a.column, b.column)
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined
}

export function boundingArea(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row)
  const column = Math.min(a.column, b.column)
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  }
}

/** What is left of `area` without `hole`: up to four rectangles. */
export function without(area: Area, hole: Area): Area[] {
  const cut = intersection(area, hole)
  if (!cut) return [area]
  const { row, column, rows, columns } = area
  const pieces: Area[] = [
    { row, column, rows: cut.row - row, columns },
    { row: cut.row + cut.rows, column, rows: row + rows - cut.row - cut.rows, columns },
    { row: cut.row, column, rows: cut.rows, columns: cut.column - column },
    {
      row: cut.row,
      column: cut.column + cut.columns,
      rows: cut.rows,
      columns: column + columns - cut.column - cut.columns,
    },
  ]
  return pieces.filter(piece => piece.rows > 0 && piece.columns > 0)
}

export function columnLetters(column: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return letters
}

export function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}

/** `A1`, `A1:B2`, `A:C`, `2:5`; the whole sheet is `1:1048576`, as Excel writes it. */
export function formatArea(area: Area, absolute = false): string {
  const dollar = absolute ? '$' : ''
  const lastRow = area.row + area.rows
  const rowText = (row: number) => `${dollar}${row}`
  const columnText = (column: number) => `${dollar}${columnLetters(column)}`
  if (area.columns === columnLimit) return `${rowText(area.row + 1)}:${rowText(lastRow)}`
  const lastColumn = area.column + area.columns - 1
  if (area.rows === rowLimit) return `${columnText(area.column)}:${columnText(lastColumn)}`
  const first = columnText(area.column) + rowText(area.row + 1)
  return isSingle(area) ? first : `${first}:${columnText(lastColumn)}${rowText(lastRow)}`
}

const cornerPattern = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/
const columnPattern = /^\$?([A-Za-z]{1,3})$/
const rowPattern = /^\$?([1-9]\d{0,6})$/

function corner(text: string): Area | undefined {
  const cell = cornerPattern.exec(text)
  if (cell) return cellArea(Number(cell[2]) - 1, columnNumber(cell[1] ?? ''))
  const column = columnPattern.exec(text)
  if (column) return { ...wholeGrid, column: columnNumber(column[1] ?? ''), columns: 1 }
  const row = rowPattern.exec(text)
  return row ? { ...wholeGrid, row: Number(row[1]) - 1, rows: 1 } : undefined
}

/** Reads `A1`, `$A$1:B2`, `A:C`, `2:5`. @throws WorkbookProblem `address` */
export function parseArea(text: string): Area {
  const parts = text.trim().split(':')
  const first = corner(parts[0] ?? '')
  const last = parts.length === 1 ? first : corner(parts[1] ?? '')
  const lone = parts.length === 1 && first !== undefined && isUnbounded(first)
  if (!first || !last || lone || parts.length > 2 || isUnbounded(first) !== isUnbounded(last)) {
    throw new WorkbookProblem('address', text)
  }
  return checkedArea(boundingArea(first, last))
}

/** Splits `'Biểu 3'!E10` into the sheet's name and the rest; no name gives `undefined`. */
export function splitSheetName(text: string): { sheetName: string | undefined; rest: string } {
  const quoted = /^=?'((?:[^']|'')+)'!(.+)$/s.exec(text.trim())
  if (quoted) return { sheetName: quoted[1]?.replaceAll("''", "'"), rest: quoted[2] ?? '' }
  const plain = /^=?([^'!]+)!(.+)$/s.exec(text.trim())
  if (plain) return { sheetName: plain[1], rest: plain[2] ?? '' }
  return { sheetName: undefined, rest: text.trim() }
}

/** Puts a sheet's name in front, quoted where Excel quotes it. */
export function withSheetName(sheetName: string, rest: string): string {
  const bare = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheetName) && !cornerPattern.test(sheetName)
  return `${bare ? sheetName : `'${sheetName.replaceAll("'", "''")}'`}!${rest}`
}
