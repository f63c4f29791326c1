/** The draft a person is asked about: one this machine holds, never submitted, that says something else than the workbook. */
import type { Difference } from '../../../shared/differences.ts'
import { type Book, mismatch } from '../fill/book.ts'
import { openForms } from '../fill/opening.ts'
import type { State } from '../state.ts'
import type { Store } from '../store.ts'
import { type Draft, differencesBetween, isElsewheres, type Said, saidBy } from './draft.ts'
import { restoredSheets } from './restoring.ts'

export type Offer = {
  readonly draft: Draft
  readonly changes: readonly Difference[]
  /** typed in another workbook, which may still have it */
  readonly elsewheres: boolean
}

const compared = new WeakMap<Draft, { book: Book; said: Said | null; changes: Difference[] }>()

/** From what is said otherwise to the draft; remembered, since it is asked for at every change of the state. */
function changesTo(book: Book, said: Said | null, draft: Draft): readonly Difference[] {
  const known = compared.get(draft)
  if (known?.book === book && known.said === said) return known.changes
  const from = said ?? { content: book.opens, unread: new Map() }
  const changes = differencesBetween(book, from, saidBy(draft))
  compared.set(draft, { book, said, changes })
  return changes
}

export const saysTheSame = (book: Book, draft: Draft, said: Said): boolean =>
  differencesBetween(book, said, saidBy(draft)).length === 0

const offers = new WeakMap<Draft, Offer>()

/** The newest of this workbook, then of others; null while the workbook is not known, holds other forms, or the period is locked. */
export function offerOf({ place, fill, check, drafts }: State): Offer | null {
  const { book, identity } = fill
  if (place !== 'workbook' || !book || identity === undefined || fill.layingOut) return null
  if (!drafts.found || book.period.state === 'locked') return null
  const differs = mismatch(book.identity, identity)
  if (differs !== null && differs !== 'none') return null
  // a workbook of ours speaks for itself as soon as it has been read
  const said = differs === null ? check.review?.reading : null
  if (said === undefined) return null
  const open = drafts.found.filter(
    one => changesTo(book, said, one).length > 0 && !isSubmitted(book, one),
  )
  const draft = open.find(one => !isElsewheres(one, identity)) ?? open[0]
  if (!draft) return null
  const changes = changesTo(book, said, draft)
  const elsewheres = isElsewheres(draft, identity)
  const known = offers.get(draft)
  if (known?.changes === changes && known.elsewheres === elsewheres) return known
  const offer = { draft, changes, elsewheres }
  offers.set(draft, offer)
  return offer
}

const submitted = new WeakMap<Draft, { book: Book; is: boolean }>()

function isSubmitted(book: Book, draft: Draft): boolean {
  const known = submitted.get(draft)
  if (known?.book === book) return known.is
  const is =
    book.current !== null && saysTheSame(book, draft, { content: book.current, unread: new Map() })
  submitted.set(draft, { book, is })
  return is
}

/** Lays the sheets out with the draft; it stands on the revision it was written upon, an empty workbook as the draft's. */
export async function takeBack(store: Store, book: Book, draft: Draft): Promise<void> {
  const { revision, workbook } = draft
  store.dispatch({ type: 'draft-taken', id: draft.id })
  await openForms(store, {
    sheets: restoredSheets(book, draft),
    identity: { ...book.identity, revision, ...(workbook ? { workbook } : {}) },
  })
}
