// What a sheet asks of its workbook. Never implemented twice: the workbook is the only desk.
import type { Calculation } from './calculation.ts'
import type { Source, WorkbookEvent } from './events.ts'
import type { CellFormat } from './format.ts'
import type { Sheet } from './sheet.ts'

export interface Desk {
  /** The Normal style: what a cell is without a format of its own. */
  readonly normal: CellFormat
  readonly calculation: Calculation
  tell(event: (source: Source) => WorkbookEvent): void
  checkSheetName(name: string, sheet: Sheet | undefined): void
  /** The sheet is about to be hidden: another one comes to the front. */
  leave(sheet: Sheet): void
  renamed(sheet: Sheet, before: string): void
}
