// The build of a workbook: which sheets there are, in which order, and their rows and columns.
// Changing it rewrites formulas and names everywhere, and what a person did before cannot be taken
// back any more, except over lines put in or taken out by hand.
import type { Calculation } from './calculation.ts'
import { copyOnto, nameOfCopy } from './copying.ts'
import type { History } from './history.ts'
import type { Names } from './names.ts'
import type { Sheet } from './sheet.ts'
import type { Shift } from './shift.ts'
import { checkShift, shiftedLines, stepBack } from './shift-step.ts'
import { shiftLines } from './shifting.ts'
import { Tabs } from './tabs.ts'
import type { Turn } from './turn.ts'

export interface Ground {
  readonly names: Names
  readonly calculation: Calculation
  readonly history: History
  readonly turn: Turn
  /** an empty sheet that is not in the workbook yet */
  make(name: string, id?: string): Sheet
}

export class Build {
  readonly tabs = new Tabs()
  readonly #ground: Ground

  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** @throws WorkbookProblem `name`, `taken` */
  place(name: string, id?: string): Sheet {
    this.tabs.checkName(name, undefined)
    const sheet = this.#ground.make(name, id)
    this.tabs.add(sheet)
    return sheet
  }

  add(name: string): Sheet {
    const sheet = this.place(name)
    this.#ground.turn.tell(source => ({ kind: 'added', sheet, source }))
    return sheet
  }

  copy(original: Sheet): Sheet {
    const { names, turn } = this.#ground
    const copy = this.place(nameOfCopy(original.name, name => this.tabs.find(name) !== undefined))
    copyOnto(copy, original, names)
    this.tabs.move(copy, this.tabs.sheets.indexOf(original) + 1)
    this.#rebuilt()
    turn.tell(source => ({ kind: 'added', sheet: copy, source }))
    return copy
  }

  /** @throws WorkbookProblem `missing` */
  remove(sheet: Sheet): void {
    const { names, turn } = this.#ground
    this.tabs.remove(sheet)
    names.forgetScope(sheet.id)
    this.#renamed(sheet.name, undefined)
    turn.tell(source => ({ kind: 'deleted', sheet, source }))
  }

  /** @throws WorkbookProblem `argument` outside 0 … number of sheets − 1 */
  move(sheet: Sheet, after: number): void {
    const before = this.tabs.move(sheet, after)
    if (before === after) return
    this.#ground.turn.tell(source => ({ kind: 'moved', sheet, before, after, source }))
  }

  renamed(sheet: Sheet, before: string): void {
    const after = sheet.name
    this.#renamed(before, after)
    this.#ground.turn.tell(source => ({ kind: 'renamed', sheet, before, after, source }))
  }

  /** @throws WorkbookProblem, see {@link checkShift} */
  shift(sheet: Sheet, shift: Shift): void {
    checkShift(sheet, shift)
    const { names, calculation, history, turn } = this.#ground
    const { sheets } = this.tabs
    const told = (done: Shift) => {
      calculation.recalculate()
      const area = shiftedLines(done)
      turn.tell(source => ({ kind: 'lines', sheet, shift: done, area, source }))
    }
    if (turn.source === 'user') history.remember(stepBack(sheets, names, shift, told))
    else history.forget()
    shiftLines(sheet, sheets, names, shift)
    told(shift)
  }

  #renamed(before: string, after: string | undefined): void {
    this.#ground.names.sheetRenamed(before, after)
    this.tabs.rewriteFormulas(before, after)
    this.#rebuilt()
  }

  #rebuilt(): void {
    this.#ground.calculation.recalculate()
    this.#ground.history.forget()
  }
}
