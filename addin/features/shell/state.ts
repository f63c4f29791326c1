/** What belongs to the pane itself, whoever is signed in: its language, and what lies over the view. */
import type { Language } from '../../i18n/words.ts'
import type { Action } from '../state.ts'

export type ShellState = {
  readonly language: Language
  /** the support facts are shown, or the look-up of check codes; never both */
  readonly diagnosing: boolean
  readonly checkingCode: boolean
}
export type ShellAction =
  /** the words of the language are in force already */
  | { readonly type: 'spoken'; readonly language: Language }
  | { readonly type: 'diagnosing'; readonly open: boolean }
  | { readonly type: 'checking-code'; readonly open: boolean }

export const initialShell: ShellState = { language: 'vi', diagnosing: false, checkingCode: false }

export function reduceShell(state: ShellState, action: Action): ShellState {
  switch (action.type) {
    case 'spoken':
      return { ...state, language: action.language }
    case 'diagnosing':
      return { ...state, diagnosing: action.open, checkingCode: false }
    case 'checking-code':
      return { ...state, checkingCode: action.open, diagnosing: false }
    case 'signed-out':
      return { ...state, checkingCode: false }
    default:
      return state
  }
}
