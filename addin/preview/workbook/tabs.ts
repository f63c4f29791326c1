// The order of a workbook's sheets, the rules for their names, and the formulas that name them.
// Never tells observers; the workbook does.
import { renamedFormula } from './formula/tokens.ts'
import { WorkbookProblem } from './problem.ts'
import type { Sheet } from './sheet.ts'

const forbiddenInNames = /[:\\/?*[\]]|^'|'$/
const nameLimit = 31

export class Tabs {
  readonly #sheets: Sheet[] = []

  get sheets(): readonly Sheet[] {
    return this.#sheets
  }

  /** By name, without regard to case, or by id. */
  find(nameOrId: string): Sheet | undefined {
    const wanted = nameOrId.toLowerCase()
    return this.#sheets.find(
      sheet => sheet.id.toLowerCase() === wanted || sheet.name.toLowerCase() === wanted,
    )
  }

  /** `Sheet2` and so on: the first that is free. */
  freeName(): string {
    let number = this.#sheets.length + 1
    while (this.find(`Sheet${number}`)) number += 1
    return `Sheet${number}`
  }

  /** @throws WorkbookProblem `name`, `taken` */
  checkName(name: string, sheet: Sheet | undefined): void {
    const badLength = name.length === 0 || name.length > nameLimit
    if (badLength || forbiddenInNames.test(name) || /^history$/i.test(name)) {
      throw new WorkbookProblem('name', name)
    }
    const other = this.find(name)
    if (other && other !== sheet) throw new WorkbookProblem('taken', name)
  }

  /** @throws WorkbookProblem `last-sheet` when no other sheet could be seen */
  checkOthersVisible(sheet: Sheet): void {
    const others = this.#sheets.some(other => other !== sheet && other.visibility === 'Visible')
    if (!others) throw new WorkbookProblem('last-sheet', sheet.name)
  }

  add(sheet: Sheet): void {
    this.#sheets.push(sheet)
  }

  /** The visible sheet that comes to the front when this one goes: the next, else the one before. */
  successor(sheet: Sheet): Sheet | undefined {
    const position = this.#sheets.indexOf(sheet)
    const visible = (other: Sheet) => other !== sheet && other.visibility === 'Visible'
    return (
      this.#sheets.slice(position).find(visible) ??
      this.#sheets.slice(0, position).findLast(visible)
    )
  }

  /** @throws WorkbookProblem `missing` */
  remove(sheet: Sheet): void {
    const position = this.#sheets.indexOf(sheet)
    if (position < 0) throw new WorkbookProblem('missing', sheet.name)
    this.#sheets.splice(position, 1)
  }

  /** Returns the position before. @throws WorkbookProblem `argument` */
  move(sheet: Sheet, after: number): number {
    const before = this.#sheets.indexOf(sheet)
    if (!Number.isInteger(after) || after < 0 || after >= this.#sheets.length) {
      throw new WorkbookProblem('argument', `position ${after}`)
    }
    this.#sheets.splice(before, 1)
    this.#sheets.splice(after, 0, sheet)
    return before
  }

  /** Formulas follow a renamed sheet; those that named a deleted one keep `#REF!`. */
  rewriteFormulas(before: string, after: string | undefined): void {
    for (const { grid } of this.#sheets) {
      for (const { row, column, formula } of [...grid.occupied()]) {
        if (!formula.includes('!')) continue
        grid.enter(row, column, '', `=${renamedFormula(formula.slice(1), before, after)}`)
      }
    }
  }
}
