/**
 * Merged figures over periods of one kind. What is stored is told as the consolidations tell it; a quarter, 6M, 9M or year
 * of which nothing is stored is made of the agency's months by the same roll-up that fills the units' sheets.
 */
import { Hono } from 'hono'
import type { Index } from '../shared/catalogue/catalogue.ts'
import { type Content, type Values, valuesOf } from '../shared/content.ts'
import { toWire } from '../shared/figure.ts'
import type { SeriesAnswer } from '../shared/protocol.ts'
import { rollUp } from '../shared/roll-up.ts'
import { indexOf } from './catalogue.ts'
import { type CountedPeriod, countedPeriods, mergedPeriod } from './counted-periods.ts'
import { canonicalJson, sha256 } from './digest.ts'
import type { App, Database } from './env.ts'
import { cached, isCurrent } from './etag.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { monthsBehind } from './rolled-up.ts'
import { askedFor, type Line, linesOf } from './series-asked.ts'
import { signedIn } from './session.ts'

export const seriesRoutes = new Hono<App>().get('/series', may('series.read'), async c => {
  const { agency } = signedIn(c)
  const db = c.env.DB
  const { indicators, from, to, periods } = askedFor(c.req.query())
  const stored = await countedPeriods(db, agency, withMonths(periods))
  // keys are never reused for another meaning, so one catalogue names the figures of every period
  const newest = [...stored.values()].at(-1)
  if (!newest) throw new Problem('not-found', say.periodNotOpened(to))
  const index = await indexOf(db, newest.row.catalogue)
  const lines = linesOf(index, indicators)
  const digest = sha256(
    canonicalJson([
      ...['series/1', agency, index.catalogue.id, indicators, from, to],
      [...stored.values()].map(one => one.digest),
    ]),
  )
  const headers = cached(digest)
  if (isCurrent(c.req.header('If-None-Match'), digest)) return c.body(null, 304, headers)
  const told = await toldOver(db, agency, index, periods, stored)
  const answer: SeriesAnswer = {
    ...{ agency, from, to },
    periods: told.map(({ period, state, missing }) => ({ period, state, missing: [...missing] })),
    series: lines.map(line => ({
      indicator: line.indicator,
      name: line.name,
      unit: line.unit,
      values: told.map(({ values }) => valueAt(values, line)),
    })),
  }
  return c.json(answer, 200, headers)
})

const valueAt = (values: Values | undefined, { form, column, key }: Line) =>
  (values && toWire(column ? values.total(form, key) : values.figure(key))) ?? null

/** A longer period may have to be made of its months. */
const withMonths = (periods: readonly string[]): string[] => [
  ...new Set(periods.flatMap(period => [period, ...monthsBehind(period)])),
]

type Told = Pick<SeriesAnswer['periods'][number], 'period' | 'state'> & {
  readonly missing: readonly string[]
  readonly values?: Values
}

async function toldOver(
  db: Database,
  agency: string,
  index: Index,
  periods: readonly string[],
  stored: ReadonlyMap<string, CountedPeriod>,
): Promise<Told[]> {
  const counts = (period: string) => (stored.get(period)?.counting.revisions.length ?? 0) > 0
  const merged = new Map<string, Values>()
  const mergedOf = async (period: string): Promise<Values | undefined> => {
    const standing = stored.get(period)
    if (!standing || !counts(period)) return undefined
    const values =
      merged.get(period) ?? (await mergedPeriod(db, agency, standing, index.catalogue.id)).values
    merged.set(period, values)
    return values
  }
  const told: Told[] = []
  for (const period of periods) {
    const own = stored.get(period)
    const months = monthsBehind(period)
    const values = await mergedOf(period)
    if (own && (values || !months.some(counts))) {
      const state = own.row.state === 'locked' ? 'final' : 'provisional'
      told.push({ period, state, missing: [], ...(values ? { values } : {}) })
      continue
    }
    if (!months.some(counts)) {
      told.push({ period, state: 'absent', missing: [] })
      continue
    }
    const parts: { period: string; content: Content | null }[] = []
    for (const month of months)
      parts.push({ period: month, content: (await mergedOf(month))?.content ?? null })
    const { content, missing } = rollUp(index, parts)
    told.push({ period, state: 'derived', missing, values: valuesOf(index, content) })
  }
  return told
}
