/**
 * The agency's figures of a period: a pure function of what `sources.ts` names, so an unchanged one answers 304 without
 * reading a single body, and an earlier one can be made again to tell what changed since.
 */
import { Hono } from 'hono'
import { isPastDue } from '../shared/figure-status.ts'
import { dateInVietnam } from '../shared/period.ts'
import { actorOf, record } from './audit.ts'
import { consolidationOf } from './consolidated.ts'
import { type App, type Database, instant, now } from './env.ts'
import { formatFor, inFormat, tagIn } from './formats/negotiate.ts'
import { ofConsolidation } from './formats/of-consolidation.ts'
import { formatWords } from './formats/words.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { changesSince, earlierPull } from './since.ts'
import { keeping, type Sources, sourcesOf } from './sources.ts'
import { first, isTaken } from './store/ask.ts'
import type { Head } from './store/audit.ts'
import { headAtSnapshot } from './store/snapshots.ts'

/** Goes up with every member added beside the figures, so that no 304 keeps an answer that lacks it. */
const shape = 3

export const consolidations = new Hono<App>().get(
  '/periods/:period/consolidation',
  may('consolidation.read'),
  async c => {
    const { agency } = signedIn(c)
    const db = c.env.DB
    const wanted = formatFor(c)
    const since = c.req.query('since')
    if (since !== undefined && wanted.format !== 'json')
      throw new Problem('malformed', formatWords.changesOnlyInJson(wanted.format))
    const sources = await sourcesOf(db, agency, c.req.param('period'))
    const pastDue = isPastDue(sources.dueDate, dateInVietnam(now(c.env)))
    // the digest names the figures; what is missing of them becomes late by the calendar alone
    const tag = `${sources.digest}.${shape}${pastDue ? '.late' : ''}`
    const { headers, current } = tagIn(c, wanted, tag)
    const before = since === undefined ? undefined : await earlierPull(db, agency, sources, since)
    // what changed is part of the answer only when asked, so the two never share a tag
    if (!before && current) return c.body(null, 304, headers)
    await taken(db, sources, { agency, at: instant(c.env), by: actorOf(signedIn(c)) })
    const made = await consolidationOf(db, agency, sources, { pastDue })
    const { consolidation, index } = made
    // as the sources name it: a lock keeps the name, too, and the tag knows no other
    const { name } = made.agency
    if (!before)
      return inFormat(
        c,
        wanted,
        consolidation,
        () => ofConsolidation(consolidation, index, name),
        headers,
      )
    const changes = await changesSince(db, agency, before, made)
    return c.json({ ...consolidation, changes })
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
