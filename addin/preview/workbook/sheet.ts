// One sheet: reads its cells, and changes them the way Excel would, asking its guard first and
// telling the workbook after. Never knows who is asking; the workbook says whose turn it is.
import { type Area, cellArea, checkedArea, formatArea, isSingle, isUnbounded } from './address.ts'
import type { Desk } from './desk.ts'
import { type Entry, type Input, type Locale, readEntry } from './entry.ts'
import type { Content, Visibility } from './events.ts'
import type { CellFormat, FormatPatch } from './format.ts'
import { FormulaError } from './formula/result.ts'
import { toLocalFormula } from './formula/tokens.ts'
import { Grid } from './grid.ts'
import { Guard } from './guard.ts'
import { Lines } from './lines.ts'
import { shownText } from './number-format.ts'
import { type ConditionalFormat, defaultPageSetup, type PageSetup } from './page.ts'
import { WorkbookProblem } from './problem.ts'
import { Merges, Patches } from './rules.ts'
import type { Validation } from './validation.ts'

/** As many cells as one writing operation may touch. */
const cellsPerOperation = 5_000_000

export class Sheet {
  readonly id: string
  readonly grid: Grid
  readonly guard: Guard
  readonly rows = new Lines(15)
  readonly columns = new Lines(48)
  readonly validations = new Patches<Validation>()
  readonly conditionalFormats = new Patches<ConditionalFormat>()
  readonly merges = new Merges()
  /** Rows and columns that stay in view. */
  frozen = { rows: 0, columns: 0 }
  page: PageSetup = defaultPageSetup()
  showGridlines = true
  showHeadings = true
  /** `#RRGGBB`, `''` for none */
  tabColor = ''
  #name: string
  #visibility: Visibility = 'Visible'
  readonly #desk: Desk

