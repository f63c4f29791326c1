/** What several agencies have of the periods of a series, and how much of it one request may merge. */
import type { Agency } from '../shared/agency.ts'
import type { Index } from '../shared/catalogue/catalogue.ts'
import type { AgencyName } from '../shared/protocol.ts'
import { acrossVersions } from '../shared/province/versions.ts'
import { agencyFrom } from './agency.ts'
import { indexOf } from './catalogue.ts'
import { type CountedPeriod, countedPeriodsOf, hasCounted } from './counted-periods.ts'
import type { Database } from './env.ts'
import { say } from './messages.ts'
import { openedNear } from './opened-near.ts'
import { Problem } from './problem.ts'
import { monthsBehind } from './rolled-up.ts'
import { withMonths } from './series-lines.ts'
import { ask } from './store/ask.ts'
import { agenciesIn } from './store/province.ts'

export type AgencyOver = {
  readonly agency: string
  /** as it is now: names, units, fields */
  readonly document: Agency
  readonly stored: ReadonlyMap<string, CountedPeriod>
}

/**
 * As many statements for forty agencies as for one, whatever is stored; no figure is read.
 * @throws Problem not-found when none of them opened any of the periods
 */
export async function agenciesOver(
  db: Database,
  named: readonly AgencyName[],
  periods: readonly string[],
  to: string,
): Promise<{ agencies: AgencyOver[]; index: Index }> {
  const keys = named.map(({ agency }) => agency)
  const [[rows], stored] = await Promise.all([
    ask(db, agenciesIn(db, keys, to)),
    countedPeriodsOf(db, keys, withMonths(periods)),
  ])
  const agencies = rows.map(({ agency, document }) => ({
    ...{ agency, document: agencyFrom({ document }) },
    stored: stored.get(agency) ?? new Map<string, CountedPeriod>(),
  }))
  // keys are never reused for another meaning, so the youngest catalogue names the figures of all
  const versions = new Set(
    agencies.flatMap(one => [...one.stored.values()].map(({ row }) => row.catalogue)),
  )
  const index = acrossVersions(await Promise.all([...versions].map(one => indexOf(db, one))))
  if (!index)
    throw new Problem('not-found', say.periodNotOpenedByAny(to, await openedNear(db, named, to)))
  return { agencies, index }
}

/** 15 agencies over two years of months, or over ten years of years; some seconds of work, and bodies one period at a time. */
const mostMerged = 360

/** @throws Problem malformed with the limit and how to page */
export function refuseIfTooWide(
  agencies: readonly Pick<AgencyOver, 'stored'>[],
  periods: readonly string[],
): void {
  const read = ({ stored }: Pick<AgencyOver, 'stored'>, period: string): number => {
    const counts = (key: string) => {
      const one = stored.get(key)
      return one !== undefined && hasCounted(one)
    }
    return counts(period) ? 1 : monthsBehind(period).filter(counts).length
  }
  let merged = 0
  let fit = 0
  for (const period of periods) {
    merged += agencies.reduce((sum, one) => sum + read(one, period), 0)
    if (merged <= mostMerged) fit += 1
  }
  if (merged <= mostMerged) return
  const [last, next] = [periods[fit - 1], periods[fit]]
  const pages = last !== undefined && next !== undefined ? ([last, next] as const) : ([] as const)
  throw new Problem('malformed', say.provinceSeriesTooWide(merged, mostMerged, pages))
}
