// Applies inserted or deleted rows and columns: to the sheet they are on, and to every formula,
// rule and name of the workbook that looks at it. Never asks for permission.
import type { Area } from './address.ts'
import { movedFormula } from './formula/tokens.ts'
import type { Names } from './names.ts'
import type { ConditionalFormat } from './page.ts'
import type { Sheet } from './sheet.ts'
import { type Shift, shiftedArea, shiftedCount, shiftedFormula, shiftedLine } from './shift.ts'
import { mapFormulas, type Validation } from './validation.ts'

interface Rule {
  area: Area
  origin: { row: number; column: number }
}

/** Moves everything on the sheet, then rewrites every formula of the workbook that looks at it. */
export function shiftLines(sheet: Sheet, all: readonly Sheet[], names: Names, shift: Shift): void {
  shiftSheet(sheet, shift)
  const name = sheet.name.toLowerCase()
  for (const other of all) {
    const home = other === sheet
    const rewritten = (formula: string) => shiftedFormula(formula, name, home, shift)
    for (const { row, column, formula } of [...other.grid.occupied()]) {
      if (formula === '' || !(home || formula.includes('!'))) continue
      const after = rewritten(formula)
      if (after !== formula) other.grid.enter(row, column, '', after)
    }
    other.validations.replaceAll(
      other.validations.all.map(one => ({ ...one, rule: mapFormulas(one.rule, rewritten) })),
    )
    other.conditionalFormats.replaceAll(
      other.conditionalFormats.all.map(one => ({ ...one, formula: rewritten(one.formula) })),
    )
  }
  names.rewrite(formula => shiftedFormula(formula, name, false, shift))
}

function shiftSheet(sheet: Sheet, shift: Shift): void {
  sheet.grid.shift(shift)
  sheet[shift.axis].shift(shift)
  const moved = (area: Area | undefined) => area && shiftedArea(area, shift)
  sheet.merges.replaceAll(
    sheet.merges.all.flatMap(area => {
      const left = moved(area)
      return left && left.rows * left.columns > 1 ? [left] : []
    }),
  )
  sheet.validations.replaceAll(
    sheet.validations.all.flatMap(one => {
      const move = (by: Step) =>
        mapFormulas(one.rule, text => movedFormula(text, by.down, by.right))
      return shiftedRule<Validation>(one, shift, by => ({ ...one, rule: move(by) }))
    }),
  )
  sheet.conditionalFormats.replaceAll(
    sheet.conditionalFormats.all.flatMap(one =>
      shiftedRule<ConditionalFormat>(one, shift, by => ({
        ...one,
        formula: movedFormula(one.formula, by.down, by.right),
      })),
    ),
  )
  const { printArea, titleRows, titleColumns } = sheet.page
  sheet.page = {
    ...sheet.page,
    printArea: moved(printArea),
    titleRows: moved(titleRows),
    titleColumns: moved(titleColumns),
  }
  const frozen = shiftedCount(sheet.frozen[shift.axis], shift)
  sheet.frozen = { ...sheet.frozen, [shift.axis]: frozen }
}

interface Step {
  down: number
  right: number
}

// a rule written for a cell that goes is written anew for the first cell that stays
function shiftedRule<One extends Rule>(
  rule: One,
  shift: Shift,
  writtenFor: (by: Step) => One,
): One[] {
  const area = shiftedArea(rule.area, shift)
  if (!area) return []
  const byRows = shift.axis === 'rows'
  const line = byRows ? rule.origin.row : rule.origin.column
  const kept = shiftedLine(line, shift)
  if (kept !== undefined) {
    return [{ ...rule, area, origin: originAt(rule.origin, byRows, kept) }]
  }
  const by = shift.at + shift.count - line
  const written = writtenFor({ down: byRows ? by : 0, right: byRows ? 0 : by })
  return [{ ...written, area, origin: originAt(rule.origin, byRows, shift.at) }]
}

function originAt(origin: Rule['origin'], byRows: boolean, line: number): Rule['origin'] {
  return byRows ? { ...origin, row: line } : { ...origin, column: line }
}
