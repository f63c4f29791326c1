/** Column widths for paper: the shared layout is made for the screen, A4 is narrower. */
import { spans } from './merges.ts'
import { printableWidth } from './page.ts'
import { leastWidth, measuredAs, neededHeight, pointsPerUnit } from './room.ts'
import type { PaperCell, PaperSheet } from './sheet.ts'
import { styleOf } from './styles.ts'

/** Columns narrow until the page prints at this scale, so that 12 points stay about 10 on paper. */
const smallestScale = 0.82
/** A column may outgrow its laid-out width this far for a long number or word. */
const stretch = 1.6

/** In column units: as laid out, narrowed evenly, never below the widest number or word. */
export function printedWidths(sheet: PaperSheet): number[] {
  const laidOut = sheet.widths.reduce((sum, units) => sum + units, 0) * pointsPerUnit
  const factor = Math.min(1, printableWidth(sheet) / smallestScale / laidOut)
  const columns = ruledCells(sheet)
  const least = columns.map((cells, c) =>
    Math.min(most(cells, leastWidth) / pointsPerUnit, (sheet.widths[c] ?? 0) * stretch),
  )
  const widths = sheet.widths.map((units, c) => Math.max(units * factor, least[c] ?? 0))
  const even = factor < 1 ? evened(columns, widths, least) : widths
  return even.map(units => Math.ceil(units * 100) / 100)
}

/** The largest of what all cells need; 0 when there is none. */
const most = (cells: readonly PaperCell[], needs: (cell: PaperCell) => number): number =>
  cells.reduce((found, cell) => Math.max(found, needs(cell)), 0)

/** By column, the cells that stand in the ruled table and in no merged area; one of those that say the same. */
function ruledCells(sheet: PaperSheet): PaperCell[][] {
  const merged = spans(sheet)
  const columns = sheet.widths.map(() => new Map<string, PaperCell>())
  sheet.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell.value && styleOf(cell).border && !merged(r, c))
        columns[c]?.set(measuredAs(cell), cell)
    })
  })
  return columns.map(cells => [...cells.values()])
}

/** Rows higher than this (five lines) are worth moving width for. */
const calmHeight = 85
const share = 0.08
const rounds = 24

/** Moves width to the column with the tallest cell from the one that minds least, while that lowers the tallest. */
function evened(
  columns: readonly (readonly PaperCell[])[],
  start: readonly number[],
  least: readonly number[],
): number[] {
  const widths = [...start]
  const tallestIn = (c: number, units: number) =>
    most(columns[c] ?? [], cell => neededHeight(cell, units))
  const needs = widths.map((units, c) => tallestIn(c, units))
  for (let round = 0; round < rounds; round += 1) {
    const tallest = Math.max(...needs)
    const taker = needs.indexOf(tallest)
    if (tallest <= calmHeight) break
    const givers = widths
      .map((units, c) => ({ c, left: units * (1 - share) }))
      .filter(({ c, left }) => c !== taker && left >= (least[c] ?? 0))
      .map(giver => ({ ...giver, need: tallestIn(giver.c, giver.left) }))
      .sort((a, b) => a.need - b.need || b.left - a.left)
    const giver = givers[0]
    if (!giver || giver.need >= tallest) break
    widths[taker] = (widths[taker] ?? 0) + (widths[giver.c] ?? 0) - giver.left
    widths[giver.c] = giver.left
    needs[giver.c] = giver.need
    needs[taker] = tallestIn(taker, widths[taker] ?? 0)
  }
  return widths
}
