/** The office's own entries beside the units' figures, and the figures one can be made upon. */
import type { Adjustment } from '../../../shared/protocol.ts'
import type { Action } from '../state.ts'
import type { Target } from './targets.ts'

export type AdjustmentsState = {
  /** in the order they were made; null until known */
  readonly list: readonly Adjustment[] | null
  readonly targets: readonly Target[] | null
  readonly trouble: string | null
}
export type AdjustmentsAction =
  | {
      readonly type: 'adjustments-known'
      readonly list: readonly Adjustment[]
      readonly targets: readonly Target[]
    }
  | { readonly type: 'adjustments-missing'; readonly why: string }

export const initialAdjustments: AdjustmentsState = { list: null, targets: null, trouble: null }

export function reduceAdjustments(state: AdjustmentsState, action: Action): AdjustmentsState {
  switch (action.type) {
    case 'adjustments-known':
      return { list: action.list, targets: action.targets, trouble: null }
    case 'adjustments-missing':
      return { ...state, trouble: action.why }
    case 'period-chosen':
      return initialAdjustments
    default:
      return state
  }
}
