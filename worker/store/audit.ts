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

export type HeadCopy = { agency: string; day: string; seq: number; hash: string }

export const exportedHead = (db: Database, agency: string, day: string): Query<HeadCopy> =>
  db
    .prepare('SELECT agency, day, seq, hash FROM exported_head WHERE agency = ?1 AND day = ?2')
    .bind(agency, day)

export const exportedHeads = (db: Database, agency: string): Query<HeadCopy> =>
  db
    .prepare('SELECT agency, day, seq, hash FROM exported_head WHERE agency = ?1 ORDER BY day')
    .bind(agency)

export const keepExportedHead = (db: Database, copy: HeadCopy): Statement =>
  db
    .prepare('INSERT INTO exported_head (agency, day, seq, hash) VALUES (?1, ?2, ?3, ?4)')
    .bind(copy.agency, copy.day, copy.seq, copy.hash)
