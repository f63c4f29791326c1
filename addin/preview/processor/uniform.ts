// The one answer for a property of many cells: its value when they agree, `null` when they differ.
// Never visits blank cells of unbounded ranges one by one.
import { isUnbounded } from '../workbook/address.ts'
import type { CellFormat } from '../workbook/workbook.ts'
import type { Place } from './area-text.ts'
import type { Json } from './protocol.ts'

export function uniform<Value extends Json>(
  { sheet, area }: Place,
  look: (format: CellFormat, row: number, column: number) => Value,
): Value | null {
  const first = look(sheet.format(area.row, area.column), area.row, area.column)
  const same = (row: number, column: number) => {
    const value = look(sheet.format(row, column), row, column)
    return value === first || JSON.stringify(value) === JSON.stringify(first)
  }
  if (isUnbounded(area)) {
    for (const { row, column } of sheet.grid.occupied(area)) {
      if (!same(row, column)) return null
    }
    return first
  }
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      if (!same(row, column)) return null
    }
  }
  return first
}

/** The same over whole rows or columns. */
export function uniformLine<Value extends Json>(
  first: number,
  count: number,
  look: (line: number) => Value,
): Value | null {
  const value = look(first)
  // lines far below anything that was ever set agree with the last one looked at
  const last = first + Math.min(count, 20_000)
  for (let line = first + 1; line < last; line += 1) {
    if (look(line) !== value) return null
  }
  return value
}
