/** Catalogue versions: written once, read by version or by date. */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type CatalogueRow = { version: string; digest: string; document: string }

export const catalogueVersion = (db: Database, version: string): Query<CatalogueRow> =>
  db.prepare('SELECT version, digest, document FROM catalogue WHERE version = ?1').bind(version)

/** The version in force on a date: the youngest that has begun and has not ended. */
export const catalogueInForce = (db: Database, date: string): Query<CatalogueRow> =>
  db
    .prepare(
      `SELECT version, digest, document FROM catalogue
       WHERE effective_from <= ?1 AND (effective_to IS NULL OR effective_to >= ?1)
       ORDER BY effective_from DESC LIMIT 1`,
    )
    .bind(date)

export type NewCatalogue = CatalogueRow & { effectiveFrom: string; effectiveTo: string | null }

/** All there is of a version, as it was added. */
export const wholeCatalogue = (db: Database, version: string): Query<NewCatalogue> =>
  db
    .prepare(
      `SELECT version, effective_from AS effectiveFrom, effective_to AS effectiveTo, digest, document
       FROM catalogue WHERE version = ?1`,
    )
    .bind(version)

export const addCatalogue = (db: Database, added: NewCatalogue): Statement =>
  db
    .prepare(
      `INSERT INTO catalogue (version, effective_from, effective_to, digest, document)
       VALUES (?1, ?2, ?3, ?4, ?5)`,
    )
    .bind(added.version, added.effectiveFrom, added.effectiveTo, added.digest, added.document)
