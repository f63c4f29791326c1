/**
 * What counts of one period in several agencies, in one round trip. This is the one place where a query carries more than
 * one agency: those of the session, one by one, as a JSON list. Each is looked up by its key, so a query reads as many rows
 * as there are agencies, units and decisions in the period, however many others or how long a history is stored.
 */
import type { Database } from '../env.ts'
import type { AdjustmentRow } from './adjustments.ts'
import type { Query } from './ask.ts'
import type { PeriodRow } from './periods.ts'
import type { ReviewRow } from './reviews.ts'
import type { FiledRow, RevisionRow } from './submissions.ts'

type Of<Row> = Row & { agency: string }

export type AgencySummaryRow = {
  agency: string
  document: string
  periods: number
  /** the youngest period; null: none was opened */
  newest: string | null
}

/**
 * The document with how many periods were opened, counted in the index up to 60 (three years of seventeen and some), so that
 * a long history costs no more; and the youngest of them: in the latest year the shortest that closes last.
 */
export const agencySummaries = (
  db: Database,
  agencies: readonly string[],
): Query<AgencySummaryRow> =>
  db
    .prepare(
      `SELECT g.agency, g.document,
              (SELECT count(*) FROM (SELECT 1 FROM period p WHERE p.agency = g.agency
                                     LIMIT 60)) AS periods,
              (SELECT p.period FROM period p
               WHERE p.agency = g.agency
                 AND p.period >= (SELECT substr(max(l.period), 1, 4) FROM period l
                                  WHERE l.agency = g.agency)
               ORDER BY p.window_to DESC, p.window_from DESC LIMIT 1) AS newest
       FROM json_each(?1) asked
       CROSS JOIN agency g ON g.agency = asked.value
       ORDER BY asked.key`,
    )
    .bind(JSON.stringify(agencies))

export type AskedAgencyRow = {
  agency: string
  /** as the lock kept it, or as it is now, each with its plan of the year */
  document: string
  plan: string | null
}

/** Agencies with their plan in force in the year of a period; where a lock kept others, those. */
export const agenciesIn = (
  db: Database,
  agencies: readonly string[],
  period: string,
): Query<AskedAgencyRow> =>
  db
    .prepare(
      `SELECT g.agency, coalesce(e.document, g.document) AS document,
              CASE WHEN e.document IS NULL
                THEN (SELECT l.document FROM plan l
                      WHERE l.agency = g.agency
                        AND CAST(substr(?2, 1, 4) AS INTEGER) BETWEEN l.year AND l.until
                        AND l.number = (SELECT max(n.number) FROM plan n
                                        WHERE n.agency = l.agency AND n.year = l.year)
                      ORDER BY l.year DESC LIMIT 1)
                ELSE (SELECT k.document FROM plan k
                      WHERE k.agency = g.agency AND k.year = t.inputs ->> '$.plan.year'
                        AND k.number = t.inputs ->> '$.plan.number')
              END AS plan
       FROM json_each(?1) asked
       CROSS JOIN agency g ON g.agency = asked.value
       LEFT JOIN period p ON p.agency = g.agency AND p.period = ?2
       LEFT JOIN snapshot t ON t.agency = g.agency AND t.digest = p.final
       LEFT JOIN agency_edition e ON e.agency = g.agency AND e.digest = t.inputs ->> '$.agency'
       ORDER BY asked.key`,
    )
    .bind(JSON.stringify(agencies), period)

export const periodsIn = (
  db: Database,
  agencies: readonly string[],
  periods: readonly string[],
): Query<Of<PeriodRow>> =>
  db
    .prepare(
      `SELECT p.agency, p.period, p.window_from AS "from", p.window_to AS "to", p.due_date AS dueDate,
              p.state, p.catalogue, p.opened_at AS openedAt, p.final, p.note
       FROM json_each(?1) asked
       CROSS JOIN json_each(?2) wanted
       CROSS JOIN period p ON p.agency = asked.value AND p.period = wanted.value`,
    )
    .bind(JSON.stringify(agencies), JSON.stringify(periods))

/** The newest revision of every unit, with the instant its first one came in. */
export const newestIn = (
  db: Database,
  agencies: readonly string[],
  period: string,
): Query<Of<RevisionRow> & { firstReceivedAt: string }> =>
  db
    .prepare(
      `SELECT s.agency, s.id, s.period, s.unit, s.revision, s.digest, s.received_at AS receivedAt,
              s.prepared_by AS preparedBy, s.approved_by AS approvedBy,
              (SELECT f.received_at FROM submission f WHERE f.agency = u.agency AND f.period = ?2
                 AND f.unit = u.unit AND f.revision = 1) AS firstReceivedAt
       FROM json_each(?1) asked
       CROSS JOIN unit u ON u.agency = asked.value
       CROSS JOIN submission s ON s.agency = u.agency AND s.period = ?2 AND s.unit = u.unit
         AND s.revision = (SELECT max(n.revision) FROM submission n
                           WHERE n.agency = u.agency AND n.period = ?2 AND n.unit = u.unit)`,
    )
    .bind(JSON.stringify(agencies), period)

/** In the order they were made. */
export const reviewsIn = (
  db: Database,
  agencies: readonly string[],
  period: string,
): Query<Of<ReviewRow>> =>
  db
    .prepare(
      `SELECT r.agency, r.unit, r.number, r.revision, r.decision, r.note, r.questioned,
              r.reviewed_by AS reviewedBy, r.reviewed_at AS reviewedAt, s.digest
       FROM json_each(?1) asked
       CROSS JOIN review r ON r.agency = asked.value AND r.period = ?2
       CROSS JOIN submission s ON s.agency = r.agency AND s.period = r.period AND s.unit = r.unit
         AND s.revision = r.revision
       ORDER BY r.agency, r.unit, r.number`,
    )
    .bind(JSON.stringify(agencies), period)

export const adjustmentsIn = (
  db: Database,
  agencies: readonly string[],
  period: string,
): Query<Of<AdjustmentRow>> =>
  db
    .prepare(
      `SELECT a.agency, a.number, a.id, a.place, a.value, a.basis, a.reason,
              a.adjusted_by AS adjustedBy, a.adjusted_at AS adjustedAt
       FROM json_each(?1) asked
       CROSS JOIN adjustment a ON a.agency = asked.value AND a.period = ?2
       ORDER BY a.agency, a.number`,
    )
    .bind(JSON.stringify(agencies), period)

/** These revisions and no others, whatever came in since. */
export const bodiesIn = (
  db: Database,
  period: string,
  revisions: readonly {
    readonly agency: string
    readonly unit: string
    readonly revision: number
  }[],
): Query<Of<Pick<FiledRow, 'unit' | 'revision' | 'body'>>> =>
  db
    .prepare(
      `SELECT s.agency, s.unit, s.revision, s.body
       FROM json_each(?1) wanted
       CROSS JOIN submission s ON s.agency = wanted.value ->> 0 AND s.period = ?2
         AND s.unit = wanted.value ->> 1 AND s.revision = wanted.value ->> 2`,
    )
    .bind(
      JSON.stringify(revisions.map(({ agency, unit, revision }) => [agency, unit, revision])),
      period,
    )
