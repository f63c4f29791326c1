/** The agencies' documents and plans as locks froze them, of any number of periods in three statements. */
import type { Database } from './env.ts'
import type { AgencyRow } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { editionsOver, type Final, frozenOver, plansOver } from './store/over-periods.ts'

/** @returns by the digest a lock made final; one that was never kept is left out */
export async function frozenDocuments(
  db: Database,
  finals: readonly Final[],
): Promise<Map<string, AgencyRow>> {
  if (finals.length === 0) return new Map()
  const [kept] = await ask(db, frozenOver(db, finals))
  if (kept.length === 0) return new Map()
  const byName = <Row>(rows: readonly Row[], name: (row: Row) => string) =>
    new Map(rows.map(row => [name(row), row]))
  type Edition = { agency: string; edition: string }
  type Plan = { agency: string; year: number | null; number: number | null }
  const editionName = ({ agency, edition }: Edition) => `${agency} ${edition}`
  const planName = ({ agency, year, number }: Plan) => `${agency} ${year} ${number}`
  // many periods share them, and a document is large
  const [editionRows, planRows] = await ask(
    db,
    editionsOver(db, [...byName(kept, editionName).values()]),
    plansOver(
      db,
      [...byName(kept, planName).values()].filter(({ year }) => year !== null),
    ),
  )
  const [editions, plans] = [byName(editionRows, editionName), byName(planRows, planName)]
  return new Map(
    kept.flatMap(row => {
      const edition = editions.get(editionName(row))
      const plan = plans.get(planName(row))?.document ?? null
      return edition ? [[row.final, { document: edition.document, plan }] as const] : []
    }),
  )
}
