/** Agencies and the keys of their units. */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type AgencyRow = { document: string }

export const agencyDocument = (db: Database, agency: string): Query<AgencyRow> =>
  db.prepare('SELECT document FROM agency WHERE agency = ?1').bind(agency)

/** Replaces the document and adds keys; a unit's key stays even when the unit is gone. */
export const saveAgency = (
  db: Database,
  agency: string,
  units: readonly string[],
  document: string,
): Statement[] => [
  db
    .prepare(
      `INSERT INTO agency (agency, document) VALUES (?1, ?2)
       ON CONFLICT (agency) DO UPDATE SET document = excluded.document`,
    )
    .bind(agency, document),
  // one statement for any number of units: D1 binds at most 100 values
  db
    .prepare(
      `INSERT INTO unit (agency, unit) SELECT ?1, value FROM json_each(?2) WHERE true
       ON CONFLICT DO NOTHING`,
    )
    .bind(agency, JSON.stringify(units)),
]

export const anyAgency = (db: Database): Query<{ agency: string }> =>
  db.prepare('SELECT agency FROM agency LIMIT 1')

export const allAgencies = (db: Database): Query<{ agency: string }> =>
  db.prepare('SELECT agency FROM agency ORDER BY agency')
