/** What is about to be sent, what is on its way, and what came back. */
import type { Finding } from '../../../shared/rules/engine.ts'
import type { Action } from '../state.ts'
import type { Names, Pending, ReceiptFacts } from './submission.ts'

/** what keeps a submission waiting; null: a pane before this one left it */
export type Cause = 'network' | 'server' | null

export type Sending =
  | { readonly state: 'idle' }
  | { readonly state: 'sending' }
  /** not known whether it arrived: the same id and body go again */
  | { readonly state: 'waiting'; readonly why: string; readonly cause: Cause }
  /** somebody of the unit submitted in between */
  | { readonly state: 'stale'; readonly why: string }
  | { readonly state: 'refused'; readonly why: string; readonly details: readonly string[] }

export type SubmitState = {
  readonly names: Names
  readonly approved: boolean
  readonly pending: Pending | null
  readonly sending: Sending
  readonly receipt: ReceiptFacts | null
  /** id of a receipt that has just come: it is shown where the person is */
  readonly fresh: string | null
}
export type SubmitAction =
  | { readonly type: 'named'; readonly names: Names }
  | { readonly type: 'approved'; readonly approved: boolean }
  | { readonly type: 'pending'; readonly pending: Pending }
  | { readonly type: 'sending' }
  | { readonly type: 'not-answered'; readonly why: string; readonly cause: Cause }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'stale'; readonly why: string }
  | { readonly type: 'refused'; readonly why: string; readonly details: readonly string[] }
  | { readonly type: 'found-by-server'; readonly findings: readonly Finding[] }
  | { readonly type: 'received'; readonly receipt: ReceiptFacts }

export const initialSubmit: SubmitState = {
  names: { preparedBy: '', approvedBy: '' },
  approved: false,
  pending: null,
  sending: { state: 'idle' },
  receipt: null,
  fresh: null,
}

export function reduceSubmit(state: SubmitState, action: Action): SubmitState {
  switch (action.type) {
    case 'named':
      return { ...state, names: action.names }
    case 'approved':
      return { ...state, approved: action.approved }
    case 'pending':
      return {
        ...state,
        pending: action.pending,
        sending: { state: 'waiting', why: '', cause: null },
      }
    case 'sending':
      return { ...state, sending: { state: 'sending' } }
    case 'not-answered':
      return { ...state, sending: { state: 'waiting', why: action.why, cause: action.cause } }
    case 'withdrawn':
      return { ...state, pending: null, sending: { state: 'idle' } }
    case 'stale':
      return {
        ...state,
        pending: null,
        sending: { state: 'stale', why: action.why },
        // what was approved stood on another revision
        approved: false,
      }
    case 'refused':
      return {
        ...state,
        pending: null,
        sending: { state: 'refused', why: action.why, details: action.details },
      }
    case 'found-by-server':
    case 'file-judged':
      return {
        ...state,
        pending: null,
        // the rest of the same refusal stays said
        sending: state.sending.state === 'refused' ? state.sending : { state: 'idle' },
      }
    case 'received':
      return {
        ...state,
        pending: null,
        sending: { state: 'idle' },
        // the next revision needs the approval anew
        approved: false,
        receipt: action.receipt,
        fresh: action.receipt.id,
      }
    case 'tab-opened':
    case 'book-missing':
      return { ...state, fresh: null }
    case 'rebased':
    case 'laid-out':
    case 'file-read':
    case 'file-rebased':
      // other figures, or another revision under them
      return { ...state, approved: false }
    case 'book-opened':
      return {
        ...state,
        receipt: action.book.sheet.current,
        fresh: null,
        sending: state.sending.state === 'stale' ? { state: 'idle' } : state.sending,
      }
    case 'period-chosen':
      return { ...initialSubmit, names: state.names }
    default:
      return state
  }
}
