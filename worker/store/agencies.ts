/** Agencies and the keys of their units. */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type AgencyRow = {
  document: string
  /** the plan in force, where tasks matter and one is stored */
  plan?: string | null | undefined
}

export const agencyDocument = (db: Database, agency: string): Query<AgencyRow> =>
  db.prepare('SELECT document FROM agency WHERE agency = ?1').bind(agency)

/** The document with the plan in force in the year of a period: what units report on in it. */
export const agencyIn = (db: Database, agency: string, period: string): Query<AgencyRow> =>
  db
    .prepare(
      `SELECT document,
              (SELECT p.document FROM plan p
               WHERE p.agency = ?1
                 AND CAST(substr(?2, 1, 4) AS INTEGER) BETWEEN p.year AND p.until
                 AND p.number = (SELECT max(l.number) FROM plan l
                                 WHERE l.agency = p.agency AND l.year = p.year)
               ORDER BY p.year DESC LIMIT 1) AS plan
       FROM agency WHERE agency = ?1`,
    )
    .bind(agency, period)

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

/** All that are whole here: also those that left, whose rows stay as evidence. */
export const allAgencies = (db: Database): Query<{ agency: string }> =>
  db.prepare(
    `SELECT g.agency FROM agency g
     WHERE NOT EXISTS (SELECT 1 FROM agency_move m
                       WHERE m.agency = g.agency AND m.state = 'arriving')
     ORDER BY g.agency`,
  )

/** Those in which something may happen here: none that is on its way or at work in another database. */
export const agenciesAtWork = (db: Database): Query<{ agency: string }> =>
  db.prepare(
    `SELECT g.agency FROM agency g
     WHERE NOT EXISTS (SELECT 1 FROM agency_move m
                       WHERE m.agency = g.agency AND m.state <> 'arrived')
     ORDER BY g.agency`,
  )
