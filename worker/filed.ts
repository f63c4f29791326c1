/** A submission read back from the database: what was filed passed `submissionSchema` before it was stored. */
import type { WireContent } from '../shared/content.ts'
import type {
  CurrentSubmission,
  Receipt,
  Submission,
  SubmissionSummary,
  ValidationReport,
} from '../shared/protocol.ts'
import type { Finding, Reason } from '../shared/rules/engine.ts'
import type { FiledRow, ReportRow, RevisionRow } from './store/submissions.ts'

const submissionFrom = ({ body }: FiledRow): Submission => JSON.parse(body) as Submission

export function contentOf(row: FiledRow): WireContent {
  const { figures, tables, narrative } = submissionFrom(row)
  return { figures, tables, narrative }
}

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
export const summaryOf = (row: RevisionRow): SubmissionSummary => ({
  id: row.id,
  unit: row.unit,
  period: row.period,
  revision: row.revision,
  receivedAt: row.receivedAt,
  digest: row.digest,
  state: 'submitted',
  preparedBy: row.preparedBy,
  approvedBy: row.approvedBy,
})

export const receiptOf = (
  { state, ...row }: RevisionRow & Pick<Receipt, 'state'>,
  report: ValidationReport,
): Receipt => ({ ...summaryOf(row), state, report })

/** The receipt as it was given the first time, with the report of that moment. */
export const receiptAgain = (row: ReportRow): Receipt =>
  receiptOf(summaryOf(row), JSON.parse(row.report) as ValidationReport)

/** What the unit explained, each bound to the values it explained. */
export const reasonsIn = ({ findings }: { findings: string }): Reason[] =>
  (JSON.parse(findings) as Finding[]).flatMap(({ rule, at, boundTo, justification }) =>
    justification === undefined ? [] : [{ rule, at: at.place, boundTo, text: justification }],
  )
