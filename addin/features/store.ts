/** One store for the pane: state in, action through the reducer, components told. Verbs get the whole store. */
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Api } from '../api.ts'
import type { Workbook } from '../host/port.ts'
import { type Shelf, windowShelf } from './drafts/shelf.ts'
import type { Kept } from './kept.ts'
import { type Action, initial, reduce, type State } from './state.ts'

export type Store = {
  readonly state: () => State
  readonly dispatch: (action: Action) => void
  readonly subscribe: (listener: () => void) => () => void
  readonly api: Api
  /** as long as the window lives */
  readonly kept: Kept
  /** beyond a crash or a closed pane; not before the pane is placed, because its prefix is not known earlier */
  readonly shelf: Shelf
  /** null where the pane has no workbook beside it */
  readonly workbook: () => Workbook | null
}

export function createStore(
  connectApi: (token: () => string | null) => Api,
  kept: Kept,
  openWorkbook: () => Workbook,
  shelf: Shelf = windowShelf(kept),
): Store {
  let state: State = initial
  const listeners = new Set<() => void>()
  return {
    state: () => state,
    dispatch: action => {
      state = reduce(state, action)
      for (const listener of listeners) listener()
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    api: connectApi(() => state.access.session?.token ?? null),
    kept,
    shelf,
    workbook: () => (state.place === 'workbook' ? openWorkbook() : null),
  }
}

const Shared = createContext<Store | null>(null)
export const StoreProvider = Shared.Provider

export function useStore(): Store {
  const store = useContext(Shared)
  if (!store) throw new Error('no store above this component')
  return store
}

/** @param select must give the same object while its part of the state is the same */
export function usePart<T>(select: (state: State) => T): T {
  const store = useStore()
  return useSyncExternalStore(store.subscribe, () => select(store.state()))
}
