/** The figures of a longer period that come from its months: what the sheets still hold of them, and what differs by now. */
import { isComputed } from '../../../shared/catalogue/catalogue.ts'
import { type Cell, sameCell } from '../../../shared/content.ts'
import type { Derivation } from '../../../shared/roll-up.ts'
import type { CellWrite } from '../../host/port.ts'
import { t } from '../../i18n/words.ts'
import type { Review } from '../check/review.ts'
import { label, printed, rowNameAt } from '../parts/place-words.ts'
import type { Book } from './book.ts'
import { contentOf, type Forward } from './forward.ts'
import { cellAt, entryAt } from './selected.ts'

export type Differing = 'blank' | 'before-correction' | 'own'

export type MonthFigures = {
  /** cells that say what the months come to */
  readonly held: readonly Forward[]
  /** cells that say something else, a corrected figure or one of months corrected since; blank ones among them */
  readonly other: readonly Forward[]
  /** of the others: blank, still the sum of before a month was corrected, and the unit's own */
  readonly differing: Readonly<Record<Differing, number>>
  /** of those held, how many are of some of the months only */
  readonly partial: number
  /** places that cannot be made for want of a month and are blank still */
  readonly blank: number
}

/** Lines of a list that the sheets do not have are left out: they are the unit's to name. */
export function monthFigures(book: Book, review: Review): MonthFigures {
  const held: Forward[] = []
  const other: Forward[] = []
  const differing: Record<Differing, number> = { blank: 0, 'before-correction': 0, own: 0 }
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
    if (unread !== undefined || !sameCell(now, one.cell)) {
      const whose = unread === undefined ? differingAs(book, key, now) : 'own'
      differing[whose] += 1
      other.push(whose === 'blank' ? line : { ...line, why: t.fill.months.whose[whose] })
    } else {
      held.push(line)
      partial += one.lacking.length > 0 ? 1 : 0
    }
  }
  return { held, other, differing, partial, blank }
}

function differingAs(book: Book, key: string, now: Cell): Differing {
  if (now.state === 'not-reported') return 'blank'
  const isOld = book.beforeCorrections.some(({ derived }) => {
    const old = derived.get(key)
    return old !== undefined && sameCell(now, old.cell)
  })
  return isOld ? 'before-correction' : 'own'
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
