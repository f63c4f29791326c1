/** The whole state of the pane, one slice per thing a person does. Signing out forgets all but where the pane runs. */
import { type BoardAction, type BoardState, initialBoard, reduceBoard } from './board/state.ts'
import { type CheckAction, type CheckState, initialCheck, reduceCheck } from './check/state.ts'
import { type FillAction, type FillState, initialFill, reduceFill } from './fill/state.ts'
import {
  initialPeriods,
  type PeriodAction,
  type PeriodState,
  reducePeriods,
} from './period/state.ts'
import {
  type AccessAction,
  type AccessState,
  initialAccess,
  reduceAccess,
} from './sign-in/state.ts'
import { initialSubmit, reduceSubmit, type SubmitAction, type SubmitState } from './submit/state.ts'

/** Where the pane runs: not known yet, beside a workbook, alone, or the host's script never came. */
export type Place = 'opening' | 'workbook' | 'alone' | 'unreachable'
export type Tab = 'fill' | 'check' | 'submit'

export type State = {
  readonly place: Place
  readonly tab: Tab
  /** text of an error nobody expected */
  readonly trouble: string | null
  readonly access: AccessState
  readonly periods: PeriodState
  readonly fill: FillState
  readonly check: CheckState
  readonly submit: SubmitState
  readonly board: BoardState
}

export type Action =
  | { readonly type: 'placed'; readonly place: Place }
  | { readonly type: 'tab-opened'; readonly tab: Tab }
  | { readonly type: 'failed'; readonly text: string | null }
  | AccessAction
  | PeriodAction
  | FillAction
  | CheckAction
  | SubmitAction
  | BoardAction

export const initial: State = {
  place: 'opening',
  tab: 'fill',
  trouble: null,
  access: initialAccess,
  periods: initialPeriods,
  fill: initialFill,
  check: initialCheck,
  submit: initialSubmit,
  board: initialBoard,
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
    access: reduceAccess(state.access, action),
    periods: reducePeriods(state.periods, action),
    fill: reduceFill(state.fill, action),
    check: reduceCheck(state.check, action),
    submit: reduceSubmit(state.submit, action),
    board: reduceBoard(state.board, action),
  }
}
