/** Row heights, so that nothing is clipped: no row of a file stretches by itself. */
import { tallestRow } from './measure.ts'
import { spans } from './merges.ts'
import { neededHeight, pointsPerUnit } from './room.ts'
import type { PaperSheet } from './sheet.ts'

/** Points per row. A cell merged down leaves to its last row what the rows before it do not hold. */
export function printedHeights(sheet: PaperSheet, widths: readonly number[]): number[] {
  const merged = spans(sheet)
  const heights: number[] = []
  const later: { row: number; top: number; needed: number }[] = []
  sheet.rows.forEach((row, r) => {
    let height = 0
    const within = merged(r)
    row.forEach((cell, c) => {
      const span = within?.get(c)
      if (span === 'inside') return
      const units = span ? sum(widths.slice(c, c + span.columns)) : (widths[c] ?? 0)
      const needed = neededHeight(cell, units)
      if (span && span.rows > 1) later.push({ row: r + span.rows - 1, top: r, needed })
      else height = Math.max(height, needed)
    })
    for (const { row: last, top, needed } of later) {
      if (last !== r) continue
      const above = sum(heights.slice(top, r))
      height = Math.max(height, needed - above)
    }
    height = Math.max(height, beneathPicture(sheet, widths, heights), sheet.room?.[r + 1] ?? 0)
    heights.push(Math.min(tallestRow, Math.ceil(height || emptyRow)))
  })
  return heights
}

/**
 * A picture is square, and so are the cells it stands on: their width is shared out among the rows, less what the rows
 * before this one already have.
 */
function beneathPicture(
  { pictures = [] }: PaperSheet,
  widths: readonly number[],
  heights: readonly number[],
): number {
  const r = heights.length
  const picture = pictures.find(({ row, rows }) => r >= row - 1 && r < row - 1 + rows)
  if (!picture) return 0
  const { row, column, rows, columns } = picture
  const side = sum(widths.slice(column - 1, column - 1 + columns)) * pointsPerUnit
  const until = Math.round((side * (r - row + 2)) / rows)
  return until - sum(heights.slice(row - 1))
}
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

const emptyRow = 15
