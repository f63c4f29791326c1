// Cells copied inside the workbook: what a paste takes over from them.
// Never changes where they come from.
import { type Area, cellArea, intersection } from './address.ts'
import type { Entry } from './entry.ts'
import { movedFormula } from './formula/tokens.ts'
import type { Sheet } from './sheet.ts'
import { mapFormulas } from './validation.ts'

export interface Source {
  readonly sheet: Sheet
  readonly area: Area
}

interface Copied {
  entries: { row: number; column: number; entry: Entry }[]
  /** gives the target the looks and rules of the source; the target has none any more */
  dress(): void
}

/**
 * Reads the source, for it may overlap the target; formulas look as far away as before.
 * @param row the target's first row, and `column` its first column
 */
export function copiedTo(
  { sheet: from, area }: Source,
  to: Sheet,
  row: number,
  column: number,
): Copied {
  const down = row - area.row
  const right = column - area.column
  const moved = (formula: string) => movedFormula(formula, down, right)
  const movedArea = (part: Area) => ({
    ...part,
    row: part.row + down,
    column: part.column + right,
  })
  const cells = Array.from({ length: area.rows * area.columns }, (_, at) => {
    const [r, c] = [area.row + Math.floor(at / area.columns), area.column + (at % area.columns)]
    const formula = from.formula(r, c)
    const entry: Entry = formula
      ? { content: '', formula: moved(formula) }
      : { content: from.content(r, c) }
    return { row: r + down, column: c + right, entry, format: from.format(r, c) }
  })
  const rules = from.validations.within(area).map(one => ({ ...one }))
  const paints = from.conditionalFormats.within(area).map(one => ({ ...one }))
  const parts = <Rule extends { area: Area; origin: { row: number; column: number } }>(
    rule: Rule,
  ): Rule[] => {
    const part = intersection(rule.area, area)
    if (!part) return []
    const origin = { row: rule.origin.row + down, column: rule.origin.column + right }
    return [{ ...rule, area: movedArea(part), origin }]
  }
  return {
    entries: cells,
    dress: () => {
      for (const cell of cells) to.grid.paint(cellArea(cell.row, cell.column), cell.format)
      for (const rule of rules.flatMap(parts)) {
        to.validations.add({ ...rule, rule: mapFormulas(rule.rule, moved) })
      }
      for (const paint of paints.flatMap(parts)) {
        to.conditionalFormats.add({ ...paint, formula: moved(paint.formula) })
      }
    },
  }
}
