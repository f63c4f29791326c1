/** What is typed into a view stays in a box of its own on this machine, until it is sent, given up or too old. */
import type { Store } from '../store.ts'
import { type Box, longestDays } from './shelf.ts'

const day = 86_400_000

export type Writings<Kept> = {
  /** what earlier panes have kept, whoever's it is */
  readonly found: (store: Store) => Promise<Kept[]>
  /**
   * @param newest null forgets
   * @param told of each that was written, and whether a crash of the machine's programs leaves it there
   */
  readonly keep: (
    store: Store,
    key: string,
    newest: Kept | null,
    told: (kept: Kept, certain: boolean) => void,
  ) => Promise<void>
}

/** @param keyOf what an entry is kept under @param at the UTC instant it was typed */
export function writingsIn<Kept>(
  box: Box,
  keyOf: (kept: Kept) => string,
  at: (kept: Kept) => string,
): Writings<Kept> {
  /** by key, what waits for the write before it: of many letters typed meanwhile only the newest text is kept */
  const waiting = new WeakMap<Store, Map<string, Kept | null>>()
  return {
    found: async store => {
      const all = await store.shelf.all<Kept>(box)
      const oldest = Date.now() - longestDays * day
      // what nobody asked for in months goes
      const isOld = (kept: Kept) => Date.parse(at(kept)) < oldest
      for (const old of all.filter(isOld)) void store.shelf.write(box, keyOf(old), null)
      return all.filter(kept => !isOld(kept))
    },
    keep: async (store, key, newest, told) => {
      const waits = waiting.get(store) ?? new Map<string, Kept | null>()
      waiting.set(store, waits)
      const busy = waits.has(key)
      waits.set(key, newest)
      if (busy) return
      for (let next: Kept | null | undefined = newest; next !== undefined; ) {
        const certain = await store.shelf.write(box, key, next)
        if (next) told(next, certain)
        const later = waits.get(key)
        next = later === next ? undefined : later
      }
      waits.delete(key)
    },
  }
}
