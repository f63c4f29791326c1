/** Opens, locks and reopens periods and moves due dates. Each answers null, or the sentence that says why not. */
import type { PeriodChange, PeriodOpening } from '../../../shared/protocol.ts'
import { refusalOf } from '../board/attempt.ts'
import { refreshBoard } from '../board/progress.ts'
import { loadPeriods } from '../period/periods.ts'
import type { Store } from '../store.ts'

export async function openPeriod(store: Store, opening: PeriodOpening): Promise<string | null> {
  const why = await refusalOf(store, () => store.api.openPeriod(opening))
  if (why !== null) return why
  await loadPeriods(store)
  store.dispatch({ type: 'period-chosen', period: opening.period })
  return null
}

export async function changePeriod(
  store: Store,
  period: string,
  change: PeriodChange,
): Promise<string | null> {
  const why = await refusalOf(store, () => store.api.changePeriod(period, change))
  if (why !== null) return why
  await Promise.all([loadPeriods(store), refreshBoard(store, period)])
  return null
}
