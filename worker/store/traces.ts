/** What the chain of the audit must tell of, as it stands in the other tables. Only the verification asks for all of it. */
import type { Database } from '../env.ts'
import type { AdjustmentRow } from './adjustments.ts'
import type { Query } from './ask.ts'
import type { EditRow } from './narrative.ts'
import type { PeriodRow } from './periods.ts'
import type { PlanRow } from './plans.ts'
import type { ReviewRow } from './reviews.ts'
import type { ExclusionRow, RuleChangeRow } from './rules.ts'
import type { FiledRow, ReportRow } from './submissions.ts'

/** In the order of their ids, younger than `after` in that order: every page costs what it shows. */
export const filedAfter = (
  db: Database,
  agency: string,
  after: string,
  limit: number,
): Query<FiledRow & ReportRow> =>
  db
    .prepare(
      `SELECT id, period, unit, revision, digest, received_at AS receivedAt, prepared_by AS preparedBy,
              approved_by AS approvedBy, body, report
       FROM submission WHERE agency = ?1 AND id > ?2 ORDER BY id LIMIT ?3`,
    )
    .bind(agency, after, limit)

export type KeptReview = Omit<ReviewRow, 'digest'> & { period: string }

export const keptReviews = (db: Database, agency: string): Query<KeptReview> =>
  db
    .prepare(
      `SELECT period, unit, number, revision, decision, note, questioned,
              reviewed_by AS reviewedBy, reviewed_at AS reviewedAt
       FROM review WHERE agency = ?1`,
    )
    .bind(agency)

export type KeptAdjustment = AdjustmentRow & { period: string }

export const keptAdjustments = (db: Database, agency: string): Query<KeptAdjustment> =>
  db
    .prepare(
      `SELECT period, number, id, place, value, basis, reason, adjusted_by AS adjustedBy,
              adjusted_at AS adjustedAt
       FROM adjustment WHERE agency = ?1`,
    )
    .bind(agency)

export type KeptEdit = EditRow & { period: string }

export const keptEdits = (db: Database, agency: string): Query<KeptEdit> =>
  db
    .prepare(
      `SELECT period, section, number, text, told, edited_by AS editedBy, edited_at AS editedAt
       FROM narrative_edit WHERE agency = ?1`,
    )
    .bind(agency)

export const keptRuleChanges = (db: Database, agency: string): Query<RuleChangeRow> =>
  db
    .prepare(
      `SELECT rule, number, status, valid_from AS "from", valid_until AS "until", reason,
              changed_by AS changedBy, changed_at AS changedAt
       FROM rule_change WHERE agency = ?1`,
    )
    .bind(agency)

export const keptExclusions = (db: Database, agency: string): Query<ExclusionRow> =>
  db
    .prepare(
      `SELECT id, number, document, written_by AS writtenBy, written_at AS writtenAt
       FROM exclusion WHERE agency = ?1`,
    )
    .bind(agency)

export const keptPlans = (db: Database, agency: string): Query<PlanRow> =>
  db
    .prepare(
      `SELECT year, number, until, document, digest, written_by AS writtenBy,
              written_at AS writtenAt
       FROM plan WHERE agency = ?1`,
    )
    .bind(agency)

export type KeptPeriod = PeriodRow & { note: string }

export const keptPeriods = (db: Database, agency: string): Query<KeptPeriod> =>
  db
    .prepare(
      `SELECT period, window_from AS "from", window_to AS "to", due_date AS dueDate, state, note,
              catalogue, opened_at AS openedAt, final
       FROM period WHERE agency = ?1`,
    )
    .bind(agency)

/** Hashes of the codes of other agencies that may read this one. */
export const coveringAgency = (db: Database, agency: string): Query<{ access: string }> =>
  db.prepare('SELECT access FROM coverage WHERE agency = ?1').bind(agency)
