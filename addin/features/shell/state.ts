/** What belongs to the pane itself, whoever is signed in: its language, and whether the support facts are shown. */
import type { Language } from '../../i18n/words.ts'
import type { Action } from '../state.ts'

export type ShellState = { readonly language: Language; readonly diagnosing: boolean }
export type ShellAction =
  /** the words of the language are in force already */
  | { readonly type: 'spoken'; readonly language: Language }
  | { readonly type: 'diagnosing'; readonly open: boolean }

export const initialShell: ShellState = { language: 'vi', diagnosing: false }

export function reduceShell(state: ShellState, action: Action): ShellState {
  switch (action.type) {
    case 'spoken':
      return { ...state, language: action.language }
    case 'diagnosing':
      return { ...state, diagnosing: action.open }
    default:
      return state
  }
}
