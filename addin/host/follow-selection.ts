/** Tells which cell of our sheets is selected. Not every event arrives (office-js 1760); nothing may depend on one. */
import { demand } from './capabilities.ts'
import type { Selection, Stop } from './port.ts'
import type { Queue, Work } from './run.ts'
import type { Tabs } from './tabs.ts'

export function followSelection(
  queue: Queue,
  tabs: Tabs,
  listener: (selection: Selection) => void,
): Promise<Stop> {
  const follow: Work<Stop> = async (context, sync) => {
    demand('events')
    const registered = context.workbook.worksheets.onSelectionChanged.add(async event => {
      const sheet = tabs.sheetOf(event.worksheetId)
      const at = firstCell(event.address)
      if (sheet !== undefined && at) listener({ sheet, ...at })
    })
    await sync()
    return () =>
      queue.run(
        async (_context, syncRemoval) => {
          registered.remove()
          await syncRemoval()
        },
        { name: 'followSelection', context: registered.context },
      )
  }
  return queue.run(follow, { name: 'followSelection' })
}

/** First cell of "E10", "E10:F12", "E:E", "10:10" or "A1,C3"; rows and columns from 1. */
export function firstCell(address: string): { row: number; column: number } | undefined {
  const match = /^(?:.*!)?\$?([A-Z]{0,3})\$?(\d*)(?=[:,;]|$)/u.exec(address)
  const [, letters = '', digits = ''] = match ?? []
  if (letters === '' && digits === '') return undefined
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(digits) || 1, column: column || 1 }
}
