/**
 * GET /province/series: figures of several agencies over periods of one kind, the total's line first and then each
 * agency's. Every agency is told as GET /series tells it; the total is merged of them by `shared/province.ts`.
 */
import { Hono } from 'hono'
import { planCountOf } from '../shared/catalogue/catalogue.ts'
import { toWire } from '../shared/figure.ts'
import { isPastDue, statusOf } from '../shared/figure-status.ts'
import { dateInVietnam, defaultDueDate } from '../shared/period.ts'
import type { SeriesAnswer, SeriesLine } from '../shared/protocol.ts'
import { provinceValues } from '../shared/province.ts'
import { bodiesAhead } from './bodies.ts'
import { type App, now } from './env.ts'
import { tagOf } from './etag.ts'
import { formatFor, inFormat, tagIn } from './formats/negotiate.ts'
import { ofSeries } from './formats/of-series.ts'
import { nextPage } from './next-page.ts'
import { agenciesAsked, provinceOf } from './province-asked.ts'
import { type AgencyOver, agenciesOver, refuseIfTooWide } from './province-over.ts'
import { may } from './roles.ts'
import { askedFor, pageAsked } from './series-asked.ts'
import { type AskedFigure, figureIn, figuresOf } from './series-figures.ts'
import {
  type Asking,
  onlyTold,
  placesOf,
  type Said,
  standingOn,
  type ToldPeriod,
  toldPeriod,
} from './series-lines.ts'

export const provinceSeries = new Hono<App>().get(
  '/province/series',
  may('province.read'),
  async c => {
    const wanted = formatFor(c)
    const db = c.env.DB
    const named = agenciesAsked(c)
    const query = c.req.query()
    const { indicators, from, to, periods } = askedFor(query)
    const { agencies, index } = await agenciesOver(db, named, periods, to)
    const figures = figuresOf(
      index,
      agencies.map(({ document }) => document),
      indicators,
    )
    const lines = figures.length * (1 + agencies.length)
    const { limit, after } = pageAsked(query, lines)
    const today = dateInVietnam(now(c.env))
    const tag = tagOf([
      ...['province-series/2', index.catalogue.id, indicators, from, to, limit, after],
      periods.map(period => isPastDue(defaultDueDate(period), today)),
      // its fields are called as in the document of now, which no period may have any more
      agencies.map(({ document, stored }) => [
        document,
        [...stored.values()].map(({ row, digest }) => [digest, standingOn(row, today).pastDue]),
      ]),
    ])
    const { headers, current } = tagIn(c, wanted, tag)
    if (current) return c.body(null, 304, headers)
    refuseIfTooWide(agencies, periods)

    // a figure's lines stand together: the total, then the agencies'
    const width = 1 + agencies.length
    const end = Math.min(after + limit, lines)
    const begin = Math.floor(after / width)
    const asked = figures.slice(begin, Math.ceil(end / width))
    // one agency after the other, as they are read ahead
    const bodies = bodiesAhead(
      db,
      periods.flatMap(period =>
        agencies.flatMap(({ agency, stored }) => placesOf(agency, stored, [period])),
      ),
    )
    const told: ToldProvince[] = []
    for (const period of periods) {
      const parts: Awaited<ReturnType<typeof toldPeriod>>[] = []
      for (const { agency, stored } of agencies) {
        const asking: Asking = { agency, index, stored, figures: asked, units: [], today, bodies }
        parts.push(await toldPeriod(db, asking, period))
      }
      const values = provinceValues(
        index,
        agencies.flatMap(({ document }, i) => {
          const own = parts[i]?.values
          return own ? [{ agency: document, values: own }] : []
        }),
      )
      const overdue = isPastDue(defaultDueDate(period), today)
      const said = asked.map((figure, i) => ({
        value: toWire(figureIn(values, figure)) ?? null,
        ...reliance(
          figure,
          parts.map(part => part.merged[i]),
          overdue,
        ),
      }))
      told.push(toldProvince(period, parts.map(onlyTold), said))
    }
    const of = provinceOf(agencies.map(({ document }) => document))
    const all = asked.flatMap(({ indicator, name, unit }, i): SeriesLine[] => [
      { indicator, name, unit, of, ...inColumns(told.map(one => one.said[i])) },
      ...agencies.map(
        ({ agency, document }: AgencyOver, at): SeriesLine => ({
          ...{ indicator, name, unit },
          of: { kind: 'agency', key: agency, name: document.name },
          ...inColumns(told.map(one => one.parts[at]?.merged[i])),
        }),
      ),
    ])
    const next = end < lines ? end : null
    const skipped = after - begin * width
    const answer: SeriesAnswer = {
      ...{ agency: null, from, to },
      periods: told.map(({ period, state, missing }) => ({ period, state, missing })),
      series: all.slice(skipped, skipped + end - after),
      page: { lines, before: after, next },
    }
    return inFormat(c, wanted, answer, () => ofSeries(answer, of.name), {
      ...headers,
      ...nextPage(c, next),
    })
  },
)

/** How far a total can be relied upon, as `province.ts` has it: agencies that owe it, and those of which nothing is missing. */
function reliance(
  { where }: AskedFigure,
  parts: readonly (Said | undefined)[],
  overdue: boolean,
): Pick<Said, 'status' | 'coverage'> {
  const planned = where.kind === 'figure' && planCountOf(where.row) !== undefined
  const owing = parts.filter(
    part => !part || planned || part.coverage.expected > 0 || part.value !== null,
  )
  const lacking = owing.filter(
    part => !part || part.value === null || part.coverage.reported < part.coverage.expected,
  )
  const coverage = { expected: owing.length, reported: owing.length - lacking.length }
  const locked = parts.every(part => part?.status === 'final')
  // where a period was not opened the day the rules name counts; a lock ends every waiting
  const pastDue = lacking.some(part =>
    part ? part.status === 'late' || part.status === 'final' : overdue,
  )
  return { coverage, status: statusOf({ locked, pastDue, coverage }) }
}

type ToldProvince = SeriesAnswer['periods'][number] & {
  readonly parts: readonly ToldPeriod[]
  /** the totals, none where no agency has the period */
  readonly said: readonly Said[]
}

function toldProvince(
  period: string,
  parts: readonly ToldPeriod[],
  said: readonly Said[],
): ToldProvince {
  const states = new Set(parts.map(({ state }) => state))
  const [only, ...others] = states
  const state =
    only !== undefined && others.length === 0
      ? only
      : states.has('derived')
        ? 'derived'
        : 'provisional'
  const missing = [...new Set(parts.flatMap(part => part.missing))].sort()
  return { period, state, missing, parts, said: state === 'absent' ? [] : said }
}

const inColumns = (said: readonly (Said | undefined)[]) => ({
  values: said.map(one => one?.value ?? null),
  statuses: said.map(one => one?.status ?? null),
  coverage: said.map(one => one?.coverage ?? null),
})
