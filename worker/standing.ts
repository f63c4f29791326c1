/**
 * Where a unit stands in a period, and which of its revisions counts: the newest, unless the office returned it. Then the
 * last accepted one counts, and if there is none nothing of the unit does. Figures sent back never reach a total.
 */
import type { UnitState } from '../shared/protocol.ts'
import type { ReviewRow } from './store/reviews.ts'
import type { RevisionRow } from './store/submissions.ts'

/** A revision as far as a total is concerned. */
export type Counted = { readonly revision: number; readonly digest: string }

export type Standing = {
  readonly state: UnitState
  /** the newest one */
  readonly revision: number | null
  readonly counted: Counted | null
  /** a newer revision came in after the office had accepted one */
  readonly changedSinceAccepted: boolean
  /** the office's decision about the newest revision */
  readonly review: ReviewRow | null
}

/** @param reviews of this unit in this period, in the order they were made */
export function standingOf(
  newest: Pick<RevisionRow, 'revision' | 'digest'> | undefined,
  reviews: readonly ReviewRow[],
): Standing {
  if (!newest)
    return {
      state: 'not-started',
      revision: null,
      counted: null,
      changedSinceAccepted: false,
      review: null,
    }
  const { revision } = newest
  const review = reviews.findLast(one => one.revision === revision) ?? null
  const accepted = lastAccepted(reviews)
  return {
    state: stateOf(review),
    revision,
    counted: countedOf(newest, reviews),
    changedSinceAccepted: accepted !== undefined && accepted.revision < revision,
    review,
  }
}

type Decided = Pick<ReviewRow, 'revision' | 'decision' | 'digest'>

/** The newest revision, unless the office returned it; then the last accepted one, if there is one. */
export function countedOf(newest: Counted, reviews: readonly Decided[]): Counted | null {
  const decision = reviews.findLast(one => one.revision === newest.revision)?.decision
  const found = decision === 'return' ? lastAccepted(reviews) : newest
  return found ? { revision: found.revision, digest: found.digest } : null
}

/** The latest decision about a revision holds. */
function lastAccepted(reviews: readonly Decided[]): Decided | undefined {
  const holding = new Map(reviews.map(review => [review.revision, review]))
  return [...holding.values()]
    .filter(one => one.decision === 'accept')
    .sort((a, b) => b.revision - a.revision)[0]
}

export const stateOf = (
  review: Pick<ReviewRow, 'decision'> | null | undefined,
): Exclude<UnitState, 'not-started'> =>
  !review ? 'submitted' : review.decision === 'accept' ? 'accepted' : 'returned'

/** Standings by unit, from the newest revisions and all reviews of a period. */
export function standingsOf(
  newest: readonly RevisionRow[],
  reviews: readonly ReviewRow[],
): Map<string, Standing> {
  const byUnit = Map.groupBy(reviews, review => review.unit)
  return new Map(newest.map(row => [row.unit, standingOf(row, byUnit.get(row.unit) ?? [])]))
}
