/** Editions of reform plans: the latest of a year holds, and in a year the plan that began last and is not over. */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type PlanRow = {
  year: number
  /** within its year, from 1 */
  number: number
  until: number
  document: string
  digest: string
  writtenBy: string
  writtenAt: string
}

const columns = `year, number, until, document, digest, written_by AS writtenBy,
                 written_at AS writtenAt`
const isLatest = `p.number = (SELECT max(l.number) FROM plan l
                              WHERE l.agency = p.agency AND l.year = p.year)`

/** The plan in force in a year, at most one. */
export const planIn = (db: Database, agency: string, year: number): Query<PlanRow> =>
  db
    .prepare(
      `SELECT ${columns} FROM plan p
       WHERE p.agency = ?1 AND ${isLatest} AND p.year <= ?2 AND p.until >= ?2
       ORDER BY p.year DESC LIMIT 1`,
    )
    .bind(agency, year)

/** The latest edition of every year, the latest year first. */
export const latestPlans = (db: Database, agency: string): Query<PlanRow> =>
  db
    .prepare(
      `SELECT ${columns} FROM plan p WHERE p.agency = ?1 AND ${isLatest} ORDER BY p.year DESC`,
    )
    .bind(agency)

/** The latest edition of the plan that begins in a year. */
export const latestPlanOf = (db: Database, agency: string, year: number): Query<PlanRow> =>
  db
    .prepare(
      `SELECT ${columns} FROM plan WHERE agency = ?1 AND year = ?2 ORDER BY number DESC LIMIT 1`,
    )
    .bind(agency, year)

export const planEdition = (
  db: Database,
  agency: string,
  year: number,
  number: number,
): Query<PlanRow> =>
  db
    .prepare(`SELECT ${columns} FROM plan WHERE agency = ?1 AND year = ?2 AND number = ?3`)
    .bind(agency, year, number)

export const addPlan = (db: Database, agency: string, added: PlanRow): Statement =>
  db
    .prepare(
      `INSERT INTO plan (agency, year, number, until, document, digest, written_by, written_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
    )
    .bind(
      agency,
      added.year,
      added.number,
      added.until,
      added.document,
      added.digest,
      added.writtenBy,
      added.writtenAt,
    )
