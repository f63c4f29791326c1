/** The rules of the agency, the one that is open, rehearsals made so far, and changes that are being written. */
import type { ExclusionAnswer, Rehearsal, RuleList, RuleStatus } from '../../../shared/protocol.ts'
import type { Action } from '../state.ts'

export type OneRule = RuleList[number]

/** One that is under way has read `done` periods. */
export type Run = {
  readonly done: number
  readonly of: number
  readonly state: 'running' | 'done' | 'stopped'
  readonly found: Rehearsal | null
  readonly why: string | null
}

/** A change as it is typed; days as the field has them, "" for no limit. */
export type ChangeDraft = {
  readonly status: RuleStatus
  readonly from: string
  readonly until: string
  readonly reason: string
  readonly confirm: string
}

/** A declaration as it is typed: `id` of the one that is edited, "" for a new one; days as the fields have them. */
export type ExclusionDraft = Readonly<
  Record<'id' | 'indicator' | 'excluded' | 'name' | 'basis' | 'from' | 'until', string>
>

export type RulesState = {
  readonly list: RuleList | null
  readonly exclusions: readonly ExclusionAnswer[] | null
  readonly trouble: string | null
  readonly open: string | null
  readonly runs: Readonly<Record<string, Run>>
  readonly drafts: Readonly<Record<string, ChangeDraft>>
  /** the declaration whose form is open */
  readonly declaring: ExclusionDraft | null
}

export type RulesAction =
  | {
      readonly type: 'rules-known'
      readonly list: RuleList
      readonly exclusions: readonly ExclusionAnswer[]
    }
  | { readonly type: 'rules-missing'; readonly why: string }
  | { readonly type: 'rule-known'; readonly rule: OneRule }
  | { readonly type: 'exclusions-known'; readonly exclusions: readonly ExclusionAnswer[] }
  | { readonly type: 'rule-opened'; readonly rule: string | null }
  | { readonly type: 'rehearsed'; readonly rule: string; readonly run: Run }
  | { readonly type: 'change-typed'; readonly rule: string; readonly draft: ChangeDraft | null }
  | { readonly type: 'exclusion-typed'; readonly draft: ExclusionDraft | null }

export const initialRules: RulesState = {
  list: null,
  exclusions: null,
  trouble: null,
  open: null,
  runs: {},
  drafts: {},
  declaring: null,
}

export function reduceRules(state: RulesState, action: Action): RulesState {
  switch (action.type) {
    case 'rules-known':
      return { ...state, list: action.list, exclusions: action.exclusions, trouble: null }
    case 'rules-missing':
      return { ...state, trouble: action.why }
    case 'rule-known':
      return {
        ...state,
        list: state.list?.map(one => (one.rule === action.rule.rule ? action.rule : one)) ?? null,
      }
    case 'exclusions-known':
      return { ...state, exclusions: action.exclusions }
    case 'rule-opened':
      return { ...state, open: action.rule }
    case 'rehearsed':
      return { ...state, runs: { ...state.runs, [action.rule]: action.run } }
    case 'exclusion-typed':
      return { ...state, declaring: action.draft }
    case 'change-typed': {
      const { [action.rule]: _, ...others } = state.drafts
      return {
        ...state,
        drafts: action.draft ? { ...others, [action.rule]: action.draft } : others,
      }
    }
    default:
      return state
  }
}
