/** The periods of the agency and the one on the desk. */
import type { PeriodSummary } from '../../../shared/protocol.ts'
import type { Action } from '../state.ts'

export type PeriodState = {
  /** newest open first, then newest locked; null until they are known */
  readonly list: readonly PeriodSummary[] | null
  readonly chosen: string | null
  readonly trouble: string | null
}
export type PeriodAction =
  | { readonly type: 'periods-known'; readonly list: readonly PeriodSummary[] }
  | { readonly type: 'periods-missing'; readonly why: string }
  | { readonly type: 'period-chosen'; readonly period: string }

export const initialPeriods: PeriodState = { list: null, chosen: null, trouble: null }

/** Open before locked; among them the one whose figures are due last comes first. */
export const inOrder = (list: readonly PeriodSummary[]): PeriodSummary[] =>
  [...list].sort(
    (a, b) =>
      Number(a.state === 'locked') - Number(b.state === 'locked') ||
      b.dueDate.localeCompare(a.dueDate) ||
      b.period.localeCompare(a.period),
  )

export function reducePeriods(state: PeriodState, action: Action): PeriodState {
  switch (action.type) {
    case 'periods-known': {
      const list = inOrder(action.list)
      const still = list.some(({ period }) => period === state.chosen)
      return { list, chosen: still ? state.chosen : (list[0]?.period ?? null), trouble: null }
    }
    case 'periods-missing':
      return { ...state, trouble: action.why }
    case 'period-chosen':
      return { ...state, chosen: action.period }
    default:
      return state
  }
}
