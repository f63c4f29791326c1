/** The review of several years: which years, what came of them, the papers, and the typed history with a sheet on its way. */
import type { PastYear, PastYearsReading, Retrospective } from '../../../shared/protocol.ts'
import type { Action } from '../state.ts'

/** As typed; whether they are years is said when the review is asked for. */
export type Years = { readonly from: string; readonly to: string; readonly base: string }
export type PaperKind = 'xlsx' | 'docx' | 'sheet'

export type Getting =
  | { readonly state: 'idle' }
  | { readonly state: 'fetching'; readonly kind: PaperKind }
  | { readonly state: 'done'; readonly kind: PaperKind; readonly name: string }
  | { readonly state: 'failed'; readonly kind: PaperKind; readonly why: string }

export type SheetOfYears =
  | { readonly state: 'idle' }
  | { readonly state: 'reading'; readonly name: string }
  | { readonly state: 'refused'; readonly name: string; readonly why: string }
  | { readonly state: 'read'; readonly name: string; readonly reading: PastYearsReading }
  | {
      readonly state: 'writing'
      readonly name: string
      readonly reading: PastYearsReading
      /** the one on its way, after so many others */
      readonly year: number
      readonly done: number
    }
  /** some years may be written before one is refused */
  | {
      readonly state: 'stopped'
      readonly name: string
      readonly reading: PastYearsReading
      readonly written: readonly number[]
      readonly why: string
    }
  | { readonly state: 'written'; readonly written: readonly number[] }

export type RetrospectiveState = {
  /** null until the person changes them: then they follow the period */
  readonly years: Years | null
  readonly review: Retrospective | null
  readonly asking: boolean
  readonly trouble: string | null
  /** id of the form whose lines are shown; null: the first with figures */
  readonly form: string | null
  readonly getting: Getting
  readonly typed: readonly PastYear[] | null
  readonly typedTrouble: string | null
  readonly sheet: SheetOfYears
}
export type RetrospectiveAction =
  | { readonly type: 'retrospective-years'; readonly years: Years }
  | { readonly type: 'retrospective-asked' }
  | { readonly type: 'retrospective-known'; readonly review: Retrospective }
  | { readonly type: 'retrospective-missing'; readonly why: string }
  | { readonly type: 'retrospective-form'; readonly form: string }
  | { readonly type: 'retrospective-paper'; readonly getting: Getting }
  | { readonly type: 'past-years-known'; readonly typed: readonly PastYear[] }
  | { readonly type: 'past-years-missing'; readonly why: string }
  | { readonly type: 'past-years-sheet'; readonly sheet: SheetOfYears }

export const initialRetrospective: RetrospectiveState = {
  years: null,
  review: null,
  asking: false,
  trouble: null,
  form: null,
  getting: { state: 'idle' },
  typed: null,
  typedTrouble: null,
  sheet: { state: 'idle' },
}

export function reduceRetrospective(state: RetrospectiveState, action: Action): RetrospectiveState {
  switch (action.type) {
    case 'retrospective-years':
      return { ...state, years: action.years }
    case 'retrospective-asked':
      return { ...state, asking: true, trouble: null, getting: { state: 'idle' } }
    case 'retrospective-known':
      return { ...state, asking: false, review: action.review }
    case 'retrospective-missing':
      return { ...state, asking: false, trouble: action.why, review: null }
    case 'retrospective-form':
      return { ...state, form: action.form }
    case 'retrospective-paper':
      return { ...state, getting: action.getting }
    case 'past-years-known':
      return { ...state, typed: action.typed, typedTrouble: null }
    case 'past-years-missing':
      return { ...state, typedTrouble: action.why }
    case 'past-years-sheet':
      return { ...state, sheet: action.sheet }
    default:
      return state
  }
}
