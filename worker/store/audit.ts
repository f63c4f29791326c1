/** The chain of what happened in an agency; entries are appended and never change. */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type Head = { seq: number; hash: string }
export type AuditRow = {
  agency: string
  seq: number
  at: string
  actor: string
  name: string
  action: string
  detail: string
  prev: string
  hash: string
}

const columns = 'agency, seq, at, actor, name, action, detail, prev, hash'

export const headOf = (db: Database, agency: string): Query<Head> =>
  db.prepare('SELECT seq, hash FROM audit WHERE agency = ?1 ORDER BY seq DESC LIMIT 1').bind(agency)

export const addEntry = (db: Database, added: AuditRow): Statement =>
  db
    .prepare(`INSERT INTO audit (${columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`)
    .bind(
      added.agency,
      added.seq,
      added.at,
      added.actor,
      added.name,
      added.action,
      added.detail,
      added.prev,
      added.hash,
    )

/** Newest first, older than `before`. */
export const entriesBefore = (
  db: Database,
  agency: string,
  before: number,
  limit: number,
): Query<AuditRow> =>
  db
    .prepare(
      `SELECT ${columns} FROM audit WHERE agency = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3`,
    )
    .bind(agency, before, limit)

/** Oldest first, younger than `after`. */
export const entriesAfter = (
  db: Database,
  agency: string,
  after: number,
  limit: number,
): Query<AuditRow> =>
  db
    .prepare(`SELECT ${columns} FROM audit WHERE agency = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3`)
    .bind(agency, after, limit)
