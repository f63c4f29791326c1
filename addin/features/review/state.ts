/** One unit's report on the clerk's desk: what it says, what is being written about it, what was decided. */
import type { RevisionDifferences } from '../../../shared/protocol.ts'
import type { Action } from '../state.ts'
import type { Note } from './notes.ts'
import type { UnitFile } from './unit-file.ts'

export type Decision = 'accept' | 'return'

export type ReviewState = {
  /** whose report is open; null: the list of units is */
  readonly unit: string | null
  readonly file: UnitFile | null
  /** against the revision before; null while unknown or when there is none */
  readonly differences: RevisionDifferences | null
  readonly trouble: string | null
  /** the clerk is writing what to change */
  readonly returning: boolean
  readonly note: string
  /** places marked for the unit, as `shared/place.ts` writes them */
  readonly questioned: readonly string[]
  readonly deciding: boolean
  readonly refused: string | null
  /** what was decided just now */
  readonly decided: Decision | null
}
export type ReviewAction =
  /** `begun`: what was written about it before and not sent */
  | { readonly type: 'review-opened'; readonly unit: string; readonly begun?: Note | null }
  | { readonly type: 'review-closed' }
  | {
      readonly type: 'review-known'
      readonly file: UnitFile
      readonly differences: RevisionDifferences | null
    }
  | { readonly type: 'review-missing'; readonly why: string }
  | { readonly type: 'review-returning'; readonly returning: boolean }
  | { readonly type: 'review-noted'; readonly note: string }
  | { readonly type: 'review-marked'; readonly place: string; readonly marked: boolean }
  | { readonly type: 'review-deciding' }
  | { readonly type: 'review-refused'; readonly why: string }
  | { readonly type: 'review-decided'; readonly decision: Decision; readonly file: UnitFile }

export const initialReview: ReviewState = {
  unit: null,
  file: null,
  differences: null,
  trouble: null,
  returning: false,
  note: '',
  questioned: [],
  deciding: false,
  refused: null,
  decided: null,
}

export function reduceReview(state: ReviewState, action: Action): ReviewState {
  switch (action.type) {
    case 'review-opened':
      // read again, a newer revision does not take away what was being written
      return state.unit === action.unit
        ? { ...state, trouble: null, refused: null, decided: null }
        : { ...initialReview, unit: action.unit, ...action.begun }
    case 'review-known':
      return { ...state, file: action.file, differences: action.differences, trouble: null }
    case 'review-missing':
      return { ...state, trouble: action.why }
    case 'review-returning':
      return { ...state, returning: action.returning, refused: null }
    case 'review-noted':
      return { ...state, note: action.note, refused: null }
    case 'review-marked': {
      const others = state.questioned.filter(place => place !== action.place)
      return { ...state, questioned: action.marked ? [...others, action.place] : others }
    }
    case 'review-deciding':
      return { ...state, deciding: true, refused: null }
    case 'review-refused':
      return { ...state, deciding: false, refused: action.why }
    case 'review-decided':
      return {
        ...initialReview,
        unit: state.unit,
        differences: state.differences,
        file: action.file,
        decided: action.decision,
      }
    case 'review-closed':
    case 'period-chosen':
      return initialReview
    default:
      return state
  }
}
