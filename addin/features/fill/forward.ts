/** Last period's stock figures as they would be taken over: what is there now, what would be written. */
import { broughtForward } from '../../../shared/bring-forward.ts'
import { type Cell, sameCell } from '../../../shared/content.ts'
import { placeText } from '../../../shared/place.ts'
import type { CellContent, CellWrite } from '../../host/port.ts'
import type { Review } from '../check/review.ts'
import { label, printed, rowNameAt } from '../parts/place-words.ts'
import { contentFor } from './answering.ts'
import type { Book } from './book.ts'
import { cellAt, entryAt } from './selected.ts'

export type Forward = {
  readonly key: string
  readonly label: string
  readonly name: string
  readonly before: string
  /** what the cell holds now; "" when it is blank */
  readonly now: string
  readonly at: { readonly sheet: string; readonly cell: string }
  readonly content: CellContent
  /** why the cell says something else, where that is known */
  readonly why?: string
}

/** What last period knows and this period's cells do not already say. */
export function forwards(book: Book, review: Review): Forward[] {
  const { index, view } = book
  const { before } = view.values
  if (!before) return []
  return broughtForward(index, view, before).flatMap(({ place, cell }) => {
    const now = cellAt(review.values, place)
    const at = review.locate(place)
    const key = placeText(place)
    const unread = review.reading.unread.get(key)
    if (!at || (unread === undefined && sameCell(now, cell))) return []
    return [
      {
        key,
        label: label(index, place),
        name: rowNameAt(book, place),
        before: printed(index, place, cell),
        now: unread ?? printed(index, place, now),
        at,
        content: contentOf(cell, () => entryAt(book, place)?.choices),
      },
    ]
  })
}

/** A coded choice is entered by its label, as its drop-down does. */
export function contentOf(
  cell: Cell,
  choices: () => readonly { code: number | string; label: string }[] | undefined,
): CellContent {
  if (cell.state !== 'text') return contentFor(cell)
  return { text: choices()?.find(({ code }) => code === cell.text)?.label ?? cell.text }
}

/** @param ticked keys; a blank is filled only while it is blank, whatever else was ticked is written over */
export const forwardWrites = (list: readonly Forward[], ticked: ReadonlySet<string>): CellWrite[] =>
  list
    .filter(({ key }) => ticked.has(key))
    .map(({ at, content, now }) => ({ ...at, content, ...(now === '' ? { over: null } : {}) }))
