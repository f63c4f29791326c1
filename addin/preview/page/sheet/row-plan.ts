// What one row of the sheet shows: the cells to draw, how far their text runs over empty
// neighbours, and which gridlines that hides. Plain facts; another file puts them on the screen.
import { type Area, type CellFormat, cellArea, type Sheet } from '../../workbook/workbook.ts'
import type { Geometry } from './geometry.ts'
import { edge, fontOf, indentOf, lookOf, type Side, sideOf } from './look.ts'
import { textWidth } from './text-width.ts'

export interface PlannedCell {
  readonly column: number
  readonly text: string
  /** CSS text of the cell's box */
  readonly css: string
  readonly locked: boolean
  /** the area it stands for: itself, or its merge */
  readonly area: Area
}

interface Spill {
  left: number
  right: number
}

const sidePadding = 5

/** Reads one sheet for one drawing: formats are looked up for neighbours too, so they are kept. */
export class Plan {
  readonly #formats = new Map<number, CellFormat>()
  readonly #sheet: Sheet
  readonly #geometry: Geometry

  constructor(sheet: Sheet, geometry: Geometry) {
    this.#sheet = sheet
    this.#geometry = geometry
  }

  row(row: number): PlannedCell[] {
    const { columns } = this.#geometry
    const drawn: { column: number; area: Area; text: string; side: Side; spill: Spill }[] = []
    const covered = new Set<number>()
    for (let column = columns.after(-1); column < columns.count; column = columns.after(column)) {
      const merge = this.#sheet.merges.at(row, column)
      const hidden = merge && (this.#firstShown(merge) !== row || this.#left(merge) !== column)
      if (hidden) continue
      const area = merge ?? cellArea(row, column)
      const { text, side, spill } = this.#writing(row, column, area, merge !== undefined)
      drawn.push({ column, area, text, side, spill })
      this.#cover(column, spill, covered)
    }
    return drawn.map(cell => this.#planned(row, cell, covered))
  }

  #firstShown(area: Area): number {
    return this.#geometry.rows.after(area.row - 1)
  }

  #left(area: Area): number {
    return this.#geometry.columns.after(area.column - 1)
  }

  #format(row: number, column: number): CellFormat {
    const key = row * 16_384 + column
    let format = this.#formats.get(key)
    if (!format) {
      format = { ...this.#sheet.format(row, column), ...this.#sheet.painted(row, column) }
      this.#formats.set(key, format)
    }
    return format
  }

  #writing(row: number, column: number, area: Area, merged: boolean) {
    const format = this.#format(area.row, area.column)
    const content = this.#sheet.content(area.row, area.column)
    const isError = content !== '' && this.#sheet.isError(area.row, area.column)
    const side = sideOf(format, content, isError)
    const none = { left: 0, right: 0 }
    if (content === '') return { text: '', side, spill: none }
    const text = this.#sheet.text(area.row, area.column)
    if (format.wrap || format.horizontal === 'Fill') return { text, side, spill: none }
    const { columns, zoom } = this.#geometry
    const font = fontOf(format, zoom)
    const width = columns.extent(area.column, area.columns)
    const needed = textWidth(text, font) + sidePadding + indentOf(format, zoom)
    if (needed <= width || merged) return { text, side, spill: none }
    if (typeof content === 'number') {
      const marks = Math.max(1, Math.floor(width / textWidth('#', font)))
      return { text: '#'.repeat(marks), side, spill: none }
    }
    return { text, side, spill: this.#spill(row, column, needed - width, side) }
  }

  #spill(row: number, column: number, excess: number, side: Side): Spill {
    const wanted = { start: [0, excess], center: [excess / 2, excess / 2], end: [excess, 0] }[side]
    const [left = 0, right = 0] = wanted
    return {
      left: this.#room(row, column, -1, left),
      right: this.#room(row, column, 1, right),
    }
  }

  // empty neighbours give room until something stands in the way
  #room(row: number, column: number, step: 1 | -1, wanted: number): number {
    const { columns } = this.#geometry
    let room = 0
    for (let next = column + step; room < wanted; next += step) {
      if (next < 0 || next >= columns.count) break
      if (this.#sheet.merges.at(row, next) || this.#sheet.content(row, next) !== '') break
      room += columns.extent(next)
    }
    return Math.min(room, wanted)
  }

  #cover(column: number, spill: Spill, covered: Set<number>): void {
    const { columns } = this.#geometry
    const right = columns.start(column + 1) + spill.right
    for (let at = column; at < columns.count && columns.start(at + 1) < right; at += 1) {
      covered.add(at)
    }
    const left = columns.start(column) - spill.left
    for (let at = column - 1; at >= 0 && columns.start(at + 1) > left; at -= 1) covered.add(at)
  }

  #planned(
    row: number,
    cell: { column: number; area: Area; text: string; side: Side; spill: Spill },
    covered: ReadonlySet<number>,
  ): PlannedCell {
    const { area, column, spill } = cell
    const { rows, columns, zoom } = this.#geometry
    const format = this.#format(area.row, area.column)
    const lastColumn = area.column + area.columns - 1
    const lastRow = area.row + area.rows - 1
    const nextColumn = columns.after(lastColumn)
    const nextRow = rows.after(lastRow)
    const toRight = this.#format(row, nextColumn)
    const below = this.#format(nextRow, column)
    const plain = this.#sheet.showGridlines && format.fill === ''
    const right = edge(
      this.#format(row, lastColumn).borderRight,
      toRight.borderLeft,
      plain && toRight.fill === '' && !covered.has(lastColumn),
    )
    const bottom = edge(
      this.#format(lastRow, column).borderBottom,
      below.borderTop,
      plain && below.fill === '',
    )
    const clip =
      spill.left + spill.right > 0
        ? `overflow:visible;--room:none;z-index:1;clip-path:inset(0 ${-spill.right}px 0 ${-spill.left}px)`
        : ''
    const css = [
      `left:${columns.start(area.column)}px`,
      `width:${columns.extent(area.column, area.columns)}px`,
      `height:${rows.extent(area.row, area.rows)}px`,
      lookOf(format, cell.side, zoom),
      `border-right:${right}`,
      `border-bottom:${bottom}`,
      area.rows > 1 ? 'z-index:1' : '',
      clip,
    ]
    return {
      column,
      text: cell.text,
      css: css.filter(Boolean).join(';'),
      locked: format.locked && this.#sheet.guard.isProtected,
      area,
    }
  }
}
