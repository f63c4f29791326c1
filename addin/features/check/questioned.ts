/** The figures the office asked about when it sent the revision back, and what has become of each since. */
import { type Cell, sameCell } from '../../../shared/content.ts'
import { type Place, placeOf } from '../../../shared/place.ts'
import type { Review as Reviewed } from '../../../shared/protocol.ts'
import type { Book } from '../fill/book.ts'
import { cellAt } from '../fill/selected.ts'
import type { Review } from './review.ts'

export type Questioned = {
  readonly place: Place
  readonly text: string
  /** as the returned revision says it, and as the workbook says it now */
  readonly before: Cell
  readonly now: Cell
  readonly changed: boolean
}

/** The office's decision while it asks for a correction; null when nothing was sent back. */
function sentBack({ sheet }: Book): Reviewed | null {
  const { state, review } = sheet.standing
  return state === 'returned' && review?.decision === 'return' ? review : null
}

/** In the order the office named them; a place this catalogue does not know is left to the note. */
export function questionedFigures(book: Book, review: Review | null): readonly Questioned[] {
  return (sentBack(book)?.questioned ?? []).flatMap(text => {
    const place = placeOf(book.index, text)
    if (!place) return []
    const before = cellAt(book.view.values, place)
    const now = review ? cellAt(review.values, place) : before
    return { place, text, before, now, changed: !sameCell(before, now) }
  })
}
