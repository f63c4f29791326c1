/** Column widths for paper: the shared layout is made for the screen, A4 is narrower. */
import { spans } from './merges.ts'
import { printableWidth } from './page.ts'
import { leastWidth, neededHeight, pointsPerUnit, shownText } from './room.ts'
import type { PaperCell, PaperSheet } from './sheet.ts'
import { type Drawn, styleOf } from './styles.ts'

/** Columns narrow until the page prints at this scale, so that 12 points stay about 10 on paper. */
const smallestScale = 0.82
/** A column may outgrow its laid-out width this far for a long number or word. */
const stretch = 1.6

/** In column units: as laid out, narrowed evenly, never below the widest number or word. */
export function printedWidths(sheet: PaperSheet): number[] {
  const laidOut = sheet.widths.reduce((sum, units) => sum + units, 0) * pointsPerUnit
  const factor = Math.min(1, printableWidth(sheet) / smallestScale / laidOut)
  const ruled = ruledColumns(sheet)
  const least = ruled.map((column, c) =>
    Math.min(column.least / pointsPerUnit, (sheet.widths[c] ?? 0) * stretch),
  )
  const widths = sheet.widths.map((units, c) => Math.max(units * factor, least[c] ?? 0))
  const even = factor < 1 ? evened(ruled.map(cellsOf), widths, least) : widths
  return even.map(units => Math.ceil(units * 100) / 100)
}

/** The largest of what all cells need; 0 when there is none. */
const most = (cells: readonly PaperCell[], needs: (cell: PaperCell) => number): number =>
  cells.reduce((found, cell) => Math.max(found, needs(cell)), 0)

/** What stands of a column in the ruled table and in no merged area. */
type Ruled = {
  /** points of the widest number or word */
  least: number
  /** by style and by what they say, one of those that are as high */
  readonly cells: Map<Drawn, Map<string, PaperCell>>
}
const cellsOf = ({ cells }: Ruled): PaperCell[] =>
  [...cells.values()].flatMap(said => [...said.values()])

/** Numbers never wrap, so all are as high, while each is as wide as it is; an indent leaves words less room. */
const highAs = (cell: PaperCell): string => {
  if (cell.value && 'number' in cell.value) return anyNumber
  return cell.indent ? `${shownText(cell)}|${cell.indent}` : shownText(cell)
}
const anyNumber = ''

function ruledColumns(sheet: PaperSheet): Ruled[] {
  const merged = spans(sheet)
  const columns = sheet.widths.map((): Ruled => ({ least: 0, cells: new Map() }))
  sheet.rows.forEach((row, r) => {
    const within = merged(r)
    row.forEach((cell, c) => {
      const column = columns[c]
      if (!cell.value || !column || within?.has(c)) return
      const style = styleOf(cell)
      if (!style.border) return
      const said = column.cells.get(style) ?? new Map<string, PaperCell>()
      const key = highAs(cell)
      if (key !== anyNumber && said.has(key)) return
      column.least = Math.max(column.least, leastWidth(cell))
      column.cells.set(style, said.set(key, cell))
    })
  })
  return columns
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
