/** The annex workbook of a period, built from the consolidation of the moment; its ETag is the consolidation's digest. */
import { Hono } from 'hono'
import { planFrom } from './agency.ts'
import { type AnnexInput, annexWorkbook } from './annex/annex.ts'
import type { PreviousPull } from './annex/changes.ts'
import { attachment } from './attachment.ts'
import { actorOf } from './audit.ts'
import { consolidationOf, type Made } from './consolidated.ts'
import { taken } from './consolidations.ts'
import { type App, instant } from './env.ts'
import { cached, isCurrent } from './etag.ts'
import { explanationsIn } from './filed.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { pullBefore } from './since.ts'
import { sourcesOf } from './sources.ts'

export const annexes = new Hono<App>().get(
  '/periods/:period/annex.xlsx',
  may('annex.read'),
  async c => {
    const { agency: key } = signedIn(c)
    const db = c.env.DB
    const sources = await sourcesOf(db, key, c.req.param('period'))
    const headers = cached(sources.digest)
    if (isCurrent(c.req.header('If-None-Match'), sources.digest)) return c.body(null, 304, headers)
    const by = actorOf(signedIn(c))
    const auditHead = await taken(db, sources, { agency: key, at: instant(c.env), by })
    const now = await consolidationOf(db, key, sources)
    const before = await pullBefore(db, key, sources, auditHead.seq)
    const { consolidation, index, agency, merged, previous, lastYear, judged, filed } = now
    const { period, window, findings, state, digest, asOf, units } = consolidation
    const bytes = await annexWorkbook({
      index,
      agency,
      period,
      window,
      merged,
      previous,
      lastYear,
      revisions: filed,
      reasons: filed.flatMap(explanationsIn),
      findings,
      judged,
      windows: consolidation.windows,
      exclusions: consolidation.exclusions,
      ...planOf(now),
      ...(before ? { previousPull: pullFrom(before) } : {}),
      state,
      digest,
      ...(c.env.PUBLIC_ORIGIN ? { origin: c.env.PUBLIC_ORIGIN } : {}),
      asOf,
      units,
      auditHead,
    })
    return c.body(new Uint8Array(bytes), 200, {
      ...headers,
      ...attachment('xlsx', `Phụ lục CCHC ${period}.xlsx`),
    })
  },
)

/** The edition the consolidation was made by. */
const planOf = ({ sources: { plan, inputs }, consolidation }: Made): Pick<AnnexInput, 'plan'> =>
  plan === null
    ? {}
    : {
        plan: {
          plan: planFrom(plan),
          number: inputs.plan?.number ?? 0,
          attainment: consolidation.attainment ?? [],
        },
      }

const pullFrom = ({ takenAt, consolidation, agency, merged, filed }: Pull): PreviousPull => ({
  takenAt,
  state: consolidation.state,
  agency,
  merged,
  revisions: new Map(filed.map(one => [one.unit, one.revision])),
})
type Pull = NonNullable<Awaited<ReturnType<typeof pullBefore>>>
