/**
 * What the server found on its own, beside what the pane finds: newer rules, figures of other units, reasons it does not
 * take. Such a finding stands while its figures are the ones the server judged; the next submission asks the server again.
 */
import { sameCell } from '../../../shared/content.ts'
import { placeOf } from '../../../shared/place.ts'
import type { Finding } from '../../../shared/rules/engine.ts'
import { cellAt } from '../fill/selected.ts'
import { findingKey } from './findings.ts'
import { isExplained, type Reasons, reasonFor } from './reasons.ts'
import type { Review } from './review.ts'
import type { CheckState } from './state.ts'

/** A finding as the list knows it; the server may have refused its reason. */
export type Told = Finding & { readonly refusedReason?: string }

/** What was sent, as it stood when the server judged it. */
export type Judged = { readonly review: Review | null; readonly reasons: Reasons }

function together(report: readonly Finding[], judged: Judged, now: Review): readonly Told[] {
  const unchanged = (text: string): boolean => {
    const place = placeOf(now.index, text)
    const before = judged.review?.values
    return !before || !place || sameCell(cellAt(before, place), cellAt(now.values, place))
  }
  const standing = report.filter(({ at, related }) => [at.place, ...related].every(unchanged))
  const own = new Set(now.outcome.results.map(findingKey))
  return [
    ...now.outcome.results.map(finding => {
      const theirs = standing.find(one => findingKey(one) === findingKey(finding))
      return theirs ? stricter(finding, theirs, judged.reasons) : finding
    }),
    ...standing.filter(finding => !own.has(findingKey(finding))),
  ]
}

/** The server's word where it asks for more than the pane does: an error, or another reason. */
function stricter(ours: Finding, theirs: Finding, reasons: Reasons): Told {
  if (theirs.severity === 'error' && ours.severity !== 'error') return theirs
  const refused = theirs.severity === 'warning' && theirs.outcome === 'fail'
  if (!refused || !isExplained(reasons, ours)) return ours
  // under the values the pane bound the text to, so that it is found there
  return { ...theirs, boundTo: ours.boundTo, refusedReason: reasonFor(reasons, ours) }
}

const none: readonly Told[] = []
const known = new WeakMap<
  readonly Finding[],
  { readonly review: Review; readonly all: readonly Told[] }
>()

/** Everything there is to mend or explain, wherever it was found. The same list while nothing changed. */
export function findingsNow({
  review,
  fromServer,
  judged,
}: Pick<CheckState, 'review' | 'fromServer' | 'judged'>): readonly Told[] {
  if (!review) return fromServer ?? none
  if (!fromServer) return review.outcome.results
  const before = known.get(fromServer)
  if (before?.review === review) return before.all
  const all = together(fromServer, judged, review)
  known.set(fromServer, { review, all })
  return all
}
