/** Fetches the periods, or takes this machine's copy without a network; the newest open one is on the desk. */
import type { PeriodSummary } from '../../../shared/protocol.ts'
import { keepPeriods, keptPeriods } from '../offline/copies.ts'
import { awayBecause, leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import type { State } from '../state.ts'
import type { Store } from '../store.ts'
import { yearBefore } from './state.ts'

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

/** Three more years of them; offline nothing comes and the choice stays. */
export async function loadOlder(store: Store): Promise<void> {
  const to = yearBefore(store.state().periods.list)
  if (to === null) return
  try {
    const list = await store.api.periods(to)
    // asked twice, the first answer has them already
    if (yearBefore(store.state().periods.list) === to)
      store.dispatch({ type: 'older-periods-known', list })
  } catch (error) {
    if (leftBecauseExpired(store, error)) return
    store.dispatch({ type: 'periods-missing', why: sentenceOf(error) })
  }
}

/** All of them, for whoever looks over the years. */
export async function loadEveryYear(store: Store): Promise<void> {
  for (let before = -1; store.state().periods.older; ) {
    const count = store.state().periods.list?.length ?? 0
    if (count === before) return
    before = count
    await loadOlder(store)
  }
}

export const chosenPeriod = ({ periods }: State): PeriodSummary | undefined =>
  periods.list?.find(({ period }) => period === periods.chosen)
