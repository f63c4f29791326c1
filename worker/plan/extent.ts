/**
 * How much a plan's workbook may hold. Looked at before any cell is understood: looking up a name costs with its length, and
 * a file of 5 MB may hold millions of letters and tens of thousands of lines.
 */
import type { PlanReading } from '../../shared/protocol/plan.ts'
import { type FoundList, type List, linesOf } from './columns.ts'
import { planWords } from './words.ts'

/** As `planSchema` has it. */
export const most = { tasks: 500, targets: 200 } as const

/** Letters of all cells of a list together; a plan of more could not be stored. */
export const mostText = 240_000
/** Headings of groups and notes stand between the lines; "supporting" may name every unit of a department. */
const [mostLines, longestCell] = [1000, 4000]

export function overfull(list: List, found: FoundList): PlanReading['faults'] {
  const { sheet, head, at } = found
  const faults: PlanReading['faults'] = []
  const lines = linesOf(found)
  if (lines.length > mostLines) {
    const detail = planWords.sheet(sheet.name, planWords.tooMany(list, most[list]))
    return [{ pointer: `#/${list}`, detail }]
  }
  let text = 0
  for (const { line, cell } of lines)
    for (const [key, column] of at) {
      text += cell(key).length
      if (cell(key).length <= longestCell) continue
      const says = planWords.tooLong(String(sheet.rows[head - 1]?.[column]), longestCell)
      faults.push({ pointer: `#/${list}`, detail: planWords.line(sheet.name, line, says) })
    }
  if (text > mostText) {
    const detail = planWords.sheet(sheet.name, planWords.tooMuch(mostText))
    faults.push({ pointer: `#/${list}`, detail })
  }
  return faults
}
