/** What is typed in a form that is not applied yet: there again when it is opened again, gone with the session. */
import type { Store } from '../store.ts'

export type Begun<T> = {
  read(store: Store, key: string): T | undefined
  /** null forgets */
  write(store: Store, key: string, typed: T | null): void
}

export function begunForms<T>(): Begun<T> {
  const all = new WeakMap<object, Map<string, T>>()
  const of = (store: Store): Map<string, T> => {
    const whose = store.state().access.session ?? store
    const found = all.get(whose) ?? new Map<string, T>()
    all.set(whose, found)
    return found
  }
  // the same task of another plan is another task
  const place = (store: Store, key: string) => `${store.state().plan.year}/${key}`
  return {
    read: (store, key) => of(store).get(place(store, key)),
    write: (store, key, typed) => {
      if (typed === null) of(store).delete(place(store, key))
      else of(store).set(place(store, key), typed)
    },
  }
}
