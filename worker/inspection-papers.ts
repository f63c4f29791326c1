/** The notice of an inspection round and its annex; their ETags name the content, and the annex the day as well. */
import { type Context, Hono } from 'hono'
import type { Agency } from '../shared/agency.ts'
import { agencyFrom } from './agency.ts'
import { attachment, type PaperKind } from './attachment.ts'
import { canonicalJson, sha256 } from './digest.ts'
import type { App } from './env.ts'
import { cached, isCurrent } from './etag.ts'
import { type Inspection, inspectionFrom } from './inspection/standing.ts'
import { inspectionAnnexWords, inspectionPaperWords } from './inspection/words.ts'
import { seenBy, todayOf, uuid } from './inspections.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { agencyDocument } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { standingOfRound } from './store/inspections.ts'

export const inspectionPapers = new Hono<App>()
  .get('/inspections/:id/notice.docx', may('notice.read'), async c => {
    const { agency, inspection, at } = await sourcesOf(c)
    const name = inspectionPaperWords.file.notice(inspection.round.year)
    return paper(c, 'docx', name, [agency, inspection], async () => {
      // the writers are large and seldom needed, so an isolate reads them with its first paper
      const { noticeDocument } = await import('./inspection/notice.ts')
      return noticeDocument(agency, inspection, at)
    })
  })

  .get('/inspections/:id/annex.xlsx', may('notice.read'), async c => {
    const sources = await sourcesOf(c)
    const { agency, inspection } = sources
    const today = todayOf(c)
    const name = inspectionAnnexWords.file(inspection.round.year)
    return paper(c, 'xlsx', name, [agency, inspection, today], async () => {
      const { inspectionAnnex } = await import('./inspection/annex.ts')
      return new Uint8Array(await inspectionAnnex({ ...sources, today }))
    })
  })

type Sources = { readonly agency: Agency; readonly inspection: Inspection; readonly at: string }

async function sourcesOf(c: Context<App>): Promise<Sources> {
  const { agency: key } = signedIn(c)
  const round = uuid(c.req.param('id') ?? '')
  const db = c.env.DB
  const [[document], rows] = await ask(db, agencyDocument(db, key), standingOfRound(db, key, round))
  const inspection = seenBy(null, inspectionFrom(rows))
  const at = rows.reduce((newest, { editedAt }) => (editedAt > newest ? editedAt : newest), '')
  return { agency: agencyFrom(document), inspection, at }
}

async function paper(
  c: Context<App>,
  kind: PaperKind,
  name: string,
  madeOf: unknown,
  make: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Response> {
  const digest = sha256(canonicalJson(['inspection/1', kind, madeOf]))
  const headers = cached(digest)
  if (isCurrent(c.req.header('If-None-Match'), digest)) return c.body(null, 304, headers)
  return c.body(await make(), 200, {
    ...headers,
    ...attachment(kind, name),
  })
}
