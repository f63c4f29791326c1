// Whether lines may be put in or taken out, and the way back afterwards.
// Never moves anything itself.
import { type Area, checkedArea, columnLimit, rowLimit } from './address.ts'
import type { Step } from './history.ts'
import type { Names } from './names.ts'
import type { Permission } from './page.ts'
import { WorkbookProblem } from './problem.ts'
import type { Sheet } from './sheet.ts'
import type { Shift } from './shift.ts'
import { restoreSheet, sheetState } from './state.ts'

const permissions: Record<Shift['change'], Record<Shift['axis'], Permission>> = {
  insert: { rows: 'allowInsertRows', columns: 'allowInsertColumns' },
  delete: { rows: 'allowDeleteRows', columns: 'allowDeleteColumns' },
}

/** The whole rows or columns a shift is about. @throws WorkbookProblem `address` */
export function shiftedLines({ axis, at, count }: Shift): Area {
  return checkedArea(
    axis === 'rows'
      ? { row: at, rows: count, column: 0, columns: columnLimit }
      : { row: 0, rows: rowLimit, column: at, columns: count },
  )
}

/**
 * Whether Excel would do it.
 * @throws WorkbookProblem `address`; `protected` without the sheet's permission, `locked` when lines
 *   with locked cells are deleted on a protected sheet, `argument` when contents would fall off
 */
export function checkShift(sheet: Sheet, shift: Shift): void {
  const lines = shiftedLines(shift)
  sheet.guard.demand(permissions[shift.change][shift.axis])
  if (shift.change === 'delete') {
    sheet.guard.demandUnlocked(lines)
    return
  }
  const used = sheet.grid.used(true)
  if (!used) return
  const [end, limit] =
    shift.axis === 'rows'
      ? [used.row + used.rows, rowLimit]
      : [used.column + used.columns, columnLimit]
  if (end > shift.at && end + shift.count > limit) {
    throw new WorkbookProblem('argument', 'contents would fall off the sheet')
  }
}

/** The way back to what sheets and names are now; `told` hears about it both ways. */
export function stepBack(
  sheets: readonly Sheet[],
  names: Names,
  shift: Shift,
  told: (done: Shift) => void,
): Step {
  const kept = sheets.map(sheet => ({ sheet, state: sheetState(sheet) }))
  const keptNames = names.every.map(name => ({ ...name }))
  const inverse: Shift = { ...shift, change: shift.change === 'insert' ? 'delete' : 'insert' }
  return () => {
    const forwards = stepBack(sheets, names, inverse, told)
    for (const { sheet, state } of kept) restoreSheet(sheet, state)
    names.restore(keptNames)
    told(inverse)
    return forwards
  }
}
