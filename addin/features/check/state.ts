/** The last reading of the workbook with its findings, the reasons given, and what the server found on its own. */
import type { Finding } from '../../../shared/rules/engine.ts'
import type { Action } from '../state.ts'
import { type Reasons, withReason } from './reasons.ts'
import type { Review } from './review.ts'
import type { Judged } from './server-findings.ts'

export type CheckState = {
  readonly review: Review | null
  readonly running: boolean
  readonly reasons: Reasons
  /** of a refused submission, what the server found in it; null: nothing was refused */
  readonly fromServer: readonly Finding[] | null
  /** the reading the server was asked about, with the reasons it was given */
  readonly judged: Judged
  /** where the person is in the list: the stop's key and how many stand before it; a new object moves the focus */
  readonly visited: Visited | null
  /** the list shows one form only */
  readonly onlyForm: string | null
}
export type Visited = { readonly key: string; readonly index: number }
export type CheckAction =
  | { readonly type: 'checking' }
  | { readonly type: 'checked'; readonly review: Review }
  | { readonly type: 'reasons-known'; readonly reasons: Reasons }
  | { readonly type: 'reasoned'; readonly finding: Finding; readonly text: string }
  | { readonly type: 'finding-visited'; readonly visited: Visited }
  | { readonly type: 'form-filtered'; readonly form: string | null }
  /** the person asks for a fresh judgement, without what the server said before */
  | { readonly type: 'check-asked' }

export const initialCheck: CheckState = {
  review: null,
  running: false,
  reasons: new Map(),
  fromServer: null,
  judged: { review: null, reasons: new Map() },
  visited: null,
  onlyForm: null,
}

export function reduceCheck(state: CheckState, action: Action): CheckState {
  switch (action.type) {
    case 'checking':
      return { ...state, running: true }
    case 'checked':
      return { ...state, review: action.review, running: false }
    case 'check-asked':
    case 'received':
      return { ...state, fromServer: null, judged: initialCheck.judged }
    case 'finding-visited':
      return { ...state, visited: action.visited }
    case 'form-filtered':
      return { ...state, onlyForm: action.form }
    case 'host-failed':
      return { ...state, running: false }
    case 'reasons-known':
      return { ...state, reasons: action.reasons }
    case 'reasoned':
      return { ...state, reasons: withReason(state.reasons, action.finding, action.text) }
    case 'found-by-server':
      return {
        ...state,
        fromServer: action.findings,
        judged: { review: state.review, reasons: state.reasons },
      }
    case 'period-chosen':
      return initialCheck
    default:
      return state
  }
}
