/** Fetches the periods; the newest open one is on the desk. */
import type { PeriodSummary } from '../../../shared/protocol.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import type { State } from '../state.ts'
import type { Store } from '../store.ts'

export async function loadPeriods(store: Store): Promise<void> {
  try {
    store.dispatch({ type: 'periods-known', list: await store.api.periods() })
  } catch (error) {
    if (!leftBecauseExpired(store, error))
      store.dispatch({ type: 'periods-missing', why: sentenceOf(error) })
  }
}

export const chosenPeriod = ({ periods }: State): PeriodSummary | undefined =>
  periods.list?.find(({ period }) => period === periods.chosen)
