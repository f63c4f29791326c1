/** The merged figures of a period without its neighbours, rules and contributions: all that a review of years needs. */
import type { Agency } from '../../shared/agency.ts'
import type { Index } from '../../shared/catalogue/catalogue.ts'
import { mergedValues } from '../../shared/consolidate.ts'
import type { Values } from '../../shared/content.ts'
import { agencyFrom } from '../agency.ts'
import { indexOf } from '../catalogue.ts'
import type { Database } from '../env.ts'
import type { Sources } from '../sources.ts'
import { adjustmentsOf } from '../store/adjustments.ts'
import { ask } from '../store/ask.ts'
import { countedRevisions } from '../store/submissions.ts'
import { toMerge } from '../to-merge.ts'

export type MergedPeriod = {
  /** of the period: what its agency and its plan make of the catalogue */
  readonly index: Index
  readonly agency: Agency
  readonly values: Values
}

export async function mergedIn(
  db: Database,
  agencyKey: string,
  { inputs, document, plan }: Sources,
): Promise<MergedPeriod> {
  const { period, catalogue } = inputs.period
  const agency = agencyFrom({ document, plan })
  const index = await indexOf(db, catalogue, agency)
  const [filed, adjusted] = await ask(
    db,
    countedRevisions(db, agencyKey, period, inputs.counting.revisions),
    adjustmentsOf(db, agencyKey, period),
  )
  const input = toMerge(index, agency, filed, adjusted, inputs.counting)
  return { index, agency, values: mergedValues(input) }
}
