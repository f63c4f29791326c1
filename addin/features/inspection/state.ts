/** The inspection rounds on the desk: what is known of them, which one is open, and what is typed but not sent. */
import type { InspectionAnswer, ProblemList, RoundSummary } from '../../../shared/protocol.ts'
import type { Action } from '../state.ts'

export type Where =
  | { readonly view: 'list' }
  /** a round being set up or changed; not known to the server while it is new */
  | { readonly view: 'form'; readonly round: string }
  | { readonly view: 'round'; readonly round: string }
  /** what one unit says and what was found there */
  | { readonly view: 'unit'; readonly round: string; readonly unit: string }

/** the round itself, what a unit says of itself, what the team says of the units, one problem it found */
export type PaperKind = 'round' | 'statement' | 'judgement' | 'problem'
/** One thing that is written and numbered by itself; `id`: the unit of a statement, the problem's own, "" for the others. */
export type Paper = { readonly kind: PaperKind; readonly round: string; readonly id: string }
/** What stands in a paper's fields, by their names; a field that is absent is blank. */
export type Typed = Readonly<Record<string, string>>
/** A paper begun here: nobody else has it yet. */
export type Writing = {
  readonly paper: Paper
  readonly typed: Typed
  /** what was saved when the writing began */
  readonly from: Typed
  /** number of the saved one it began from; 0 before the first */
  readonly basedOn: number
  /** UTC instant of the last letter */
  readonly at: string
}

export type DoneKind =
  | 'saved'
  | 'opened'
  | 'concluded'
  | 'stated'
  | 'found'
  | 'resolved'
  | 'reopened'
  | 'withdrawn'
  | 'restored'
  | 'judged'
  | 'dropped'
  | 'chosen'
/** What was done last, said where it was done. */
export type Done = {
  readonly what: DoneKind
  /** the writing as it was, where one press brings it back */
  readonly before: Writing | null
  /** code of the item whose problem it was about; null for what is no problem */
  readonly item: string | null
}

/** Who saved something, and the UTC instant. */
export type Hand = { readonly by: string; readonly at: string }
/** `of` names what was sent; `by`: who had saved it before. */
export type Refusal = { readonly of: string; readonly why: string; readonly by: Hand | null }

export type InspectionState = {
  readonly where: Where
  readonly list: readonly RoundSummary[] | null
  readonly problems: ProblemList | null
  /** why the list could not be fetched */
  readonly trouble: string | null
  /** the round that is open */
  readonly answer: InspectionAnswer | null
  readonly answerTrouble: string | null
  readonly writings: Readonly<Record<string, Writing>>
  /** what was kept last: `at` of the writing, and whether it outlives a crash */
  readonly kept: { readonly at: string; readonly certain: boolean } | null
  /** name of what is on its way to the server */
  readonly sending: string | null
  /** what the server refused last, and its sentence */
  readonly refused: Refusal | null
  readonly done: Done | null
}
export type InspectionAction =
  | { readonly type: 'inspection-went'; readonly where: Where }
  | {
      readonly type: 'inspections-known'
      readonly list: readonly RoundSummary[]
      readonly problems: ProblemList
    }
  | { readonly type: 'inspections-missing'; readonly why: string }
  | { readonly type: 'inspection-known'; readonly answer: InspectionAnswer }
  | { readonly type: 'inspection-missing'; readonly why: string }
  /** what earlier panes of this machine kept */
  | {
      readonly type: 'inspection-writings-found'
      readonly writings: Readonly<Record<string, Writing>>
    }
  | {
      readonly type: 'inspection-written'
      readonly key: string
      readonly writing: Writing | null
    }
  | { readonly type: 'inspection-kept'; readonly at: string; readonly certain: boolean }
  | { readonly type: 'inspection-sending'; readonly of: string }
  | { readonly type: 'inspection-refused'; readonly refused: Refusal }
  | { readonly type: 'inspection-done'; readonly done: Done | null }

export const initialInspection: InspectionState = {
  where: { view: 'list' },
  list: null,
  problems: null,
  trouble: null,
  answer: null,
  answerTrouble: null,
  writings: {},
  kept: null,
  sending: null,
  refused: null,
  done: null,
}

export function reduceInspection(state: InspectionState, action: Action): InspectionState {
  switch (action.type) {
    case 'inspection-went': {
      const { where } = action
      const round = where.view === 'list' ? null : where.round
      const answer = state.answer?.id === round ? state.answer : null
      // a round that was saved says so on its own page
      const saved = state.where.view === 'form' && where.view === 'round' && state.done
      const done = saved && saved.what === 'saved' ? saved : null
      return { ...state, where, answer, answerTrouble: null, refused: null, done }
    }
    case 'inspections-known':
      return { ...state, list: action.list, problems: action.problems, trouble: null }
    case 'inspections-missing':
      return { ...state, trouble: action.why }
    case 'inspection-known':
      return { ...state, answer: action.answer, answerTrouble: null }
    case 'inspection-missing':
      return { ...state, answerTrouble: action.why }
    case 'inspection-writings-found':
      // what was typed since is newer
      return { ...state, writings: { ...action.writings, ...state.writings } }
    case 'inspection-written': {
      const { [action.key]: _old, ...others } = state.writings
      const writings = action.writing ? { ...others, [action.key]: action.writing } : others
      return { ...state, writings, refused: null, done: null }
    }
    case 'inspection-kept':
      return { ...state, kept: { at: action.at, certain: action.certain } }
    case 'inspection-sending':
      return { ...state, sending: action.of, refused: null, done: null }
    case 'inspection-refused':
      return { ...state, sending: null, refused: action.refused }
    case 'inspection-done':
      return { ...state, sending: null, refused: null, done: action.done }
    default:
      return state
  }
}