  /** Only a workbook makes sheets. */
  constructor(id: string, name: string, desk: Desk) {
    this.id = id
    this.#name = name
    this.#desk = desk
    this.grid = new Grid(() => desk.normal)
    this.guard = new Guard(this.grid, () => this.#name)
  }

  get name(): string {
    return this.#name
  }

  /** @throws WorkbookProblem `name`, `taken` */
  set name(name: string) {
    const before = this.#name
    if (name === before) return
    this.#desk.checkSheetName(name, this)
    this.#name = name
    this.#desk.renamed(this, before)
  }

  get visibility(): Visibility {
    return this.#visibility
  }

  /** @throws WorkbookProblem `last-sheet` */
  set visibility(after: Visibility) {
    const before = this.#visibility
    if (before === after) return
    if (after !== 'Visible') this.#desk.leave(this)
    this.#visibility = after
    this.#desk.tell(source => ({ kind: 'shown', sheet: this, before, after, source }))
  }

  /** What the cell holds; a formula gives its result, an error its code such as `#DIV/0!`. */
  content(row: number, column: number): Content {
    return this.#desk.calculation.content(this, row, column)
  }

  /** Whether the content is an error such as `#DIV/0!`, not text that looks like one. */
  isError(row: number, column: number): boolean {
    return this.#desk.calculation.scalar(this, row, column) instanceof FormulaError
  }

  /** en-US with leading `=`, or `''`. */
  formula(row: number, column: number): string {
    return this.grid.cell(row, column)?.formula ?? ''
  }

  /** As the formula bar shows it to a Vietnamese user. */
  localFormula(row: number, column: number): string {
    return toLocalFormula(this.formula(row, column))
  }

  /** As the cell shows it: number format applied, vi-VN marks. */
  text(row: number, column: number): string {
    return shownText(this.content(row, column), this.format(row, column).numberFormat)
  }

  format(row: number, column: number): CellFormat {
    return this.grid.format(row, column)
  }

  isCircular(row: number, column: number): boolean {
    return this.#desk.calculation.isCircular(this, row, column)
  }

  /** What conditional formats paint on the cell now; a newer one wins over an older one. */
  painted(row: number, column: number): FormatPatch {
    const patch: FormatPatch = {}
    for (const { origin, formula, ...paint } of this.conditionalFormats.within(
      cellArea(row, column),
    )) {
      const offset = { down: row - origin.row, right: column - origin.column }
      if (!this.#desk.calculation.holds(this, formula, offset)) continue
      if (paint.fill) patch.fill = paint.fill
      if (paint.fontColor) patch.fontColor = paint.fontColor
      if (paint.bold) patch.bold = true
      if (paint.italic) patch.italic = true
    }
    return patch
  }

  /**
   * Writes a block of inputs; `null` leaves a cell as it is.
   * @throws WorkbookProblem `shape` when the block is not as large as the area, `locked`,
   *   `formula`, `too-large`
   */
  write(
    area: Area,
    inputs: readonly (readonly (Input | null)[])[],
    locale: Locale = 'en-US',
  ): void {
    checkedArea(area)
    const fits = inputs.length === area.rows && inputs.every(row => row.length === area.columns)
    if (!fits) throw new WorkbookProblem('shape', formatArea(area))
    this.#checkSize(area)
    // read everything before touching anything: one bad formula leaves the block unwritten
    const entries: { row: number; column: number; entry: Entry }[] = []
    inputs.forEach((inputRow, down) => {
      inputRow.forEach((input, right) => {
        if (input === null) return
        const row = area.row + down
        const column = area.column + right
        const { numberFormat } = this.format(row, column)
        entries.push({ row, column, entry: readEntry(input, numberFormat, locale) })
      })
    })
    for (const { row, column } of entries) this.guard.demandUnlocked(cellArea(row, column))
    this.enter(area, entries)
  }

  /** Puts entries that were read and permitted already, and tells about them. */
  enter(area: Area, entries: readonly { row: number; column: number; entry: Entry }[]): void {
    const before = this.content(area.row, area.column)
    const formulas: { area: Area; previous: string }[] = []
    for (const { row, column, entry } of entries) {
      if (this.merges.hides(row, column)) continue
      const previous = this.formula(row, column)
      const next = entry.formula ?? ''
      if (previous !== next) formulas.push({ area: cellArea(row, column), previous })
      this.grid.enter(row, column, entry.content, next)
      if (entry.numberFormat && this.format(row, column).numberFormat === 'General') {
        this.grid.paint(cellArea(row, column), { numberFormat: entry.numberFormat })
      }
    }
    this.changed(area, before, formulas)
  }

  /** @throws WorkbookProblem `locked` */
  clearContents(area: Area): void {
    this.guard.demandUnlocked(area)
    const before = this.content(area.row, area.column)
    const formulas: { area: Area; previous: string }[] = []
    for (const { row, column, formula } of [...this.grid.occupied(area)]) {
      if (formula !== '') formulas.push({ area: cellArea(row, column), previous: formula })
      this.grid.enter(row, column, '', '')
    }
    this.changed(area, before, formulas)
  }

  /** @throws WorkbookProblem `protected` */
  clearFormats(area: Area): void {
    this.guard.demand('allowFormatCells')
    this.grid.resetFormat(area)
    this.conditionalFormats.cut(area)
    this.appearanceChanged(area)
  }

  /** @throws WorkbookProblem `protected` without `allowFormatCells`; locks never change then */
  paint(area: Area, patch: FormatPatch): void {
    const touchesLocks = patch.locked !== undefined || patch.formulaHidden !== undefined
    this.guard.demand(touchesLocks ? undefined : 'allowFormatCells')
    this.grid.paint(area, patch)
    this.appearanceChanged(area)
  }

  /** Keeps the top-left content, as Excel does. @throws WorkbookProblem `protected` */
  merge(area: Area, across = false): void {
    this.guard.demand()
    const strips = across
      ? Array.from({ length: area.rows }, (_, down) => ({ ...area, row: area.row + down, rows: 1 }))
      : [area]
    for (const strip of strips) {
      for (const { row, column } of [...this.grid.occupied(strip)]) {
        const first = row === strip.row && column === strip.column
        if (!first) this.grid.enter(row, column, '', '')
      }
      if (isSingle(strip)) continue
      this.merges.add(strip)
    }
    this.#desk.calculation.stale(this, area)
    this.appearanceChanged(area)
  }

  /** @throws WorkbookProblem `protected` */
  unmerge(area: Area): void {
    this.guard.demand()
    this.merges.remove(area)
    this.appearanceChanged(area)
  }

  changed(area: Area, before: Content, formulas: { area: Area; previous: string }[]): void {
    this.#desk.calculation.stale(this, area)
    const after = this.content(area.row, area.column)
    this.#desk.tell(source => ({
      kind: 'contents',
      sheet: this,
      area,
      source,
      ...(isSingle(area) ? { before, after } : {}),
    }))
    if (formulas.length === 0) return
    this.#desk.tell(source => ({ kind: 'formulas', sheet: this, source, cells: formulas }))
  }

  appearanceChanged(area: Area): void {
    this.#desk.tell(source => ({ kind: 'appearance', sheet: this, area, source }))
  }

  #checkSize(area: Area): void {
    if (isUnbounded(area)) throw new WorkbookProblem('argument', 'contents of an unbounded area')
    if (area.rows * area.columns > cellsPerOperation) {
      throw new WorkbookProblem('too-large', formatArea(area))
    }
  }
}
