/**
 * One explicit repair of cells a person pasted: contents that were shown beforehand, and the looks of the layout. The only
 * operation besides drawing that opens a sheet, in one message that closes it again as it was. Never writes over what
 * somebody changed meanwhile, and asks whether the sheet is protected first, because Excel refuses redundant calls.
 */
import { rangeAddress } from '../../shared/layout/address.ts'
import type { SheetLayout } from '../../shared/layout.ts'
import { demand } from './capabilities.ts'
import { formatOf } from './cell-text.ts'
import { overlap } from './look-at-cells.ts'
import { looksOf } from './paint.ts'
import type { Area, CellChange, Repair } from './port.ts'
import { asLaidOut } from './protect-sheets.ts'
import { rectangles } from './rectangles.ts'
import type { Queue, Sync } from './run.ts'
import { areaOf } from './standing.ts'
import type { Tabs } from './tabs.ts'
import { joinedRuns, offerInput } from './validation.ts'

export function repairCells(
  queue: Queue,
  tabs: Tabs,
  repair: Repair,
): Promise<readonly CellChange[]> {
  const { layout, changes } = repair
  const work = async (context: Excel.RequestContext, sync: Sync) => {
    demand('cellProperties')
    const worksheet = context.workbook.worksheets.getItem(tabs.keyOf(layout.sheet))
    const range = boxOf(changes)
    const now = range && worksheet.getRange(addressOf(range))
    now?.load('values')
    worksheet.protection.load('protected,options')
    await sync()
    const holds = ({ row, column, from }: CellChange) =>
      now?.values[row - (range?.top ?? 0)]?.[column - (range?.left ?? 0)] === from
    // told apart now: what is written later stands in `now` at once
    const [kept, changed] = [changes.filter(holds), changes.filter(change => !holds(change))]
    const { protected: isProtected, options } = worksheet.protection
    if (isProtected) worksheet.protection.unprotect()
    try {
      for (const area of areasOf(repair.restore)) restore(worksheet, layout, area)
      if (now && range && kept.length > 0) writeCells(now, range, kept)
      if (isProtected) worksheet.protection.protect(options)
      await sync()
    } catch (error) {
      if (isProtected) await protectAgain(worksheet, sync)
      throw error
    }
    return changed
  }
  return queue.run(work, { name: 'repair', writes: true })
}

/** What failed half-way may have left the sheet open; a sheet that was never opened is left alone. */
async function protectAgain(worksheet: Excel.Worksheet, sync: Sync): Promise<void> {
  worksheet.protection.load('protected')
  await sync()
  if (worksheet.protection.protected) return
  worksheet.protection.protect(asLaidOut)
  await sync()
}

const addressOf = ({ top, left, bottom, right }: Area): string =>
  rangeAddress(top, left, bottom, right)

function boxOf(cells: readonly { readonly row: number; readonly column: number }[]) {
  if (cells.length === 0) return undefined
  const rows = cells.map(({ row }) => row)
  const columns = cells.map(({ column }) => column)
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  }
}

/** Neighbouring cells as rectangles; cells in between keep the looks they have. */
function areasOf(cells: readonly { readonly row: number; readonly column: number }[]): Area[] {
  const box = boxOf(cells)
  if (!box) return []
  const among = new Set(cells.map(({ row, column }) => `${row}:${column}`))
  const wanted = Array.from({ length: box.bottom }, (_, i) =>
    Array.from({ length: box.right }, (__, j) => (among.has(`${i + 1}:${j + 1}`) ? 1 : undefined)),
  )
  // what anybody wants covers nobody else's cells only when those want something too
  const whole = wanted.map(line => line.map(want => want ?? 0))
  return rectangles(whole, 0).map(({ area }) => area)
}

/** One range whatever was changed in it: a null leaves a cell alone, and the sheet is open now. */
function writeCells(range: Excel.Range, box: Area, changes: readonly CellChange[]): void {
  const to = new Map(changes.map(change => [`${change.row}:${change.column}`, change.to]))
  range.values = Array.from({ length: box.bottom - box.top + 1 }, (_, i) =>
    Array.from({ length: box.right - box.left + 1 }, (__, j) =>
      asWritten(to.get(`${box.top + i}:${box.left + j}`)),
    ),
  )
}

/** Text stays text: Excel reads strings as if typed in en-US. */
const asWritten = (value: number | string | undefined) =>
  typeof value === 'string' ? `'${value}` : (value ?? null)

/** Gives a part of the layout the looks drawing gave it, and takes away whatever else was pasted. */
function restore(worksheet: Excel.Worksheet, layout: SheetLayout, area: Area): void {
  const range = worksheet.getRange(addressOf(area))
  range.clear('Formats')
  range.numberFormat = layout.rows
    .slice(area.top - 1, area.bottom)
    .map(line => line.slice(area.left - 1, area.right).map(formatOf))
  range.setCellProperties(looksOf(layout, area))
  for (const run of joinedRuns(layout)) {
    const whole = areaOf(run.address)
    const part = whole && overlap(whole, area)
    if (part) offerInput(worksheet.getRange(addressOf(part)), { ...run, address: addressOf(part) })
  }
}
