/** Reads the office's entries, adds one, withdraws one. An entry is named once, so sending it again is the same entry. */
import type { WireCell } from '../../../shared/content.ts'
import { agencyRowsFor } from '../board/agency-rows.ts'
import { refusalOf } from '../board/attempt.ts'
import { catalogueFor } from '../board/catalogue.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import { chosenPeriod } from '../period/periods.ts'
import type { Store } from '../store.ts'
import { targetsOf } from './targets.ts'

export async function loadAdjustments(store: Store): Promise<void> {
  const period = chosenPeriod(store.state())
  if (!period) return
  try {
    const [list, consolidation, index, rows] = await Promise.all([
      store.api.adjustments(period.period),
      store.api.consolidation(period.period),
      catalogueFor(store.api, period),
      agencyRowsFor(store.api, period.period),
    ])
    if (store.state().periods.chosen !== period.period) return
    const targets = targetsOf(index, consolidation, rows)
    store.dispatch({ type: 'adjustments-known', list, targets })
  } catch (error) {
    if (!leftBecauseExpired(store, error))
      store.dispatch({ type: 'adjustments-missing', why: sentenceOf(error) })
  }
}

export type Entry = { id: string; place: string; value: WireCell | null; reason: string }

/** @returns null when it is recorded, otherwise why not */
export async function adjust(store: Store, { id, ...entry }: Entry): Promise<string | null> {
  const period = store.state().periods.chosen
  if (period === null) return ''
  const why = await refusalOf(store, () => store.api.adjust(period, id, entry))
  if (why === null) await loadAdjustments(store)
  return why
}
