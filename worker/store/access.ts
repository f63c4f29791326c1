/** Rights: access codes and identities as hashes only, and the agencies a dashboard code covers. */
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

/** An identity keeps its hash, so what was revoked is given anew in its row. */
export const renewAccess = (db: Database, renewed: NewAccess): Statement =>
  db
    .prepare(
      `UPDATE access SET role = ?3, unit = ?4, name = ?5, issued_at = ?6, revoked_at = NULL
       WHERE code_hash = ?1 AND agency = ?2 AND revoked_at IS NOT NULL`,
    )
    .bind(
      renewed.codeHash,
      renewed.agency,
      renewed.role,
      renewed.unit,
      renewed.name,
      renewed.issuedAt,
    )

/** The sessions of a revoked code end with it, and so does what it covered. */
export const revokeAccess = (
  db: Database,
  agency: string,
  codeHash: string,
  at: string,
): Statement[] => [
  db
    .prepare(
      `UPDATE access SET revoked_at = ?3
       WHERE code_hash = ?1 AND agency = ?2 AND revoked_at IS NULL`,
    )
    .bind(codeHash, agency, at),
  db.prepare('DELETE FROM session WHERE access = ?1 AND agency = ?2').bind(codeHash, agency),
  endCoverage(db, agency, codeHash),
]

/** Of a code of this agency, whichever agencies it covered. */
const endCoverage = (db: Database, agency: string, codeHash: string): Statement =>
  db
    .prepare(
      `DELETE FROM coverage
       WHERE access = (SELECT a.code_hash FROM access a WHERE a.code_hash = ?1 AND a.agency = ?2)`,
    )
    .bind(codeHash, agency)

export type IssuedRow = {
  codeHash: string
  role: Role
  unit: string | null
  name: string
  issuedAt: string
  revokedAt: string | null
}

/** All of an agency, revoked ones too, in the order they were issued. */
export const accessOfAgency = (db: Database, agency: string): Query<IssuedRow> =>
  db
    .prepare(
      `SELECT code_hash AS codeHash, role, unit, name, issued_at AS issuedAt, revoked_at AS revokedAt
       FROM access WHERE agency = ?1 ORDER BY issued_at, role, unit, code_hash`,
    )
    .bind(agency)

export const addCoverage = (db: Database, access: string, agency: string): Statement =>
  db
    .prepare('INSERT INTO coverage (access, agency) VALUES (?1, ?2) ON CONFLICT DO NOTHING')
    .bind(access, agency)

/** Which of these agencies there are, and whether the code covers them already. */
export const agenciesToCover = (
  db: Database,
  access: string,
  agencies: readonly string[],
): Query<{ agency: string; covered: 0 | 1 }> =>
  db
    .prepare(
      `SELECT g.agency, EXISTS (SELECT 1 FROM coverage c
                                WHERE c.access = ?1 AND c.agency = g.agency) AS covered
       FROM agency g WHERE g.agency IN (SELECT value FROM json_each(?2))`,
    )
    .bind(access, JSON.stringify(agencies))
