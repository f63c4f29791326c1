/** The figures the inspection rounds come to, as they would be written: what is there now, what would stand there. */
import { cellFromWire, sameCell } from '../../../shared/content.ts'
import { placeOf, placeText } from '../../../shared/place.ts'
import type { Review } from '../check/review.ts'
import type { Book } from '../fill/book.ts'
import { contentOf, type Forward } from '../fill/forward.ts'
import { cellAt } from '../fill/selected.ts'
import { label, printed, rowNameAt } from '../parts/place-words.ts'

/** What was counted, once: most of the words begin with the count themselves, and the line goes on after them. */
function told(counted: string, words: string): string {
  const said = words.replace(/\.$/u, '')
  return said.startsWith(`${counted} `) ? said : [counted, said].filter(Boolean).join(': ')
}

/** Those the unit's cells do not say already; where the server proposes none, none. */
export function proposedFor(book: Book, review: Review): Forward[] {
  const { index, sheet } = book
  return (sheet.proposed ?? []).flatMap(({ at: where, value, words }) => {
    const place = placeOf(index, where)
    const at = place && review.locate(place)
    if (!place || !at) return []
    const cell = cellFromWire(value)
    const now = cellAt(review.values, place)
    const key = placeText(place)
    const unread = review.reading.unread.get(key)
    if (unread === undefined && sameCell(now, cell)) return []
    const counted = printed(index, place, cell)
    return [
      {
        key,
        label: label(index, place),
        name: rowNameAt(book, place),
        before: told(counted, words),
        now: unread ?? printed(index, place, now),
        at,
        content: contentOf(cell, () => undefined),
      },
    ]
  })
}
