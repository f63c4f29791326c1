/**
 * The workbook's figures come from one revision while the unit already has another: somebody else submitted meanwhile.
 * A person decides whose figures go on; nothing is submitted before.
 */
import { reasonsOf } from '../check/reasons.ts'
import { findingsOfCurrent } from '../check/review.ts'
import { isOurs, loadBook, openForms, rebase } from '../fill/opening.ts'
import type { State } from '../state.ts'
import type { Store } from '../store.ts'

/** The newest revision is the last receipt's; while a submission is unanswered it may be our own. */
export function isOutdated(state: State): boolean {
  const { identity } = state.fill
  const { pending, receipt } = state.submit
  if (pending || !identity || !isOurs(state)) return false
  return identity.revision !== (receipt?.revision ?? null)
}

/** Lays the sheets out again from the newest revision, with the reasons that were given for it. */
export async function takeNewest(store: Store): Promise<void> {
  const newest = store.state().submit.receipt?.revision
  const shown = () => store.state().fill.book
  const before = shown()
  if (before && before.sheet.current?.revision !== newest)
    await loadBook(store, before.period.period)
  const book = shown()
  const current = book?.sheet.current
  // what the button promised cannot be had just now; the notice stays
  if (!book || !current || current.revision !== store.state().submit.receipt?.revision) return
  const sent = reasonsOf(current.reasons, findingsOfCurrent(book))
  store.dispatch({
    type: 'reasons-known',
    reasons: new Map([...store.state().check.reasons, ...sent]),
  })
  // where its progress is seen, and where work goes on
  store.dispatch({ type: 'tab-opened', tab: 'fill' })
  await openForms(store)
}

/** The figures stay as they are and count as a correction of the newest revision. */
export const keepOwn = (store: Store): Promise<void> =>
  rebase(store, store.state().submit.receipt?.revision ?? null)
