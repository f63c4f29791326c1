// The in-memory workbook that plays Excel's part in preview and tests: its sheets, names, stored
// parts, selection, and whose turn it is. Runs in a browser and in Node.
// Never names the add-in's client library; the processor beside this folder translates.
import { type Area, cellArea, checkedArea } from './address.ts'
import { Calculation } from './calculation.ts'
import type { Desk } from './desk.ts'
import { Editing } from './editing.ts'
import type { Observer, Source, WorkbookEvent } from './events.ts'
import { type CellFormat, normalFormat } from './format.ts'
import { Names, referredArea, rootNamespace, type XmlPart } from './names.ts'
import { WorkbookProblem } from './problem.ts'
import { Sheet } from './sheet.ts'
import { restoreWorkbook, type WorkbookState, workbookState } from './state.ts'
import { Tabs } from './tabs.ts'
import type { ErrorAlert } from './validation.ts'

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
export type { DefinedName, XmlPart } from './names.ts'
export type { ConditionalFormat, PageSetup, Permission } from './page.ts'
export { type Reason, WorkbookProblem } from './problem.ts'
export { Sheet } from './sheet.ts'
export type { WorkbookState } from './state.ts'
export type { ErrorAlert, Prompt, Validation, ValidationRule } from './validation.ts'

/** What a setting can hold: plain JSON. */
export type Stored = null | boolean | number | string | Stored[] | { [key: string]: Stored }

export class Workbook {
  /** The Normal style, which plain pasting gives to cells; change its `locked` to keep them open. */
  readonly normal: CellFormat = { ...normalFormat }
  readonly names = new Names()
  /** Key and value pairs of the add-in, stored with the workbook. */
  readonly settings = new Map<string, Stored>()
  readonly calculation: Calculation
  readonly #tabs = new Tabs()
  #active: Sheet
  #selections = new Map<Sheet, Area>()
  #xmlParts: XmlPart[] = []
  #source: Source = 'user'
  #depth = 0
  #lastId = 0
  readonly #observers = new Set<Observer>()
  readonly #editing: Editing
  readonly #desk: Desk

