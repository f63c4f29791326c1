/** Sessions, by the hash of their token. */
import type { Role } from '../../shared/protocol.ts'
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type SessionRow = {
  agency: string
  agencyName: string
  role: Role
  unit: string | null
  name: string
  expiresAt: string
  endsAt: string
  /** the other agencies a dashboard may read, as JSON: [{agency, name}] */
  covered: string
}

/**
 * A session of a revoked code is no session, even if its row outlived the revocation. Coverage counts for dashboards
 * only, whatever the table says.
 */
export const sessionByHash = (db: Database, tokenHash: string, at: string): Query<SessionRow> =>
  db
    .prepare(
      `SELECT s.agency, g.document ->> '$.name' AS agencyName, a.role, a.unit, a.name,
              s.expires_at AS expiresAt, s.ends_at AS endsAt,
              (SELECT json_group_array(json_object('agency', o.agency, 'name', o.document ->> '$.name')
                                       ORDER BY o.agency)
               FROM coverage c JOIN agency o ON o.agency = c.agency
               WHERE c.access = s.access AND c.agency <> s.agency AND a.role = 'dashboard') AS covered
       FROM session s
       JOIN access a ON a.code_hash = s.access AND a.agency = s.agency AND a.revoked_at IS NULL
       JOIN agency g ON g.agency = s.agency
       WHERE s.token_hash = ?1 AND s.expires_at > ?2`,
    )
    .bind(tokenHash, at)

export type NewSession = {
  tokenHash: string
  agency: string
  access: string
  expiresAt: string
  endsAt: string
}

export const addSession = (db: Database, added: NewSession): Statement =>
  db
    .prepare(
      `INSERT INTO session (token_hash, agency, access, expires_at, ends_at)
       VALUES (?1, ?2, ?3, ?4, ?5)`,
    )
    .bind(added.tokenHash, added.agency, added.access, added.expiresAt, added.endsAt)

export const extendSession = (db: Database, tokenHash: string, expiresAt: string): Statement =>
  db.prepare('UPDATE session SET expires_at = ?2 WHERE token_hash = ?1').bind(tokenHash, expiresAt)

export const endSession = (db: Database, tokenHash: string): Statement =>
  db.prepare('DELETE FROM session WHERE token_hash = ?1').bind(tokenHash)

/** A few at a time: each sign-in adds one, so however many expired at once, none has to wait for all of them. */
export const endExpired = (db: Database, at: string): Statement =>
  db
    .prepare(
      `DELETE FROM session WHERE token_hash IN
         (SELECT token_hash FROM session WHERE expires_at <= ?1 ORDER BY expires_at LIMIT 20)`,
    )
    .bind(at)
