/**
 * The totals of a period over the agencies a dashboard's code covers, or those it names. One round trip says what counts
 * in all of them, one more reads the bodies of what counts: at most one for each unit.
 */
import { Hono } from 'hono'
import { indexFor } from '../shared/catalogue/catalogue.ts'
import { consolidate } from '../shared/consolidate.ts'
import type { ProvinceConsolidation } from '../shared/protocol.ts'
import { acrossVersions } from '../shared/province/versions.ts'
import { type MergedAgency, mergeAgencies } from '../shared/province.ts'
import { indexOf } from './catalogue.ts'
import { type App, type Database, now } from './env.ts'
import { formatFor, inFormat, tagIn } from './formats/negotiate.ts'
import { ofProvince } from './formats/of-province.ts'
import { say } from './messages.ts'
import { periodKeyOf } from './opened.ts'
import { openedNear } from './opened-near.ts'
import { Problem } from './problem.ts'
import { agenciesAsked, provinceOf } from './province-asked.ts'
import { type ProvinceSources, provinceSources } from './province-sources.ts'
import { wireProvince } from './province-wire.ts'
import { may } from './roles.ts'
import { ask } from './store/ask.ts'
import { bodiesIn } from './store/province.ts'
import { toMerge } from './to-merge.ts'

export const province = new Hono<App>().get(
  '/province/periods/:period',
  may('province.read'),
  async c => {
    const wanted = formatFor(c)
    const db = c.env.DB
    const asked = agenciesAsked(c)
    const period = periodKeyOf(c.req.param('period'))
    const sources = await provinceSources(db, asked, period, now(c.env))
    const { agencies, digest, asOf } = sources
    if (agencies.every(({ row }) => row === undefined))
      throw new Problem(
        'not-found',
        say.periodNotOpenedByAny(period, await openedNear(db, asked, period)),
      )
    const { headers, current } = tagIn(c, wanted, digest)
    if (current) return c.body(null, 304, headers)
    const merged = mergeAgencies(await mergedIn(db, period, sources))
    const answer: ProvinceConsolidation = {
      ...{ period, digest, asOf },
      agencies: agencies.map(({ told }) => told),
      ...wireProvince(
        merged,
        new Map(
          agencies.map(({ agency, row, pastDue }) => [
            agency.key,
            { locked: row?.state === 'locked', pastDue },
          ]),
        ),
      ),
    }
    const of = provinceOf(agencies.map(({ agency }) => agency))
    return inFormat(c, wanted, answer, () => ofProvince(answer, merged.index, of), headers)
  },
)

/** Each agency by its own catalogue; one that has not opened the period owes what the youngest of the others asks for. */
async function mergedIn(
  db: Database,
  period: string,
  { agencies }: ProvinceSources,
): Promise<MergedAgency[]> {
  const counted = agencies.flatMap(({ agency, counting }) =>
    counting.revisions.map(({ unit, revision }) => ({ agency: agency.key, unit, revision })),
  )
  const versions = [...new Set(agencies.flatMap(({ row }) => row?.catalogue ?? []))]
  const [[bodies], indexes] = await Promise.all([
    ask(db, bodiesIn(db, period, counted)),
    Promise.all(versions.map(version => indexOf(db, version))),
  ])
  const byVersion = new Map(versions.map((version, i) => [version, indexes[i]]))
  const all = acrossVersions(indexes)
  const filed = Map.groupBy(bodies, one => one.agency)
  return agencies.map(({ agency, row, counting, adjustments }): MergedAgency => {
    const base = byVersion.get(row?.catalogue ?? '') ?? all
    if (!base) throw new Error('a period without a catalogue')
    const index = indexFor(base, agency)
    const rows = filed.get(agency.key) ?? []
    return {
      agency,
      index,
      merged: consolidate(toMerge(index, agency, rows, adjustments, counting)),
    }
  })
}
