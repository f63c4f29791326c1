/**
 * Draws one laid-out sheet onto an empty worksheet, or over its own earlier drawing. Queues only: whoever calls sends
 * it with one sync. Expects the worksheet unprotected and leaves it protected, without a password.
 */

import { rangeAddress } from '../../shared/layout/address.ts'
import type { SheetLayout } from '../../shared/layout.ts'
import { can } from './capabilities.ts'
import { entryOf, formatOf } from './cell-text.ts'
import { looksOf } from './paint.ts'
import type { Area } from './port.ts'
import { asLaidOut } from './protect-sheets.ts'
import { areaOf } from './standing.ts'
import { joinedRuns, offerInput } from './validation.ts'

/** Measured in Excel for Calibri 11: a character of a width is about 5.6 points, and a column has 5 points of padding. */
const columnPoints = (characters: number): number => Math.round((characters * 5.6 + 5) * 4) / 4

/** What Excel itself gives a row of Times New Roman 12; said outright, so that drawing again resets rows too. */
const standardHeight = 15.75

/**
 * @param send called between the parts of the drawing; sends nothing unless a whole sheet is more than one message may
 * carry
 * @param rowsAtOnce rows of contents and looks between two calls of it
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
  const whole = at(rangeAddress(1, 1, layout.rows.length, layout.widths.length))

  if (groupedBefore) wipe(worksheet)
  for (let first = 0; first < layout.rows.length; first += rowsAtOnce) {
    const last = Math.min(first + rowsAtOnce, layout.rows.length)
    const area = { top: first + 1, left: 1, bottom: last, right: layout.widths.length }
    const part = at(addressOf(area))
    const rows = layout.rows.slice(first, last)
    // formats first: a cell formatted as text keeps what is written into it as text
    part.numberFormat = rows.map(row => row.map(formatOf))
    part.formulas = rows.map(row => row.map(entryOf))
    part.setCellProperties(looksOf(layout, area))
    part.setRowProperties(layout.heights.slice(first, last).map(rowOf))
    await send()
  }
  whole.setColumnProperties(
    layout.widths.map(characters => ({ format: { columnWidth: columnPoints(characters) } })),
  )
  for (const { address, across } of mergesOf(layout)) at(address).merge(across)
  for (const run of joinedRuns(layout)) offerInput(at(run.address), run)
  collapse(at, groupsOf(layout), groupedBefore ?? [])
  worksheet.freezePanes.freezeRows(layout.frozenRows)
  worksheet.showGridlines = false
  setPage(worksheet, layout, whole)
  worksheet.protection.protect(asLaidOut)
}

/** Titles merged across in rows below each other are one range, merged row by row. */
function mergesOf({ merges }: SheetLayout): { address: string; across: boolean }[] {
  const found: { area: Area; across: boolean }[] = []
  for (const area of merges.flatMap(address => areaOf(address) ?? [])) {
    const above = found.at(-1)
    const across = area.top === area.bottom
    const isBelow = above?.area.bottom === area.top - 1 && sameColumns(above.area, area)
    if (across && above?.across && isBelow)
      found.splice(-1, 1, { area: { ...above.area, bottom: area.bottom }, across })
    else found.push({ area, across })
  }
  return found.map(({ area, across }) => ({ address: addressOf(area), across }))
}

const sameColumns = (a: Area, b: Area): boolean => a.left === b.left && a.right === b.right
const addressOf = ({ top, left, bottom, right }: Area): string =>
  rangeAddress(top, left, bottom, right)

const rowOf = (height: number | undefined): Excel.SettableRowProperties => ({
  format: { rowHeight: height ?? standardHeight },
})

/** Rows of other units as "12:15", for grouping them and for taking the groups away again. */
export const groupsOf = ({ collapsed }: SheetLayout): string[] =>
  collapsed.map(({ first, last }) => `${first}:${last}`)

/** Farther than any form reaches; what people noted beyond it stays. */
const reach = 'A1:AZ1000'

/** Takes an earlier drawing away. The sheet itself stays, because people's own formulas may look at it. */
function wipe(worksheet: Excel.Worksheet): void {
  const cells = worksheet.getRange(reach)
  cells.clear()
  cells.unmerge()
  cells.dataValidation.clear()
  cells.rowHidden = false
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
