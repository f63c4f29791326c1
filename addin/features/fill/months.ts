/** The figures of a longer period that come from its months: what the sheets still hold of them, and what differs by now. */
import { isComputed } from '../../../shared/catalogue/catalogue.ts'
import { sameCell } from '../../../shared/content.ts'
import type { Derivation } from '../../../shared/roll-up.ts'
import type { CellWrite } from '../../host/port.ts'
import type { Review } from '../check/review.ts'
import { label, printed, rowNameAt } from '../parts/place-words.ts'
import type { Book } from './book.ts'
import { contentOf, type Forward } from './forward.ts'
import { cellAt, entryAt } from './selected.ts'

export type MonthFigures = {
  /** cells that say what the months come to */
  readonly held: readonly Forward[]
  /** cells that say something else, a corrected figure or one of months corrected since; blank ones among them */
  readonly other: readonly Forward[]
  /** of those held, how many are of some of the months only */
  readonly partial: number
  /** places that cannot be made for want of a month and are blank still */
  readonly blank: number
}

/** Lines of a list that the sheets do not have are left out: they are the unit's to name. */
export function monthFigures(book: Book, review: Review): MonthFigures {
  const held: Forward[] = []
  const other: Forward[] = []
  let [partial, blank] = [0, 0]
  for (const [key, one] of book.fromMonths?.derived ?? []) {
    const now = cellAt(review.values, one.place)
    if (one.cell.state === 'not-reported') {
      blank += now.state === 'not-reported' ? 1 : 0
      continue
    }
    const at = review.locate(one.place)
    const entry = entryAt(book, one.place)
    // what has come to be computed since is not entered any more
    if (!at || !entry || isComputed(entry)) continue
    const unread = review.reading.unread.get(key)
    const line = lineOf(book, key, one, at, unread ?? printed(book.index, one.place, now))
    if (unread !== undefined || !sameCell(now, one.cell)) other.push(line)
    else {
      held.push(line)
      partial += one.lacking.length > 0 ? 1 : 0
    }
  }
  return { held, other, partial, blank }
}

const lineOf = (
  book: Book,
  key: string,
  { place, cell }: Derivation,
  at: Forward['at'],
  now: string,
): Forward => ({
  ...{ key, at, now },
  label: label(book.index, place),
  name: rowNameAt(book, place),
  before: printed(book.index, place, cell),
  content: contentOf(cell, () => entryAt(book, place)?.choices),
})

/** Takes out what came from the months and nobody has changed since. */
export const clearing = ({ held }: MonthFigures): CellWrite[] =>
  held.map(({ at, content }) => ({ ...at, content: null, over: content }))
