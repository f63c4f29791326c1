/** The annex workbook of a period, built from the consolidation of the moment; its ETag is the consolidation's digest. */
import { Hono } from 'hono'
import { annexWorkbook } from './annex/annex.ts'
import { attachment } from './attachment.ts'
import { actorOf } from './audit.ts'
import { consolidationOf } from './consolidated.ts'
import { taken } from './consolidations.ts'
import { type App, instant } from './env.ts'
import { cached, isCurrent } from './etag.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { sourcesOf } from './sources.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

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
    const { consolidation, index, agency, merged, previous } = await consolidationOf(
      db,
      key,
      sources,
    )
    const { period, window, findings, state, digest, asOf, units } = consolidation
    const bytes = await annexWorkbook({
      index,
      agency,
      period,
      window,
      merged,
      previous,
      findings,
      state,
      digest,
      asOf,
      units,
      auditHead,
    })
    return c.body(new Uint8Array(bytes), 200, {
      ...headers,
      'Content-Type': workbook,
      'Content-Disposition': attachment(`Phụ lục CCHC ${period}.xlsx`),
    })
  },
)
