/** The Word report of a period, made from the consolidation of the moment and the office's words; its ETag names both. */
import { Hono } from 'hono'
import { attachment } from './attachment.ts'
import { actorOf } from './audit.ts'
import { consolidationOf } from './consolidated.ts'
import { taken } from './consolidations.ts'
import { type App, instant } from './env.ts'
import { cached, isCurrent } from './etag.ts'
import { editsOf, reportDigest } from './narrative.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { sourcesOf } from './sources.ts'

export const reports = new Hono<App>().get(
  '/periods/:period/report.docx',
  may('report.read'),
  async c => {
    const { agency: key } = signedIn(c)
    const db = c.env.DB
    const sources = await sourcesOf(db, key, c.req.param('period'))
    const edits = await editsOf(db, key, sources.inputs.period.period)
    const digest = reportDigest(sources.digest, edits)
    const headers = cached(digest)
    if (isCurrent(c.req.header('If-None-Match'), digest)) return c.body(null, 304, headers)
    await taken(db, sources, { agency: key, at: instant(c.env), by: actorOf(signedIn(c)) })
    // the writer is large and seldom needed, so an isolate reads it with its first report
    const [made, { wordReport }] = await Promise.all([
      consolidationOf(db, key, sources),
      import('./report/report.ts'),
    ])
    return c.body(await wordReport({ ...made, edits }), 200, {
      ...headers,
      ...attachment('docx', `Báo cáo CCHC ${made.consolidation.period}.docx`),
    })
  },
)
