/** What is typed into the papers of a round stays on this machine, whoever's it is, until it is sent or given up. */
import type { Session } from '../../../shared/protocol.ts'
import { writingsIn } from '../drafts/writings.ts'
import type { Store } from '../store.ts'
import { keyOf } from './papers.ts'
import type { Writing } from './state.ts'

type Kept = { readonly owner: string; readonly writing: Writing }

const writings = writingsIn<Kept>(
  'inspections',
  ({ owner, writing }) => `${owner}/${keyOf(writing.paper)}`,
  ({ writing }) => writing.at,
)

/** Another person of the same machine has other texts. */
const ownerOf = (store: Store): string | null => {
  const who = store.state().access.session?.who
  return who ? [who.agency, who.unit ?? '', who.name].join('/') : null
}

/** By store, the session whose texts are on the desk. */
const taken = new WeakMap<Store, Session | null>()

/** Takes up what earlier panes have kept, once per session. */
export async function takeUp(store: Store): Promise<void> {
  const owner = ownerOf(store)
  const { session } = store.state().access
  if (owner === null || taken.get(store) === session) return
  taken.set(store, session)
  const all = await writings.found(store)
  if (ownerOf(store) !== owner) return
  const own = all.filter(one => one.owner === owner)
  const found = Object.fromEntries(own.map(({ writing }) => [keyOf(writing.paper), writing]))
  store.dispatch({ type: 'inspection-writings-found', writings: found })
}

/** Puts a writing into the fields and onto the shelf; null takes it from both. */
export function put(store: Store, key: string, writing: Writing | null): void {
  const owner = ownerOf(store)
  if (owner === null) return
  store.dispatch({ type: 'inspection-written', key, writing })
  const kept = writing && { owner, writing }
  void writings.keep(store, `${owner}/${key}`, kept, ({ writing: { at } }, certain) =>
    store.dispatch({ type: 'inspection-kept', at, certain }),
  )
}
