// Defined names of the workbook and of its sheets. Never asks whether a reference still exists; reading it does.
import { type Area, formatArea, parseArea, splitSheetName, withSheetName } from './address.ts'
import { WorkbookProblem } from './problem.ts'
import type { Sheet } from './sheet.ts'

export interface DefinedName {
  name: string
  /** `='Biểu 3'!$A$1:$B$2`, or any other formula */
  formula: string
  comment: string
  visible: boolean
  /** the sheet it belongs to, or `''` for the workbook */
  scope: string
}

const validName = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u

/** Names of one scope, unique without regard to case. */
export class Names {
  #names: DefinedName[] = []

  all(scope: string): DefinedName[] {
    return this.#names.filter(name => name.scope === scope)
  }

  get every(): readonly DefinedName[] {
    return this.#names
  }

  find(name: string, scope: string): DefinedName | undefined {
    const wanted = name.toLowerCase()
    return this.#names.find(known => known.name.toLowerCase() === wanted && known.scope === scope)
  }

  /** @throws WorkbookProblem `name`, `taken` */
  add(name: DefinedName): DefinedName {
    const looksLikeAddress = /^\$?[A-Za-z]{1,3}\$?\d+$/.test(name.name) || /^[RC]$/i.test(name.name)
    if (!validName.test(name.name) || looksLikeAddress) throw new WorkbookProblem('name', name.name)
    if (this.find(name.name, name.scope)) throw new WorkbookProblem('taken', name.name)
    const added = { ...name }
    this.#names.push(added)
    return added
  }

  remove(name: DefinedName): void {
    this.#names = this.#names.filter(known => known !== name)
  }

  /** A deleted sheet takes its own names with it. */
  forgetScope(scope: string): void {
    this.#names = this.#names.filter(name => name.scope !== scope)
  }

  /** A renamed sheet keeps the names that point to it; a deleted one leaves `#REF!`. */
  sheetRenamed(before: string, after: string | undefined): void {
    for (const name of this.#names) {
      const { sheetName, rest } = splitSheetName(name.formula)
      if (sheetName?.toLowerCase() !== before.toLowerCase()) continue
      name.formula = `=${after === undefined ? '#REF!' : withSheetName(after, rest)}`
    }
  }

  /** Gives every name that is a readable formula another one. */
  rewrite(change: (formula: string) => string): void {
    for (const name of this.#names) {
      try {
        name.formula = change(name.formula)
      } catch {
        // what cannot be read looks at nothing
      }
    }
  }

  restore(names: readonly DefinedName[]): void {
    this.#names = names.map(name => ({ ...name }))
  }
}

export function referenceTo(sheet: Sheet, area: Area): string {
  return `=${withSheetName(sheet.name, formatArea(area, true))}`
}

/** The sheet's name and area a name stands for; `undefined` when it is no reference. */
export function referredArea(
  formula: string,
): { sheetName: string | undefined; area: Area } | undefined {
  const { sheetName, rest } = splitSheetName(formula)
  try {
    return { sheetName, area: parseArea(rest.replace(/^=/, '')) }
  } catch {
    return undefined
  }
}
