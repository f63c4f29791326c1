// The sheet a person works with: its parts put together, and the verbs that keys and mouse use.
// Never holds contents; every change goes to the workbook, and what the workbook tells is drawn.
import { cellArea, type Workbook, WorkbookProblem } from '../../workbook/workbook.ts'
import { refusals } from '../words.ts'
import { Choices } from './choices.ts'
import { Drawing } from './drawing.ts'
import { Editor } from './editor.ts'
import { type Geometry, geometryOf } from './geometry.ts'
import { Marks } from './marks.ts'
import { Menu } from './menu.ts'
import {
  edgeFrom,
  type Ground,
  lastCell,
  pageFrom,
  roundFrom,
  type Step,
  stepFrom,
  unlockedFrom,
} from './movement.ts'
import { Notice } from './notice.ts'
import { type Cell, Selection } from './selection.ts'
import { Tabs } from './tabs.ts'

export class View {
  readonly notice = new Notice()
  readonly drawing = new Drawing()
  readonly selection: Selection
  readonly editor: Editor
  readonly choices: Choices
  readonly tabs: Tabs
  readonly marks: Marks
  readonly menu = new Menu()
  readonly workbook: Workbook
  /** Draws what stands around the cells, after every change. */
  onDrawn: () => void = () => undefined
  #zoom: number
  #geometry: Geometry
  /** the column where a row of Tabs began: Enter goes back there */
  #tabbedFrom: number | undefined

  constructor(workbook: Workbook, zoom: number) {
    this.workbook = workbook
    this.#zoom = zoom
    this.selection = new Selection(workbook)
    this.editor = new Editor(workbook, this.notice)
    this.choices = new Choices(workbook, this.selection)
    this.tabs = new Tabs(workbook, this.notice, this.menu)
    this.marks = new Marks(this.drawing, this.selection)
    this.#geometry = geometryOf(workbook.activeSheet, this.selection.end, zoom)
    this.editor.zoom = zoom
  }

  get geometry(): Geometry {
    return this.#geometry
  }

  get zoom(): number {
    return this.#zoom
  }

  set zoom(zoom: number) {
    this.#zoom = zoom
    this.editor.zoom = zoom
    this.draw()
  }

  draw(): void {
    const { sheet, end, active } = this.selection
    this.#geometry = geometryOf(sheet, end, this.#zoom)
    this.drawing.show(sheet, this.#geometry, active.row)
    this.tabs.update()
    this.onDrawn()
  }

  focus(): void {
    // a cell on a folded row is not drawn, but keys still belong to the sheet
    const target = this.marks.activeCell ?? this.drawing.root
    target.focus({ preventScroll: true })
  }

  /** Brings the active cell into view and gives it the focus. */
  reveal(): void {
    this.#show(this.selection.active)
  }

  move(step: Step): void {
    this.#go(stepFrom(this.#ground, this.selection.active, step))
  }

  extend(step: Step): void {
    this.#extendTo(stepFrom(this.#ground, this.selection.end, step))
  }

  jump(step: Step, extending = false): void {
    const { end, active } = this.selection
    const to = edgeFrom(this.#ground, extending ? end : active, step)
    if (extending) this.#extendTo(to)
    else this.#go(to)
  }

  page(step: Step): void {
    const { active } = this.selection
    this.#go(pageFrom(this.#ground, active, step, this.drawing.rowsPerPage))
  }

  toColumn(column: number): void {
    this.#go({ row: this.selection.active.row, column })
  }

  /** Ctrl+Home: the first cell below and right of what is frozen. */
  toStart(): void {
    const { frozen } = this.selection.sheet
    this.#go({ row: frozen.rows, column: frozen.columns })
  }

  toEnd(): void {
    this.#go(lastCell(this.#ground))
  }

  tab(right: 1 | -1): void {
    const { active, isRange, sheet } = this.selection
    const step = { down: 0, right }
    if (isRange) {
      this.#moveWithin(step)
      return
    }
    const from = this.#tabbedFrom ?? active.column
    const next = sheet.guard.isProtected
      ? unlockedFrom(this.#ground, active, right)
      : stepFrom(this.#ground, active, step)
    this.#go(next)
    this.#tabbedFrom = from
  }

  enter(down: 1 | -1): void {
    const { active, isRange } = this.selection
    const step = { down, right: 0 }
    if (isRange) {
      this.#moveWithin(step)
      return
    }
    const column = this.#tabbedFrom ?? active.column
    this.#go({ ...stepFrom(this.#ground, active, step), column })
  }

  edit(cell: Cell = this.selection.active): void {
    this.editor.open(this.selection.sheet, cell, 'edit')
  }

  /** Opens an empty entry, for the letter about to be typed; false when the cell is locked. */
  startEmpty(): boolean {
    return this.editor.open(this.selection.sheet, this.selection.active, 'enter')
  }

  /** Ends editing and moves on; stays when the entry is refused. */
  commit(step?: Step): void {
    if (!this.editor.commit() || !step) return
    const direction = step.down + step.right > 0 ? 1 : -1
    if (step.right !== 0) this.tab(direction)
    else this.enter(direction)
    this.focus()
  }

  settle(): boolean {
    return this.editor.commit()
  }

  erase(): void {
    this.attempt(() => this.workbook.erase(this.selection.sheet, this.selection.area))
  }

  undo(): void {
    this.attempt(() => this.workbook.undo())
  }

  redo(): void {
    this.attempt(() => this.workbook.redo())
  }

  selectAll(): void {
    const used = this.selection.sheet.grid.used(true)
    if (used) this.selection.selectArea(used)
  }

  openChoices(): boolean {
    return this.choices.open()
  }

  /** Types a chosen text into the active cell. */
  choose(text: string): void {
    const { sheet, active } = this.selection
    this.attempt(() => this.workbook.type(sheet, active.row, active.column, text))
  }

  /** Does something the workbook may refuse, and says so. */
  attempt(work: () => unknown): void {
    this.notice.hide()
    try {
      work()
    } catch (problem) {
      if (!(problem instanceof WorkbookProblem)) throw problem
      this.notice.show('', refusals[problem.reason])
    }
  }

  get #ground(): Ground {
    return { sheet: this.selection.sheet, geometry: this.#geometry }
  }

  #go(cell: Cell): void {
    this.#tabbedFrom = undefined
    this.selection.select(cell)
    this.#show(this.selection.active)
  }

  #extendTo(cell: Cell): void {
    this.selection.extend(cell)
    this.#show(cell)
  }

  #moveWithin(step: Step): void {
    this.selection.moveWithin(roundFrom(this.selection, step))
    this.#show(this.selection.active)
  }

  #show({ row, column }: Cell): void {
    this.drawing.reveal(row, column)
    this.focus()
  }

  /** The box of the active cell or its merge. */
  get activeArea() {
    const { sheet, active } = this.selection
    return sheet.merges.at(active.row, active.column) ?? cellArea(active.row, active.column)
  }
}
