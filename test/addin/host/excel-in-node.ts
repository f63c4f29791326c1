// The host's operations over Microsoft's own client library and an in-memory workbook, with the real forms and the demo
// agency. Counts messages (one per sync) and the actions in them.
import { vi } from 'vitest'
import { excelWorkbook } from '../../../addin/host/excel.ts'
import type { Identity } from '../../../addin/host/port.ts'
import type { CellEditHint, Delays } from '../../../addin/host/run.ts'
import { loadOffice, type OfficeInNode } from '../../../addin/preview/office-in-node.ts'
import { parseArea, type Sheet } from '../../../addin/preview/workbook/workbook.ts'
import { rowFacts } from '../../../shared/consolidate.ts'
import { type Content, emptyContent, type Values, valuesOf } from '../../../shared/content.ts'
import { layOutWorkbook, type SheetLayout, type View } from '../../../shared/layout.ts'
import { statutoryWindow } from '../../../shared/period.ts'
import { agency, index, submissions } from '../../fixtures/bac-giang.ts'

export { agency, index }
export const period = '2025-M04'

/** What a unit reported for a period of the demo agency. */
export const contentOf = (unit: string, of = period): Content =>
  submissions(of).find(submission => submission.unit === unit)?.content ?? emptyContent

export const valuesFor = (content: Content, previous?: Values): Values =>
  valuesOf(index, content, previous, rowFacts(agency))

export function viewOf(unit: string, content: Content = contentOf(unit)): View {
  const previous = valuesFor(contentOf(unit, '2025-M03'))
  const values = valuesFor(content, previous)
  return { agency, unit, period, window: statutoryWindow(period), values, previous }
}

export const sheetsOf = (unit: string, content?: Content): SheetLayout[] =>
  layOutWorkbook(index, viewOf(unit, content))

export const identityOf = (unit: string): Identity => ({
  agency: agency.key,
  unit,
  period,
  catalogue: index.catalogue.id,
  revision: 1,
})

/** The unit that fills most forms. */
export const biggest: string =
  agency.units
    .map(({ key }) => ({
      key,
      cells: sheetsOf(key).reduce((sum, sheet) => sum + inputs(sheet), 0),
    }))
    .sort((a, b) => b.cells - a.cells)[0]?.key ?? ''

function inputs(layout: SheetLayout): number {
  return layout.rows.flat().filter(cell => cell.style === 'input' || cell.style === 'inputText')
    .length
}

export const quick: Delays = { hint: 60, retry: 5, echo: 20 }

export type Running = OfficeInNode & {
  ours: ReturnType<typeof excelWorkbook>
  /** actions in the messages since the last call, and the largest message in bytes */
  takeActions(): { actions: number; bytes: number }
}

/** A fresh Excel with one empty sheet; `Excel` and `Office` are its globals, as in the pane. */
export function startExcel(
  options: Parameters<typeof loadOffice>[0] = {},
  onCellEdit: CellEditHint = () => {},
): Running {
  const office = loadOffice(options)
  vi.stubGlobal('Excel', office.Excel)
  vi.stubGlobal('Office', office.Office)
  let taken = { actions: 0, bytes: 0 }
  const { host } = office
  const send = host.sendMessageToHost.bind(host)
  host.sendMessageToHost = (text, reply) => {
    taken.actions += JSON.parse(text).message.body.Actions.length
    taken.bytes = Math.max(taken.bytes, text.length)
    send(text, reply)
  }
  return {
    ...office,
    ours: excelWorkbook(onCellEdit, quick),
    takeActions: () => {
      const now = taken
      taken = { actions: 0, bytes: 0 }
      return now
    },
  }
}

export const noProgress = (): void => {}

export async function laidOut(unit: string, content?: Content) {
  const excel = startExcel()
  const sheets = sheetsOf(unit, content)
  await excel.ours.layOut(sheets, identityOf(unit), noProgress)
  excel.takeSyncs()
  return { excel, sheets }
}

export function sheetNamed({ workbook }: Pick<OfficeInNode, 'workbook'>, name: string): Sheet {
  const sheet = workbook.sheet(name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}

/** Zero-based row and column of "E10". */
export function at(address: string): [number, number] {
  const { row, column } = parseArea(address)
  return [row, column]
}

/** Lets events that are on their way arrive. */
export const settled = (milliseconds = 10): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, milliseconds))
