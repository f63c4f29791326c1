/** Row heights, so that nothing is clipped: no row of a file stretches by itself. */
import { tallestRow } from './measure.ts'
import { spans } from './merges.ts'
import { neededHeight } from './room.ts'
import type { PaperSheet } from './sheet.ts'

/** Points per row. A cell merged down leaves to its last row what the rows before it do not hold. */
export function printedHeights(sheet: PaperSheet, widths: readonly number[]): number[] {
  const merged = spans(sheet)
  const heights: number[] = []
  const later: { row: number; top: number; needed: number }[] = []
  sheet.rows.forEach((row, r) => {
    let height = 0
    row.forEach((cell, c) => {
      const span = merged.get(`${r},${c}`) ?? { rows: 1, columns: 1 }
      if (span === 'inside') return
      const needed = neededHeight(cell, widths.slice(c, c + span.columns))
      if (span.rows > 1) later.push({ row: r + span.rows - 1, top: r, needed })
      else height = Math.max(height, needed)
    })
    for (const { row: last, top, needed } of later) {
      if (last !== r) continue
      const above = heights.slice(top, r).reduce((sum, points) => sum + points, 0)
      height = Math.max(height, needed - above)
    }
    heights.push(Math.min(tallestRow, Math.ceil(height || emptyRow)))
  })
  return heights
}

const emptyRow = 15
