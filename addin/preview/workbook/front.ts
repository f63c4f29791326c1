// What a person has before them: the active sheet, and the selected area of every sheet.
// Never knows what is in the cells.
import { type Area, cellArea, checkedArea } from './address.ts'
import { WorkbookProblem } from './problem.ts'
import type { Sheet } from './sheet.ts'
import type { Turn } from './turn.ts'

export class Front {
  #active: Sheet
  readonly #selections = new Map<Sheet, Area>()
  readonly #turn: Turn

  constructor(first: Sheet, turn: Turn) {
    this.#active = first
    this.#turn = turn
  }

  get active(): Sheet {
    return this.#active
  }

  /** @throws WorkbookProblem `argument` for a hidden sheet */
  activate(sheet: Sheet): void {
    if (sheet.visibility !== 'Visible') throw new WorkbookProblem('argument', 'a hidden sheet')
    const before = this.#active
    if (before === sheet) return
    this.#active = sheet
    this.#turn.tell(source => ({ kind: 'deactivated', sheet: before, source }))
    this.#turn.tell(source => ({ kind: 'activated', sheet, source }))
  }

  /** `A1` at first. */
  selection(sheet: Sheet): Area {
    return this.#selections.get(sheet) ?? cellArea(0, 0)
  }

  select(sheet: Sheet, area: Area): void {
    this.activate(sheet)
    const before = this.selection(sheet)
    this.#selections.set(sheet, checkedArea(area))
    if (JSON.stringify(before) === JSON.stringify(area)) return
    this.#turn.tell(source => ({ kind: 'selected', sheet, area, source }))
  }

  /** As it was kept; tells nobody. */
  restore(active: Sheet, selections: readonly (readonly [Sheet, Area])[]): void {
    this.#active = active
    for (const [sheet, area] of selections) this.#selections.set(sheet, area)
  }
}
