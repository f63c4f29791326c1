/** Figures of years before the system; the latest writing of a year holds, one without figures withdraws it. */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type PastYearRow = {
  year: number
  /** within its year, from 1 */
  number: number
  source: string
  /** JSON: key → figure as it travels */
  figures: string
  writtenBy: string
  writtenAt: string
}

const columns = 'year, number, source, figures, written_by AS writtenBy, written_at AS writtenAt'

/** The last one of each year, the earliest year first. */
export const lastPastYears = (db: Database, agency: string): Query<PastYearRow> =>
  db
    .prepare(
      `SELECT ${columns} FROM past_year p
       WHERE p.agency = ?1
         AND p.number = (SELECT max(l.number) FROM past_year l
                         WHERE l.agency = p.agency AND l.year = p.year)
       ORDER BY year`,
    )
    .bind(agency)

/** All that was ever written, for the check of the chain. */
export const keptPastYears = (db: Database, agency: string): Query<PastYearRow> =>
  db.prepare(`SELECT ${columns} FROM past_year WHERE agency = ?1`).bind(agency)

/** Periods of a year something was filed for. */
export const filedPeriodsIn = (
  db: Database,
  agency: string,
  year: number,
): Query<{ period: string }> =>
  db
    .prepare(
      `SELECT DISTINCT period FROM submission
       WHERE agency = ?1 AND period >= ?2 AND period < ?3 ORDER BY period`,
    )
    .bind(agency, `${year}-`, `${year + 1}-`)

export const addPastYear = (db: Database, agency: string, added: PastYearRow): Statement =>
  db
    .prepare(
      `INSERT INTO past_year (agency, year, number, source, figures, written_by, written_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
    )
    .bind(
      agency,
      added.year,
      added.number,
      added.source,
      added.figures,
      added.writtenBy,
      added.writtenAt,
    )
