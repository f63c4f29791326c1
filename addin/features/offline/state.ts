/** Whether the server can be reached, and whether what is shown is a copy kept on this machine. */
import type { Action } from '../state.ts'

/** No network, or a server that answers that it cannot */
export type Away = 'network' | 'server'

export type OfflineState = {
  readonly away: Away | null
  /** UTC instant of the copy on the desk; null when the server told it in this pane */
  readonly copiedAt: string | null
}
export type OfflineAction =
  | { readonly type: 'away'; readonly away: Away }
  | { readonly type: 'reached' }

export const initialOffline: OfflineState = { away: null, copiedAt: null }

export function reduceOffline(state: OfflineState, action: Action): OfflineState {
  switch (action.type) {
    case 'away':
      return { ...state, away: action.away }
    case 'reached':
      return { ...state, away: null }
    case 'book-opened':
      return { ...state, copiedAt: action.copiedAt ?? null }
    case 'period-chosen':
      return { ...state, copiedAt: null }
    default:
      return state
  }
}
