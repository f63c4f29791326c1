// The cells of one sheet, sparsely: contents, formulas, formats. Never asks for permission and
// never tells anybody; the sheet does both.
import {
  type Area,
  boundingArea,
  cellArea,
  columnLimit,
  covers,
  intersection,
  isUnbounded,
  without,
} from './address.ts'
import type { Content } from './events.ts'
import { type CellFormat, type FormatPatch, normalFormat } from './format.ts'
import { type Shift, shiftedArea, shiftedLine } from './shift.ts'

export interface Cell {
  /** `''` for a blank; not used when there is a formula */
  content: Content
  /** en-US with leading `=`, `''` for none */
  formula: string
  /** the properties that differ from the layers below */
  format: FormatPatch
}

export interface Layer {
  area: Area
  patch: FormatPatch
}

export interface PlacedCell extends Cell {
  row: number
  column: number
}

// wider patches than this become a layer instead of cells
const cellwiseLimit = 20_000

export class Grid {
  readonly #cells = new Map<number, Cell>()
  #layers: Layer[] = []
  readonly #normal: () => CellFormat

  constructor(normal: () => CellFormat) {
    this.#normal = normal
  }

  get layers(): readonly Layer[] {
    return this.#layers
  }

  cell(row: number, column: number): Readonly<Cell> | undefined {
    return this.#cells.get(row * columnLimit + column)
  }

  format(row: number, column: number): CellFormat {
    const format = { ...this.#normal() }
    for (const layer of this.#layers) {
      if (covers(layer.area, row, column)) Object.assign(format, layer.patch)
    }
    return Object.assign(format, this.cell(row, column)?.format)
  }

  enter(row: number, column: number, content: Content, formula: string): void {
    const cell = this.#cellToChange(row, column)
    cell.content = content
    cell.formula = formula
    this.#forgetIfEmpty(row, column, cell)
  }

  /** Puts a copy of a cell, or nothing, in place of what is there. */
  put(row: number, column: number, cell: Readonly<Cell> | undefined): void {
    const key = row * columnLimit + column
    if (cell) this.#cells.set(key, { ...cell, format: { ...cell.format } })
    else this.#cells.delete(key)
  }

  paint(area: Area, patch: FormatPatch): void {
    if (isUnbounded(area) || area.rows * area.columns > cellwiseLimit) {
      this.#layers.push({ area, patch: { ...patch } })
      // what cells say themselves would hide the newer layer
      for (const { row, column } of [...this.occupied(area)]) {
        Object.assign(this.#cellToChange(row, column).format, patch)
      }
      return
    }
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        Object.assign(this.#cellToChange(row, column).format, patch)
      }
    }
  }

  /** Gives every cell of the area the Normal style, hiding wider layers where there are any. */
  resetFormat(area: Area): void {
    if (isUnbounded(area)) {
      this.#layers = this.#layers.filter(layer => without(layer.area, area).length > 0)
    }
    if (this.#layers.some(layer => intersection(layer.area, area))) {
      this.paint(area, { ...normalFormat, ...this.#normal() })
      return
    }
    for (const { row, column } of [...this.occupied(area)]) {
      const cell = this.#cellToChange(row, column)
      cell.format = {}
      this.#forgetIfEmpty(row, column, cell)
    }
  }

  /** Inserted lines look like the one before, as Excel makes them. */
  shift(shift: Shift): void {
    const byRows = shift.axis === 'rows'
    const before = shift.at - 1
    const cells = [...this.occupied()]
    this.#cells.clear()
    for (const { row, column, ...cell } of cells) {
      const line = byRows ? row : column
      const after = shiftedLine(line, shift)
      if (after !== undefined) this.put(byRows ? after : row, byRows ? column : after, cell)
      if (shift.change !== 'insert' || line !== before) continue
      for (let next = shift.at; next < shift.at + shift.count; next += 1) {
        const blank: Cell = { content: '', formula: '', format: cell.format }
        if (Object.keys(cell.format).length === 0) continue
        this.put(byRows ? next : row, byRows ? column : next, blank)
      }
    }
    this.#layers = this.#layers.flatMap(layer => {
      const area = shiftedArea(layer.area, shift)
      if (!area) return []
      const { row, rows, column, columns } = layer.area
      const endsBefore = (byRows ? row + rows : column + columns) === shift.at
      if (!endsBefore || shift.change === 'delete') return [{ ...layer, area }]
      const stretched = byRows
        ? { ...area, rows: rows + shift.count }
        : { ...area, columns: columns + shift.count }
      return [{ ...layer, area: stretched }]
    })
  }

  *occupied(area?: Area): Generator<PlacedCell> {
    if (area && area.rows * area.columns < this.#cells.size) {
      for (let row = area.row; row < area.row + area.rows; row += 1) {
        for (let column = area.column; column < area.column + area.columns; column += 1) {
          const cell = this.cell(row, column)
          if (cell) yield { row, column, ...cell }
        }
      }
      return
    }
    for (const [key, cell] of this.#cells) {
      const row = Math.floor(key / columnLimit)
      const column = key % columnLimit
      if (!area || covers(area, row, column)) yield { row, column, ...cell }
    }
  }

  /** The smallest area around all contents, or around all contents and formats. */
  used(contentsOnly: boolean, within?: Area): Area | undefined {
    let area: Area | undefined
    for (const cell of this.occupied(within)) {
      if (contentsOnly && cell.content === '' && cell.formula === '') continue
      const at = cellArea(cell.row, cell.column)
      area = area ? boundingArea(area, at) : at
    }
    return area
  }

  restore(cells: readonly PlacedCell[], layers: readonly Layer[]): void {
    this.#cells.clear()
    this.#layers = layers.map(layer => ({ ...layer }))
    for (const { row, column, content, formula, format } of cells) {
      this.put(row, column, { content, formula, format })
    }
  }

  #cellToChange(row: number, column: number): Cell {
    const key = row * columnLimit + column
    let cell = this.#cells.get(key)
    if (!cell) {
      cell = { content: '', formula: '', format: {} }
      this.#cells.set(key, cell)
    }
    return cell
  }

  #forgetIfEmpty(row: number, column: number, cell: Cell): void {
    const empty =
      cell.content === '' && cell.formula === '' && Object.keys(cell.format).length === 0
    if (empty) this.#cells.delete(row * columnLimit + column)
  }
}
