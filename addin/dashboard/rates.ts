/** Rates as they are shown: what they are now, before, a year ago, over time, and what the plan wants of them. */
import { previousPeriod, samePeriodLastYear } from '../../shared/period.ts'
import type { Attainment, FigureStatus, SeriesAnswer, SeriesLine } from '../../shared/protocol.ts'
import { t } from '../i18n/dashboard.ts'
import { leading } from './figures.ts'
import { drawn, named, type Wire } from './telling.ts'

export type Moment = {
  readonly period: string
  readonly value: Wire
  /** null where nothing of the period is stored */
  readonly status: FigureStatus | null
}
export type Coverage = { readonly expected: number; readonly reported: number }
export type Rate = {
  readonly indicator: string
  readonly name: string
  /** unit of measure */
  readonly measure: string | null
  readonly value: Wire
  readonly status: FigureStatus | null
  readonly coverage: Coverage | null
  readonly previous: Wire | 'absent'
  /** undefined while it is on its way */
  readonly lastYear: Wire | 'absent' | undefined
  readonly target: Attainment | undefined
  /** the oldest first, from the first period there is anything of */
  readonly course: readonly Moment[]
}

type Series = Pick<SeriesAnswer, 'periods' | 'series'>

/** @param unit key of a unit, null for the merged figures */
export const linesOf = ({ series }: Series, unit: string | null): SeriesLine[] =>
  series.filter(({ of }) =>
    unit === null ? of.kind !== 'unit' : of.kind === 'unit' && of.key === unit,
  )

/** One line over time, without the periods before the first that is stored. */
export function courseOf({ periods }: Series, line: SeriesLine): Moment[] {
  const first = periods.findIndex(({ state }) => state !== 'absent')
  return periods.flatMap(({ period, state }, i) =>
    first < 0 || i < first
      ? []
      : [
          {
            period,
            value: line.values[i] ?? null,
            status: state === 'absent' ? null : (line.statuses[i] ?? null),
          },
        ],
  )
}

/** What a line says of a period; absent where nothing of the period is stored. */
function saidOf({ periods, series }: Series, line: SeriesLine, period: string): Wire | 'absent' {
  const place = periods.findIndex(one => one.period === period)
  const found = series.find(
    ({ indicator, of }) => indicator === line.indicator && of.key === line.of.key,
  )
  if (!found || (periods[place]?.state ?? 'absent') === 'absent') return 'absent'
  return found.values[place] ?? null
}

/** @param yearAgo what tells of the same period of last year, where the series do not reach so far; undefined: on its way */
export function rateOf(
  series: Series,
  line: SeriesLine,
  period: string,
  targets: readonly Attainment[],
  yearAgo: Series | undefined = series,
): Rate {
  const course = courseOf(series, line)
  const place = series.periods.findIndex(one => one.period === period)
  return {
    ...{ indicator: line.indicator, name: line.name, measure: line.unit, course },
    value: course.find(one => one.period === period)?.value ?? null,
    status: course.find(one => one.period === period)?.status ?? null,
    coverage: line.coverage[place] ?? null,
    previous: saidOf(series, line, previousPeriod(period)),
    lastYear: yearAgo && saidOf(yearAgo, line, samePeriodLastYear(period)),
    target: targetOf(targets, line.indicator),
  }
}

/** That a longer period is made of months, and of which not; null where it was reported itself. */
export function derivedSays({ periods }: Pick<Series, 'periods'>, period: string): string | null {
  const found = periods.find(one => one.period === period)
  return found?.state === 'derived' ? t.rates.derived(found.missing.map(named)) : null
}

/** Of several for one figure, the one that is due; a target of a later year only says where things stand. */
function targetOf(targets: readonly Attainment[], indicator: string): Attainment | undefined {
  const found = targets.filter(one => one.indicator === indicator)
  return found.find(({ due }) => due) ?? found[0]
}

/** Of the rates, those worth a leader's minute: the leading ones always, others when the plan or anybody speaks of them. */
export const worthShowing = (rates: readonly Rate[]): Rate[] =>
  rates.filter(
    ({ indicator, target, course }) =>
      leading.includes(indicator) || target || course.some(({ value }) => drawn(value) !== null),
  )

/** Of a unit: only what it has to report, or has reported. */
export const owed = (rates: readonly Rate[]): Rate[] =>
  worthShowing(rates).filter(
    ({ coverage, course }) =>
      (coverage?.expected ?? 0) > 0 || course.some(({ value }) => value !== null),
  )

/** Indicators the plan has targets for and the list does not name yet. */
export const alsoWanted = (targets: readonly Attainment[], listed: readonly string[]): string[] =>
  [...new Set(targets.flatMap(({ indicator }) => indicator ?? []))].filter(
    indicator => !listed.includes(indicator),
  )
