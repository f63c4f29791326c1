// The active cell and the selected area of the sheet in view, kept equal to the workbook's.
// Never draws; whoever listens does.
import {
  type Area,
  cellArea,
  covers,
  intersection,
  type Sheet,
  type Workbook,
} from '../../workbook/workbook.ts'

export interface Cell {
  readonly row: number
  readonly column: number
}

function around(a: Cell, b: Cell): Area {
  const row = Math.min(a.row, b.row)
  const column = Math.min(a.column, b.column)
  return {
    row,
    column,
    rows: Math.max(a.row, b.row) - row + 1,
    columns: Math.max(a.column, b.column) - column + 1,
  }
}

function joined(a: Area, b: Area): Area {
  return around(
    { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    {
      row: Math.max(a.row + a.rows, b.row + b.rows) - 1,
      column: Math.max(a.column + a.columns, b.column + b.columns) - 1,
    },
  )
}

/** Grows an area until it cuts no merge in two. */
function wholeMerges(sheet: Sheet, area: Area): Area {
  const grown = sheet.merges.all
    .filter(merge => intersection(merge, area))
    .reduce((sum, merge) => joined(sum, merge), area)
  const settled = grown.rows === area.rows && grown.columns === area.columns
  return settled ? area : wholeMerges(sheet, grown)
}

export class Selection {
  /** where the selection began: the cell that typing goes to */
  #active: Cell = { row: 0, column: 0 }
  /** where it ends: what Shift with an arrow moves */
  #end: Cell = { row: 0, column: 0 }
  #area: Area = cellArea(0, 0)
  readonly #workbook: Workbook

  constructor(workbook: Workbook) {
    this.#workbook = workbook
    this.follow()
  }

  get sheet(): Sheet {
    return this.#workbook.activeSheet
  }

  get active(): Cell {
    return this.#active
  }

  get end(): Cell {
    return this.#end
  }

  get area(): Area {
    return this.#area
  }

  get isRange(): boolean {
    const merge = this.sheet.merges.at(this.#active.row, this.#active.column)
    const { rows, columns } = merge ?? cellArea(0, 0)
    return this.#area.rows > rows || this.#area.columns > columns
  }

  /** Takes over what the workbook says, after the add-in selected or another sheet was activated. */
  follow(): void {
    const area = this.#workbook.selection()
    if (JSON.stringify(area) === JSON.stringify(this.#area) && this.#within(area)) return
    this.#area = area
    this.#active = { row: area.row, column: area.column }
    this.#end = this.#active
    if (area.rows * area.columns > 1) {
      this.#end = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 }
    }
  }

  /** One cell, or its merge. */
  select(cell: Cell): void {
    const merge = this.sheet.merges.at(cell.row, cell.column)
    this.#active = merge ? { row: merge.row, column: merge.column } : cell
    this.#end = cell
    this.#tell(merge ?? cellArea(cell.row, cell.column))
  }

  /** From the active cell to here. */
  extend(cell: Cell): void {
    this.#end = cell
    this.#tell(wholeMerges(this.sheet, around(this.#active, cell)))
  }

  selectArea(area: Area): void {
    this.#active = { row: area.row, column: area.column }
    this.#end = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 }
    this.#tell(wholeMerges(this.sheet, area))
  }

  /** Moves the active cell inside the selected range, as Tab and Enter do there. */
  moveWithin(cell: Cell): void {
    this.#active = cell
    this.#tell(this.#area)
  }

  onChange: () => void = () => undefined

  #within(area: Area): boolean {
    return covers(area, this.#active.row, this.#active.column)
  }

  #tell(area: Area): void {
    this.#area = area
    this.#workbook.acting('user', () => this.#workbook.select(this.sheet, area))
    this.onChange()
  }
}
