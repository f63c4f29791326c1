// The in-memory workbook that plays Excel's part in preview and tests: its sheets, names, stored
// parts, selection, and whose turn it is. Runs in a browser and in Node.
// Never names the add-in's client library; the processor beside this folder translates.
import type { Area } from './address.ts'
import { Build } from './build.ts'
import { Calculation } from './calculation.ts'
import type { Desk } from './desk.ts'
import { Editing, type PastedLook } from './editing.ts'
import type { Observer, Source } from './events.ts'
import { type CellFormat, normalFormat } from './format.ts'
import { Front } from './front.ts'
import { History } from './history.ts'
import { Names, referredArea } from './names.ts'
import { Sheet } from './sheet.ts'
import type { Axis, Shift } from './shift.ts'
import { restoreWorkbook, type WorkbookState, workbookState } from './state.ts'
import { Turn } from './turn.ts'
import type { ErrorAlert } from './validation.ts'
import { type XmlPart, XmlParts } from './xml-parts.ts'

export type { Area } from './address.ts'
export {
  cellArea,
  columnLetters,
  covers,
  formatArea,
  intersection,
  parseArea,
  withSheetName,
} from './address.ts'
export { TypingRefused } from './editing.ts'
export type { Content, Observer, Source, Visibility, WorkbookEvent } from './events.ts'
export type { Border, CellFormat, FormatPatch } from './format.ts'
export type { DefinedName } from './names.ts'
export type { ConditionalFormat, PageSetup, Permission } from './page.ts'
export { type Reason, WorkbookProblem } from './problem.ts'
export { Sheet } from './sheet.ts'
export type { Axis, Shift } from './shift.ts'
export type { WorkbookState } from './state.ts'
export type { ErrorAlert, Prompt, Validation, ValidationRule } from './validation.ts'
export type { XmlPart } from './xml-parts.ts'

/** What a setting can hold: plain JSON. */
export type Stored = null | boolean | number | string | Stored[] | { [key: string]: Stored }

export class Workbook {
  /** The Normal style, which plain pasting gives to cells; change its `locked` to keep them open. */
  readonly normal: CellFormat = { ...normalFormat }
  readonly names = new Names()
  /** Key and value pairs of the add-in, stored with the workbook. */
  readonly settings = new Map<string, Stored>()
  readonly calculation: Calculation
  #lastId = 0
  readonly #turn = new Turn(() => this.#settle())
  readonly #history = new History()
  readonly #xml = new XmlParts()
  readonly #build: Build
  readonly #front: Front
  readonly #editing: Editing

