/** Notices that the server is away and asks again until it is back; then everything on the desk is fetched anew. */
import { loadBook } from '../fill/opening.ts'
import { loadPeriods } from '../period/periods.ts'
import type { Store } from '../store.ts'

/** Milliseconds between two tries; browsers tell of a returning network only now and then. */
const pause = 20_000

/** @returns stop */
export function attendNetwork(store: Store): () => void {
  let busy = false
  const again = async () => {
    const { away, copiedAt } = store.state().offline
    if (busy || (away === null && copiedAt === null)) return
    busy = true
    await refresh(store)
    busy = false
  }
  const gone = () => store.dispatch({ type: 'away', away: 'network' })
  const back = () => void again()
  const timer = setInterval(back, pause)
  addEventListener('online', back)
  addEventListener('offline', gone)
  return () => {
    clearInterval(timer)
    removeEventListener('online', back)
    removeEventListener('offline', gone)
  }
}

export async function refresh(store: Store): Promise<void> {
  await loadPeriods(store)
  const { chosen } = store.state().periods
  // a submission on its way brings the newest book itself, and one fetched before its receipt would be older
  if (store.state().offline.away || store.state().submit.pending || chosen === null) return
  if (!store.state().fill.layingOut) await loadBook(store, chosen)
}
