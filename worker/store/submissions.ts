/**
 * Submissions: appended, never changed. No query reads more rows when history grows: the newest revision of a unit is
 * the end of the UNIQUE index, and a period's newest revisions are found unit by unit.
 */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

/** One revision without its content. */
export type RevisionRow = {
  id: string
  period: string
  unit: string
  revision: number
  digest: string
  receivedAt: string
  preparedBy: string
  approvedBy: string
}
export type FiledRow = RevisionRow & { body: string }
export type ReportRow = RevisionRow & { report: string }

const revision = `s.id, s.period, s.unit, s.revision, s.digest, s.received_at AS receivedAt,
  s.prepared_by AS preparedBy, s.approved_by AS approvedBy`

export const submissionById = (db: Database, agency: string, id: string): Query<ReportRow> =>
  db
    .prepare(`SELECT ${revision}, s.report FROM submission s WHERE s.id = ?2 AND s.agency = ?1`)
    .bind(agency, id)

export const filedById = (db: Database, agency: string, id: string): Query<FiledRow> =>
  db
    .prepare(`SELECT ${revision}, s.body FROM submission s WHERE s.id = ?2 AND s.agency = ?1`)
    .bind(agency, id)

export const newestRevision = (
  db: Database,
  agency: string,
  period: string,
  unit: string,
): Query<RevisionRow> =>
  db
    .prepare(
      `SELECT ${revision} FROM submission s
       WHERE s.agency = ?1 AND s.period = ?2 AND s.unit = ?3 ORDER BY s.revision DESC LIMIT 1`,
    )
    .bind(agency, period, unit)

export const newestFiled = (
  db: Database,
  agency: string,
  period: string,
  unit: string,
): Query<FiledRow> =>
  db
    .prepare(
      `SELECT ${revision}, s.body FROM submission s
       WHERE s.agency = ?1 AND s.period = ?2 AND s.unit = ?3 ORDER BY s.revision DESC LIMIT 1`,
    )
    .bind(agency, period, unit)

/** With what the check said when it came in. */
export const newestReported = (
  db: Database,
  agency: string,
  period: string,
  unit: string,
): Query<FiledRow & ReportRow> =>
  db
    .prepare(
      `SELECT ${revision}, s.body, s.report FROM submission s
       WHERE s.agency = ?1 AND s.period = ?2 AND s.unit = ?3 ORDER BY s.revision DESC LIMIT 1`,
    )
    .bind(agency, period, unit)

export const revisionsOf = (
  db: Database,
  agency: string,
  period: string,
  unit: string,
): Query<RevisionRow> =>
  db
    .prepare(
      `SELECT ${revision} FROM submission s
       WHERE s.agency = ?1 AND s.period = ?2 AND s.unit = ?3 ORDER BY s.revision`,
    )
    .bind(agency, period, unit)

// the unit table leads, so that each unit costs a look at both ends of its own revisions and nothing more
const newestOfUnits = `FROM unit u
  CROSS JOIN submission s ON s.agency = u.agency AND s.period = ?2 AND s.unit = u.unit
    AND s.revision = (SELECT max(n.revision) FROM submission n
                      WHERE n.agency = u.agency AND n.period = ?2 AND n.unit = u.unit)
  WHERE u.agency = ?1`

/** The newest revision of every unit, with the instant its first one came in: lateness is judged by that. */
export const newestRevisions = (
  db: Database,
  agency: string,
  period: string,
): Query<RevisionRow & { firstReceivedAt: string }> =>
  db
    .prepare(
      `SELECT ${revision},
         (SELECT f.received_at FROM submission f WHERE f.agency = u.agency AND f.period = ?2
            AND f.unit = u.unit AND f.revision = 1) AS firstReceivedAt
       ${newestOfUnits}`,
    )
    .bind(agency, period)

/** What the check counted in the newest revision of every unit: warnings that were explained, and remarks. */
export const newestCounts = (
  db: Database,
  agency: string,
  period: string,
): Query<{ unit: string; explained: number; remarks: number }> =>
  db
    .prepare(
      `SELECT s.unit, json_extract(s.report, '$.counts.accepted') AS explained,
         json_extract(s.report, '$.counts.info') AS remarks
       ${newestOfUnits}`,
    )
    .bind(agency, period)

/** A revision that counts, with the findings of its report: reasons given for them hold for the merged figures too. */
export type CountedRow = FiledRow & { findings: string }

/** These revisions and no others, whatever came in since. */
export const countedRevisions = (
  db: Database,
  agency: string,
  period: string,
  revisions: readonly { readonly unit: string; readonly revision: number }[],
): Query<CountedRow> =>
  db
    .prepare(
      `SELECT ${revision}, s.body, json_extract(s.report, '$.results') AS findings
       FROM json_each(?3) wanted
       CROSS JOIN submission s ON s.agency = ?1 AND s.period = ?2
         AND s.unit = wanted.value ->> 0 AND s.revision = wanted.value ->> 1`,
    )
    .bind(agency, period, JSON.stringify(revisions.map(one => [one.unit, one.revision])))

export type NewSubmission = FiledRow & { agency: string; basedOn: number | null; report: string }

/** A trigger refuses it when the period is not open. */
export const addSubmission = (db: Database, added: NewSubmission): Statement =>
  db
    .prepare(
      `INSERT INTO submission (id, agency, period, unit, revision, based_on, digest, received_at,
                               prepared_by, approved_by, body, report)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)`,
    )
    .bind(
      added.id,
      added.agency,
      added.period,
      added.unit,
      added.revision,
      added.basedOn,
      added.digest,
      added.receivedAt,
      added.preparedBy,
      added.approvedBy,
      added.body,
      added.report,
    )
