/** What is typed into the papers of a round stays on this machine, whoever's it is, until it is sent or given up. */
import type { Session } from '../../../shared/protocol.ts'
import { longestDays } from '../drafts/shelf.ts'
import type { Store } from '../store.ts'
import { keyOf } from './papers.ts'
import type { Writing } from './state.ts'

const box = 'inspections'
const day = 86_400_000

type Kept = { readonly owner: string; readonly writing: Writing }

/** Another person of the same machine has other texts. */
const ownerOf = (store: Store): string | null => {
  const who = store.state().access.session?.who
  return who ? [who.agency, who.unit ?? '', who.name].join('/') : null
}

/** By store, the session whose texts are on the desk. */
const taken = new WeakMap<Store, Session | null>()

/** Takes up what earlier panes have kept, once per session; what nobody asked for in months goes. */
export async function takeUp(store: Store): Promise<void> {
  const owner = ownerOf(store)
  const { session } = store.state().access
  if (owner === null || taken.get(store) === session) return
  taken.set(store, session)
  const all = await store.shelf.all<Kept>(box)
  const oldest = Date.now() - longestDays * day
  const isOld = ({ writing }: Kept) => Date.parse(writing.at) < oldest
  for (const old of all.filter(isOld)) void store.shelf.write(box, shelfKey(old), null)
  if (ownerOf(store) !== owner) return
  const own = all.filter(one => one.owner === owner && !isOld(one))
  const writings = Object.fromEntries(own.map(({ writing }) => [keyOf(writing.paper), writing]))
  store.dispatch({ type: 'inspection-writings-found', writings })
}

const shelfKey = ({ owner, writing }: Kept): string => `${owner}/${keyOf(writing.paper)}`

/** Puts a writing into the fields and onto the shelf; null takes it from both. */
export function put(store: Store, key: string, writing: Writing | null): void {
  const owner = ownerOf(store)
  if (owner === null) return
  store.dispatch({ type: 'inspection-written', key, writing })
  void keep(store, `${owner}/${key}`, writing && { owner, writing })
}

/** By key, what waits for the write before it: of many letters typed meanwhile only the newest text is kept. */
const waiting = new WeakMap<Store, Map<string, Kept | null>>()

async function keep(store: Store, key: string, newest: Kept | null): Promise<void> {
  const waits = waiting.get(store) ?? new Map<string, Kept | null>()
  waiting.set(store, waits)
  const busy = waits.has(key)
  waits.set(key, newest)
  if (busy) return
  for (let next: Kept | null | undefined = newest; next !== undefined; ) {
    const certain = await store.shelf.write(box, key, next)
    if (next) store.dispatch({ type: 'inspection-kept', at: next.writing.at, certain })
    const later = waits.get(key)
    next = later === next ? undefined : later
  }
  waits.delete(key)
}
