/** What only an administrator looks up: all agencies, all catalogue versions, which units have filed. */
import type { Database } from '../env.ts'
import type { Query } from './ask.ts'

export type AgencySummary = { agency: string; name: string; units: number; periods: number }

export const agencySummaries = (db: Database): Query<AgencySummary> =>
  db.prepare(
    `SELECT g.agency, g.document ->> '$.name' AS name,
            json_array_length(g.document, '$.units') AS units,
            (SELECT count(*) FROM period p WHERE p.agency = g.agency) AS periods
     FROM agency g ORDER BY g.agency`,
  )

/** Units that filed something in any period. */
export const filingUnits = (db: Database, agency: string): Query<{ unit: string }> =>
  db
    .prepare(
      `SELECT u.unit FROM unit u WHERE u.agency = ?1
         AND EXISTS (SELECT 1 FROM submission s WHERE s.agency = u.agency AND s.unit = u.unit)`,
    )
    .bind(agency)

export type CatalogueSummary = {
  version: string
  effectiveFrom: string
  effectiveTo: string | null
  digest: string
  periods: number
}

export const catalogueSummaries = (db: Database): Query<CatalogueSummary> =>
  db.prepare(
    `SELECT c.version, c.effective_from AS effectiveFrom, c.effective_to AS effectiveTo, c.digest,
            (SELECT count(*) FROM period p WHERE p.catalogue = c.version) AS periods
     FROM catalogue c ORDER BY c.effective_from, c.version`,
  )
