/** Learns what the office and colleagues did meanwhile when somebody comes back to the pane, without a word if nothing. */
import { onReturn } from '../../host/appearance.ts'
import { loadBook } from '../fill/opening.ts'
import type { Store } from '../store.ts'

/** Milliseconds between two looks; coming back fires several events at once. */
const pause = 30_000

/** @returns stop */
export function followOffice(store: Store): () => void {
  let asked = Date.now()
  return onReturn(() => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < pause) return
    asked = Date.now()
    void lookAgain(store)
  })
}

export async function lookAgain(store: Store): Promise<void> {
  const { book, layingOut } = store.state().fill
  if (!book || layingOut || store.state().submit.pending) return
  // without a network the pane goes on with what it knows; an ended session is told by the next thing a person does
  const now = await store.api.sheet(book.period.period).catch(() => null)
  const shown = store.state().fill
  if (!now || shown.book !== book || shown.layingOut || store.state().submit.pending) return
  const same = (['standing', 'period'] as const).every(
    part => JSON.stringify(now[part]) === JSON.stringify(book.sheet[part]),
  )
  if (!same) await loadBook(store, book.period.period)
}
