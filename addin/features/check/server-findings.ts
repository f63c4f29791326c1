/**
 * What the server found on its own, beside what the pane finds: newer rules, figures of other units. Such a finding
 * stands while its figures are the ones the server judged; the next submission asks the server again.
 */
import { sameCell } from '../../../shared/content.ts'
import { placeOf } from '../../../shared/place.ts'
import type { Finding } from '../../../shared/rules/engine.ts'
import { cellAt } from '../fill/selected.ts'
import { findingKey } from './findings.ts'
import type { Review } from './review.ts'
import type { CheckState } from './state.ts'

function onlyServers(
  report: readonly Finding[],
  judged: Review | null,
  now: Review,
): readonly Finding[] {
  const own = new Set(now.outcome.results.map(findingKey))
  const unchanged = (text: string): boolean => {
    const place = placeOf(now.index, text)
    return !judged || !place || sameCell(cellAt(judged.values, place), cellAt(now.values, place))
  }
  return report.filter(
    finding =>
      !own.has(findingKey(finding)) && [finding.at.place, ...finding.related].every(unchanged),
  )
}

const none: readonly Finding[] = []
const together = new WeakMap<
  readonly Finding[],
  { readonly review: Review; readonly all: readonly Finding[] }
>()

/** Everything there is to mend or explain, wherever it was found. The same list while nothing changed. */
export function findingsNow({
  review,
  fromServer,
  judged,
}: Pick<CheckState, 'review' | 'fromServer' | 'judged'>): readonly Finding[] {
  if (!review) return fromServer ?? none
  if (!fromServer) return review.outcome.results
  const known = together.get(fromServer)
  if (known?.review === review) return known.all
  const all = [...review.outcome.results, ...onlyServers(fromServer, judged, review)]
  together.set(fromServer, { review, all })
  return all
}
