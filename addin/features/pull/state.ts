/** What the clerk pulled, and what changed since. */
import type { Index } from '../../../shared/catalogue/catalogue.ts'
import type { ChangesSince } from '../../../shared/protocol.ts'
import type { Action } from '../state.ts'

/** The consolidation this clerk took last, and the UTC instant. */
export type LastPull = { readonly digest: string; readonly at: string }

/** annex into a workbook, annex as a file, Word report as a file */
export type PullKind = 'workbook' | 'annex' | 'report'

export type Pulling =
  | { readonly state: 'idle' }
  | { readonly state: 'fetching'; readonly kind: PullKind }
  /** fetched, Excel is opening it */
  | { readonly state: 'opening'; readonly kind: PullKind }
  | {
      readonly state: 'done'
      readonly kind: PullKind
      readonly name: string
      /** as printed on it; null when the answer did not name its figures */
      readonly code: string | null
    }
  | { readonly state: 'failed'; readonly kind: PullKind; readonly why: string }

export type PullState = {
  readonly pulling: Pulling
  readonly last: LastPull | null
  readonly changes: ChangesSince | null
  /** the changes are in the pull that was just made */
  readonly included: boolean
  readonly index: Index | null
  readonly trouble: string | null
  readonly offersReport: boolean
}
export type PullAction =
  | { readonly type: 'pulling'; readonly pulling: Pulling }
  | { readonly type: 'pulled'; readonly last: LastPull }
  | { readonly type: 'pull-remembered'; readonly last: LastPull | null }
  | { readonly type: 'changes-known'; readonly changes: ChangesSince; readonly index: Index }
  | { readonly type: 'changes-missing'; readonly why: string }
  | { readonly type: 'report-offered' }

export const initialPull: PullState = {
  pulling: { state: 'idle' },
  last: null,
  changes: null,
  included: false,
  index: null,
  trouble: null,
  offersReport: false,
}

export function reducePull(state: PullState, action: Action): PullState {
  switch (action.type) {
    case 'pulling':
      return { ...state, pulling: action.pulling }
    case 'pulled':
      return { ...state, last: action.last, included: true, trouble: null }
    case 'pull-remembered':
      return { ...state, last: action.last, changes: null, included: false, trouble: null }
    case 'changes-known':
      return {
        ...state,
        changes: action.changes,
        index: action.index,
        included: false,
        trouble: null,
      }
    case 'changes-missing':
      return { ...state, trouble: action.why }
    case 'report-offered':
      return { ...state, offersReport: true }
    case 'period-chosen':
      return { ...initialPull, offersReport: state.offersReport }
    default:
      return state
  }
}
