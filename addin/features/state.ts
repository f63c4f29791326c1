/** The whole state of the pane, one slice per thing a person does. Signing out forgets all but where the pane runs. */
import {
  type AdjustmentsAction,
  type AdjustmentsState,
  initialAdjustments,
  reduceAdjustments,
} from './adjustments/state.ts'
import { type BoardAction, type BoardState, initialBoard, reduceBoard } from './board/state.ts'
import { type CheckAction, type CheckState, initialCheck, reduceCheck } from './check/state.ts'
import { type DraftAction, type DraftState, initialDrafts, reduceDrafts } from './drafts/state.ts'
import { type FillAction, type FillState, initialFill, reduceFill } from './fill/state.ts'
import {
  type InspectionAction,
  type InspectionState,
  initialInspection,
  reduceInspection,
} from './inspection/state.ts'
import {
  initialNarrative,
  type NarrativeAction,
  type NarrativeState,
  reduceNarrative,
} from './narrative/state.ts'
import {
  initialOffline,
  type OfflineAction,
  type OfflineState,
  reduceOffline,
} from './offline/state.ts'
import {
  initialOneStop,
  type OneStopAction,
  type OneStopState,
  reduceOneStop,
} from './one-stop/state.ts'
import {
  initialPeriods,
  type PeriodAction,
  type PeriodState,
  reducePeriods,
} from './period/state.ts'
import { initialPlan, type PlanAction, type PlanState, reducePlan } from './plan/state.ts'
import { initialPull, type PullAction, type PullState, reducePull } from './pull/state.ts'
import { initialRepair, type RepairAction, type RepairState, reduceRepair } from './repair/state.ts'
import {
  initialRetrospective,
  type RetrospectiveAction,
  type RetrospectiveState,
  reduceRetrospective,
} from './retrospective/state.ts'
import { initialReview, type ReviewAction, type ReviewState, reduceReview } from './review/state.ts'
import {
  initialRules,
  type RulesAction,
  type RulesState,
  reduceRules,
} from './rules-office/state.ts'
import { initialShell, reduceShell, type ShellAction, type ShellState } from './shell/state.ts'
import {
  type AccessAction,
  type AccessState,
  initialAccess,
  reduceAccess,
} from './sign-in/state.ts'
import { initialSubmit, reduceSubmit, type SubmitAction, type SubmitState } from './submit/state.ts'
import { initialUpload, reduceUpload, type UploadAction, type UploadState } from './upload/state.ts'
import { initialWork, reduceWork, type WorkAction, type WorkState } from './work/state.ts'

/** Where the pane runs: not known yet, beside a workbook, alone, the host's script has not come, or Excel is too old. */
export type Place = 'opening' | 'workbook' | 'alone' | 'unreachable' | 'too-old'
export type Tab = 'fill' | 'check' | 'submit'

export type State = {
  readonly place: Place
  readonly tab: Tab
  /** text of an error nobody expected */
  readonly trouble: string | null
  readonly shell: ShellState
  readonly access: AccessState
  readonly offline: OfflineState
  readonly periods: PeriodState
  readonly fill: FillState
  readonly check: CheckState
  readonly submit: SubmitState
  readonly upload: UploadState
  readonly oneStop: OneStopState
  readonly drafts: DraftState
  readonly repair: RepairState
  readonly board: BoardState
  readonly review: ReviewState
  readonly pull: PullState
  readonly adjustments: AdjustmentsState
  readonly narrative: NarrativeState
  readonly plan: PlanState
  readonly retrospective: RetrospectiveState
  readonly rules: RulesState
  readonly work: WorkState
  readonly inspection: InspectionState
}

export type Action =
  | { readonly type: 'placed'; readonly place: Place }
  | { readonly type: 'tab-opened'; readonly tab: Tab }
  | { readonly type: 'failed'; readonly text: string | null }
  | ShellAction
  | AccessAction
  | OfflineAction
  | PeriodAction
  | FillAction
  | CheckAction
  | SubmitAction
  | UploadAction
  | OneStopAction
  | DraftAction
  | RepairAction
  | BoardAction
  | ReviewAction
  | PullAction
  | AdjustmentsAction
  | NarrativeAction
  | PlanAction
  | RetrospectiveAction
  | RulesAction
  | WorkAction
  | InspectionAction

export const initial: State = {
  place: 'opening',
  tab: 'fill',
  trouble: null,
  shell: initialShell,
  access: initialAccess,
  offline: initialOffline,
  periods: initialPeriods,
  fill: initialFill,
  check: initialCheck,
  submit: initialSubmit,
  upload: initialUpload,
  oneStop: initialOneStop,
  drafts: initialDrafts,
  repair: initialRepair,
  board: initialBoard,
  review: initialReview,
  pull: initialPull,
  adjustments: initialAdjustments,
  narrative: initialNarrative,
  plan: initialPlan,
  retrospective: initialRetrospective,
  rules: initialRules,
  work: initialWork,
  inspection: initialInspection,
}

export function reduce(before: State, action: Action): State {
  const state =
    action.type === 'signed-out' ? { ...initial, place: before.place, trouble: null } : before
  return {
    place: action.type === 'placed' ? action.place : state.place,
    tab:
      action.type === 'tab-opened'
        ? action.tab
        : action.type === 'period-chosen'
          ? 'fill'
          : state.tab,
    trouble: action.type === 'failed' ? action.text : state.trouble,
    // the language stays whoever signs in or out
    shell: reduceShell(before.shell, action),
    access: reduceAccess(state.access, action),
    offline: reduceOffline(state.offline, action),
    periods: reducePeriods(state.periods, action),
    fill: reduceFill(state.fill, action),
    check: reduceCheck(state.check, action),
    submit: reduceSubmit(state.submit, action),
    upload: reduceUpload(state.upload, action),
    oneStop: reduceOneStop(state.oneStop, action),
    drafts: reduceDrafts(state.drafts, action),
    repair: reduceRepair(state.repair, action),
    board: reduceBoard(state.board, action),
    review: reduceReview(state.review, action),
    pull: reducePull(state.pull, action),
    adjustments: reduceAdjustments(state.adjustments, action),
    narrative: reduceNarrative(state.narrative, action),
    plan: reducePlan(state.plan, action),
    retrospective: reduceRetrospective(state.retrospective, action),
    rules: reduceRules(state.rules, action),
    work: reduceWork(state.work, action),
    inspection: reduceInspection(state.inspection, action),
  }
}
