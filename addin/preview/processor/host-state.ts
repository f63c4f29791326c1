// What the host remembers beside the workbook while an add-in is connected.
// Never outlives the add-in's page.
import type { Workbook } from '../workbook/workbook.ts'
import type { Facade } from './facade.ts'

export interface HostState {
  readonly workbook: Workbook
  /** whether the Excel played has a version of ExcelApi */
  has(version: string): boolean
  /** another workbook's window is in front */
  focusElsewhere: boolean
  /** workbooks the add-in had opened, as base64; `''` for an empty one */
  readonly opened: string[]
  /** `context.runtime.enableEvents` */
  eventsEnabled: boolean
  /** event number → ids of the sheets, or `Workbook`, that have a handler */
  readonly listeners: Map<number, Set<string>>
  /** ranges kept across syncs, by reference id */
  readonly references: Map<string, Facade>
}

export const wholeWorkbook = 'Workbook'
