/** Fetches where the units stand: when somebody asks, when the pane is looked at again, and every minute while it is. */
import { onReturn } from '../../host/appearance.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import { onThisMachine } from '../parts/on-machine.ts'
import type { Store } from '../store.ts'
import { type Filter, isFilter } from './standing.ts'

const everyMinute = 60_000

/** What is shown stays when the answer does not come. */
export async function loadBoard(store: Store, period: string): Promise<void> {
  store.dispatch({ type: 'board-asked' })
  await refreshBoard(store, period)
}

/** The same without saying that it is under way. */
export async function refreshBoard(store: Store, period: string): Promise<void> {
  try {
    const progress = await store.api.progress(period)
    if (store.state().periods.chosen !== period) return
    store.dispatch({ type: 'board-known', progress, asOf: new Date().toISOString() })
  } catch (error) {
    if (leftBecauseExpired(store, error)) return
    store.dispatch({ type: 'board-missing', why: sentenceOf(error) })
  }
}

/** Keeps the board fresh while somebody can see it. @returns what ends it */
export function followBoard(store: Store, period: string): () => void {
  // coming back fires several events at once
  let asked = Date.now()
  const look = () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < 2_000) return
    asked = Date.now()
    void refreshBoard(store, period)
  }
  const timer = setInterval(look, everyMinute)
  const stop = onReturn(look)
  return () => {
    clearInterval(timer)
    stop()
  }
}

const remembered = 'board.filter'

export function chooseFilter(store: Store, filter: Filter): void {
  onThisMachine().write(remembered, filter)
  store.dispatch({ type: 'board-filtered', filter })
}

export function rememberedFilter(store: Store): void {
  const filter = onThisMachine().read<unknown>(remembered)
  if (isFilter(filter)) store.dispatch({ type: 'board-filtered', filter })
}
