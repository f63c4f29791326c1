// Errors as the client library receives them: one table from the workbook's reasons to codes.
// Never swallows an unexpected failure; those become GeneralException with their own message.
import { type Reason, WorkbookProblem } from '../workbook/workbook.ts'

export const codes: Record<Reason, string> = {
  locked: 'AccessDenied',
  protected: 'AccessDenied',
  'not-protected': 'AccessDenied',
  'wrong-password': 'AccessDenied',
  address: 'InvalidArgument',
  shape: 'InvalidArgument',
  'too-large': 'RangeExceedsLimit',
  formula: 'InvalidArgument',
  'not-valid': 'InvalidArgument',
  name: 'InvalidArgument',
  taken: 'ItemAlreadyExists',
  missing: 'ItemNotFound',
  'last-sheet': 'InvalidOperation',
  argument: 'InvalidArgument',
}

/** A refusal with the code the add-in will see. */
export class Refusal extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'Refusal'
    this.code = code
  }
}

export function invalid(message: string): Refusal {
  return new Refusal('InvalidArgument', message)
}

export function notFound(message: string): Refusal {
  return new Refusal('ItemNotFound', message)
}

export function notImplemented(member: string): Refusal {
  return new Refusal('NotImplemented', `The preview host does not know ${member}`)
}

export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof WorkbookProblem) return new Refusal(codes[error.reason], error.message)
  return new Refusal('GeneralException', error instanceof Error ? error.message : String(error))
}
