/** The words of the report on the clerk's desk: what the server says of every section, and what is being written here. */
import type { NarrativeAnswer, ProseAnswer, ReportSection } from '../../../shared/protocol.ts'
import type { Action } from '../state.ts'

/** A number that was put in place of an outdated one: in which sentence of the edit, which figure. */
export type Mend = { readonly sentence: string; readonly at: string }

/** A section's text as it stands in the field, not saved yet. */
export type Writing = {
  readonly text: string
  /** the number of the edit it began from; null: the merged text */
  readonly basedOn: number | null
  /** the text it began from */
  readonly from: string
  readonly mends: readonly Mend[]
  /** UTC instant of the last change */
  readonly at: string
}

/** What was done last, for the line that says so. */
export type Done =
  | { readonly kind: 'saved'; readonly section: string }
  /** `text` brings it back */
  | { readonly kind: 'withdrawn'; readonly section: string; readonly text: string }
  /** a text written here was given up, for the other person's or for the saved one */
  | { readonly kind: 'dropped'; readonly section: string; readonly writing: Writing }

/** A draft that is held against its figures: what was asked, what came of it. */
export type DraftCheck = {
  readonly open: boolean
  /** pasted or typed; kept while the pane is open */
  readonly text: string
  /** the file on its way, or '' for the text; null: nothing is */
  readonly busy: string | null
  readonly answer: { readonly of: string; readonly found: ProseAnswer } | null
  readonly refused: { readonly name: string; readonly why: string } | null
}

export type LookedAt = 'all' | 'look'

export type NarrativeState = {
  readonly open: boolean
  /** the code of the section that is open; null: the outline is */
  readonly section: string | null
  readonly listed: LookedAt
  readonly answer: NarrativeAnswer | null
  readonly trouble: string | null
  /** by section; only those that say something else than what is saved */
  readonly writings: Readonly<Record<string, Writing>>
  /** what was kept last: `at` of the writing, and whether it outlives a crash */
  readonly kept: { readonly at: string; readonly certain: boolean } | null
  readonly saving: boolean
  readonly refused: string | null
  readonly done: Done | null
  readonly draft: DraftCheck
}
export type NarrativeAction =
  | { readonly type: 'narrative-opened'; readonly open: boolean }
  | { readonly type: 'narrative-known'; readonly answer: NarrativeAnswer }
  | { readonly type: 'narrative-missing'; readonly why: string }
  | { readonly type: 'narrative-listed'; readonly listed: LookedAt }
  | { readonly type: 'section-opened'; readonly section: string | null }
  /** what earlier panes of this machine kept */
  | {
      readonly type: 'writings-found'
      readonly writings: Readonly<Record<string, Writing>>
    }
  | { readonly type: 'section-written'; readonly section: string; readonly writing: Writing | null }
  | { readonly type: 'writing-kept'; readonly at: string; readonly certain: boolean }
  | { readonly type: 'section-saving' }
  | { readonly type: 'section-answered'; readonly section: ReportSection }
  | { readonly type: 'section-refused'; readonly why: string | null }
  | { readonly type: 'narrative-done'; readonly done: Done | null }
  | { readonly type: 'draft-check'; readonly draft: Partial<DraftCheck> }

const noDraft: DraftCheck = { open: false, text: '', busy: null, answer: null, refused: null }

export const initialNarrative: NarrativeState = {
  open: false,
  section: null,
  listed: 'all',
  answer: null,
  trouble: null,
  writings: {},
  kept: null,
  saving: false,
  refused: null,
  done: null,
  draft: noDraft,
}

export function reduceNarrative(state: NarrativeState, action: Action): NarrativeState {
  switch (action.type) {
    case 'narrative-opened':
      return {
        ...state,
        open: action.open,
        section: null,
        refused: null,
        done: null,
        draft: { ...state.draft, open: false },
      }
    case 'narrative-known':
      return { ...state, answer: action.answer, trouble: null }
    case 'narrative-missing':
      return { ...state, trouble: action.why }
    case 'narrative-listed':
      return { ...state, listed: action.listed }
    case 'section-opened':
      return { ...state, section: action.section, refused: null, done: null }
    case 'writings-found':
      // what was typed since is newer
      return { ...state, writings: { ...action.writings, ...state.writings } }
    case 'section-written': {
      const { [action.section]: _old, ...others } = state.writings
      const writings = action.writing ? { ...others, [action.section]: action.writing } : others
      // what goes on is not what was done, and undoing must not meet a text that came after
      return { ...state, writings, refused: null, done: null }
    }
    case 'writing-kept':
      return { ...state, kept: { at: action.at, certain: action.certain } }
    case 'section-saving':
      return { ...state, saving: true, refused: null, done: null }
    case 'section-answered':
      return { ...state, answer: state.answer && withSection(state.answer, action.section) }
    case 'section-refused':
      return { ...state, saving: false, refused: action.why }
    case 'narrative-done':
      return { ...state, saving: false, refused: null, done: action.done }
    case 'draft-check':
      return { ...state, draft: { ...state.draft, ...action.draft } }
    case 'period-chosen':
      return initialNarrative
    default:
      return state
  }
}

const withSection = (answer: NarrativeAnswer, section: ReportSection): NarrativeAnswer => ({
  ...answer,
  sections: answer.sections.map(one => (one.code === section.code ? section : one)),
})
