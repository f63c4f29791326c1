/** The periods of the agency and the one on the desk. */
import type { PeriodSummary } from '../../../shared/protocol.ts'
import type { Action } from '../state.ts'

export type PeriodState = {
  /** newest open first, then newest locked; null until they are known */
  readonly list: readonly PeriodSummary[] | null
  readonly chosen: string | null
  /** there may be periods of years before those on the list */
  readonly older: boolean
  readonly trouble: string | null
}
export type PeriodAction =
  | { readonly type: 'periods-known'; readonly list: readonly PeriodSummary[] }
  /** of the years before those on the list */
  | { readonly type: 'older-periods-known'; readonly list: readonly PeriodSummary[] }
  | { readonly type: 'periods-missing'; readonly why: string }
  | { readonly type: 'period-chosen'; readonly period: string }

export const initialPeriods: PeriodState = {
  ...{ list: null, chosen: null, trouble: null },
  older: false,
}

/** The server answers with three years that have periods, as long as there are so many. */
const yearsAnswered = 3
const yearsOf = (list: readonly PeriodSummary[]): string[] =>
  [...new Set(list.map(({ period }) => period.slice(0, 4)))].sort()

/** What to ask for next when older periods are wanted; null before any is known. */
export function yearBefore(list: readonly PeriodSummary[] | null): number | null {
  const [oldest] = yearsOf(list ?? [])
  return oldest === undefined ? null : Number(oldest) - 1
}

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
      const years = yearsOf(action.list)
      // what somebody asked for beyond these stays
      const before = (state.list ?? []).filter(({ period }) => period < (years[0] ?? ''))
      const list = inOrder([...action.list, ...before])
      const still = list.some(({ period }) => period === state.chosen)
      return {
        list,
        chosen: still ? state.chosen : (list[0]?.period ?? null),
        trouble: null,
        older: before.length > 0 ? state.older : years.length === yearsAnswered,
      }
    }
    case 'older-periods-known':
      return {
        ...state,
        list: inOrder([...(state.list ?? []), ...action.list]),
        older: yearsOf(action.list).length === yearsAnswered,
      }
    case 'periods-missing':
      return { ...state, trouble: action.why }
    case 'period-chosen':
      return { ...state, chosen: action.period }
    default:
      return state
  }
}
