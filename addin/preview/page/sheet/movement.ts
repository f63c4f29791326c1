// Where arrows, Ctrl with arrows, pages, Tab and Enter lead from a cell, as in Excel.
// Never selects; it only answers the next cell.
import type { Sheet } from '../../workbook/workbook.ts'
import type { Geometry } from './geometry.ts'
import type { Cell, Selection } from './selection.ts'

export interface Step {
  readonly down: number
  readonly right: number
}

/** What movement needs to know of the view. */
export interface Ground {
  readonly sheet: Sheet
  readonly geometry: Geometry
}

function isOpen({ sheet, geometry }: Ground, { row, column }: Cell): boolean {
  return (
    geometry.rows.isShown(row) &&
    geometry.columns.isShown(column) &&
    sheet.guard.maySelect(row, column)
  )
}

function inside({ geometry }: Ground, { row, column }: Cell): boolean {
  return row >= 0 && column >= 0 && row < geometry.rows.count && column < geometry.columns.count
}

/** The next cell in a direction that is shown and may be selected; the same cell at an edge. */
export function stepFrom(ground: Ground, from: Cell, { down, right }: Step): Cell {
  const merge = ground.sheet.merges.at(from.row, from.column)
  let cell = from
  for (;;) {
    cell = { row: cell.row + down, column: cell.column + right }
    if (!inside(ground, cell)) return from
    const leftMerge = !merge || ground.sheet.merges.at(cell.row, cell.column) !== merge
    if (leftMerge && isOpen(ground, cell)) return cell
  }
}

/** Ctrl with an arrow: the edge of the filled run, or the next filled cell, or the last cell. */
export function edgeFrom(ground: Ground, from: Cell, step: Step): Cell {
  const filled = ({ row, column }: Cell) => ground.sheet.content(row, column) !== ''
  let cell = stepFrom(ground, from, step)
  const alongRun = filled(from) && filled(cell)
  for (;;) {
    const next = stepFrom(ground, cell, step)
    if (next === cell) return cell
    if (alongRun ? !filled(next) : filled(cell)) return cell
    cell = next
  }
}

/** Several rows at once, to the last one there is. */
export function pageFrom(ground: Ground, from: Cell, step: Step, count: number): Cell {
  let cell = from
  for (let done = 0; done < count; done += 1) cell = stepFrom(ground, cell, step)
  return cell
}

/** The last cell in use, where Ctrl+End goes. */
export function lastCell({ sheet }: Ground): Cell {
  const used = sheet.grid.used(true)
  if (!used) return { row: 0, column: 0 }
  return { row: used.row + used.rows - 1, column: used.column + used.columns - 1 }
}

/** Tab or Enter inside a selected range goes round and round in it. */
export function roundFrom(selection: Selection, step: Step): Cell {
  const { area, active } = selection
  const byRow = step.right !== 0
  const length = byRow ? area.columns : area.rows
  const total = area.rows * area.columns
  const [down, right] = [active.row - area.row, active.column - area.column]
  const at = byRow ? down * length + right : right * length + down
  const next = (at + step.right + step.down + total) % total
  const [major, minor] = [Math.floor(next / length), next % length]
  return byRow
    ? { row: area.row + major, column: area.column + minor }
    : { row: area.row + minor, column: area.column + major }
}

/** On a protected sheet Tab leads to the next unlocked cell, row by row and round to the top. */
export function unlockedFrom(ground: Ground, from: Cell, right: number): Cell {
  const { sheet, geometry } = ground
  const used = sheet.grid.used(false)
  if (!used) return stepFrom(ground, from, { down: 0, right })
  const columns = Math.min(used.column + used.columns, geometry.columns.count)
  const rows = Math.min(used.row + used.rows, geometry.rows.count)
  const total = rows * columns
  const start = Math.min(from.row, rows - 1) * columns + Math.min(from.column, columns - 1)
  for (let passed = 1; passed <= total; passed += 1) {
    const at = (((start + passed * right) % total) + total) % total
    const cell = { row: Math.floor(at / columns), column: at % columns }
    const open = !sheet.format(cell.row, cell.column).locked && isOpen(ground, cell)
    if (open && !sheet.merges.hides(cell.row, cell.column)) return cell
  }
  return from
}
