// Rows or columns put in between, or taken out, and where that leaves lines, areas and references.
// Never touches a sheet.
import {
  type Area,
  columnLetters,
  columnLimit,
  isSingle,
  parseArea,
  rowLimit,
  splitSheetName,
} from './address.ts'
import { tokens } from './formula/tokens.ts'

/** Named as a sheet names its lines. */
export type Axis = 'rows' | 'columns'

export interface Shift {
  change: 'insert' | 'delete'
  axis: Axis
  /** the first line inserted or deleted, counted from 0 */
  at: number
  count: number
}

const limits: Record<Axis, number> = { rows: rowLimit, columns: columnLimit }

/** Where a line is afterwards; `undefined` when it was deleted. */
export function shiftedLine(line: number, { change, at, count }: Shift): number | undefined {
  if (line < at) return line
  if (change === 'insert') return line + count
  return line < at + count ? undefined : line - count
}

/** How many of the first `lines` lines there are afterwards: frozen ones, for example. */
export function shiftedCount(lines: number, { change, at, count }: Shift): number {
  if (at >= lines) return lines
  return change === 'insert' ? lines + count : lines - Math.min(count, lines - at)
}

/**
 * Where an area is afterwards: it moves, stretches over lines put inside it, shrinks by deleted
 * ones; `undefined` when all of it was deleted. Whole columns do not notice rows.
 */
export function shiftedArea(area: Area, shift: Shift): Area | undefined {
  const [first, length] =
    shift.axis === 'rows' ? [area.row, area.rows] : [area.column, area.columns]
  const limit = limits[shift.axis]
  if (length === limit) return area
  const start = shiftedCount(first, shift)
  const moved = shift.change === 'insert' && shift.at === first ? first + shift.count : start
  const end = Math.min(limit, shiftedCount(first + length, shift))
  if (end <= moved) return undefined
  return shift.axis === 'rows'
    ? { ...area, row: moved, rows: end - moved }
    : { ...area, column: moved, columns: end - moved }
}

/** The area as a reference, with the `$` of the reference it comes from. */
function writtenLike(text: string, area: Area): string {
  const [first = '', last = first] = text.split(':')
  const column = (corner: string, at: number) =>
    `${/^\$[A-Za-z]/.test(corner) ? '$' : ''}${columnLetters(at)}`
  const row = (corner: string, at: number) => `${/\$\d/.test(corner) ? '$' : ''}${at + 1}`
  const [lastRow, lastColumn] = [area.row + area.rows - 1, area.column + area.columns - 1]
  if (area.columns === columnLimit) return `${row(first, area.row)}:${row(last, lastRow)}`
  if (area.rows === rowLimit) return `${column(first, area.column)}:${column(last, lastColumn)}`
  const start = column(first, area.column) + row(first, area.row)
  if (isSingle(area) && !text.includes(':')) return start
  return `${start}:${column(last, lastColumn)}${row(last, lastRow)}`
}

/**
 * A formula after lines of the sheet `shifted` moved. References that lost all their cells become
 * `#REF!`.
 * @param home whether a reference without a sheet's name means that sheet
 */
export function shiftedFormula(
  formula: string,
  shifted: string,
  home: boolean,
  shift: Shift,
): string {
  return tokens(formula)
    .map(({ kind, text }) => {
      if (kind !== 'reference') return text
      const { sheetName, rest } = splitSheetName(text)
      const meant = sheetName === undefined ? home : sheetName.toLowerCase() === shifted
      if (!meant) return text
      const area = shiftedArea(parseArea(rest), shift)
      const prefix = text.slice(0, text.length - rest.length)
      return prefix + (area ? writtenLike(rest, area) : '#REF!')
    })
    .join('')
}
