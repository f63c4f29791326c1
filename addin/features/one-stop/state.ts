/** Dossiers of the one-stop software on their way into the unit's table: what was read, and what the person said of it. */
import type { ImportedDossiers } from '../../../shared/protocol.ts'
import type { Action } from '../state.ts'

export type OneStopState = {
  /** name of the file that is being read */
  readonly sending: string | null
  readonly refused: { readonly name: string; readonly why: string } | null
  readonly imported: { readonly name: string; readonly dossiers: ImportedDossiers } | null
  /** row of the file → field of the unit's table; null: left out */
  readonly chosen: ReadonlyMap<number, string | null>
  /** `dividedKey` of a figure and a column → what the person says falls to that column */
  readonly divided: ReadonlyMap<string, string>
}
export type OneStopAction =
  | { readonly type: 'dossiers-sending'; readonly name: string }
  | { readonly type: 'dossiers-refused'; readonly name: string; readonly why: string }
  | {
      readonly type: 'dossiers-read'
      readonly name: string
      readonly dossiers: ImportedDossiers
    }
  | { readonly type: 'line-matched'; readonly row: number; readonly field: string | null }
  | { readonly type: 'figure-divided'; readonly key: string; readonly text: string }
  | { readonly type: 'dossiers-left' }

export const initialOneStop: OneStopState = {
  sending: null,
  refused: null,
  imported: null,
  chosen: new Map(),
  divided: new Map(),
}

export function reduceOneStop(state: OneStopState, action: Action): OneStopState {
  switch (action.type) {
    case 'dossiers-sending':
      return { ...state, sending: action.name, refused: null }
    case 'dossiers-refused':
      return { ...state, sending: null, refused: { name: action.name, why: action.why } }
    case 'dossiers-read':
      return { ...initialOneStop, imported: { name: action.name, dossiers: action.dossiers } }
    case 'line-matched':
      return { ...state, chosen: new Map(state.chosen).set(action.row, action.field) }
    case 'figure-divided':
      return { ...state, divided: new Map(state.divided).set(action.key, action.text) }
    case 'dossiers-left':
    case 'files-opened':
    case 'period-chosen':
      return initialOneStop
    default:
      return state
  }
}
