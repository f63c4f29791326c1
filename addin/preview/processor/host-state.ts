// What the host remembers beside the workbook while an add-in is connected.
// Never outlives the add-in's page.
import type { Workbook } from '../workbook/workbook.ts'
import type { Facade } from './facade.ts'

export interface HostState {
  readonly workbook: Workbook
  /** `context.runtime.enableEvents` */
  eventsEnabled: boolean
  /** event number → ids of the sheets, or `Workbook`, that have a handler */
  readonly listeners: Map<number, Set<string>>
  /** ranges kept across syncs, by reference id */
  readonly references: Map<string, Facade>
}

export const wholeWorkbook = 'Workbook'
