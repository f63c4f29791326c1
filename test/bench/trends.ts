/**
 * The rules over time on years in which nothing is wrong, and on the same years with one figure mistyped: how often they
 * speak for nothing, and how often they speak when they should. The thresholds in `trend.json` were chosen by it.
 */
import { contentFromWire, type Values, valuesOf } from '../../shared/content.ts'
import { closedBefore, periodsBefore } from '../../shared/period.ts'
import { judge } from '../../shared/rules/engine.ts'
import { historyOf } from '../../shared/rules/history.ts'
import { movingEntries } from '../../shared/rules/over-time.ts'
import type { Rule } from '../../shared/rules/schema.ts'
import type { Subject } from '../../shared/rules/subject.ts'
import { drawing, seed } from './corpus.ts'
import { index } from './province.ts'
import { type Filed, yearsOf } from './years.ts'

export type Spoken = {
  readonly rule: string
  readonly severity: string
  readonly checks: number
  readonly findings: number
  readonly submissions: number
  /** submissions in which it says anything */
  readonly speaking: number
}
export type Caught = {
  readonly mistake: string
  readonly size: string
  readonly seeded: number
  /** said at the figure, and of these what has to be explained before it is sent */
  readonly said: number
  readonly held: number
}
export type Trends = {
  readonly units: number
  readonly spoken: Spoken[]
  readonly caught: Caught[]
}

const overTime = index.rules.filter(({ id }) => /^(?:T-|TRD-)/u.test(id))
const trendRules = overTime.filter(({ check }) => check === 'trend')

export function trends(scale: number, years = 4): Trends {
  const units = Math.round(200 * scale)
  const tallies = new Map(
    overTime.map(rule => [rule.id, { rule, checks: 0, findings: 0, speaking: 0 }]),
  )
  const caught = new Map<string, { seeded: number; said: number; held: number }>()
  let submissions = 0
  for (let unit = 0; unit < units; unit++) {
    const months = yearsOf(seed + unit, years)
    const draw = drawing(seed ^ (unit + 1))
    for (const month of months.filter(({ missing }) => !missing)) {
      const subject = subjectOf(months, month)
      submissions++
      for (const tally of tallies.values()) {
        const judged = judge(index, tally.rule, subject).filter(({ outcome }) => outcome !== 'na')
        const failed = judged.filter(({ outcome }) => outcome === 'fail').length
        tally.checks += judged.length
        tally.findings += failed
        tally.speaking += Number(failed > 0)
      }
      for (const { mistake, size, said, held } of mistyped(months, month, subject, draw)) {
        const key = `${mistake}|${size}`
        const sums = caught.get(key) ?? { seeded: 0, said: 0, held: 0 }
        caught.set(key, {
          seeded: sums.seeded + 1,
          said: sums.said + Number(said),
          held: sums.held + Number(held),
        })
      }
    }
  }
  return {
    units,
    spoken: [...tallies.values()].map(({ rule, ...counted }) => ({
      ...{ rule: rule.id, severity: rule.severity, submissions },
      ...counted,
    })),
    caught: [...caught].map(([key, counted]) => {
      const [mistake = '', size = ''] = key.split('|')
      return { mistake, size, ...counted }
    }),
  }
}

const valuesIn = (filed: Filed, before?: Values): Values =>
  valuesOf(
    index,
    contentFromWire({ figures: filed.figures, tables: filed.tables, narrative: {} }),
    before,
  )

function subjectOf(months: readonly Filed[], month: Filed): Subject {
  const { period } = month
  const filed = (key: string) => months.find(one => one.period === key && !one.missing)
  const closed = closedBefore(period).flatMap(key => filed(key) ?? [])[0]
  const past = periodsBefore(period, 12).flatMap(key => filed(key) ?? [])
  return {
    level: 'unit',
    period,
    values: valuesIn(month, closed && valuesIn(closed)),
    history: historyOf(index, period, past),
  }
}

/** What fingers do; undefined where it would change nothing. */
const mistakes: Record<string, (value: number) => number | undefined> = {
  'a zero too many (×10)': value => value * 10,
  'a digit lost (÷10)': value => Math.floor(value / 10),
  'typed in thousands (×1.000)': value => value * 1000,
  'first two digits swapped': value => {
    const [a = '', b = '', ...rest] = String(value)
    const swapped = Number([b, a, ...rest].join(''))
    return value >= 10 && a !== b ? swapped : undefined
  },
}

/** Each mistake once a submission, at a figure the rules have enough history of. */
function mistyped(months: readonly Filed[], month: Filed, subject: Subject, draw: Draw) {
  if (periodsBefore(month.period, 12).some(key => !months.some(one => one.period === key)))
    return []
  const places = movingEntries(index).flatMap(({ form, row }) =>
    form.layout === 'table'
      ? Object.entries(month.tables[form.id] ?? {}).flatMap(([line, cells]) =>
          at(cells[row.key], { form: form.id, line, key: row.key }),
        )
      : at(month.figures[row.key], { form: '', line: '', key: row.key }),
  )
  return Object.entries(mistakes).flatMap(([mistake, change]) => {
    const place = places[draw(Math.max(1, places.length))]
    const wrong = place && change(place.value)
    if (!place || wrong === undefined || wrong === place.value) return []
    const changed = structuredClone(month)
    if (place.form) {
      const cells = changed.tables[place.form]?.[place.line]
      if (cells) cells[place.key] = wrong
    } else changed.figures[place.key] = wrong
    const asked = { ...subject, values: valuesIn(changed) }
    const says = (rule: Rule) =>
      judge(index, rule, asked).some(
        ({ outcome, place: { row, column } }) =>
          outcome === 'fail' &&
          (place.form ? row === place.line && column === place.key : row === place.key),
      )
    const speaking = trendRules.filter(says)
    const size = place.value < 10 ? 'below 10' : place.value < 100 ? '10 to 99' : '100 and more'
    const held = speaking.some(({ severity }) => severity === 'warning')
    return [{ mistake, size, said: speaking.length > 0, held }]
  })
}

type Draw = (below: number) => number
type At = { readonly form: string; readonly line: string; readonly key: string }
const at = (value: unknown, place: At) =>
  typeof value === 'number' && value > 0 ? [{ ...place, value }] : []