  /** A new workbook has one empty sheet. */
  constructor(firstSheetName = 'Sheet1', firstSheetId?: string) {
    this.calculation = new Calculation(
      name => this.sheet(name),
      name => this.names.find(name, '')?.formula,
    )
    this.#editing = new Editing(this.calculation, this.#history)
    const desk: Desk = {
      normal: this.normal,
      calculation: this.calculation,
      tell: event => this.#turn.tell(event),
      checkSheetName: (name, sheet) => this.#build.tabs.checkName(name, sheet),
      leave: sheet => this.#leave(sheet),
      renamed: (sheet, before) => this.#build.renamed(sheet, before),
    }
    this.#build = new Build({
      names: this.names,
      calculation: this.calculation,
      history: this.#history,
      turn: this.#turn,
      make: (name, id = `{${this.newId()}}`) => new Sheet(id, name, desk),
    })
    this.#front = new Front(this.#build.place(firstSheetName, firstSheetId), this.#turn)
  }

  /** Sheets in the order of their tabs. */
  get sheets(): readonly Sheet[] {
    return this.#build.tabs.sheets
  }

  /** By name, without regard to case, or by id. */
  sheet(nameOrId: string): Sheet | undefined {
    return this.#build.tabs.find(nameOrId)
  }

  /** Adds a sheet at the end, named `Sheet2` and so on without a name. @throws `name`, `taken` */
  addSheet(name = this.#build.tabs.freeName()): Sheet {
    return this.#build.add(name)
  }

  /** Puts a copy behind the original, named like it with a number. */
  copySheet(original: Sheet): Sheet {
    return this.#build.copy(original)
  }

  /** @throws WorkbookProblem `last-sheet`, `missing` */
  deleteSheet(sheet: Sheet): void {
    this.#leave(sheet)
    this.#build.remove(sheet)
  }

  /** @throws WorkbookProblem `argument` outside 0 … number of sheets − 1 */
  moveSheet(sheet: Sheet, after: number): void {
    this.#build.move(sheet, after)
  }

  /**
   * Inserts empty rows or columns that look like the line before them.
   * @throws WorkbookProblem `protected`, `address`, `argument` when contents would fall off the sheet
   */
  insertLines(sheet: Sheet, axis: Axis, at: number, count = 1): void {
    const shift: Shift = { change: 'insert', axis, at, count }
    this.acting(this.#turn.source, () => this.#build.shift(sheet, shift))
  }

  /**
   * Deletes rows or columns; what looked at them only looks at `#REF!`.
   * @throws WorkbookProblem `protected`, `locked`, `address`
   */
  deleteLines(sheet: Sheet, axis: Axis, at: number, count = 1): void {
    const shift: Shift = { change: 'delete', axis, at, count }
    this.acting(this.#turn.source, () => this.#build.shift(sheet, shift))
  }

  get activeSheet(): Sheet {
    return this.#front.active
  }

  /** @throws WorkbookProblem `argument` for a hidden sheet */
  activate(sheet: Sheet): void {
    this.#front.activate(sheet)
  }

  /** The selected area of a sheet, by default of the active one; `A1` at first. */
  selection(sheet: Sheet = this.activeSheet): Area {
    return this.#front.selection(sheet)
  }

  /** Selects and, when the sheet is not the active one, activates it. */
  select(sheet: Sheet, area: Area): void {
    this.#front.select(sheet, area)
  }

  /** See {@link Editing.type}. */
  type(sheet: Sheet, row: number, column: number, text: string): ErrorAlert | undefined {
    return this.acting('user', () => this.#editing.type(sheet, row, column, text))
  }

  /** See {@link Editing.paste}. Returns the pasted area. */
  paste(sheet: Sheet, row: number, column: number, tsv: string, look: PastedLook = {}): Area {
    return this.acting('user', () => this.#editing.paste(sheet, row, column, tsv, look))
  }

  /** See {@link Editing.pasteCells}. Returns the pasted area. */
  pasteCells(...terms: Parameters<Editing['pasteCells']>): Area {
    return this.acting('user', () => this.#editing.pasteCells(...terms))
  }

  /** The Delete key. @throws WorkbookProblem `locked` */
  erase(sheet: Sheet, area: Area): void {
    this.acting('user', () => this.#editing.erase(sheet, area))
  }

  /** Takes the person's last typing, paste or deletion back; `false` when there is none. */
  undo(): boolean {
    return this.acting('user', () => this.#history.undo())
  }

  /** Does what was taken back last once more; `false` when there is nothing. */
  redo(): boolean {
    return this.acting('user', () => this.#history.redo())
  }

  get canUndo(): boolean {
    return this.#history.canUndo
  }

  /** @throws WorkbookProblem `protected` when it is protected already */
  protect(sheet: Sheet, ...terms: Parameters<Sheet['guard']['protect']>): void {
    sheet.guard.protect(...terms)
    this.#protectionChanged(sheet, true)
  }

  /** @throws WorkbookProblem `not-protected`, `wrong-password` */
  unprotect(sheet: Sheet, password = ''): void {
    sheet.guard.unprotect(password)
    this.#protectionChanged(sheet, false)
  }

  get xmlParts(): readonly XmlPart[] {
    return this.#xml.all
  }

  /** @throws WorkbookProblem `argument` when it is no XML document */
  addXmlPart(xml: string): XmlPart {
    const part = this.#xml.add(`{${this.newId()}}`, xml)
    this.#history.forget()
    return part
  }

  removeXmlPart(part: XmlPart): void {
    this.#xml.remove(part)
  }

  /** The sheet and area of a defined name; `undefined` when it stands for nothing that exists. */
  referred(formula: string): { sheet: Sheet; area: Area } | undefined {
    const reference = referredArea(formula)
    const sheet = reference?.sheetName === undefined ? undefined : this.sheet(reference.sheetName)
    return reference && sheet ? { sheet, area: reference.area } : undefined
  }

  /** Tells about every change until the returned function is called. */
  onChange(observer: Observer): () => void {
    return this.#turn.onChange(observer)
  }

  /**
   * Does work in somebody's name, so that its events carry that source, and afterwards tells which
   * formula results changed. A co-author's edit is `acting('remote', () => sheet.write(…))`.
   */
  acting<Answer>(source: Source, work: () => Answer): Answer {
    return this.#turn.as(source, work)
  }

  /** An id no other object of this workbook has. */
  newId(): string {
    this.#lastId += 1
    return `00000000-0000-0000-0000-${this.#lastId.toString(16).toUpperCase().padStart(12, '0')}`
  }

  toJSON(): WorkbookState {
    return workbookState(this, this.#lastId)
  }

  static fromJSON(state: WorkbookState): Workbook {
    const [first, ...others] = state.sheets
    const workbook = new Workbook(first?.name, first?.id)
    for (const { id, name } of others) workbook.#build.place(name, id)
    for (const { id, xml } of state.xmlParts) workbook.#xml.add(id, xml)
    workbook.#lastId = state.lastId
    restoreWorkbook(workbook, state)
    const selections = state.selections.flatMap(([id, area]) => {
      const sheet = workbook.sheet(id)
      return sheet ? [[sheet, area] as const] : []
    })
    workbook.#front.restore(workbook.sheet(state.activeSheet) ?? workbook.activeSheet, selections)
    workbook.calculation.recalculate()
    return workbook
  }

  #leave(sheet: Sheet): void {
    const { tabs } = this.#build
    tabs.checkOthersVisible(sheet)
    const successor = tabs.successor(sheet)
    if (this.activeSheet === sheet && successor) this.activate(successor)
  }

  #protectionChanged(sheet: Sheet, isProtected: boolean): void {
    this.#history.forget()
    this.#turn.tell(source => ({ kind: 'protection', sheet, isProtected, source }))
  }

  #settle(): void {
    for (const sheet of this.sheets) {
      const area = this.calculation.changed(sheet)
      if (area) this.#turn.tell(source => ({ kind: 'calculated', sheet, area, source }))
    }
  }
}
