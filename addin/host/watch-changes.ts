/**
 * Tells that a person changed something on one of our sheets. An event means "look again", never what changed: events
 * get lost and come late (office-js 1760, 3888, 1502), so the caller waits a little and reads the blocks.
 */
import { demand } from './capabilities.ts'
import type { Change, Stop } from './port.ts'
import type { Queue, Work } from './run.ts'
import { areaOf } from './standing.ts'
import type { Tabs } from './tabs.ts'

export function watchChanges(
  queue: Queue,
  tabs: Tabs,
  listener: (sheet: string, change: Change) => void,
): Promise<Stop> {
  const watch: Work<Stop> = async (context, sync) => {
    demand('events')
    const registered = context.workbook.worksheets.onChanged.add(async event => {
      const sheet = tabs.sheetOf(event.worksheetId)
      if (sheet !== undefined && !isOurs(event, queue.isWriting())) listener(sheet, changeIn(event))
    })
    await sync()
    return () =>
      queue.run(
        async (_context, syncRemoval) => {
          registered.remove()
          await syncRemoval()
        },
        { name: 'watchChanges', context: registered.context },
      )
  }
  return queue.run(watch, { name: 'watchChanges' })
}

function changeIn({ address, changeType, source }: Excel.WorksheetChangedEventArgs): Change {
  const structure = changeType !== 'RangeEdited' && changeType !== 'Unknown'
  // several areas come with commas, or with the separator of the person's lists (office-js 1167)
  const areas = structure ? [] : address.split(/[,;]/u).flatMap(part => areaOf(part.trim()) ?? [])
  return { areas, structure, remote: source === 'Remote' }
}

/** Excel says whose change it was since ExcelApi 1.14; before, a local change during our writes is ours. */
function isOurs(event: Excel.WorksheetChangedEventArgs, writing: boolean): boolean {
  if (event.source === 'Remote') return false
  return event.triggerSource === undefined ? writing : event.triggerSource === 'ThisLocalAddin'
}
