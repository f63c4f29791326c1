/** The office's decisions about a unit's revisions: appended, never changed; the latest about a revision holds. */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type ReviewRow = {
  unit: string
  number: number
  revision: number
  decision: 'accept' | 'return'
  note: string
  /** JSON list of places */
  questioned: string
  reviewedBy: string
  reviewedAt: string
  /** of the revision it is about */
  digest: string
}

const select = `SELECT r.unit, r.number, r.revision, r.decision, r.note, r.questioned,
    r.reviewed_by AS reviewedBy, r.reviewed_at AS reviewedAt, s.digest
  FROM review r
  JOIN submission s ON s.agency = r.agency AND s.period = r.period AND s.unit = r.unit
    AND s.revision = r.revision`

/** In the order they were made. */
export const reviewsOfPeriod = (db: Database, agency: string, period: string): Query<ReviewRow> =>
  db
    .prepare(`${select} WHERE r.agency = ?1 AND r.period = ?2 ORDER BY r.unit, r.number`)
    .bind(agency, period)

export const reviewsOfUnit = (
  db: Database,
  agency: string,
  period: string,
  unit: string,
): Query<ReviewRow> =>
  db
    .prepare(
      `${select} WHERE r.agency = ?1 AND r.period = ?2 AND r.unit = ?3 ORDER BY r.unit, r.number`,
    )
    .bind(agency, period, unit)

export type NewReview = Omit<ReviewRow, 'digest'> & { agency: string; period: string }

export const addReview = (db: Database, added: NewReview): Statement =>
  db
    .prepare(
      `INSERT INTO review (agency, period, unit, number, revision, decision, note, questioned,
                           reviewed_by, reviewed_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)`,
    )
    .bind(
      added.agency,
      added.period,
      added.unit,
      added.number,
      added.revision,
      added.decision,
      added.note,
      added.questioned,
      added.reviewedBy,
      added.reviewedAt,
    )
