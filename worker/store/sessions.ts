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
  /** whether the agency is at work in another database by now */
  moved: 0 | 1
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
               WHERE c.access = s.access AND c.agency <> s.agency AND a.role = 'dashboard') AS covered,
              EXISTS (SELECT 1 FROM agency_move m
                      WHERE m.agency = s.agency AND m.state IN ('left', 'arriving')) AS moved
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

/** While its agency is copied to another database a session stays as it is. */
export const extendSession = (db: Database, tokenHash: string, expiresAt: string): Statement =>
  db
    .prepare(
      `UPDATE session SET expires_at = ?2
       WHERE token_hash = ?1
         AND NOT EXISTS (SELECT 1 FROM agency_move m
                         WHERE m.agency = session.agency AND m.state = 'leaving')`,
    )
    .bind(tokenHash, expiresAt)

export const endSession = (db: Database, tokenHash: string): Statement =>
  db.prepare('DELETE FROM session WHERE token_hash = ?1').bind(tokenHash)

/**
 * A few at a time: each sign-in adds one, so however many expired at once, none has to wait for all of them. A session of
 * an agency that is at work in another database is extended there, so here it lasts as long as it could at most.
 */
export const endExpired = (db: Database, at: string): Statement =>
  db
    .prepare(
      `DELETE FROM session WHERE token_hash IN
         (SELECT s.token_hash FROM session s LEFT JOIN agency_move m ON m.agency = s.agency
          WHERE s.expires_at <= ?1 AND (m.state IS NULL OR m.state = 'arrived'
                                        OR (m.state = 'left' AND s.ends_at <= ?1))
          ORDER BY s.expires_at LIMIT 20)`,
    )
    .bind(at)
