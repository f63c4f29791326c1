/**
 * The file in the workbook's place: what reads the workbook's state (findings, summary, what keeps it from being
 * submitted) reads the file's the same way. Nothing of the workbook's own state changes.
 */
import type { State } from '../state.ts'
import type { Store } from '../store.ts'

const known = new WeakMap<State, State>()

/** The same object for the same state, as a store has to give it; without a file the state as it is. */
export function asFile(state: State): State {
  const { read } = state.upload
  const { book } = state.fill
  if (!read || !book) return state
  const before = known.get(state)
  if (before) return before
  const { review, fromServer, judged, basedOn } = read
  const made: State = {
    ...state,
    place: 'workbook',
    fill: { ...state.fill, identity: { ...book.identity, revision: basedOn }, layingOut: null },
    check: { ...state.check, review, fromServer, judged, visited: null },
  }
  known.set(state, made)
  return made
}

/** Views of the file get this store: no cell of the open workbook is meant. */
export const fileStore = (store: Store): Store => ({
  ...store,
  state: () => asFile(store.state()),
  workbook: () => null,
})
