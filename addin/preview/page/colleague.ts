// The colleague who has the same workbook open elsewhere and changes a cell now and then.
// Never touches a cell that is locked: Excel would refuse it to them as well.
import {
  cellArea,
  formatArea,
  type Sheet,
  type Workbook,
  withSheetName,
} from '../workbook/workbook.ts'

export interface Edited {
  /** `'Biểu 3'!C12` */
  readonly place: string
  readonly before: string
  readonly after: string
}

/** Cells of visible, protected sheets that are open for entry. */
function inputs(workbook: Workbook): { sheet: Sheet; row: number; column: number }[] {
  return workbook.sheets.flatMap(sheet => {
    if (sheet.visibility !== 'Visible' || !sheet.guard.isProtected) return []
    return [...sheet.grid.occupied()].flatMap(({ row, column, formula }) => {
      const open = formula === '' && !sheet.format(row, column).locked
      const shown = !sheet.rows.isHidden(row) && !sheet.columns.isHidden(column)
      return open && shown && !sheet.merges.hides(row, column) ? [{ sheet, row, column }] : []
    })
  })
}

/**
 * The colleague adds one to a number, or writes one.
 * @param where 0 ≤ where < 1 chooses the cell
 * @returns what was edited; `undefined` when no sheet has an open cell
 */
export function editByColleague(workbook: Workbook, where = Math.random()): Edited | undefined {
  const cells = inputs(workbook)
  const chosen = cells[Math.floor(where * cells.length)]
  return chosen && increase(workbook, chosen.sheet, chosen.row, chosen.column)
}

/** The same in a cell of one's choice. @throws WorkbookProblem `locked` */
export function increase(workbook: Workbook, sheet: Sheet, row: number, column: number): Edited {
  const area = cellArea(row, column)
  const before = sheet.text(row, column)
  const content = sheet.content(row, column)
  const next = typeof content === 'number' ? content + 1 : 1
  workbook.acting('remote', () => sheet.write(area, [[next]]))
  const place = withSheetName(sheet.name, formatArea(area))
  return { place, before, after: sheet.text(row, column) }
}
