/** Who has submitted, and the annex on its way to the clerk's disk. */
import type { Progress } from '../../../shared/protocol.ts'
import type { Action } from '../state.ts'

export type Annex =
  | { readonly state: 'idle' }
  | { readonly state: 'fetching' }
  | { readonly state: 'saved'; readonly name: string }
  | { readonly state: 'failed'; readonly why: string }

export type BoardState = {
  readonly progress: Progress | null
  readonly busy: boolean
  /** UTC instant of the last answer */
  readonly asOf: string | null
  readonly trouble: string | null
  readonly annex: Annex
}
export type BoardAction =
  | { readonly type: 'board-asked' }
  | { readonly type: 'board-known'; readonly progress: Progress; readonly asOf: string }
  | { readonly type: 'board-missing'; readonly why: string }
  | { readonly type: 'annex'; readonly annex: Annex }

export const initialBoard: BoardState = {
  progress: null,
  busy: false,
  asOf: null,
  trouble: null,
  annex: { state: 'idle' },
}

export function reduceBoard(state: BoardState, action: Action): BoardState {
  switch (action.type) {
    case 'board-asked':
      return { ...state, busy: true }
    case 'board-known':
      return {
        ...state,
        progress: action.progress,
        asOf: action.asOf,
        busy: false,
        trouble: null,
      }
    case 'board-missing':
      return { ...state, busy: false, trouble: action.why }
    case 'annex':
      return { ...state, annex: action.annex }
    case 'period-chosen':
      return initialBoard
    default:
      return state
  }
}
