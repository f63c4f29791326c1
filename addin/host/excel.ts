/** The workbook in Excel: every verb of the port, through one queue. */
import { followSelection } from './follow-selection.ts'
import { identify, rebase } from './identity.ts'
import { layOut } from './lay-out.ts'
import { lookAtCells } from './look-at-cells.ts'
import { openInNewWorkbook } from './new-workbook.ts'
import type { Workbook } from './port.ts'
import { protectSheets } from './protect-sheets.ts'
import { diagnose, readBlocks } from './read.ts'
import { repairCells } from './repair-cells.ts'
import { type CellEditHint, createQueue, type Delays } from './run.ts'
import { scanSheets } from './scan.ts'
import { selectCell } from './select.ts'
import { createTabs } from './tabs.ts'
import { watchChanges } from './watch-changes.ts'
import { writeCells } from './write-cells.ts'

/** @param onCellEdit told when Excel waits for a cell being edited ("Nhấn Enter để kết thúc ô đang nhập") */
export function excelWorkbook(onCellEdit: CellEditHint = () => {}, delays?: Delays): Workbook {
  const queue = createQueue(onCellEdit, delays)
  const tabs = createTabs()
  return {
    identify: () => identify(queue),
    rebase: identity => rebase(queue, identity),
    layOut: (sheets, identity, progress) => layOut(queue, tabs, sheets, identity, progress),
    read: sheets => readBlocks(queue, tabs, sheets),
    write: (sheets, writes) => writeCells(queue, sheets, writes),
    diagnose: sheets => diagnose(queue, tabs, sheets),
    scan: sheets => scanSheets(queue, sheets),
    look: (layout, area) => lookAtCells(queue, tabs, layout, area),
    repair: repair => repairCells(queue, tabs, repair),
    protect: sheets => protectSheets(queue, sheets),
    openInNewWorkbook: base64 => openInNewWorkbook(queue, base64),
    select: (sheet, cell) => selectCell(queue, tabs, sheet, cell),
    followSelection: listener => followSelection(queue, tabs, listener),
    watchChanges: listener => watchChanges(queue, tabs, listener),
  }
}
