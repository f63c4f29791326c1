/** The figures of an answer as its readers find them: out of the JSON, out of CSV, out of JSON-stat by its own toolkit. */
import { parse } from 'csv-parse/sync'
import JSONstat from 'jsonstat-toolkit'
import { expect } from 'vitest'
import type { WireFigure } from '../../shared/figure.ts'
import type {
  Consolidation,
  FigureStatus,
  ProvinceConsolidation,
  SeriesAnswer,
  WireCoverage,
} from '../../shared/protocol.ts'
import { jsonStatSchema } from '../../worker/formats/json-stat-schema.ts'

/** One figure as any reader must find it. */
type Told = {
  readonly value: number | null
  readonly state: string
  readonly reason: string
  readonly status: string | null
  readonly coverage: WireCoverage | null
}
export type AllTold = Record<string, Told>

const told = (
  value: WireFigure | null,
  status: FigureStatus | null,
  coverage: WireCoverage | null,
): Told => ({
  value: typeof value === 'number' ? value : null,
  state: value === null ? 'not-reported' : typeof value === 'number' ? 'number' : value.state,
  reason: typeof value === 'object' && value && 'why' in value ? value.why : '',
  status,
  coverage,
})
export const placed = (of: string, indicator: string, period: string) =>
  `${of} ${indicator} ${period}`

export function inCsv(text: string): AllTold {
  const lines: Record<string, string>[] = parse(text, { bom: true, columns: true })
  return Object.fromEntries(
    lines.map(line => {
      const { of_kind, of, indicator = '', period = '', expected, reported } = line
      const found: Told = {
        value: line.value === '' ? null : Number(line.value),
        state: line.state ?? '',
        reason: line.reason ?? '',
        status: line.status || null,
        coverage: expected ? { expected: Number(expected), reported: Number(reported) } : null,
      }
      return [placed(`${of_kind}:${of}`, indicator, period), found]
    }),
  )
}

export function inJsonStat(text: string): AllTold {
  expect(() => jsonStatSchema.parse(JSON.parse(text))).not.toThrow()
  const cube = JSONstat(JSON.parse(text))
  const [ofs, indicators, periods] = cube.id.map(dimension => cube.Dimension(dimension).id)
  const { states, reasons, coverage } = cube.extension
  const places = (ofs ?? []).flatMap(of =>
    (indicators ?? []).flatMap(indicator =>
      (periods ?? []).map(period => ({ of, indicator, period })),
    ),
  )
  return Object.fromEntries(
    places.flatMap((place, at) => {
      const { value, status } = cube.Data(place)
      const covered = coverage[at]
      const state = value === null ? states[at] : 'number'
      // no number and no reason why: nobody was asked for it
      if (state === undefined) return []
      const found: Told = {
        ...{ value, state, reason: reasons[at] ?? '', status },
        coverage: covered ? { expected: covered[0], reported: covered[1] } : null,
      }
      return [[placed(place.of, place.indicator, place.period), found]]
    }),
  )
}

export const inSeries = ({ periods, series }: SeriesAnswer): AllTold =>
  Object.fromEntries(
    series.flatMap(({ indicator, of, values, statuses, coverage }) =>
      periods.map(({ period }, i) => [
        placed(`${of.kind}:${of.key}`, indicator, period),
        told(values[i] ?? null, statuses[i] ?? null, coverage[i] ?? null),
      ]),
    ),
  )

export function inConsolidation({ agency, period, figures, tables }: Consolidation): AllTold {
  const all: AllTold = {}
  const own = `agency:${agency}`
  const given = (unit: string | null, indicator: string, value: WireFigure) => {
    const of = unit === null ? `office:${agency}` : `unit:${unit}`
    const whole = { expected: 1, reported: 1 }
    all[placed(of, indicator, period)] = told(value, 'provisional', whole)
  }
  const totals = Object.entries(tables).flatMap(([form, { total }]) =>
    Object.entries(total).map(([column, figure]) => [`${form}.${column}`, figure] as const),
  )
  for (const [key, figure] of [...Object.entries(figures), ...totals]) {
    all[placed(own, key, period)] = told(figure.value, figure.status, figure.coverage)
    for (const { unit, value } of figure.contributions) given(unit, key, value)
  }
  for (const [form, { rows }] of Object.entries(tables))
    for (const [row, { cells, contributions, ...line }] of Object.entries(rows)) {
      for (const [column, value] of Object.entries(cells)) {
        const { status, coverage } = line.except?.[column] ?? line
        if (typeof value !== 'string')
          all[placed(own, `${form}.${row}.${column}`, period)] = told(value, status, coverage)
      }
      for (const { unit, value } of contributions)
        for (const [column, cell] of Object.entries(value))
          if (typeof cell !== 'string') given(unit, `${form}.${row}.${column}`, cell)
    }
  return all
}

export function inProvince({ period, figures, tables }: ProvinceConsolidation): AllTold {
  const total = 'province:province'
  const all: AllTold = {}
  const totals = Object.entries(tables).flatMap(([form, one]) =>
    Object.entries(one.total).map(([column, figure]) => [`${form}.${column}`, figure] as const),
  )
  for (const [key, figure] of [...Object.entries(figures), ...totals]) {
    all[placed(total, key, period)] = told(figure.value, figure.status, figure.coverage)
    for (const { agency, value, status, coverage } of figure.contributions)
      all[placed(`agency:${agency}`, key, period)] = told(value, status, coverage)
  }
  for (const [form, { rows }] of Object.entries(tables))
    for (const [row, { cells, ...line }] of Object.entries(rows))
      for (const [column, value] of Object.entries(cells)) {
        const { status, coverage } = line.except?.[column] ?? line
        const place = placed(total, `${form}.${row}.${column}`, period)
        all[place] = told(value, status, coverage)
      }
  return all
}
