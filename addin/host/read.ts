/**
 * Reads every block by its name, so that renamed tabs do not matter; a lost name falls back to sheet and address.
 * Never reads a block of another size than was laid out, which would put figures into wrong places; only lists whose
 * lines carry their own codes may have grown.
 */
import type { SheetLayout } from '../../shared/layout.ts'
import type { BlockCells } from '../../shared/reading.ts'
import { demand } from './capabilities.ts'
import { HostError } from './port.ts'
import type { Queue } from './run.ts'
import type { Tabs } from './tabs.ts'

/** @throws HostError `sheets-damaged` when a block is gone or has another size */
export function readBlocks(
  queue: Queue,
  tabs: Tabs,
  sheets: readonly SheetLayout[],
): Promise<ReadonlyMap<string, BlockCells>> {
  return queue.run(async (context, sync) => {
    demand('names')
    const { names, worksheets } = context.workbook
    names.load('items/name,items/type')
    worksheets.load('items/name')
    await sync()
    const named = new Map(names.items.map(item => [item.name.toLowerCase(), item]))
    const titled = new Map(worksheets.items.map(item => [item.name.toLowerCase(), item]))
    const found = sheets.map(layout => {
      const item = named.get(layout.block.name.toLowerCase())
      // a name whose cells were deleted stays, as an error
      const range =
        item?.type === 'Range'
          ? item.getRange()
          : titled.get(layout.sheet.toLowerCase())?.getRange(layout.block.address)
      if (!range) throw new HostError('sheets-damaged', `no ${layout.block.name}`)
      range.load('values,rowCount,columnCount')
      range.worksheet.load('id')
      return { layout, range }
    })
    await sync()
    const blocks = new Map<string, BlockCells>()
    for (const { layout, range } of found) {
      const { name, rows, columns } = layout.block
      const fits = layout.block.open ? range.rowCount > 0 : range.rowCount === rows
      if (!fits || range.columnCount !== columns)
        throw new HostError('sheets-damaged', `${name} ${range.rowCount}×${range.columnCount}`)
      tabs.learn(range.worksheet.id, layout.sheet)
      blocks.set(layout.form, range.values)
    }
    return blocks
  })
}
