/**
 * What waits to be sent goes by itself: when the pane opens, when the network returns, and again and again while the
 * server stays silent. Always with the id and body it was made with, so that nothing is ever submitted twice.
 */
import type { Store } from '../store.ts'
import { waitingOf } from './outbox.ts'
import { resend } from './sending.ts'

const delays = [5_000, 15_000, 60_000] as const
/** Milliseconds to wait after the n-th try in a row without an answer, from 0. */
export const retryDelay = (nth: number): number => delays[nth] ?? 120_000

/** Sends what waits: at once, whenever the network returns, and again and again while it stays silent. @returns stop */
export function attendOutbox(store: Store): () => void {
  let nth = 0
  let over = false
  let busy = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const round = async () => {
    if (busy) return
    busy = true
    clearTimeout(timer)
    timer = undefined
    for (const pending of await waitingOf(store)) if (!over) await resend(store, pending)
    busy = false
    await plan()
  }
  const plan = async () => {
    const waiting = (await waitingOf(store)).some(({ refused }) => !refused)
    if (over || busy || timer) return
    if (!waiting) nth = 0
    else {
      timer = setTimeout(round, retryDelay(nth))
      nth += 1
    }
  }
  const now = () => {
    nth = 0
    void round()
  }
  // a submission of this moment that found no answer
  const stop = store.subscribe(() => {
    if (!timer && !busy && store.state().submit.sending.state === 'waiting') void plan()
  })
  addEventListener('online', now)
  void round()
  return () => {
    over = true
    clearTimeout(timer)
    stop()
    removeEventListener('online', now)
  }
}
