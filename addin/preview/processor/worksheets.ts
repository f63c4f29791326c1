// The worksheets of the workbook, in the order of their tabs.
// Never adds a sheet anywhere but at the end, as Excel does.
import type { Sheet } from '../workbook/workbook.ts'
import { registrations } from './events.ts'
import { type Argument, Facade, text } from './facade.ts'
import { type HostState, wholeWorkbook } from './host-state.ts'
import { notFound } from './refusal.ts'
import { worksheet } from './worksheet.ts'

export function worksheets(state: HostState): Facade {
  const { workbook } = state
  const shown = (visibleOnly: Argument | undefined) =>
    workbook.sheets.filter(sheet => visibleOnly !== true || sheet.visibility === 'Visible')
  const one = (sheet: Sheet | undefined, wanted: string) => {
    if (!sheet) throw notFound(`worksheet ${wanted}`)
    return worksheet(state, sheet)
  }
  return new Facade('WorksheetCollection', {
    items: () => workbook.sheets.map(sheet => worksheet(state, sheet)),
    item: key => one(workbook.sheet(text(key)), text(key)),
    call: { getCount: visibleOnly => shown(visibleOnly).length },
    act: registrations(state, wholeWorkbook),
    give: {
      add: name =>
        worksheet(state, workbook.addSheet((name ?? null) === null ? undefined : text(name))),
      getActiveWorksheet: () => worksheet(state, workbook.activeSheet),
      getFirst: visibleOnly => one(shown(visibleOnly)[0], 'first'),
      getLast: visibleOnly => one(shown(visibleOnly).at(-1), 'last'),
      getItemOrNullObject: key => {
        const sheet = workbook.sheet(text(key))
        return sheet ? worksheet(state, sheet) : null
      },
    },
  })
}
