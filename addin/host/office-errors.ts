/**
 * Office's failures in our words. Only `error.code` is looked at: names and messages differ by platform and language
 * (docs "Error handling with the application-specific JavaScript APIs").
 */
import { HostError, type HostErrorCode } from './port.ts'

const meanings: Readonly<Record<string, HostErrorCode>> = {
  InvalidOperationInCellEditMode: 'cell-being-edited',
  AccessDenied: 'protected',
  BadPassword: 'protected',
  ItemNotFound: 'sheets-damaged',
  InvalidReference: 'sheets-damaged',
  InvalidBinding: 'sheets-damaged',
  InactiveWorkbook: 'other-workbook',
  InvalidSelection: 'other-workbook',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  RangeExceedsLimit: 'too-large',
  OperationCellsExceedLimit: 'too-large',
  MemoryLimitReached: 'too-large',
  ApiNotAvailable: 'too-old',
  ApiNotFound: 'too-old',
  NotImplemented: 'too-old',
  UnsupportedFeature: 'too-old',
  UnsupportedOperation: 'too-old',
  Conflict: 'edited-elsewhere',
  InsertDeleteConflict: 'edited-elsewhere',
  MergedRangeConflict: 'edited-elsewhere',
  RequestAborted: 'session-lost',
  Timeout: 'session-lost',
  InvalidRequestContext: 'session-lost',
  ServiceNotAvailable: 'session-lost',
  Unauthenticated: 'session-lost',
  HostRestartNeeded: 'session-lost',
}

/** What the operation was after; the same code means another thing when it only read. */
export type Task = {
  /** the operation changes the workbook, so that its echoes can be told from people's changes */
  readonly writes?: boolean
  /** the operation brings the workbook's window forward, which fails while another workbook has the focus */
  readonly shows?: boolean
}

/** Failures that pass when the workbook has the focus again, or by themselves. */
const passing: ReadonlySet<string> = new Set([
  'GeneralException',
  'InactiveWorkbook',
  'InvalidSelection',
])

export const mayPass = (error: HostError): boolean => passing.has(error.officeCode)

export function hostError(error: unknown, task: Task = { writes: true }): HostError {
  if (error instanceof HostError) return error
  const officeCode = codeOf(error)
  const found = new HostError(meaningOf(officeCode, task), officeCode)
  // the help desk's copy of what Office said; never shown
  found.cause = error
  return found
}

function meaningOf(officeCode: string, { writes, shows }: Task): HostErrorCode {
  // reading is never forbidden by a protected sheet
  if (officeCode === 'AccessDenied' && !writes) return 'blocked'
  if (officeCode === 'GeneralException' && shows) return 'other-workbook'
  return meanings[officeCode] ?? 'unknown'
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'name' in error ? String(error.name) : 'unknown'
}
