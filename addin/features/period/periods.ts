/** Fetches the periods, or takes this machine's copy without a network; the newest open one is on the desk. */
import type { PeriodSummary } from '../../../shared/protocol.ts'
import { keepPeriods, keptPeriods } from '../offline/copies.ts'
import { awayBecause, leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import type { State } from '../state.ts'
import type { Store } from '../store.ts'

export async function loadPeriods(store: Store): Promise<void> {
  try {
    const list = await store.api.periods()
    store.dispatch({ type: 'reached' })
    store.dispatch({ type: 'periods-known', list })
    void keepPeriods(store, list)
  } catch (error) {
    if (leftBecauseExpired(store, error)) return
    const away = awayBecause(error)
    if (away) store.dispatch({ type: 'away', away })
    const known = store.state().periods.list
    const kept = away && !known ? await keptPeriods(store) : null
    // what the server said meanwhile is newer
    if (kept && !store.state().periods.list) store.dispatch({ type: 'periods-known', list: kept })
    else if (!kept) store.dispatch({ type: 'periods-missing', why: sentenceOf(error) })
  }
}

export const chosenPeriod = ({ periods }: State): PeriodSummary | undefined =>
  periods.list?.find(({ period }) => period === periods.chosen)
