/** What the clerk's board shows: where every unit stands, which of them are listed, and which view is open. */
import type { Progress } from '../../../shared/protocol.ts'
import type { Action } from '../state.ts'
import type { Filter } from './standing.ts'

export type BoardView = 'units' | 'adjustments' | 'periods' | 'work'

export type BoardState = {
  readonly view: BoardView
  readonly filter: Filter
  readonly progress: Progress | null
  /** somebody asked for it; what refreshes by itself stays quiet */
  readonly busy: boolean
  /** UTC instant of the last answer */
  readonly asOf: string | null
  readonly trouble: string | null
}
export type BoardAction =
  | { readonly type: 'board-asked' }
  | { readonly type: 'board-known'; readonly progress: Progress; readonly asOf: string }
  | { readonly type: 'board-missing'; readonly why: string }
  | { readonly type: 'board-opened'; readonly view: BoardView }
  | { readonly type: 'board-filtered'; readonly filter: Filter }

export const initialBoard: BoardState = {
  view: 'units',
  filter: 'all',
  progress: null,
  busy: false,
  asOf: null,
  trouble: null,
}

export function reduceBoard(state: BoardState, action: Action): BoardState {
  switch (action.type) {
    case 'board-asked':
      return { ...state, busy: true }
    case 'board-known':
      return {
        ...state,
        progress: sameOr(state.progress, action.progress),
        asOf: action.asOf,
        busy: false,
        trouble: null,
      }
    case 'board-missing':
      return { ...state, busy: false, trouble: action.why }
    case 'board-opened':
      return { ...state, view: action.view }
    case 'board-filtered':
      return { ...state, filter: action.filter }
    case 'period-chosen':
      return { ...initialBoard, view: state.view, filter: state.filter }
    default:
      return state
  }
}

/** An answer that says the same is the same, so that nothing is drawn again every minute. */
const sameOr = (before: Progress | null, now: Progress): Progress =>
  JSON.stringify(before) === JSON.stringify(now) && before ? before : now
