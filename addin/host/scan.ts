/** Reads all cells of our sheets, and of copies of those that are gone, for finding figures by their codes. Never writes. */
import type { SheetLayout } from '../../shared/layout.ts'
import type { ScannedSheet } from '../../shared/salvage.ts'
import { demand } from './capabilities.ts'
import { inParts } from './in-parts.ts'
import type { Queue } from './run.ts'
import { standings } from './standing.ts'

/** Farther than any form reaches: what a person put there is not ours to look at. */
const reach = 'A1:AZ1000'

export const scanSheets = (
  queue: Queue,
  sheets: readonly SheetLayout[],
): Promise<readonly ScannedSheet[]> =>
  queue.run(
    async (context, sync) => {
      demand('names')
      const found = (await standings(context, sync, sheets)).flatMap(
        ({ layout: { form }, worksheet, copies }) =>
          // a copy only stands in for an original that is gone
          (worksheet ? [worksheet] : copies).map(sheet => ({ form, sheet })),
      )
      return inParts(found, async part => {
        const ranges = part.map(({ sheet }) => {
          const used = sheet.getRange(reach).getUsedRangeOrNullObject(true)
          used.load('values,rowIndex,columnIndex')
          return used
        })
        await sync()
        return part.map(({ form, sheet }, i) => {
          const range = ranges[i]
          const rows = !range || range.isNullObject ? [] : fromA1(range)
          return { form, tab: sheet.name, rows }
        })
      })
    },
    { name: 'scan' },
  )

const fromA1 = ({ values, rowIndex, columnIndex }: Excel.Range): unknown[][] => [
  ...Array.from({ length: rowIndex }, () => []),
  ...values.map(line => [...Array.from({ length: columnIndex }, () => ''), ...line]),
]
