/** A submission read back from the database: what was filed passed `submissionSchema` before it was stored. */
import { type Index, planCountOf } from '../shared/catalogue/catalogue.ts'
import type { WireContent } from '../shared/content.ts'
import type { Window } from '../shared/period.ts'
import type {
  CurrentSubmission,
  Receipt,
  Review,
  Submission,
  SubmissionSummary,
  ValidationReport,
} from '../shared/protocol.ts'
import type { Finding, Reason } from '../shared/rules/engine.ts'
import type { Explanation } from './annex/filings.ts'
import { stateOf } from './standing.ts'
import type { ReviewRow } from './store/reviews.ts'
import type { CountedRow, FiledRow, ReportRow, RevisionRow } from './store/submissions.ts'

export const submissionFrom = ({ body }: Pick<FiledRow, 'body'>): Submission =>
  JSON.parse(body) as Submission

export function contentOf(row: Pick<FiledRow, 'body'>): WireContent {
  const { figures, tables, narrative } = submissionFrom(row)
  return { figures, tables, narrative }
}

/** The days the unit closed its figures on. */
export const windowOf = (row: Pick<FiledRow, 'body'>): Window => submissionFrom(row).window

export const currentSubmission = (row: FiledRow): CurrentSubmission => ({
  ...contentOf(row),
  reasons: submissionFrom(row).reasons,
  id: row.id,
  revision: row.revision,
  receivedAt: row.receivedAt,
  digest: row.digest,
  preparedBy: row.preparedBy,
  approvedBy: row.approvedBy,
})

/** Member by member: rows carry columns that are not for the wire. */
const filingOf = (row: RevisionRow): Omit<Receipt, 'state' | 'report'> => ({
  id: row.id,
  unit: row.unit,
  period: row.period,
  revision: row.revision,
  receivedAt: row.receivedAt,
  digest: row.digest,
  preparedBy: row.preparedBy,
  approvedBy: row.approvedBy,
})

export const receiptOf = (
  { state, ...row }: RevisionRow & Pick<Receipt, 'state'>,
  report: ValidationReport,
): Receipt => ({ ...filingOf(row), state, report })

/** The receipt as it was given the first time, with the report of that moment. */
export const receiptAgain = (row: ReportRow): Receipt =>
  receiptOf({ ...row, state: 'submitted' }, JSON.parse(row.report) as ValidationReport)

/** What became of each revision of a unit: the office's last word, or that a newer one took its place. */
export function summariesOf(
  revisions: readonly RevisionRow[],
  reviews: readonly ReviewRow[],
): SubmissionSummary[] {
  const newest = Math.max(...revisions.map(row => row.revision))
  const decided = new Map(reviews.map(review => [review.revision, review]))
  return revisions.map(row => {
    const review = decided.get(row.revision)
    const state = review || row.revision === newest ? stateOf(review) : 'superseded'
    return { ...filingOf(row), state, review: review ? reviewFrom(review) : null }
  })
}

export const reviewFrom = ({
  revision,
  decision,
  note,
  questioned,
  reviewedBy,
  reviewedAt,
}: ReviewRow): Review => ({
  revision,
  decision,
  note,
  // `review.ts` wrote it
  questioned: JSON.parse(questioned) as string[],
  by: reviewedBy,
  at: reviewedAt,
})

/** The reason the unit gave at a place, if it gave one. */
export const reasonAt = (row: FiledRow, place: string): string | null =>
  submissionFrom(row).reasons.find(reason => reason.at === place)?.text ?? null

/** The same reasons with what the check had said, for papers that show both. */
export const explanationsIn = ({ unit, revision, findings }: CountedRow): Explanation[] =>
  (JSON.parse(findings) as Finding[]).flatMap(
    ({ rule, at, boundTo, message, fix, justification }) =>
      justification === undefined
        ? []
        : [
            {
              unit,
              revision,
              rule,
              place: at.place,
              text: justification,
              boundTo,
              message: message.replace(` ${fix}`, ''),
            },
          ],
  )

/**
 * What a unit explained of figures that only the merge has, because they follow from the plan: its own check could not
 * bind them to values.
 */
export const reasonsOnPlan = (index: Index, row: Pick<FiledRow, 'body'>): Reason[] =>
  submissionFrom(row)
    .reasons.filter(({ at }) => {
      const found = index.indicators.get(at)
      return found !== undefined && planCountOf(found.row) !== undefined
    })
    .map(({ rule, at, text }) => ({ rule, at, text }))

/** What the unit explained, each bound to the values it explained. */
export const reasonsIn = ({ findings }: { findings: string }): Reason[] =>
  (JSON.parse(findings) as Finding[]).flatMap(({ rule, at, boundTo, justification }) =>
    justification === undefined ? [] : [{ rule, at: at.place, boundTo, text: justification }],
  )
