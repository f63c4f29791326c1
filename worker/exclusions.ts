/** Groups declared to stand outside a ratio: dated, with the document that allows it. The latest of a name holds. */
import { Hono } from 'hono'
import { exclusionFault } from '../shared/exclusions.ts'
import {
  type Exclusion,
  type ExclusionAnswer,
  exclusionSchema,
  exclusionWritingSchema,
} from '../shared/protocol.ts'
import { actorOf, recordOnce } from './audit.ts'
import { bodyOf } from './body.ts'
import { indexInForce } from './catalogue.ts'
import { canonicalJson, sha256 } from './digest.ts'
import { type App, type Database, instant } from './env.ts'
import { exclusionIn } from './in-force.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { ruleWords } from './rules-words.ts'
import { signedIn } from './session.ts'
import { ask } from './store/ask.ts'
import { addExclusion, type ExclusionRow, lastExclusions } from './store/rules.ts'

export const exclusions = new Hono<App>()
  .get('/exclusions', may('rule.read'), async c => {
    const [rows] = await ask(c.env.DB, lastExclusions(c.env.DB, signedIn(c).agency))
    return c.json(rows.flatMap(onWire))
  })

  .put('/exclusions/:exclusion', may('rule.write'), async c => {
    const id = exclusionId(c.req.param('exclusion'))
    const { basedOn, exclusion } = await bodyOf(c, exclusionWritingSchema)
    const { agency, name } = signedIn(c)
    const db = c.env.DB
    const at = instant(c.env)
    if (exclusion) await refuseImpossible(db, id, exclusion, at)
    const document = exclusion && canonicalJson(exclusion)
    const last = async () =>
      (await ask(db, lastExclusions(db, agency)))[0].find(row => row.id === id)
    const isThere = async () => {
      const seen = await last()
      const isSame = seen !== undefined && seen.document === document && seen.writtenBy === name
      return isSame && seen.number > basedOn
    }
    const done = await recordOnce(db, agency, isThere, async () => {
      const before = await last()
      if (openOf(before) !== basedOn) throw stale(id, before, basedOn)
      if (document === null && basedOn === 0)
        throw new Problem('not-found', ruleWords.unknownExclusion(id))
      const number = (before?.number ?? 0) + 1
      const row: ExclusionRow = { id, number, document, writtenBy: name, writtenAt: at }
      return {
        entry: {
          action: 'exclusion.written',
          at,
          by: actorOf(signedIn(c)),
          detail: { id, number, digest: sha256(canonicalJson(row)) },
        },
        statements: [addExclusion(db, agency, row)],
      }
    })
    const [rows] = await ask(db, lastExclusions(db, agency))
    return c.json(rows.flatMap(onWire), done === 'made' ? 201 : 200)
  })

/** What somebody who opens the list now says that his entry is based on. */
const openOf = (row: ExclusionRow | undefined): number =>
  row === undefined || row.document === null ? 0 : row.number

const onWire = (row: ExclusionRow): ExclusionAnswer[] => {
  const exclusion = exclusionIn(row)
  return exclusion ? [{ number: row.number, exclusion, by: row.writtenBy, at: row.writtenAt }] : []
}

function exclusionId(text: string): string {
  const read = exclusionSchema.shape.id.safeParse(text)
  if (!read.success) throw new Problem('malformed', ruleWords.notAnExclusionId())
  return read.data
}

/** @throws Problem invalid-figures when it names another than the address, no ratio or no count, or ends before it begins */
async function refuseImpossible(
  db: Database,
  id: string,
  exclusion: Exclusion,
  at: string,
): Promise<void> {
  const refused = (member: string, detail: string) =>
    new Problem('rule-stays', detail, { errors: [{ pointer: `#/exclusion/${member}`, detail }] })
  if (exclusion.id !== id) throw refused('id', ruleWords.exclusionElsewhere(id))
  const { from, until } = exclusion
  if (until !== null && until < from)
    throw refused('until', ruleWords.exclusionReversed(from, until))
  const fault = exclusionFault(await indexInForce(db, at), exclusion)
  if (fault === 'no-ratio') throw refused('indicator', ruleWords.notARatio(exclusion.indicator))
  if (fault === 'no-figure') throw refused('excluded', ruleWords.notACount(exclusion.excluded))
}

const stale = (id: string, last: ExclusionRow | undefined, basedOn: number): Problem =>
  new Problem('entry-stale', ruleWords.exclusionStale(id, last), {
    basedOn: basedOn || null,
    current: last
      ? { revision: last.number, receivedAt: last.writtenAt, preparedBy: last.writtenBy }
      : null,
  })
