/**
 * Keeps what the workbook says on this machine: with every reading of it, every reason and every name, never by writing
 * to the workbook. Takes up what earlier panes have kept.
 */
import { checkNow } from '../check/checking.ts'
import { isOurs } from '../fill/opening.ts'
import type { Store } from '../store.ts'
import { waitingOf } from '../submit/outbox.ts'
import { rememberedNames } from '../submit/remembered.ts'
import { deliver } from '../submit/sending.ts'
import { type Draft, draftOf, isElsewheres, newestFirst, worn } from './draft.ts'
import { saysTheSame } from './offer.ts'

const box = 'drafts'

/** Takes up drafts, reasons, names and an unanswered submission of the period on the desk. */
export async function lookUp(store: Store, now: number): Promise<void> {
  const { book } = store.state().fill
  if (!book) return
  const { agency, unit, period, catalogue } = book.identity
  const [all, remembered, waiting] = await Promise.all([
    store.shelf.all<Draft>(box),
    rememberedNames(store, book.identity),
    waitingOf(store),
  ])
  // the person may have turned to another period meanwhile
  if (store.state().fill.book?.identity.period !== period) return
  const old = worn(all, agency, store.state().periods.list ?? [], now)
  for (const { id } of old) void store.shelf.write(box, id, null)
  const found = newestFirst(all).filter(
    draft =>
      !old.includes(draft) &&
      draft.agency === agency &&
      draft.unit === unit &&
      draft.period === period &&
      draft.catalogue === catalogue,
  )
  const kept = found.toReversed().flatMap(({ reasons }) => reasons)
  const { check, submit } = store.state()
  store.dispatch({ type: 'reasons-known', reasons: new Map([...check.reasons, ...kept]) })
  const blank = !submit.names.preparedBy && !submit.names.approvedBy
  const names = found[0]?.names ?? (blank ? remembered : null)
  if (names) store.dispatch({ type: 'named', names })
  store.dispatch({ type: 'drafts-found', drafts: found, own: crypto.randomUUID() })
  const pending = waiting.find(one => one.period === period)
  if (pending?.refused) await deliver(store, pending)
  else if (pending) store.dispatch({ type: 'pending', pending })
}

/** @returns stop */
export function keepDrafts(store: Store): () => void {
  let before: readonly unknown[] = []
  let drawing = false
  const look = () => {
    const { check, submit, drafts, fill } = store.state()
    const begins = fill.layingOut !== null && !drawing
    drawing = fill.layingOut !== null
    if (begins) store.dispatch({ type: 'draft-set-aside', own: crypto.randomUUID() })
    const now = [check.review, check.reasons, submit.names, drafts.found === null]
    if (!drafts.found || !isOurs(store.state()) || now.every((part, i) => part === before[i]))
      return
    before = now
    void keep(store)
  }
  // what is typed just before the pane goes out of sight has not been read yet
  const leave = () => {
    if (document.visibilityState === 'hidden' && isOurs(store.state())) void checkNow(store)
  }
  const stop = store.subscribe(look)
  document.addEventListener('visibilitychange', leave)
  look()
  return () => {
    stop()
    document.removeEventListener('visibilitychange', leave)
  }
}

async function keep(store: Store): Promise<void> {
  const { review } = store.state().check
  const { own, found, taken } = store.state().drafts
  const { book, identity } = store.state().fill
  if (!review || !book) return
  const draft = draftOf(store.state(), Date.now())
  const certain = await store.shelf.write(box, own, draft)
  store.dispatch({ type: 'draft-written', draft, review, certain })
  // the same figures need not be kept twice, but another workbook's are its own until somebody takes them
  for (const one of found ?? []) {
    const ours = !isElsewheres(one, identity) || one.id === taken
    if (ours && saysTheSame(book, one, review.reading)) await dropDraft(store, one)
  }
}

export async function dropDraft(store: Store, { id }: Draft): Promise<void> {
  store.dispatch({ type: 'draft-dropped', id })
  await store.shelf.write(box, id, null)
}
