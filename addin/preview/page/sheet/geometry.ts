// Where rows and columns lie on the screen, in pixels from the sheet's top-left cell.
// Never draws, and never reaches further than the page shows.
import type { Area, Sheet } from '../../workbook/workbook.ts'

/** The page draws no more of a sheet than this; real Excel goes on. */
export const limits = { rows: 2000, columns: 200 } as const

const spare = { rows: 40, columns: 8 }
const least = { rows: 100, columns: 26 }

/** A sheet measures in points. */
const pixels = (points: number, zoom: number): number => Math.round((points * zoom * 4) / 3)

/** One direction of a sheet: the edges of its rows, or of its columns. */
export class Axis {
  /** `edges[i]` is where line i begins; hidden lines have no extent */
  readonly #edges: readonly number[]

  constructor(lines: Sheet['rows'], count: number, zoom: number) {
    const edges = [0]
    let edge = 0
    for (let line = 0; line < count; line += 1) {
      if (!lines.isHidden(line)) edge += pixels(lines.size(line), zoom)
      edges.push(edge)
    }
    this.#edges = edges
  }

  get count(): number {
    return this.#edges.length - 1
  }

  get length(): number {
    return this.start(this.count)
  }

  start(line: number): number {
    return this.#edges[Math.min(line, this.count)] ?? 0
  }

  /** Pixels of `count` lines from `first` on. */
  extent(first: number, count = 1): number {
    return this.start(first + count) - this.start(first)
  }

  isShown(line: number): boolean {
    return this.extent(line) > 0
  }

  /** The line at a distance from the start, within the axis. */
  at(distance: number): number {
    let low = 0
    let high = this.count - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.start(middle) <= distance) low = middle
      else high = middle - 1
    }
    // of lines at the same place only the last has an extent
    return low
  }

  /** The next shown line after one; the axis' count when there is none. */
  after(line: number): number {
    let next = line + 1
    while (next < this.count && !this.isShown(next)) next += 1
    return next
  }
}

export interface Geometry {
  readonly rows: Axis
  readonly columns: Axis
  /** 1 is 100 % */
  readonly zoom: number
}

/** Rows and columns in use, what was visited, and some empty ones around. */
export function geometryOf(
  sheet: Sheet,
  visited: { row: number; column: number },
  zoom: number,
): Geometry {
  const used = sheet.grid.used(false)
  const lastRow = Math.max(used ? used.row + used.rows : 0, visited.row + 1)
  const lastColumn = Math.max(used ? used.column + used.columns : 0, visited.column + 1)
  const rows = Math.min(limits.rows, Math.max(least.rows, lastRow + spare.rows))
  const columns = Math.min(limits.columns, Math.max(least.columns, lastColumn + spare.columns))
  return {
    rows: new Axis(sheet.rows, rows, zoom),
    columns: new Axis(sheet.columns, columns, zoom),
    zoom,
  }
}

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

export function boxOf({ rows, columns }: Geometry, area: Area): Box {
  return {
    left: columns.start(area.column),
    top: rows.start(area.row),
    width: columns.extent(area.column, area.columns),
    height: rows.extent(area.row, area.rows),
  }
}
