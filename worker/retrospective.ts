/**
 * The review of several years: as JSON, as a workbook with charts, and as Word with the outline of a summary report. Named
 * by the digests of the years it is made of, so an unchanged one answers 304 without reading a single figure.
 */
import { type Context, Hono } from 'hono'
import type { Agency } from '../shared/agency.ts'
import type { Index } from '../shared/catalogue/catalogue.ts'
import { dateInVietnam } from '../shared/period.ts'
import type { Retrospective } from '../shared/protocol.ts'
import type { Missed } from '../shared/retrospective/outline.ts'
import { retrospectiveOf, type Span, yearsOf } from '../shared/retrospective/retrospective.ts'
import { agencyFrom } from './agency.ts'
import { attachment } from './attachment.ts'
import { indexInForce } from './catalogue.ts'
import { canonicalJson, sha256 } from './digest.ts'
import { type App, instant, now } from './env.ts'
import { cached, isCurrent } from './etag.ts'
import { Problem } from './problem.ts'
import { retrospectiveWords } from './retrospective/words.ts'
import { type YearSource, yearSources, yearsKnown } from './retrospective/years.ts'
import { may } from './roles.ts'
import { signedIn } from './session.ts'
import { agencyDocument } from './store/agencies.ts'
import { first } from './store/ask.ts'

/** Years of one review, the base aside: three of the five-year programmes. */
const mostYears = 15

/** Everything the papers are made of. */
export type Review = {
  readonly index: Index
  readonly agency: Agency
  readonly review: Retrospective
  /** targets of the plan that the last year misses */
  readonly missed: readonly Missed[]
  /** UTC instant of the newest figure in it */
  readonly asOf: string
}

export const retrospectives = new Hono<App>()
  .get('/retrospective', may('retrospective.read'), async c => {
    const asked = await askedFor(c)
    if (isCurrent(c.req.header('If-None-Match'), asked.digest))
      return c.body(null, 304, cached(asked.digest))
    const { review } = await asked.made()
    return c.json(review, 200, cached(asked.digest))
  })

  .get('/retrospective.xlsx', may('retrospective.download'), async c => {
    const asked = await askedFor(c)
    const headers = cached(asked.digest)
    if (isCurrent(c.req.header('If-None-Match'), asked.digest)) return c.body(null, 304, headers)
    // the writers are large and seldom needed
    const { retrospectiveWorkbook } = await import('./retrospective/workbook.ts')
    const made = await asked.made()
    return c.body(new Uint8Array(await retrospectiveWorkbook(made)), 200, {
      ...headers,
      ...attachment('xlsx', retrospectiveWords.fileName(made.review, 'xlsx')),
    })
  })

  .get('/retrospective.docx', may('retrospective.download'), async c => {
    const asked = await askedFor(c)
    const headers = cached(asked.digest)
    if (isCurrent(c.req.header('If-None-Match'), asked.digest)) return c.body(null, 304, headers)
    const { retrospectiveReport } = await import('./retrospective/report.ts')
    const made = await asked.made()
    return c.body(await retrospectiveReport(made), 200, {
      ...headers,
      ...attachment('docx', retrospectiveWords.fileName(made.review, 'docx')),
    })
  })

async function askedFor(c: Context<App>): Promise<{ digest: string; made: () => Promise<Review> }> {
  const { agency: key } = signedIn(c)
  const span = spanOf(c.req.query())
  const db = c.env.DB
  const index = await indexInForce(db, instant(c.env))
  const filed = { db, agency: key, index, today: dateInVietnam(now(c.env)) }
  const sources = await yearSources(filed, yearsOf(span))
  await refuseUnknown(span, sources, () => yearsKnown(filed))
  const row = await first(agencyDocument(db, key))
  const names = sources.map(({ year, origin, words, status, of }) => [
    year,
    origin,
    words,
    status,
    of,
  ])
  const digest = sha256(
    canonicalJson(['retrospective/2', span, index.catalogue.id, row?.document ?? '', names]),
  )
  return {
    digest,
    made: async () => {
      const known = await Promise.all(
        sources.map(async ({ figures, ...source }) => ({ ...source, ...(await figures()) })),
      )
      return {
        index,
        agency: agencyFrom(row),
        review: retrospectiveOf(index, key, span, known),
        missed: known.find(({ year }) => year === span.to)?.missed ?? [],
        asOf:
          sources
            .map(({ asOf }) => asOf)
            .sort()
            .at(-1) ?? '',
      }
    },
  }
}

/** @throws Problem malformed with a sentence about which of the three years is wrong */
function spanOf(query: Record<string, string | undefined>): Span {
  const [from, to, base] = ['from', 'to', 'base'].map(name => query[name] ?? '')
  if (![from, to, base].every(year => /^20\d{2}$/u.test(year ?? '')))
    throw new Problem('malformed', retrospectiveWords.needed())
  const span = { from: Number(from), to: Number(to), base: Number(base) }
  if (span.from > span.to) throw new Problem('malformed', retrospectiveWords.reversed(span))
  if (span.to - span.from >= mostYears)
    throw new Problem('malformed', retrospectiveWords.tooLong(span, mostYears))
  if (span.base >= span.to) throw new Problem('malformed', retrospectiveWords.baseLate(span))
  return span
}

/** @throws Problem no-years when there is nothing to review or nothing to hold it against */
async function refuseUnknown(
  { from, to, base }: Span,
  sources: readonly YearSource[],
  known: () => Promise<number[]>,
): Promise<void> {
  if (!sources.some(({ year }) => year >= from))
    throw new Problem('no-years', retrospectiveWords.nothing({ from, to, base }, await known()))
  if (!sources.some(({ year }) => year === base))
    throw new Problem('no-years', retrospectiveWords.noBase(base, await known()))
}
