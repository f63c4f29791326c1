/** Reads the workbook once and judges it. Asked again while it runs, it runs once more afterwards, never in parallel. */
import { hostCode } from '../fill/opening.ts'
import type { Store } from '../store.ts'
import { type Review, reviewOf } from './review.ts'

const running = new WeakMap<Store, Promise<Review | null>>()

/** @returns the newest review, or null when the workbook could not be read */
export function checkNow(store: Store): Promise<Review | null> {
  const before = running.get(store)
  const next = before ? before.then(() => readOnce(store)) : readOnce(store)
  running.set(store, next)
  const forget = () => {
    if (running.get(store) === next) running.delete(store)
  }
  next.then(forget, forget)
  return next
}

async function readOnce(store: Store): Promise<Review | null> {
  const workbook = store.workbook()
  const { book, laid } = store.state().fill
  if (!workbook || !book) return null
  store.dispatch({ type: 'checking' })
  try {
    const review = reviewOf(book, await workbook.read(laid))
    if (store.state().fill.book?.period !== book.period) return null
    store.dispatch({ type: 'checked', review })
    return review
  } catch (error) {
    store.dispatch({ type: 'host-failed', code: hostCode(error) })
    return null
  }
}
