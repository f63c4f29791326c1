/** The drafts this machine holds for the unit's period, and how far what the workbook says now is kept. */
import type { Review } from '../check/review.ts'
import type { Action } from '../state.ts'
import type { Draft } from './draft.ts'

export type DraftState = {
  /** of earlier panes and earlier sheets, newest first; null until the machine has been asked */
  readonly found: readonly Draft[] | null
  /** the id the draft of these sheets is kept under */
  readonly own: string
  readonly last: Draft | null
  /** id of the draft the sheets were drawn from */
  readonly taken: string | null
  /** the reading that is certain to outlive a crash, and the UTC instant it was kept at */
  readonly kept: { readonly review: Review; readonly at: string } | null
}
export type DraftAction =
  | { readonly type: 'drafts-found'; readonly drafts: readonly Draft[]; readonly own: string }
  | {
      readonly type: 'draft-written'
      readonly draft: Draft | null
      readonly review: Review
      readonly certain: boolean
    }
  /** the sheets are about to be drawn anew: what they said so far must not be written over */
  | { readonly type: 'draft-set-aside'; readonly own: string }
  | { readonly type: 'draft-taken'; readonly id: string }
  | { readonly type: 'draft-dropped'; readonly id: string }

export const initialDrafts: DraftState = {
  found: null,
  own: '',
  last: null,
  taken: null,
  kept: null,
}

export function reduceDrafts(state: DraftState, action: Action): DraftState {
  switch (action.type) {
    case 'drafts-found':
      return { ...initialDrafts, found: action.drafts, own: action.own }
    case 'draft-written': {
      const { draft, review, certain } = action
      if (draft && draft.id !== state.own) return state
      return { ...state, last: draft, kept: draft && certain ? { review, at: draft.at } : null }
    }
    case 'draft-set-aside': {
      const { found, last, taken } = state
      return {
        taken,
        found: found && last ? [last, ...found] : found,
        own: action.own,
        last: null,
        kept: null,
      }
    }
    case 'draft-taken':
      return { ...state, taken: action.id }
    case 'draft-dropped':
      return { ...state, found: state.found?.filter(({ id }) => id !== action.id) ?? null }
    case 'period-chosen':
      return initialDrafts
    default:
      return state
  }
}
