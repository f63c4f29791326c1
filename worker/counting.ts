/** What counts of a period, by number and digest: the revisions of its units and the office's adjustments that stand. */
import { canonicalJson, sha256 } from './digest.ts'
import { type Counted, countedOf, standingsOf } from './standing.ts'
import type { AdjustmentRow } from './store/adjustments.ts'
import type { EarlierDecision, EarlierRevision } from './store/earlier.ts'
import type { ReviewRow } from './store/reviews.ts'
import type { RevisionRow } from './store/submissions.ts'

export type Counting = {
  readonly revisions: readonly (Counted & { readonly unit: string })[]
  readonly adjustments: readonly { readonly number: number; readonly digest: string }[]
}

export type CountingIn = Counting & { readonly period: string }

export function countingOf(
  newest: readonly RevisionRow[],
  reviews: readonly ReviewRow[],
  adjustments: readonly AdjustmentRow[],
): Counting {
  return {
    revisions: [...standingsOf(newest, reviews)].flatMap(([unit, { counted }]) =>
      counted ? [{ unit, ...counted }] : [],
    ),
    adjustments: standingByDigest(adjustments),
  }
}

/** The same of several periods at once; the rows are of any number of periods. */
export function countingsOf(
  newest: readonly (EarlierRevision & { unit: string })[],
  decisions: readonly (EarlierDecision & { unit: string })[],
  adjustments: readonly (AdjustmentRow & { period: string })[],
): (period: string) => CountingIn {
  const filed = Map.groupBy(newest, row => row.period)
  const decided = Map.groupBy(decisions, ({ period, unit }) => `${period} ${unit}`)
  const adjusted = Map.groupBy(adjustments, row => row.period)
  return period => ({
    period,
    revisions: (filed.get(period) ?? []).flatMap(row => {
      const counted = countedOf(row, decided.get(`${period} ${row.unit}`) ?? [])
      return counted ? [{ unit: row.unit, ...counted }] : []
    }),
    adjustments: standingByDigest((adjusted.get(period) ?? []).map(({ period: _, ...row }) => row)),
  })
}

const standingByDigest = (rows: readonly AdjustmentRow[]): Counting['adjustments'] =>
  standingAdjustments(rows).map(row => ({ number: row.number, digest: sha256(canonicalJson(row)) }))

/** The latest entry for each place, unless it withdraws. */
export const standingAdjustments = (rows: readonly AdjustmentRow[]): AdjustmentRow[] =>
  [...new Map(rows.map(row => [row.place, row])).values()]
    .filter(row => row.value !== null)
    .sort((x, y) => x.number - y.number)
