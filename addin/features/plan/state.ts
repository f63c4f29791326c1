/** The reform plan on the desk: the plans there are, the one that is open, what is being changed in it, how far it is. */
import type { Index } from '../../../shared/catalogue/catalogue.ts'
import type { Plan } from '../../../shared/plan/schema.ts'
import type {
  PlanAnswer,
  PlanReading,
  PlanStanding,
  PlanSummary,
} from '../../../shared/protocol.ts'
import type { Action } from '../state.ts'

/** A plan as it is being changed here, not saved yet. */
export type Draft = {
  /** the number of the edition it began from; 0: none */
  readonly basedOn: number
  /** the plan it began from; null: a new one */
  readonly from: Plan | null
  readonly plan: Plan
  /** UTC instant of the last change */
  readonly at: string
}

export type DoneKind =
  | 'edited'
  | 'added'
  | 'removed'
  | 'imported'
  | 'merged'
  | 'dropped'
  | 'begun'
  | 'saved'

/** What was done last, for the line that says so. */
export type Done = {
  readonly kind: DoneKind
  readonly what: string
  /** the draft it brings back, null: that there was none, and of which year; absent: nothing to undo */
  readonly before?: { readonly year: number; readonly draft: Draft | null }
}

export type Importing =
  | { readonly state: 'reading'; readonly name: string }
  | { readonly state: 'refused'; readonly name: string; readonly why: string }
  | { readonly state: 'read'; readonly name: string; readonly reading: PlanReading }

export type PlanView = 'tasks' | 'targets' | 'standing' | 'files'

export type PlanState = {
  readonly years: readonly PlanSummary[] | null
  /** the first year of the plan that is open */
  readonly year: number | null
  /** as it is stored; null: not known, or not stored yet */
  readonly answer: PlanAnswer | null
  readonly trouble: string | null
  /** of the chosen period */
  readonly standing: PlanStanding | null
  readonly standingTrouble: string | null
  readonly index: Index | null
  readonly view: PlanView
  /** by first year */
  readonly drafts: Readonly<Record<number, Draft>>
  /** what was kept last: `at` of the draft, and whether it outlives a crash */
  readonly kept: { readonly at: string; readonly certain: boolean } | null
  /** key of the part whose form is open, "task:1.1"; "task+1": a new one of group 1 */
  readonly editing: string | null
  readonly saving: boolean
  readonly refused: { readonly why: string; readonly faults: readonly string[] } | null
  readonly done: Done | null
  readonly importing: Importing | null
}

/** What the verbs of this folder have found out or done; what it does not name stays. */
export type PlanAction = { readonly type: 'plan-stands'; readonly now: Partial<PlanState> }

export const initialPlan: PlanState = {
  years: null,
  year: null,
  answer: null,
  trouble: null,
  standing: null,
  standingTrouble: null,
  index: null,
  view: 'tasks',
  drafts: {},
  kept: null,
  editing: null,
  saving: false,
  refused: null,
  done: null,
  importing: null,
}

export function reducePlan(state: PlanState, action: Action): PlanState {
  if (action.type === 'plan-stands') return { ...state, ...action.now }
  // what is being changed belongs to no period
  if (action.type === 'period-chosen')
    return { ...state, standing: null, standingTrouble: null, index: null }
  return state
}
