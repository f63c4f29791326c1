/** Fetches the state of all units, and the annex as a file on the clerk's disk. */
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import type { Store } from '../store.ts'

export async function loadBoard(store: Store, period: string): Promise<void> {
  store.dispatch({ type: 'board-asked' })
  try {
    const progress = await store.api.progress(period)
    if (store.state().periods.chosen !== period) return
    store.dispatch({ type: 'board-known', progress, asOf: new Date().toISOString() })
  } catch (error) {
    if (leftBecauseExpired(store, error)) return
    store.dispatch({ type: 'board-missing', why: sentenceOf(error) })
  }
}

export async function downloadAnnex(store: Store, period: string): Promise<void> {
  store.dispatch({ type: 'annex', annex: { state: 'fetching' } })
  try {
    const { name, content } = await store.api.annex(period)
    save(name, content)
    store.dispatch({ type: 'annex', annex: { state: 'saved', name } })
  } catch (error) {
    if (leftBecauseExpired(store, error)) return
    store.dispatch({ type: 'annex', annex: { state: 'failed', why: sentenceOf(error) } })
  }
}

/** A link cannot carry the bearer token, so the file is fetched first and handed over as an object URL. */
function save(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
