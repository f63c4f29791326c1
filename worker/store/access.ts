/** Access codes, as hashes only. */
import type { Role } from '../../shared/protocol.ts'
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type AccessRow = {
  agency: string
  agencyName: string
  role: Role
  unit: string | null
  name: string
  revokedAt: string | null
}

/** Revoked codes are found like any other, so that an unknown and a revoked one take the same way. */
export const accessByHash = (db: Database, codeHash: string): Query<AccessRow> =>
  db
    .prepare(
      `SELECT a.agency, g.document ->> '$.name' AS agencyName, a.role, a.unit, a.name,
              a.revoked_at AS revokedAt
       FROM access a JOIN agency g ON g.agency = a.agency
       WHERE a.code_hash = ?1`,
    )
    .bind(codeHash)

export type NewAccess = {
  codeHash: string
  agency: string
  role: Role
  unit: string | null
  name: string
  issuedAt: string
}

export const addAccess = (db: Database, added: NewAccess): Statement =>
  db
    .prepare(
      `INSERT INTO access (code_hash, agency, role, unit, name, issued_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
    )
    .bind(added.codeHash, added.agency, added.role, added.unit, added.name, added.issuedAt)

/** The sessions of a revoked code end with it. */
export const revokeAccess = (db: Database, codeHash: string, at: string): Statement[] => [
  db
    .prepare('UPDATE access SET revoked_at = ?2 WHERE code_hash = ?1 AND revoked_at IS NULL')
    .bind(codeHash, at),
  db.prepare('DELETE FROM session WHERE access = ?1').bind(codeHash),
]

/** Codes of an agency that still open a session, as hashes. */
export const activeAccess = (db: Database, agency: string): Query<{ codeHash: string }> =>
  db
    .prepare(
      `SELECT code_hash AS codeHash FROM access
       WHERE agency = ?1 AND role IN ('unit', 'clerk', 'dashboard', 'admin') AND revoked_at IS NULL`,
    )
    .bind(agency)
