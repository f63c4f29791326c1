// The protection of one sheet: who may touch what while it is on.
// Never treats protection as security; it only refuses as Excel refuses.
import { type Area, cellArea, covers, isUnbounded } from './address.ts'
import type { Grid } from './grid.ts'
import { noProtection, type Permission, type Protection, type SelectionMode } from './page.ts'
import { WorkbookProblem } from './problem.ts'

export class Guard {
  #state: Protection = noProtection()
  readonly #grid: Grid
  readonly #label: () => string

  constructor(grid: Grid, label: () => string) {
    this.#grid = grid
    this.#label = label
  }

  get isProtected(): boolean {
    return this.#state.isProtected
  }

  get selectionMode(): SelectionMode {
    return this.#state.selectionMode
  }

  allows(permission: Permission): boolean {
    return !this.isProtected || this.#state.allowed.includes(permission)
  }

  /** @throws WorkbookProblem `protected` when it is protected already */
  protect(allowed: Permission[], selectionMode: SelectionMode, password: string): void {
    if (this.isProtected) throw new WorkbookProblem('protected', this.#label())
    this.#state = { isProtected: true, password, allowed: [...allowed], selectionMode }
  }

  /** @throws WorkbookProblem `not-protected`, `wrong-password` */
  unprotect(password: string): void {
    if (!this.isProtected) throw new WorkbookProblem('not-protected', this.#label())
    if (this.#state.password !== '' && this.#state.password !== password) {
      throw new WorkbookProblem('wrong-password', this.#label())
    }
    this.#state = noProtection()
  }

  /** @throws WorkbookProblem `locked` when protection is on and any cell of the area is locked */
  demandUnlocked(area: Area): void {
    if (this.isProtected && this.#hasLocked(area)) {
      throw new WorkbookProblem('locked', this.#label())
    }
  }

  /** @throws WorkbookProblem `protected` unless protection is off or gives the permission */
  demand(permission?: Permission): void {
    if (this.isProtected && !(permission && this.allows(permission))) {
      throw new WorkbookProblem('protected', this.#label())
    }
  }

  /** Whether a person may put the selection here. */
  maySelect(row: number, column: number): boolean {
    const { isProtected, selectionMode } = this.#state
    if (!isProtected || selectionMode === 'Normal') return true
    return selectionMode === 'Unlocked' && !this.#grid.format(row, column).locked
  }

  state(): Protection {
    return { ...this.#state }
  }

  restore(state: Protection): void {
    this.#state = { ...state }
  }

  #hasLocked(area: Area): boolean {
    if (isUnbounded(area)) {
      const corner = cellArea(area.row, area.column)
      const occupied = [...this.#grid.occupied(area)]
      const lone = occupied.some(cell => covers(corner, cell.row, cell.column))
      if (!lone && this.#grid.format(area.row, area.column).locked) return true
      return occupied.some(cell => this.#grid.format(cell.row, cell.column).locked)
    }
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        if (this.#grid.format(row, column).locked) return true
      }
    }
    return false
  }
}
