/** What consolidations that were handed out were made of, and the agency's document as it was then. */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type SnapshotRow = { period: string; inputs: string; seq: number; takenAt: string }

export const snapshotOf = (db: Database, agency: string, digest: string): Query<SnapshotRow> =>
  db
    .prepare(
      `SELECT period, inputs, seq, taken_at AS takenAt FROM snapshot
       WHERE agency = ?1 AND digest = ?2`,
    )
    .bind(agency, digest)

/** The audit entry that recorded a snapshot: what the annex prints of the chain. */
export const headAtSnapshot = (
  db: Database,
  agency: string,
  digest: string,
): Query<{ seq: number; hash: string }> =>
  db
    .prepare(
      `SELECT e.seq, e.hash FROM snapshot t JOIN audit e ON e.agency = t.agency AND e.seq = t.seq
       WHERE t.agency = ?1 AND t.digest = ?2`,
    )
    .bind(agency, digest)

export type NewSnapshot = SnapshotRow & { agency: string; digest: string }

export const addSnapshot = (db: Database, added: NewSnapshot): Statement =>
  db
    .prepare(
      `INSERT INTO snapshot (agency, digest, period, inputs, seq, taken_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
    )
    .bind(added.agency, added.digest, added.period, added.inputs, added.seq, added.takenAt)

export const agencyEdition = (
  db: Database,
  agency: string,
  digest: string,
): Query<{ document: string }> =>
  db
    .prepare('SELECT document FROM agency_edition WHERE agency = ?1 AND digest = ?2')
    .bind(agency, digest)

export const keepEdition = (
  db: Database,
  agency: string,
  digest: string,
  document: string,
): Statement =>
  db
    .prepare(
      `INSERT INTO agency_edition (agency, digest, document) VALUES (?1, ?2, ?3)
       ON CONFLICT DO NOTHING`,
    )
    .bind(agency, digest, document)

/**
 * By the beginning of its digest, whichever agency it is of: a printed check code names none. Of agencies that are at work
 * in another database, that one tells.
 */
export const snapshotByCode = (
  db: Database,
  from: string,
  to: string,
): Query<SnapshotRow & { agency: string; digest: string }> =>
  db
    .prepare(
      `SELECT t.agency, t.digest, t.period, t.inputs, t.seq, t.taken_at AS takenAt FROM snapshot t
       WHERE t.digest BETWEEN ?1 AND ?2
         AND NOT EXISTS (SELECT 1 FROM agency_move m
                         WHERE m.agency = t.agency AND m.state IN ('left', 'arriving'))
       ORDER BY t.taken_at LIMIT 1`,
    )
    .bind(from, to)

/** The last that was handed out of a period. */
export const newestSnapshot = (
  db: Database,
  agency: string,
  period: string,
): Query<{ digest: string; seq: number }> =>
  db
    .prepare(
      `SELECT digest, seq FROM snapshot WHERE agency = ?1 AND period = ?2
       ORDER BY seq DESC LIMIT 1`,
    )
    .bind(agency, period)

/** The last that was handed out of a period before an entry of the audit. */
export const snapshotBefore = (
  db: Database,
  agency: string,
  period: string,
  seq: number,
): Query<{ digest: string }> =>
  db
    .prepare(
      `SELECT digest FROM snapshot WHERE agency = ?1 AND period = ?2 AND seq < ?3
       ORDER BY seq DESC LIMIT 1`,
    )
    .bind(agency, period, seq)
