/**
 * Rules over the periods of one unit: figures that never fall within a year, figures that never change, and figures far
 * from what the unit usually reports. They look at what was typed; what follows from it would say the same thing twice.
 */
import { type Entry, type Index, isComputed } from '../catalogue/catalogue.ts'
import { kinds } from '../catalogue/kinds.ts'
import { type Figure, numberFigure, quantity } from '../figure.ts'
import { operandsOf, parseFormula } from '../formula.ts'
import { parsePeriod } from '../period.ts'
import { type Place, placeText } from '../place.ts'
import { asShare, type Track } from './history.ts'
import { perCatalogue } from './per-catalogue.ts'
import type { Rule } from './schema.ts'
import { alike, type Subject, type Verdict, verdict } from './subject.ts'

type KeptRule = Extract<Rule, { check: 'kept' }>
type TrendRule = Extract<Rule, { check: 'trend' }>

const entriesOf = (index: Index): Entry[] => [
  ...index.indicators.values(),
  ...index.columns.values(),
]

// ---------------------------------------------------------------- T-03, T-05

const kept = perCatalogue((index): ReadonlyMap<KeptRule['rows'], Entry[]> => {
  const marked = [...index.indicators.values()].filter(
    ({ row }) => row.overTime && !isComputed(row),
  )
  return Map.groupBy(marked, ({ row }) => row.overTime ?? 'cumulative')
})

/** Against the last period in which the figure was reported: of this year, or of one before. */
export function keptOverTime(index: Index, rule: KeptRule, subject: Subject): Verdict[] {
  const { history, period, values } = subject
  if (!history) return []
  const thisYear = parsePeriod(period).year
  return (kept(index).get(rule.rows) ?? []).map(entry => {
    const place: Place = { form: entry.form.id, row: entry.row.key }
    const actual = values.figure(entry.row.key)
    const value = quantity(actual)
    const last = history.tracks(entry)('')?.last
    if (value === undefined || !last) return verdict(place, 'na')
    const isThisYear = parsePeriod(last.period).year === thisYear
    if (isThisYear !== (rule.since === 'this-year')) return verdict(place, 'na')
    const holds = alike(value, last.value) || (rule.rows === 'cumulative' && value > last.value)
    if (holds) return verdict(place, 'pass')
    return verdict(place, 'fail', {
      operands: [[entry.row.key, actual]],
      actual,
      expected: { operator: rule.rows === 'cumulative' ? '>=' : '=', value: last.value },
      words: last.period,
    })
  })
}

// ---------------------------------------------------------------- trend and outliers

/**
 * Typed figures that move around a level of their own. A part is judged by its whole, what must equal another figure by
 * that one, and what is bound to rise or to stay by its own rule.
 */
export const movingEntries = perCatalogue((index): readonly Entry[] => {
  const followers = new Set(
    index.rules.flatMap(rule => {
      if (rule.check !== 'compare' || rule.operator !== '=') return []
      const left = parseFormula(rule.left)
      const isOther = operandsOf(parseFormula(rule.right)).length > 0
      return left.kind === 'reference' && isOther ? [`${rule.table ?? ''}.${left.key}`] : []
    }),
  )
  return entriesOf(index).filter(entry => {
    const { form, row } = entry
    if (isComputed(row) || row.choices || row.within !== undefined) return false
    if ('overTime' in row && row.overTime) return false
    if ('given' in row && (row.given || row.rowKey)) return false
    // members of a list come and go
    if (form.layout === 'table' && form.rowsBy !== 'field') return false
    const isCounted = row.overPeriods === 'sum' || row.overPeriods === 'last'
    const { numeric, scale } = kinds[row.kind]
    const name = `${form.layout === 'table' ? form.id : ''}.${row.key}`
    return isCounted && numeric && scale === 1 && !followers.has(name)
  })
})

/** A figure that was reported and has been reported before. */
type Measured = {
  readonly place: Place
  readonly value: number
  readonly track: Track
  readonly far: number
  readonly pass: Verdict
}
type Moving = { readonly measured: readonly Measured[]; readonly unknown: readonly Verdict[] }

/** The rules about it differ only in how far is far, so one look serves them all. */
const looked = new WeakMap<Subject, Moving>()

function lookAt(index: Index, subject: Subject): Moving {
  const known = looked.get(subject)
  if (known) return known
  const { history, values } = subject
  const [measured, unknown]: [Measured[], Verdict[]] = [[], []]
  for (const entry of history ? movingEntries(index) : []) {
    const { form, row } = entry
    const tracks = history?.tracks(entry)
    const look = (place: Place, line: string, figure: Figure) => {
      const value = quantity(figure)
      const track = value === undefined ? undefined : tracks?.(line)
      if (value === undefined || !track) unknown.push(verdict(place, 'na'))
      else {
        const far = distance(track, value)
        measured.push({ place, value, track, far, pass: verdict(place, 'pass') })
      }
    }
    if (form.layout === 'indicators') {
      look({ form: form.id, row: row.key }, '', values.figure(row.key))
      continue
    }
    const read = values.reading({ kind: 'reference', key: row.key }, form.id)
    for (const line of values.content.tables.get(form.id)?.keys() ?? [])
      look({ form: form.id, row: line, column: row.key }, line, read(line))
  }
  const found = { measured, unknown }
  looked.set(subject, found)
  return found
}

export function trends(index: Index, rule: TrendRule, subject: Subject): Verdict[] {
  const { measured, unknown } = lookAt(index, subject)
  const { beyond, below = Number.POSITIVE_INFINITY } = rule
  const found = [...unknown]
  for (const { place, value, track, far, pass } of measured) {
    if (!isTelling(rule, track, value)) found.push(verdict(place, 'na'))
    else if (far < beyond || far >= below) found.push(pass)
    else {
      const actual = numberFigure(value)
      const operands = [[placeText(place), actual]] as const
      found.push(verdict(place, 'fail', { operands, actual, track }))
    }
  }
  return found
}

/** Too few periods, mostly zeros, or so small a count that a handful more is nothing: then history tells nothing. */
function isTelling({ periods, tiny }: TrendRule, track: Track, value: number): boolean {
  const isZeroHeavy = track.zeros * 3 > track.count
  return track.count >= periods && !isZeroHeavy && Math.max(track.median, value) >= tiny
}

/**
 * How far beyond what it was in these periods, in widths of its usual scatter; 0 inside their range. The width is the
 * median distance from the median, made as wide as a standard deviation (1,4826), but never narrower than a fifth of the
 * figure and what chance does to a count of its size.
 */
export function distance(track: Track, value: number): number {
  if (value >= track.least && value <= track.most) return 0
  const chance = 1 / Math.sqrt(track.median + 1)
  const width = Math.max(1.4826 * track.spread, narrowest + chance)
  return Math.abs(asShare(value) - track.centre) / width
}
const narrowest = 0.2
