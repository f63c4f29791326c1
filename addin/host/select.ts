/** Shows a cell: activates its sheet and selects it. Never writes. */
import type { Queue } from './run.ts'
import type { Tabs } from './tabs.ts'

export const selectCell = (queue: Queue, tabs: Tabs, sheet: string, cell: string): Promise<void> =>
  queue.run(
    async (context, sync) => {
      const worksheet = context.workbook.worksheets.getItem(tabs.keyOf(sheet))
      worksheet.activate()
      worksheet.getRange(cell).select()
      await sync()
    },
    { name: 'select', shows: true },
  )
