/** Which work beside the period's figures is open: the plan, an inspection, the review of years, the rules, who is told. */
import type { Action } from '../state.ts'

export const officeWorks = ['plan', 'inspection', 'retrospective', 'rules', 'webhooks'] as const
export const unitWorks = ['plan', 'inspection'] as const
export type Work = (typeof officeWorks)[number]

export type WorkState = { readonly open: Work | null }
export type WorkAction = { readonly type: 'work-opened'; readonly work: Work | null }

export const initialWork: WorkState = { open: null }

export function reduceWork(state: WorkState, action: Action): WorkState {
  return action.type === 'work-opened' ? { open: action.work } : state
}
