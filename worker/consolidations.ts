/**
 * The agency's figures of a period: a pure function of what `sources.ts` names, so an unchanged one answers 304 without
 * reading a single body, and an earlier one can be made again to tell what changed since.
 */
import { Hono } from 'hono'
import { actorOf, record } from './audit.ts'
import { consolidationOf } from './consolidated.ts'
import { type App, type Database, instant } from './env.ts'
import { cached, isCurrent } from './etag.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { changesSince, earlierPull } from './since.ts'
import { keeping, type Sources, sourcesOf } from './sources.ts'
import { first, isTaken } from './store/ask.ts'
import type { Head } from './store/audit.ts'
import { headAtSnapshot } from './store/snapshots.ts'

export const consolidations = new Hono<App>().get(
  '/periods/:period/consolidation',
  may('consolidation.read'),
  async c => {
    const { agency } = signedIn(c)
    const db = c.env.DB
    const sources = await sourcesOf(db, agency, c.req.param('period'))
    const headers = cached(sources.digest)
    const since = c.req.query('since')
    const before = since === undefined ? undefined : await earlierPull(db, agency, sources, since)
    // what changed is part of the answer only when asked, so the two never share a tag
    if (!before && isCurrent(c.req.header('If-None-Match'), sources.digest))
      return c.body(null, 304, headers)
    await taken(db, sources, { agency, at: instant(c.env), by: actorOf(signedIn(c)) })
    const now = await consolidationOf(db, agency, sources)
    if (!before) return c.json(now.consolidation, 200, headers)
    const changes = await changesSince(db, agency, before, now)
    return c.json({ ...now.consolidation, changes })
  },
)

type Taking = { agency: string; at: string; by: ReturnType<typeof actorOf> }

/** The first time a consolidation is handed out it is kept and told of; the entry is the head the annex prints. */
export async function taken(
  db: Database,
  sources: Sources,
  { agency, at, by }: Taking,
): Promise<Head> {
  const kept = () => first(headAtSnapshot(db, agency, sources.digest))
  const before = await kept()
  if (before) return before
  const { period } = sources.inputs.period
  try {
    return await record(db, agency, ({ seq }) => ({
      entry: {
        action: 'consolidation.taken',
        at,
        by,
        detail: { period, digest: sources.digest },
      },
      statements: keeping(db, agency, sources, { seq: seq + 1, at }),
    }))
  } catch (error) {
    // another reader was first
    const other = isTaken(error, 'snapshot') ? await kept() : undefined
    if (other) return other
    throw error
  }
}
