/** The agency's document and plan as locks froze them, of many periods in two round trips. */
import type { Database } from './env.ts'
import type { Inputs } from './sources.ts'
import type { AgencyRow } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { planEdition } from './store/plans.ts'
import { agencyEdition, snapshotOf } from './store/snapshots.ts'

/** @param finals digests the locks froze @returns by digest; one that was never kept is left out */
export async function frozenDocuments(
  db: Database,
  agency: string,
  finals: readonly string[],
): Promise<Map<string, AgencyRow>> {
  if (finals.length === 0) return new Map()
  const answers = await ask(db, ...finals.map(final => snapshotOf(db, agency, final)))
  const kept = answers.flatMap(([row], i) =>
    // the boundary: written by the lock itself
    row ? [{ digest: finals[i] ?? '', inputs: JSON.parse(row.inputs) as Inputs }] : [],
  )
  if (kept.length === 0) return new Map()
  const plansOf = kept.map(({ inputs: { plan } }) =>
    planEdition(db, agency, plan?.year ?? 0, plan?.number ?? 0),
  )
  const agencies = [...new Set(kept.map(({ inputs }) => inputs.agency))]
  const [editions, plans] = await Promise.all([
    ask(db, ...agencies.map(digest => agencyEdition(db, agency, digest))),
    ask(db, ...plansOf),
  ])
  return new Map(
    kept.flatMap(({ digest, inputs }, i) => {
      const [edition] = editions[agencies.indexOf(inputs.agency)] ?? []
      const plan = plans[i]?.[0]?.document ?? null
      return edition ? [[digest, { document: edition.document, plan }] as const] : []
    }),
  )
}
