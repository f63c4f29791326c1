// Defined names of the workbook, the hidden XML parts, and the settings: what is stored beside
// the sheets. Never asks whether a reference still exists; reading it does.
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

  /** A renamed sheet keeps the names that point to it; a deleted one leaves `#REF!`. */
  sheetRenamed(before: string, after: string | undefined): void {
    for (const name of this.#names) {
      const { sheetName, rest } = splitSheetName(name.formula)
      if (sheetName?.toLowerCase() !== before.toLowerCase()) continue
      name.formula = `=${after === undefined ? '#REF!' : withSheetName(after, rest)}`
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

export interface XmlPart {
  readonly id: string
  xml: string
}

/** The namespace of the root element, `''` for none. @throws WorkbookProblem `argument` */
export function rootNamespace(xml: string): string {
  const root =
    /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<([A-Za-z_][\w.-]*:)?[\w.-]+([^>]*)>/.exec(xml)
  if (!root) throw new WorkbookProblem('argument', 'not an XML document')
  const prefix = root[1]?.slice(0, -1)
  const attribute = prefix ? `xmlns:${prefix}` : 'xmlns'
  const found = new RegExp(String.raw`\s${attribute}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(
    root[2] ?? '',
  )
  return found?.[1] ?? found?.[2] ?? ''
}
