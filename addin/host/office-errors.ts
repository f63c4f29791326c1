/**
 * Office's failures in our words. Only `error.code` is looked at: names and messages differ by platform and language
 * (docs "Error handling with the application-specific JavaScript APIs").
 */
import { HostError, type HostErrorCode } from './port.ts'

const meanings: Readonly<Record<string, HostErrorCode>> = {
  InvalidOperationInCellEditMode: 'cell-being-edited',
  AccessDenied: 'protected',
  ItemNotFound: 'sheets-damaged',
  InvalidReference: 'sheets-damaged',
  InvalidBinding: 'sheets-damaged',
  InactiveWorkbook: 'other-workbook',
  InvalidSelection: 'other-workbook',
  ApiNotFound: 'too-old',
  ApiNotAvailable: 'too-old',
  NotImplemented: 'too-old',
  UnsupportedFeature: 'too-old',
}

/** Failures that pass when the workbook has the focus again, or by themselves. */
const passing: ReadonlySet<string> = new Set(['GeneralException', 'InactiveWorkbook'])

export const mayPass = (error: HostError): boolean => passing.has(error.officeCode)

export function hostError(error: unknown): HostError {
  if (error instanceof HostError) return error
  const officeCode = codeOf(error)
  const found = new HostError(meanings[officeCode] ?? 'unknown', officeCode)
  // the help desk's copy of what Office said; never shown
  found.cause = error
  return found
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'name' in error ? String(error.name) : 'unknown'
}
