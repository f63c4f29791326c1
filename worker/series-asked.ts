/** What a series was asked for: figures, periods of one kind, units beside the agency, and a page of its lines. */
import { type Period, parsePeriod, periodKey } from '../shared/period.ts'
import { say } from './messages.ts'
import { nearestNamed } from './nearest.ts'
import { periodKeyOf } from './opened.ts'
import { Problem } from './problem.ts'
import { monthsBehind } from './rolled-up.ts'

/** Ten years of months behind longer periods, five of months by themselves: a decade of a Sở in one request. */
const [mostIndicators, mostPeriods, mostMonths] = [50, 60, 120]
/** With 60 periods that is 12,000 figures. */
const mostLines = 200

type Query = Readonly<Record<string, string | undefined>>

export type Asked = {
  readonly indicators: readonly string[]
  readonly from: string
  readonly to: string
  /** all of them, the oldest first */
  readonly periods: readonly string[]
}

/** @throws Problem malformed naming the limit and how to go on, not-found where a period is none */
export function askedFor({ indicators, from, to }: Query): Asked {
  if (!indicators || !from || !to) throw new Problem('malformed', say.seriesNeeds())
  const keys = named(indicators)
  if (keys.length === 0) throw new Problem('malformed', say.seriesNeeds())
  const [lastKey = '', nextKey] = keys.slice(mostIndicators - 1)
  if (nextKey !== undefined)
    throw new Problem(
      'malformed',
      say.seriesTooMany(keys.length, mostIndicators, [lastKey, nextKey]),
    )
  const [first, last] = [parsePeriod(periodKeyOf(from)), parsePeriod(periodKeyOf(to))]
  if (first.kind !== last.kind) throw new Problem('malformed', say.seriesKinds(from, to))
  const count = numberOf(last) - numberOf(first) + 1
  if (count < 1) throw new Problem('malformed', say.seriesOrder(from, to))
  const most = Math.min(
    mostPeriods,
    Math.floor(mostMonths / Math.max(1, monthsBehind(from).length)),
  )
  if (count > most) {
    const pages = [periodAfter(first, most - 1), periodAfter(first, most)] as const
    throw new Problem('malformed', say.seriesTooLong(count, most, pages))
  }
  const periods = Array.from({ length: count }, (_, i) => periodAfter(first, i))
  return { indicators: keys, from, to, periods }
}

const named = (list: string): string[] =>
  [...new Set(list.split(',').map(key => key.trim()))].filter(key => key !== '')

const perYear = { M: 12, Q: 4, '6M': 1, '9M': 1, Y: 1 } as const
const numberOf = ({ kind, year, ordinal }: Period): number => year * perYear[kind] + ordinal - 1
function periodAfter(first: Period, count: number): string {
  const each = perYear[first.kind]
  const number = numberOf(first) + count
  return periodKey({ ...first, year: Math.floor(number / each), ordinal: (number % each) + 1 })
}

/**
 * The units beside the agency: none, those named, or `*` all.
 * @param known key → name, of all that the periods know
 * @throws Problem malformed naming the unit and the nearest
 */
export function unitsAsked({ units }: Query, known: ReadonlyMap<string, string>): string[] {
  if (units === undefined) return []
  if (units.trim() === '*') return [...known.keys()]
  const keys = named(units)
  const stranger = keys.find(key => !known.has(key))
  if (stranger !== undefined || keys.length === 0) {
    const near = nearestNamed(stranger ?? '', known, { least: 0 })
    throw new Problem('malformed', say.seriesUnit(stranger ?? '', near))
  }
  return keys
}

export type Page = { readonly limit: number; readonly after: number }

/** @param lines how many there are @throws Problem malformed */
export function pageAsked({ limit, after }: Query, lines: number): Page {
  const most = numberIn(limit ?? `${mostLines}`)
  if (most === undefined || most < 1 || most > mostLines)
    throw new Problem('malformed', say.seriesLimit(limit ?? '', mostLines))
  const before = numberIn(after ?? '0')
  if (before === undefined || before >= lines)
    throw new Problem('malformed', say.seriesAfter(after ?? '', lines))
  return { limit: most, after: before }
}

const numberIn = (text: string): number | undefined =>
  /^\d{1,6}$/u.test(text) ? Number(text) : undefined
