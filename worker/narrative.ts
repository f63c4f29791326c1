/**
 * The words of the report, section by section: what the units wrote and the figures say, and the office's own wording in
 * its place. Figures are locked first and words follow, so a locked period still takes edits; no digest of figures
 * depends on them.
 */
import { Hono } from 'hono'
import type { NarrativeAnswer, ReportSection } from '../shared/protocol.ts'
import { sectionWritingSchema } from '../shared/protocol.ts'
import { toldIn } from '../shared/report/edits.ts'
import { actorOf, record } from './audit.ts'
import { bodyOf } from './body.ts'
import { consolidationOf, type Made } from './consolidated.ts'
import { canonicalJson, sha256 } from './digest.ts'
import { type App, type Database, instant } from './env.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'
import { type Chapter, chaptersOf, type Edit, headingsOf, sentencesOf } from './report/passages.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { sourcesOf } from './sources.ts'
import { ask } from './store/ask.ts'
import { addEdit, type EditRow, lastEdits } from './store/narrative.ts'

export const narratives = new Hono<App>()
  .get('/periods/:period/narrative', may('narrative.read'), async c => {
    const { agency } = signedIn(c)
    const made = await madeOf(c.env.DB, agency, c.req.param('period'))
    const { period, digest } = made.consolidation
    const edits = await editsOf(c.env.DB, agency, period)
    const sections = chaptersOf(made.index, made.agency, made.consolidation, edits).map(onWire)
    const answer: NarrativeAnswer = { period, digest, sections }
    return c.json(answer)
  })

  .put('/periods/:period/narrative/:section', may('narrative.write'), async c => {
    const section = c.req.param('section')
    const { basedOn, text } = await bodyOf(c, sectionWritingSchema)
    const { agency: key, name } = signedIn(c)
    const db = c.env.DB
    const { index, agency, consolidation } = await madeOf(db, key, c.req.param('period'))
    const { period } = consolidation
    const heading = headingsOf(index, agency, period).find(({ code }) => code === section)
    if (!heading) throw new Problem('not-found', say.unknownHeading(section))
    const answer = async () => {
      const edits = await editsOf(db, key, period)
      const chapters = chaptersOf(index, agency, consolidation, edits)
      const chapter = chapters.find(one => one.heading.code === section)
      return chapter && onWire(chapter)
    }
    const last = async () =>
      (await ask(db, lastEdits(db, key, period)))[0].find(row => row.section === section)
    const standing = await last()
    // asked again, the same writing is the same writing
    if (isSame(standing, text) && (standing?.text ?? null) === null) return c.json(await answer())
    if (isSame(standing, text) && openOf(standing) !== basedOn && standing?.editedBy === name)
      return c.json(await answer())
    const told =
      text === null
        ? []
        : toldIn(text, section, sentencesOf(index, agency, consolidation), index, consolidation)
    const at = instant(c.env)
    await record(db, key, async () => {
      const before = await last()
      if (before && openOf(before) !== basedOn) throw stale(heading.title, before, basedOn)
      const row: EditRow = {
        section,
        number: (before?.number ?? 0) + 1,
        text,
        told: canonicalJson(told),
        editedBy: name,
        editedAt: at,
      }
      return {
        entry: {
          action: 'narrative.edited',
          at,
          by: actorOf(signedIn(c)),
          detail: { period, section, number: row.number, digest: sha256(canonicalJson(row)) },
        },
        statements: [addEdit(db, key, period, row)],
      }
    })
    return c.json(await answer(), 201)
  })

const madeOf = async (db: Database, agency: string, period: string): Promise<Made> =>
  consolidationOf(db, agency, await sourcesOf(db, agency, period))

/** The words that stand; a section whose edit was withdrawn has none. */
export async function editsOf(db: Database, agency: string, period: string): Promise<Edit[]> {
  const [rows] = await ask(db, lastEdits(db, agency, period))
  return rows.flatMap(({ section, number, text, told, editedBy, editedAt }) =>
    text === null
      ? []
      : [
          {
            ...{ section, number, text, by: editedBy, at: editedAt },
            // the boundary: written by the PUT above
            told: JSON.parse(told) as Edit['told'],
          },
        ],
  )
}

/** What somebody who opens the section now says that his writing is based on. */
const openOf = (row: EditRow | undefined): number | null =>
  row === undefined || row.text === null ? null : row.number

const isSame = (row: EditRow | undefined, text: string | null): boolean =>
  (row?.text ?? null) === text

const stale = (
  title: string,
  { number, text, editedBy, editedAt }: EditRow,
  basedOn: number | null,
): Problem =>
  new Problem('section-stale', say.sectionStale(title, editedBy, editedAt, text === null), {
    basedOn,
    current: { revision: number, receivedAt: editedAt, preparedBy: editedBy },
  })

const onWire = ({ heading: { code, title, depth }, merged, edit }: Chapter): ReportSection => ({
  code,
  title,
  depth,
  merged: merged.map(({ unit, text, told, remarks }) => ({
    unit,
    text,
    told: [...told],
    remarks: [...remarks],
  })),
  edit,
})

/** Names a report: its figures, by whose digest it begins because a pull remembers them, and the words that stand in it. */
export const reportDigest = (digest: string, edits: readonly Edit[]): string =>
  edits.length === 0 ? digest : `${digest}-${sha256(canonicalJson(['report/1', edits]))}`
