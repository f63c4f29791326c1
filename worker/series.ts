/**
 * GET /series: figures of an agency over periods of one kind, and beside them what its units gave. The tag is made of what
 * counts, of the names and of what the calendar made late, before a single figure is read.
 */
import { Hono } from 'hono'
import type { Agency } from '../shared/agency.ts'
import { dateInVietnam } from '../shared/period.ts'
import type { SeriesAnswer, SeriesLine } from '../shared/protocol.ts'
import { agencyFrom } from './agency.ts'
import { bodiesAhead } from './bodies.ts'
import { indexOf } from './catalogue.ts'
import { type CountedPeriod, countedPeriods } from './counted-periods.ts'
import { type App, now } from './env.ts'
import { tagOf } from './etag.ts'
import { formatFor, inFormat, tagIn } from './formats/negotiate.ts'
import { ofSeries } from './formats/of-series.ts'
import { nextPage } from './next-page.ts'
import { notOpened } from './opened-near.ts'
import { may } from './roles.ts'
import { askedFor, pageAsked, unitsAsked } from './series-asked.ts'
import { figuresOf } from './series-figures.ts'
import {
  onlyTold,
  placesOf,
  type Said,
  standingOn,
  type ToldPeriod,
  toldPeriod,
  withMonths,
} from './series-lines.ts'
import { signedIn } from './session.ts'

export const seriesRoutes = new Hono<App>().get('/series', may('series.read'), async c => {
  const wanted = formatFor(c)
  const { agency, agencyName: name } = signedIn(c)
  const db = c.env.DB
  const query = c.req.query()
  const { indicators, from, to, periods } = askedFor(query)
  const stored = await countedPeriods(db, agency, withMonths(periods))
  const newest = [...stored.values()].at(-1)
  if (!newest) throw await notOpened(db, agency, to)
  // keys are never reused for another meaning, so one catalogue names the figures of every period
  const index = await indexOf(db, newest.row.catalogue)
  const documents = agenciesIn(stored)
  const figures = figuresOf(index, documents, indicators)
  const names = unitNames(documents)
  const units = unitsAsked(query, names)
  const lines = figures.length * (1 + units.length)
  const { limit, after } = pageAsked(query, lines)
  const today = dateInVietnam(now(c.env))
  const tag = tagOf([
    ...['series/2', agency, name, index.catalogue.id, indicators, from, to, units, limit, after],
    [...stored.values()].map(({ row, digest }) => [digest, standingOn(row, today).pastDue]),
  ])
  const { headers, current } = tagIn(c, wanted, tag)
  if (current) return c.body(null, 304, headers)

  // a figure's lines stand together: the agency's, then its units'
  const ofs = [undefined, ...units]
  const end = Math.min(after + limit, lines)
  const begin = Math.floor(after / ofs.length)
  const asked = figures.slice(begin, Math.ceil(end / ofs.length))
  const bodies = bodiesAhead(db, placesOf(agency, stored, periods))
  const asking = { agency, index, stored, figures: asked, units, today, bodies }
  const told: ToldPeriod[] = []
  for (const period of periods) told.push(onlyTold(await toldPeriod(db, asking, period)))
  const all = asked.flatMap(({ indicator, name: figureName, unit: measure }, i) =>
    ofs.map((unit): SeriesLine => {
      const said = told.map(one => (unit === undefined ? one.merged : one.units.get(unit))?.[i])
      const of =
        unit === undefined
          ? ({ kind: 'agency', key: agency, name } as const)
          : ({ kind: 'unit', key: unit, name: names.get(unit) ?? unit } as const)
      return { indicator, name: figureName, unit: measure, of, ...inColumns(said) }
    }),
  )
  const next = end < lines ? end : null
  const skipped = after - begin * ofs.length
  const answer: SeriesAnswer = {
    ...{ agency, from, to },
    periods: told.map(({ period, state, missing }) => ({ period, state, missing })),
    series: all.slice(skipped, skipped + end - after),
    page: { lines, before: after, next },
  }
  return inFormat(c, wanted, answer, () => ofSeries(answer, name), {
    ...headers,
    ...nextPage(c, next),
  })
})

/** As the periods know it, the newest first; once each. */
const agenciesIn = (stored: ReadonlyMap<string, CountedPeriod>): Agency[] => [
  ...new Set([...stored.values()].reverse().map(({ document }) => agencyFrom(document))),
]

/** In the order of the newest document; those that only older ones know come after. */
function unitNames(documents: readonly Agency[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { key, name } of documents.flatMap(one => one.units))
    if (!names.has(key)) names.set(key, name)
  return names
}

const inColumns = (said: readonly (Said | undefined)[]) => ({
  values: said.map(one => one?.value ?? null),
  statuses: said.map(one => one?.status ?? null),
  coverage: said.map(one => one?.coverage ?? null),
})
