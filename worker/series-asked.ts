/** What a series was asked for: periods of one kind, and figures by key or as the total of a table's column. */
import { type Index, isNumericColumn } from '../shared/catalogue/catalogue.ts'
import { parsePeriod, periodKey, previousPeriod } from '../shared/period.ts'
import { say } from './messages.ts'
import { periodKeyOf } from './opened.ts'
import { Problem } from './problem.ts'
import { monthsBehind } from './rolled-up.ts'

/** Ten years of months behind longer periods, five of months by themselves: a decade of a Sở in one request. */
const [mostIndicators, mostPeriods, mostMonths] = [50, 60, 120]

export type Asked = {
  readonly indicators: readonly string[]
  readonly from: string
  readonly to: string
  /** all of them, the oldest first */
  readonly periods: readonly string[]
}

/** @throws Problem malformed, not-found where a period is none */
export function askedFor({ indicators, from, to }: Record<string, string | undefined>): Asked {
  if (!indicators || !from || !to) throw new Problem('malformed', say.seriesNeeds())
  const keys = [...new Set(indicators.split(',').map(key => key.trim()))].filter(key => key !== '')
  if (keys.length === 0) throw new Problem('malformed', say.seriesNeeds())
  if (keys.length > mostIndicators)
    throw new Problem('malformed', say.seriesTooMany(keys.length, mostIndicators))
  const [first, last] = [parsePeriod(periodKeyOf(from)), parsePeriod(periodKeyOf(to))]
  if (first.kind !== last.kind) throw new Problem('malformed', say.seriesKinds(from, to))
  const perYear = { M: 12, Q: 4, '6M': 1, '9M': 1, Y: 1 }[first.kind]
  const count = (last.year - first.year) * perYear + last.ordinal - first.ordinal + 1
  if (count < 1) throw new Problem('malformed', say.seriesOrder(from, to))
  if (count > mostPeriods || count * monthsBehind(from).length > mostMonths)
    throw new Problem('malformed', say.seriesTooLong(count, mostPeriods, mostMonths))
  const periods = [periodKey(last)]
  while (periods.length < count) periods.unshift(previousPeriod(periods[0] ?? to))
  return { indicators: keys, from, to, periods }
}

export type Line = {
  readonly indicator: string
  readonly name: string
  /** unit of measure */
  readonly unit: string | null
  readonly form: string
  readonly key: string
  readonly column: boolean
}

/** @throws Problem malformed naming the first that is unknown, and what it may have meant */
export function linesOf(index: Index, indicators: readonly string[]): Line[] {
  return indicators.map(indicator => {
    const figure = index.indicators.get(indicator)
    if (figure && figure.row.kind !== 'heading') {
      const { key, name, unit } = figure.row
      return { indicator, name, unit, form: figure.form.id, key, column: false }
    }
    const column = index.columns.get(indicator)
    if (column && isNumericColumn(column.row)) {
      const { key, unit, group } = column.row
      const name = [column.form.short, ...group, column.row.name].join(' – ')
      return { indicator, name, unit, form: column.form.id, key, column: true }
    }
    throw new Problem('malformed', say.seriesUnknown(indicator, near(index, indicator)))
  })
}

function near(index: Index, asked: string): string[] {
  const keys = [
    ...[...index.indicators].flatMap(([key, { row }]) => (row.kind === 'heading' ? [] : [key])),
    ...[...index.columns].flatMap(([key, { row }]) => (isNumericColumn(row) ? [key] : [])),
  ]
  return keys
    .map(key => ({ key, alike: likeness(asked, key) }))
    .filter(({ alike }) => alike > 0.5)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, 3)
    .map(({ key }) => key)
}

/** How many pairs of letters two keys share, 0–1: a slip of the finger leaves most of them. */
function likeness(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)]
  const shared = [...left].filter(pair => right.has(pair)).length
  return (2 * shared) / (left.size + right.size)
}
const pairs = (text: string): Set<string> =>
  new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2).toLowerCase()))