  /** A new workbook has one empty sheet. */
  constructor(firstSheetName = 'Sheet1', firstSheetId?: string) {
    this.calculation = new Calculation(
      name => this.sheet(name),
      name => this.names.find(name, '')?.formula,
    )
    this.#editing = new Editing(this.calculation)
    this.#desk = {
      normal: this.normal,
      calculation: this.calculation,
      tell: event => this.#tell(event(this.#source)),
      checkSheetName: (name, sheet) => this.#tabs.checkName(name, sheet),
      leave: sheet => this.#leave(sheet),
      renamed: (sheet, before) => this.#renamed(sheet, before),
    }
    this.#active = this.#newSheet(firstSheetName, firstSheetId)
  }

  /** Sheets in the order of their tabs. */
  get sheets(): readonly Sheet[] {
    return this.#tabs.sheets
  }

  /** By name, without regard to case, or by id. */
  sheet(nameOrId: string): Sheet | undefined {
    return this.#tabs.find(nameOrId)
  }

  /** Adds a sheet at the end, named `Sheet2` and so on without a name. @throws `name`, `taken` */
  addSheet(name = this.#tabs.freeName()): Sheet {
    const sheet = this.#newSheet(name)
    this.#tell({ kind: 'added', sheet, source: this.#source })
    return sheet
  }

  /** @throws WorkbookProblem `last-sheet`, `missing` */
  deleteSheet(sheet: Sheet): void {
    this.#leave(sheet)
    this.#tabs.remove(sheet)
    this.#rewriteFormulas(sheet.name, undefined)
    this.#editing.forget()
    this.#tell({ kind: 'deleted', sheet, source: this.#source })
  }

  /** @throws WorkbookProblem `argument` outside 0 … number of sheets − 1 */
  moveSheet(sheet: Sheet, after: number): void {
    const before = this.#tabs.move(sheet, after)
    if (before === after) return
    this.#tell({ kind: 'moved', sheet, before, after, source: this.#source })
  }

  get activeSheet(): Sheet {
    return this.#active
  }

  /** @throws WorkbookProblem `argument` for a hidden sheet */
  activate(sheet: Sheet): void {
    if (sheet.visibility !== 'Visible') throw new WorkbookProblem('argument', 'a hidden sheet')
    const before = this.#active
    if (before === sheet) return
    this.#active = sheet
    this.#tell({ kind: 'deactivated', sheet: before, source: this.#source })
    this.#tell({ kind: 'activated', sheet, source: this.#source })
  }

  /** The selected area of a sheet, by default of the active one; `A1` at first. */
  selection(sheet: Sheet = this.#active): Area {
    return this.#selections.get(sheet) ?? cellArea(0, 0)
  }

  /** Selects and, when the sheet is not the active one, activates it. */
  select(sheet: Sheet, area: Area): void {
    this.activate(sheet)
    const before = this.selection(sheet)
    this.#selections.set(sheet, checkedArea(area))
    if (JSON.stringify(before) === JSON.stringify(area)) return
    this.#tell({ kind: 'selected', sheet, area, source: this.#source })
  }

  /** See {@link Editing.type}. */
  type(sheet: Sheet, row: number, column: number, text: string): ErrorAlert | undefined {
    return this.acting('user', () => this.#editing.type(sheet, row, column, text))
  }

  /** See {@link Editing.paste}; `formats` false pastes values only. Returns the pasted area. */
  paste(sheet: Sheet, row: number, column: number, tsv: string, { formats = true } = {}): Area {
    return this.acting('user', () => this.#editing.paste(sheet, row, column, tsv, formats))
  }

  /** The Delete key. @throws WorkbookProblem `locked` */
  erase(sheet: Sheet, area: Area): void {
    this.acting('user', () => this.#editing.erase(sheet, area))
  }

  /** Takes the person's last typing, paste or deletion back; `false` when there is none. */
  undo(): boolean {
    return this.acting('user', () => this.#editing.undo())
  }

  /** Does what was taken back last once more; `false` when there is nothing. */
  redo(): boolean {
    return this.acting('user', () => this.#editing.redo())
  }

  get canUndo(): boolean {
    return this.#editing.canUndo
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
    return this.#xmlParts
  }

  /** @throws WorkbookProblem `argument` when it is no XML document */
  addXmlPart(xml: string): XmlPart {
    rootNamespace(xml)
    const part = { id: `{${this.newId()}}`, xml }
    this.#xmlParts.push(part)
    this.#editing.forget()
    return part
  }

  removeXmlPart(part: XmlPart): void {
    this.#xmlParts = this.#xmlParts.filter(known => known !== part)
  }

  /** The sheet and area of a defined name; `undefined` when it stands for nothing that exists. */
  referred(formula: string): { sheet: Sheet; area: Area } | undefined {
    const reference = referredArea(formula)
    const sheet = reference?.sheetName === undefined ? undefined : this.sheet(reference.sheetName)
    return reference && sheet ? { sheet, area: reference.area } : undefined
  }

  /** Tells about every change until the returned function is called. */
  onChange(observer: Observer): () => void {
    this.#observers.add(observer)
    return () => void this.#observers.delete(observer)
  }

  /**
   * Does work in somebody's name, so that its events carry that source, and afterwards tells which
   * formula results changed. A co-author's edit is `acting('remote', () => sheet.write(…))`.
   */
  acting<Answer>(source: Source, work: () => Answer): Answer {
    const before = this.#source
    this.#source = source
    this.#depth += 1
    try {
      return work()
    } finally {
      this.#depth -= 1
      if (this.#depth === 0) this.#settle()
      this.#source = before
    }
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
    for (const { id, name } of others) workbook.#newSheet(name, id)
    workbook.#xmlParts = state.xmlParts.map(part => ({ ...part }))
    workbook.#lastId = state.lastId
    restoreWorkbook(workbook, state)
    workbook.#active = workbook.sheet(state.activeSheet) ?? workbook.#active
    for (const [id, area] of state.selections) {
      const sheet = workbook.sheet(id)
      if (sheet) workbook.#selections.set(sheet, area)
    }
    workbook.calculation.recalculate()
    return workbook
  }

  #newSheet(name: string, id = `{${this.newId()}}`): Sheet {
    this.#tabs.checkName(name, undefined)
    const sheet = new Sheet(id, name, this.#desk)
    this.#tabs.add(sheet)
    return sheet
  }

  #leave(sheet: Sheet): void {
    this.#tabs.checkOthersVisible(sheet)
    const successor = this.#tabs.successor(sheet)
    if (this.#active === sheet && successor) this.activate(successor)
  }

  #renamed(sheet: Sheet, before: string): void {
    this.#rewriteFormulas(before, sheet.name)
    this.#tell({ kind: 'renamed', sheet, before, after: sheet.name, source: this.#source })
  }

  #rewriteFormulas(before: string, after: string | undefined): void {
    this.names.sheetRenamed(before, after)
    this.#tabs.rewriteFormulas(before, after)
    this.calculation.recalculate()
  }

  #protectionChanged(sheet: Sheet, isProtected: boolean): void {
    this.#editing.forget()
    this.#tell({ kind: 'protection', sheet, isProtected, source: this.#source })
  }

  #settle(): void {
    for (const sheet of this.sheets) {
      const area = this.calculation.changed(sheet)
      if (area) this.#tell({ kind: 'calculated', sheet, area, source: this.#source })
    }
  }

  #tell(event: WorkbookEvent): void {
    for (const observer of [...this.#observers]) observer(event)
  }
}
