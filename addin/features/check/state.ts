/** The last reading of the workbook with its findings, the reasons given, and what the server found on its own. */
import type { Finding } from '../../../shared/rules/engine.ts'
import type { Action } from '../state.ts'
import { type Reasons, withReason } from './reasons.ts'
import type { Review } from './review.ts'

export type CheckState = {
  readonly review: Review | null
  readonly running: boolean
  readonly reasons: Reasons
  /** findings of a refused submission; they stand until the workbook is read again */
  readonly fromServer: readonly Finding[] | null
}
export type CheckAction =
  | { readonly type: 'checking' }
  | { readonly type: 'checked'; readonly review: Review }
  | { readonly type: 'reasons-known'; readonly reasons: Reasons }
  | { readonly type: 'reasoned'; readonly finding: Finding; readonly text: string }

export const initialCheck: CheckState = {
  review: null,
  running: false,
  reasons: new Map(),
  fromServer: null,
}

export function reduceCheck(state: CheckState, action: Action): CheckState {
  switch (action.type) {
    case 'checking':
      return { ...state, running: true }
    case 'checked':
      return { ...state, review: action.review, running: false, fromServer: null }
    case 'host-failed':
      return { ...state, running: false }
    case 'reasons-known':
      return { ...state, reasons: action.reasons }
    case 'reasoned':
      return { ...state, reasons: withReason(state.reasons, action.finding, action.text) }
    case 'found-by-server':
      return { ...state, fromServer: action.findings }
    case 'period-chosen':
      return initialCheck
    default:
      return state
  }
}
