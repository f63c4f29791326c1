/**
 * Draws one laid-out sheet onto an empty worksheet, or over its own earlier drawing. Queues only: whoever calls sends
 * it with one sync. Expects the worksheet unprotected and leaves it protected, without a password.
 */

import { columnName, rangeAddress } from '../../shared/layout/address.ts'
import type { SheetLayout } from '../../shared/layout.ts'
import { can } from './capabilities.ts'
import { entryOf, formatOf } from './cell-text.ts'
import { paintCells, type RangeAt } from './paint.ts'
import { asLaidOut } from './protect-sheets.ts'
import { commonest, lineRuns } from './rectangles.ts'
import { offerInput } from './validation.ts'

/** Measured in Excel for Calibri 11: a character of a width is about 5.6 points, and a column has 5 points of padding. */
const columnPoints = (characters: number): number => Math.round((characters * 5.6 + 5) * 4) / 4

/** What Excel itself gives a row of Times New Roman 12; said outright, so that drawing again resets rows too. */
const standardHeight = 15.75

/**
 * @param send called between the parts of the drawing; sends nothing unless a whole sheet is more than one message may
 * carry
 * @param rowsAtOnce rows of contents between two calls of it
 */
export async function drawSheet(
  worksheet: Excel.Worksheet,
  layout: SheetLayout,
  groupedBefore: readonly string[] | undefined,
  send: () => Promise<void>,
  rowsAtOnce: number,
): Promise<void> {
  const ranges = new Map<string, Excel.Range>()
  const at = (address: string): Excel.Range => {
    const range = ranges.get(address) ?? worksheet.getRange(address)
    ranges.set(address, range)
    return range
  }
  const rangeAt: RangeAt = area => at(rangeAddress(area.top, area.left, area.bottom, area.right))
  const whole = at(rangeAddress(1, 1, layout.rows.length, layout.widths.length))

  if (groupedBefore) wipe(worksheet)
  // formats first: a cell formatted as text keeps what is written into it as text
  for (let first = 0; first < layout.rows.length; first += rowsAtOnce) {
    const rows = layout.rows.slice(first, first + rowsAtOnce)
    const part = at(rangeAddress(first + 1, 1, first + rows.length, layout.widths.length))
    part.numberFormat = rows.map(row => row.map(formatOf))
    part.formulas = rows.map(row => row.map(entryOf))
    await send()
  }
  await paintCells(layout, rangeAt, send)
  for (const { first, last, size } of lineRuns(layout.widths))
    at(`${columnName(first)}:${columnName(last)}`).format.columnWidth = columnPoints(size)
  const heights = layout.heights.map(height => height ?? standardHeight)
  const usual = commonest(heights.map(height => [height])) ?? standardHeight
  at(`1:${heights.length}`).format.rowHeight = usual
  for (const { first, last, size } of lineRuns(heights, usual))
    at(`${first}:${last}`).format.rowHeight = size
  await send()
  for (const address of layout.merges) at(address).merge(false)
  if (can('validation')) for (const run of layout.inputs) offerInput(at(run.address), run)
  collapse(at, groupsOf(layout), groupedBefore ?? [])
  if (can('frozenRows')) worksheet.freezePanes.freezeRows(layout.frozenRows)
  if (can('gridlines')) worksheet.showGridlines = false
  if (can('pageLayout')) setPage(worksheet, layout, whole)
  worksheet.protection.protect(asLaidOut)
}

/** Rows of other units as "12:15", for grouping them and for taking the groups away again. */
export const groupsOf = ({ collapsed }: SheetLayout): string[] =>
  collapsed.map(({ first, last }) => `${first}:${last}`)

/** Farther than any form reaches; what people noted beyond it stays. */
const reach = { cells: 'A1:AZ1000', rows: '1:1000' } as const

/** Takes an earlier drawing away. The sheet itself stays, because people's own formulas may look at it. */
function wipe(worksheet: Excel.Worksheet): void {
  const cells = worksheet.getRange(reach.cells)
  cells.clear()
  cells.unmerge()
  if (can('validation')) cells.dataValidation.clear()
  worksheet.getRange(reach.rows).rowHidden = false
}

function collapse(
  at: (address: string) => Excel.Range,
  groups: readonly string[],
  before: readonly string[],
): void {
  const same = groups.join() === before.join()
  if (can('groups') && !same) {
    for (const rows of before) at(rows).ungroup('ByRows')
    for (const rows of groups) {
      at(rows).group('ByRows')
      at(rows).hideGroupDetails('ByRows')
    }
    return
  }
  // groups that are there already only need folding, which must not fail when a person took one away
  for (const rows of groups) at(rows).rowHidden = true
}

function setPage(worksheet: Excel.Worksheet, layout: SheetLayout, whole: Excel.Range): void {
  const { pageLayout } = worksheet
  pageLayout.orientation = layout.landscape ? 'Landscape' : 'Portrait'
  pageLayout.paperSize = 'A4'
  pageLayout.zoom = { horizontalFitToPages: 1 }
  pageLayout.centerHorizontally = true
  pageLayout.setPrintArea(whole)
  pageLayout.setPrintTitleRows(`$${layout.headerTop}:$${layout.frozenRows}`)
}
