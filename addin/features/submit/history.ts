/** All revisions of the unit's period with what became of them; without a network the list this machine saw last. */
import type { SubmissionSummary } from '../../../shared/protocol.ts'
import { Refused, Unreachable } from '../../api.ts'
import type { Book } from '../fill/book.ts'
import { leftBecauseExpired } from '../parts/failure.ts'
import type { Store } from '../store.ts'

export type Revisions = {
  readonly list: readonly SubmissionSummary[]
  /** from this machine, not from the server */
  readonly copied: boolean
}
type Copy = { readonly of: string; readonly list: readonly SubmissionSummary[] }

const box = 'receipts'

export async function revisionsOf(store: Store, book: Book): Promise<Revisions> {
  const { agency, unit, period } = book.identity
  const of = `${agency}/${unit}/${period}`
  try {
    const list = await store.api.history(period, unit)
    await store.shelf.write(box, of, { of, list } satisfies Copy)
    return { list, copied: false }
  } catch (error) {
    if (leftBecauseExpired(store, error)) return { list: [], copied: false }
    if (!(error instanceof Unreachable || error instanceof Refused)) throw error
    const copies = await store.shelf.all<Copy>(box)
    return { list: copies.find(one => one.of === of)?.list ?? [], copied: true }
  }
}
