/**
 * Merged figures over periods of one kind. What is stored is told as the consolidations tell it; a quarter, 6M, 9M or year
 * of which nothing is stored is made of the agency's months by the same roll-up that fills the units' sheets.
 */
import { Hono } from 'hono'
import type { Index } from '../shared/catalogue/catalogue.ts'
import { mergedValues } from '../shared/consolidate.ts'
import { type Content, type Values, valuesOf } from '../shared/content.ts'
import { toWire } from '../shared/figure.ts'
import { yearOf } from '../shared/period.ts'
import type { SeriesAnswer } from '../shared/protocol.ts'
import { rollUp } from '../shared/roll-up.ts'
import { agencyFrom } from './agency.ts'
import { indexOf } from './catalogue.ts'
import { canonicalJson, sha256 } from './digest.ts'
import type { App, Database } from './env.ts'
import { cached, isCurrent } from './etag.ts'
import { frozenDocuments } from './frozen.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { monthsBehind } from './rolled-up.ts'
import { askedFor, type Line, linesOf } from './series-asked.ts'
import { signedIn } from './session.ts'
import { type Counting, countingsOf } from './sources.ts'
import { type AdjustmentRow, adjustmentsOfPeriods } from './store/adjustments.ts'
import { type AgencyRow, agencyIn } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { decisionsOfAgency, newestOfAgency } from './store/earlier.ts'
import { type PeriodRow, periodsOf } from './store/periods.ts'
import { countedRevisions } from './store/submissions.ts'
import { toMerge } from './to-merge.ts'

export const seriesRoutes = new Hono<App>().get('/series', may('series.read'), async c => {
  const { agency } = signedIn(c)
  const db = c.env.DB
  const { indicators, from, to, periods } = askedFor(c.req.query())
  const [opened] = await ask(db, periodsOf(db, agency))
  const [newest] = opened
  if (!newest) throw new Problem('not-found', say.periodNotOpened(to))
  const known = new Map(opened.map(row => [row.period, row]))
  // keys are never reused for another meaning, so the newest catalogue names the figures of every period
  const within = opened.find(row => periods.includes(row.period)) ?? newest
  const index = await indexOf(db, within.catalogue)
  const lines = linesOf(index, indicators)
  const stored = await standingIn(db, agency, withMonths(periods), known)
  const digest = sha256(
    canonicalJson([
      ...['series/1', agency, within.catalogue, indicators, from, to],
      [...stored.values()].map(({ row, counting, document }) => [
        ...[row.period, row.state, counting, document],
      ]),
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

type Standing = {
  readonly row: PeriodRow
  readonly counting: Counting
  readonly adjustments: readonly AdjustmentRow[]
  readonly document: AgencyRow
}

/** What counts of each opened period; no figure is read yet. One round trip, of a size their history has no part in. */
async function standingIn(
  db: Database,
  agency: string,
  periods: readonly string[],
  opened: ReadonlyMap<string, PeriodRow>,
): Promise<Map<string, Standing>> {
  const there = periods.filter(period => opened.has(period))
  // a plan is of a year, so one period of it is asked about
  const years = new Map(there.map(period => [yearOf(period), period]))
  const [newest, decisions, adjustments, ...documents] = await ask(
    db,
    newestOfAgency(db, agency, there),
    decisionsOfAgency(db, agency, there),
    adjustmentsOfPeriods(db, agency, there),
    ...[...years.values()].map(period => agencyIn(db, agency, period)),
  )
  const countingIn = countingsOf(newest, decisions, adjustments)
  const adjusted = Map.groupBy(adjustments, one => one.period)
  const order = [...years.keys()]
  const finals = there.flatMap(period => opened.get(period)?.final ?? [])
  const frozen = await frozenDocuments(db, agency, finals)
  return new Map(
    there.flatMap(period => {
      const row = opened.get(period)
      const [current] = documents[order.indexOf(yearOf(period))] ?? []
      // a plan written since the lock does not reach what was signed
      const document = frozen.get(row?.final ?? '') ?? current
      if (!document) throw new Error('a session names an agency that is not there')
      const { revisions, adjustments: standing } = countingIn(period)
      const counting = { revisions, adjustments: standing }
      return row
        ? [[period, { row, counting, adjustments: adjusted.get(period) ?? [], document }]]
        : []
    }),
  )
}

type Told = Pick<SeriesAnswer['periods'][number], 'period' | 'state'> & {
  readonly missing: readonly string[]
  readonly values?: Values
}

async function toldOver(
  db: Database,
  agency: string,
  index: Index,
  periods: readonly string[],
  stored: ReadonlyMap<string, Standing>,
): Promise<Told[]> {
  const counts = (period: string) => (stored.get(period)?.counting.revisions.length ?? 0) > 0
  const merged = new Map<string, Values>()
  const mergedOf = async (period: string): Promise<Values | undefined> => {
    const standing = stored.get(period)
    if (!standing || !counts(period)) return undefined
    const values = merged.get(period) ?? (await mergedIn(db, agency, index.catalogue.id, standing))
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

async function mergedIn(
  db: Database,
  agencyKey: string,
  catalogue: string,
  { row, counting, adjustments, document }: Standing,
): Promise<Values> {
  const agency = agencyFrom(document)
  // with the plan of its year, whose tasks the merge counts
  const [[rows], index] = await Promise.all([
    ask(db, countedRevisions(db, agencyKey, row.period, counting.revisions)),
    indexOf(db, catalogue, agency),
  ])
  return mergedValues(toMerge(index, agency, rows, adjustments, counting))
}
