/** The last operations on the workbook, for the diagnostics panel: names, times, codes; never figures, cells or words. */
import type { HostErrorCode } from './port.ts'

export type Operation = {
  readonly name: string
  /** UTC */
  readonly start: string
  readonly milliseconds: number
  /** messages sent to Excel, those of a second try included */
  readonly syncs: number
  readonly outcome: 'done' | HostErrorCode
  /** Office's own code of a failure */
  readonly officeCode?: string
}

const most = 20
let recent: readonly Operation[] = []

export function noteOperation(operation: Operation): void {
  recent = [...recent, operation].slice(-most)
}

/** Oldest first, at most twenty; forgotten when the pane is reloaded. */
export const recentOperations = (): readonly Operation[] => recent
