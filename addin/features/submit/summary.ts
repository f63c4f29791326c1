/** What the submission would say, from the book and the last reading; remembered per reading, since many ask. */
import { type Difference, differences } from '../../../shared/differences.ts'
import { placeText } from '../../../shared/place.ts'
import { type Counts, countsOf, grouped } from '../check/findings.ts'
import { reasonsToSend } from '../check/reasons.ts'
import type { Review } from '../check/review.ts'
import { findingsNow } from '../check/server-findings.ts'
import type { Book } from '../fill/book.ts'
import type { State } from '../state.ts'
import type { Readiness } from './obstacle.ts'
import { isOutdated } from './outdated.ts'
import { saysNothing } from './submission.ts'

const none: readonly Difference[] = []
const known = new WeakMap<Review, { book: Book; changes: readonly Difference[] }>()

/** Changes of the workbook against the current revision; none before the first. */
export function pendingChanges({ fill, check }: State): readonly Difference[] {
  const { book } = fill
  const { review } = check
  if (!book?.current || !review) return none
  const before = known.get(review)
  if (before?.book === book) return before.changes
  const changes = differences(book.index, book.current, review.reading.content)
  known.set(review, { book, changes })
  return changes
}

export function countsNow({ check }: State): Counts | null {
  if (!check.review) return null
  return countsOf(grouped(findingsNow(check)), check.reasons)
}

export function readinessOf(state: State): Readiness {
  const { fill, submit } = state
  return {
    locked: fill.book?.period.state === 'locked',
    outdated: isOutdated(state),
    counts: countsNow(state),
    empty: state.check.review !== null && saysNothing(state.check.review.reading.content),
    changed: hasNews(state),
    names: submit.names,
    approved: submit.approved,
  }
}

/** Something the newest revision does not say; always before the first. */
export function hasNews(state: State): boolean {
  const { book } = state.fill
  const { review, reasons } = state.check
  const current = book?.sheet.current
  if (!current || !review) return true
  if (pendingChanges(state).length > 0) return true
  const sent = new Map(current.reasons.map(({ rule, at, text }) => [`${rule}|${at}`, text]))
  return reasonsToSend(reasons, findingsNow(state.check)).some(
    ({ rule, at, text }) => sent.get(`${rule}|${at}`) !== text,
  )
}

export const changeKey = ({ place }: Difference): string => placeText(place)
