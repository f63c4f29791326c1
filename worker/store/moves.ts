/** Where an agency is at work when there are several databases, and the steps of its move between two of them. */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type MoveRow = {
  state: 'leaving' | 'left' | 'arriving' | 'arrived'
  goesTo: string | null
  cameFrom: string | null
}

export const moveOf = (db: Database, agency: string): Query<MoveRow> =>
  db
    .prepare(
      `SELECT state, goes_to AS goesTo, came_from AS cameFrom FROM agency_move WHERE agency = ?1`,
    )
    .bind(agency)

/** The database in which the agency is at work that this session is of; no row when that is this one. */
export const elsewhereBySession = (db: Database, tokenHash: string): Query<{ database: string }> =>
  db
    .prepare(
      `SELECT CASE m.state WHEN 'left' THEN m.goes_to ELSE m.came_from END AS database
       FROM session s JOIN agency_move m ON m.agency = s.agency
       WHERE s.token_hash = ?1 AND m.state IN ('left', 'arriving')`,
    )
    .bind(tokenHash)

/** The same by a code or identity. */
export const elsewhereByAccess = (db: Database, codeHash: string): Query<{ database: string }> =>
  db
    .prepare(
      `SELECT CASE m.state WHEN 'left' THEN m.goes_to ELSE m.came_from END AS database
       FROM access a JOIN agency_move m ON m.agency = a.agency
       WHERE a.code_hash = ?1 AND m.state IN ('left', 'arriving')`,
    )
    .bind(codeHash)

/** From here on nothing of the agency is acknowledged here. */
export const beginLeaving = (db: Database, agency: string, to: string, at: string): Statement =>
  db
    .prepare(
      `INSERT INTO agency_move (agency, state, goes_to, changed_at) VALUES (?1, 'leaving', ?2, ?3)
       ON CONFLICT (agency) DO UPDATE SET state = 'leaving', goes_to = ?2, changed_at = ?3
       WHERE state IN ('arrived', 'leaving')`,
    )
    .bind(agency, to, at)

export const endLeaving = (db: Database, agency: string, at: string): Statement =>
  db
    .prepare(
      `UPDATE agency_move SET state = 'left', changed_at = ?2
       WHERE agency = ?1 AND state = 'leaving'`,
    )
    .bind(agency, at)

/** It stays: as if it had never begun to leave. */
export const stay = (db: Database, agency: string, at: string): Statement[] => [
  db
    .prepare(
      `DELETE FROM agency_move WHERE agency = ?1 AND state = 'leaving' AND came_from IS NULL`,
    )
    .bind(agency),
  db
    .prepare(
      `UPDATE agency_move SET state = 'arrived', goes_to = NULL, changed_at = ?2
       WHERE agency = ?1 AND state = 'leaving'`,
    )
    .bind(agency, at),
]

/** One that left may come back. */
export const beginArriving = (db: Database, agency: string, from: string, at: string): Statement =>
  db
    .prepare(
      `INSERT INTO agency_move (agency, state, came_from, changed_at) VALUES (?1, 'arriving', ?2, ?3)
       ON CONFLICT (agency) DO UPDATE SET state = 'arriving', came_from = ?2, changed_at = ?3
       WHERE state IN ('left', 'arriving')`,
    )
    .bind(agency, from, at)

export const endArriving = (db: Database, agency: string, at: string): Statement =>
  db
    .prepare(
      `UPDATE agency_move SET state = 'arrived', changed_at = ?2
       WHERE agency = ?1 AND state = 'arriving'`,
    )
    .bind(agency, at)

/** Codes of this agency that cover another, and codes of others that cover it. */
export const coverageAround = (
  db: Database,
  agency: string,
): Query<{ access: string; name: string; home: string; covered: string }> =>
  db
    .prepare(
      `SELECT c.access, a.name, a.agency AS home, c.agency AS covered
       FROM coverage c JOIN access a ON a.code_hash = c.access
       WHERE c.agency = ?1 OR a.agency = ?1
       ORDER BY a.agency, c.agency, c.access`,
    )
    .bind(agency)

export const endCovering = (db: Database, access: string, agency: string): Statement =>
  db.prepare('DELETE FROM coverage WHERE access = ?1 AND agency = ?2').bind(access, agency)

/** Versions that periods of the agency were opened with. */
export const cataloguesUsed = (
  db: Database,
  agency: string,
): Query<{ version: string; digest: string }> =>
  db
    .prepare(
      `SELECT c.version, c.digest FROM catalogue c
       WHERE c.version IN (SELECT p.catalogue FROM period p WHERE p.agency = ?1)
       ORDER BY c.version`,
    )
    .bind(agency)

/** Ids of the agency's submissions, as one JSON list: some 2,500 in ten years. */
export const submissionIds = (db: Database, agency: string): Query<{ ids: string }> =>
  db.prepare(`SELECT json_group_array(id) AS ids FROM submission WHERE agency = ?1`).bind(agency)

/** Those of these that another agency has here: clients make them, and nothing keeps two of different databases apart. */
export const idsTaken = (
  db: Database,
  agency: string,
  ids: string,
): Query<{ id: string; agency: string }> =>
  db
    .prepare(
      `SELECT s.id, s.agency FROM json_each(?2) n JOIN submission s ON s.id = n.value
       WHERE s.agency <> ?1 ORDER BY s.id`,
    )
    .bind(agency, ids)
