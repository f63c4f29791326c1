// The copy of a sheet, as Excel makes it: everything on it, and its names.
// Never tells observers; the build does.
import { renamedFormula } from './formula/tokens.ts'
import { type DefinedName, type Names, referredArea } from './names.ts'
import type { Sheet } from './sheet.ts'
import { restoreSheet, sheetState } from './state.ts'
import { mapFormulas } from './validation.ts'

/** `Biểu 1 (2)`, the first number that is free, within the 31 characters of a name. */
export function nameOfCopy(name: string, isTaken: (name: string) => boolean): string {
  for (let number = 2; ; number += 1) {
    const ending = ` (${number})`
    const found = `${name.slice(0, 31 - ending.length)}${ending}`
    if (!isTaken(found)) return found
  }
}

/**
 * Makes an empty sheet the copy of another. Formulas that named the original's own sheet name the
 * copy, and names that point to the original exist on the copy once more, for that sheet only.
 */
export function copyOnto(copy: Sheet, original: Sheet, names: Names): void {
  const own = (formula: string) => renamedFormula(formula, original.name, copy.name)
  const state = sheetState(original)
  restoreSheet(copy, {
    ...state,
    cells: state.cells.map(cell => ({ ...cell, formula: own(cell.formula) })),
    validations: state.validations.map(one => ({ ...one, rule: mapFormulas(one.rule, own) })),
    conditionalFormats: state.conditionalFormats.map(one => ({
      ...one,
      formula: own(one.formula),
    })),
  })
  for (const name of [...names.every]) {
    if (!pointsTo(name, original)) continue
    if (names.find(name.name, copy.id)) continue
    names.add({ ...name, formula: own(name.formula), scope: copy.id })
  }
}

function pointsTo({ formula, scope }: DefinedName, sheet: Sheet): boolean {
  const named = referredArea(formula)?.sheetName?.toLowerCase()
  return named === sheet.name.toLowerCase() && (scope === '' || scope === sheet.id)
}
