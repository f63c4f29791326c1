// Formula results of the whole workbook, computed when looked at and kept until a cell changes.
// Never writes cells.
import { type Area, boundingArea, cellArea, columnLimit, covers } from './address.ts'
import type { Content } from './events.ts'
import { cellResult, evaluate, type Offset } from './formula/evaluate.ts'
import { readFormula } from './formula/read.ts'
import {
  type Block,
  badReference,
  FormulaError,
  type Result,
  type Scalar,
  single,
  toTruth,
} from './formula/result.ts'
import type { Sheet } from './sheet.ts'

const errorTexts = new Set(['#DIV/0!', '#REF!', '#NAME?', '#VALUE!', '#N/A', '#NUM!', '#NULL!'])

interface FormulaCell {
  sheet: Sheet
  key: number
  formula: string
}

/** Formulas computed inside one another before the chain is put off. */
const depthLimit = 60

class TooDeep extends Error {
  readonly cell: FormulaCell

  constructor(cell: FormulaCell) {
    super('a long chain of formulas')
    this.cell = cell
  }
}

export class Calculation {
  #results = new Map<Sheet, Map<number, Scalar>>()
  #shown = new Map<Sheet, Map<number, Scalar>>()
  readonly #running = new Set<string>()
  #circular = new Map<Sheet, Set<number>>()
  readonly #sheetNamed: (name: string) => Sheet | undefined
  readonly #named: (name: string) => string | undefined
  /** Manual keeps results as they are until `recalculate`. */
  mode: 'Automatic' | 'AutomaticExceptTables' | 'Manual' = 'Automatic'

  constructor(
    sheetNamed: (name: string) => Sheet | undefined,
    named: (name: string) => string | undefined,
  ) {
    this.#sheetNamed = sheetNamed
    this.#named = named
  }

  /** A cell changed: results may no longer hold. */
  stale(sheet: Sheet, area: Area): void {
    if (this.mode !== 'Manual') {
      this.recalculate()
      return
    }
    const results = this.#results.get(sheet)
    for (const key of results?.keys() ?? []) {
      if (covers(area, Math.floor(key / columnLimit), key % columnLimit)) results?.delete(key)
    }
  }

  recalculate(): void {
    this.#results = new Map()
    this.#circular = new Map()
  }

  /** The value of a cell: its content, or its formula's result; `null` when blank. */
  scalar(sheet: Sheet, row: number, column: number): Scalar {
    const cell = sheet.grid.cell(row, column)
    if (!cell) return null
    if (cell.formula !== '') {
      return this.#computed({ sheet, key: row * columnLimit + column, formula: cell.formula })
    }
    if (typeof cell.content === 'string' && errorTexts.has(cell.content)) {
      return new FormulaError(cell.content)
    }
    return cell.content === '' ? null : cell.content
  }

  content(sheet: Sheet, row: number, column: number): Content {
    const scalar = this.scalar(sheet, row, column)
    if (scalar instanceof FormulaError) return scalar.code
    return scalar ?? ''
  }

  /** Whether the cell's formula reaches itself; its result is then 0. */
  isCircular(sheet: Sheet, row: number, column: number): boolean {
    this.scalar(sheet, row, column)
    return this.#circular.get(sheet)?.has(row * columnLimit + column) ?? false
  }

  /** A formula outside the cells, such as a validation rule, seen from a cell of the sheet. */
  result(sheet: Sheet, formula: string, offset?: Offset): Result {
    const around = {
      named: this.#named,
      block: (sheetName: string | undefined, area: Area) => this.#block(sheet, sheetName, area),
    }
    return evaluate(readFormula(formula), around, offset)
  }

  holds(sheet: Sheet, formula: string, offset: Offset): boolean {
    return toTruth(single(this.result(sheet, formula, offset))) === true
  }

  /** Around the formula cells whose results differ from the last time this was asked. */
  changed(sheet: Sheet): Area | undefined {
    const before = this.#shown.get(sheet) ?? new Map<number, Scalar>()
    const now = new Map<number, Scalar>()
    let area: Area | undefined
    for (const { row, column, formula } of sheet.grid.occupied()) {
      if (formula === '') continue
      const key = row * columnLimit + column
      const scalar = this.scalar(sheet, row, column)
      const result = scalar instanceof FormulaError ? scalar.code : scalar
      now.set(key, result)
      if (before.get(key) === result) continue
      const at = cellArea(row, column)
      area = area ? boundingArea(area, at) : at
    }
    this.#shown.set(sheet, now)
    return area
  }

  // long chains of formulas are computed from a list of waiting cells, not by ever deeper calls
  #computed(cell: FormulaCell): Scalar {
    if (this.#running.size > 0) return this.#deeper(cell)
    const waiting = [cell]
    for (;;) {
      const next = waiting.at(-1) ?? cell
      try {
        const result = this.#deeper(next)
        waiting.pop()
        if (waiting.length === 0) return result
      } catch (error) {
        if (!(error instanceof TooDeep)) throw error
        const { sheet, key } = error.cell
        const inCircle = waiting.some(one => one.sheet === sheet && one.key === key)
        if (inCircle) this.#closeCircle(error.cell)
        else waiting.push(error.cell)
      }
    }
  }

  #deeper(cell: FormulaCell): Scalar {
    const { sheet, key, formula } = cell
    const results = this.#results.get(sheet) ?? new Map<number, Scalar>()
    this.#results.set(sheet, results)
    const known = results.get(key)
    if (known !== undefined) return known
    const mark = `${sheet.id}/${key}`
    if (this.#running.has(mark)) return this.#closeCircle(cell)
    if (this.#running.size >= depthLimit) throw new TooDeep(cell)
    this.#running.add(mark)
    try {
      const result = cellResult(this.result(sheet, formula))
      const settled = this.#circular.get(sheet)?.has(key) ? 0 : result
      results.set(key, settled)
      return settled
    } finally {
      this.#running.delete(mark)
    }
  }

  #closeCircle({ sheet, key }: FormulaCell): Scalar {
    const circular = this.#circular.get(sheet) ?? new Set()
    this.#circular.set(sheet, circular.add(key))
    this.#results.get(sheet)?.set(key, 0)
    return 0
  }

  #block(home: Sheet, sheetName: string | undefined, area: Area): Block | undefined {
    const sheet = sheetName === undefined ? home : this.#sheetNamed(sheetName)
    if (!sheet) return undefined
    const scalar = (row: number, column: number) => this.scalar(sheet, row, column)
    return {
      rows: area.rows,
      columns: area.columns,
      at: (row, column) =>
        row < area.rows && column < area.columns
          ? scalar(area.row + row, area.column + column)
          : badReference,
      get filled() {
        const values: Scalar[] = []
        for (const { row, column } of sheet.grid.occupied(area)) {
          const value = scalar(row, column)
          if (value !== null) values.push(value)
        }
        return values
      },
    }
  }
}
