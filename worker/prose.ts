/**
 * A draft of the report, typed, pasted or as a file, held against its own figures and those of the period. Nothing of it
 * is stored.
 */
import { Hono } from 'hono'
import { periodName } from '../shared/period.ts'
import { keptOf } from '../shared/prose/kept.ts'
import { proseOnWire } from '../shared/prose/wire.ts'
import { checkProse, figuresTold, periodTold } from '../shared/prose.ts'
import { type ProseAnswer, proseAskingSchema } from '../shared/protocol.ts'
import { bodyOf } from './body.ts'
import { consolidationOf } from './consolidated.ts'
import type { App } from './env.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { sourcesOf } from './sources.ts'
import { documentText } from './upload/document-text.ts'
import { documentWords } from './upload/words.ts'

/** Longer texts are no report of a Sở: the longest published one has 60,000 characters. */
const longestText = 200_000

export const draftChecks = new Hono<App>()
  .post('/periods/:period/prose', may('prose.check'), async c => {
    const { text } = await bodyOf(c, proseAskingSchema)
    return c.json(await checked(c.env.DB, signedIn(c).agency, c.req.param('period'), text))
  })
  .post('/periods/:period/prose.docx', may('prose.check'), async c => {
    const document = await documentText(new Uint8Array(await c.req.arrayBuffer()))
    if (!document.ok) throw new Problem('no-text', documentWords.noText[document.why])
    return c.json(await checked(c.env.DB, signedIn(c).agency, c.req.param('period'), document.text))
  })

async function checked(
  db: App['Bindings']['DB'],
  agency: string,
  asked: string,
  given: string,
): Promise<ProseAnswer> {
  const text = given.normalize('NFC')
  if (text.trim() === '') throw new Problem('no-text', documentWords.nothing)
  if (text.length > longestText) throw new Problem('no-text', documentWords.tooLong(longestText))
  const made = await consolidationOf(db, agency, await sourcesOf(db, agency, asked))
  const { period } = made.consolidation
  const told = periodTold(text) ?? null
  const isOfPeriod = told === null || told === period
  const kept = isOfPeriod ? keptOf(made.index, made.consolidation) : []
  const findings = proseOnWire(text, checkProse(text, kept))
  return {
    period,
    told,
    lines: text.split('\n').length,
    figures: figuresTold(text),
    findings: isOfPeriod ? findings : [otherPeriod(told, period), ...findings],
  }
}

/** Figures of another period would all be alarmed; that it is another one is said instead. */
const otherPeriod = (told: string, period: string): ProseAnswer['findings'][number] => ({
  rule: 'PERIOD',
  verdict: 'note',
  message: documentWords.otherPeriod(periodName(told), periodName(period)),
  arithmetic: '',
  at: [],
  figure: null,
})
