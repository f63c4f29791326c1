/** Reads a unit's report, and sends back what the clerk decided about it. */
import { catalogueFor } from '../board/catalogue.ts'
import { refreshBoard } from '../board/progress.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import type { Store } from '../store.ts'
import { noteFor } from './notes.ts'
import type { Decision } from './state.ts'
import { unitFileOf } from './unit-file.ts'

/** Opens a report, or reads the open one again; what was written about it stays. */
export async function openReview(store: Store, unit: string): Promise<void> {
  const period = store.state().periods.chosen
  if (period === null) return
  store.dispatch({ type: 'review-opened', unit, begun: noteFor(store, unit) })
  try {
    const sheet = await store.api.reviewSheet(period, unit)
    const [index, differences] = await Promise.all([
      catalogueFor(store.api, sheet.period),
      sheet.current.revision > 1 ? store.api.differences(period, unit) : null,
    ])
    // the clerk may have gone on meanwhile
    if (store.state().review.unit !== unit || store.state().periods.chosen !== period) return
    store.dispatch({ type: 'review-known', file: unitFileOf(sheet, index), differences })
  } catch (error) {
    if (!leftBecauseExpired(store, error))
      store.dispatch({ type: 'review-missing', why: sentenceOf(error) })
  }
}

/** About the very revision that was read: one that came in meanwhile is not decided by it. */
export async function decide(store: Store, decision: Decision): Promise<void> {
  const { unit, file, note, questioned } = store.state().review
  const period = store.state().periods.chosen
  if (!unit || !file || period === null) return
  store.dispatch({ type: 'review-deciding' })
  const { revision } = file.sheet.current
  try {
    const standing = await store.api.review(
      period,
      unit,
      decision === 'accept'
        ? { revision, decision }
        : { revision, decision, note: note.trim(), questioned: [...questioned] },
    )
    const decided = { ...file, sheet: { ...file.sheet, standing } }
    if (store.state().review.unit === unit)
      store.dispatch({ type: 'review-decided', decision, file: decided })
  } catch (error) {
    if (!leftBecauseExpired(store, error))
      store.dispatch({ type: 'review-refused', why: sentenceOf(error) })
    return
  }
  await refreshBoard(store, period)
}
