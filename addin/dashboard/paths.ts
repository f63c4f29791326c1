/** Every question this page asks, with the type of its answer. */
import type {
  Agencies,
  CatalogueAnswer,
  ChangesAnswer,
  Consolidation,
  PeriodSummary,
  Progress,
  ProvinceConsolidation,
  SeriesAnswer,
} from '../../shared/protocol.ts'
import type { Asked } from './answers.ts'
import type { Span } from './span.ts'

const query = (given: Readonly<Record<string, string | number | null | undefined>>): string => {
  const said = Object.entries(given).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  // commas are allowed in a query, and lists read better with them (RFC 3986 §3.4)
  return said.length > 0 ? `?${said.join('&').replaceAll('%2C', ',')}` : ''
}

export const agenciesPath = (): Asked<Agencies> => ({ path: '/agencies' })

/** @param to a year: those of the newest three years that have any, up to this one */
export const periodsPath = (agency: string, to: number | null = null): Asked<PeriodSummary[]> => ({
  path: `/periods${query({ agency, to })}`,
})

export const cataloguePath = (agency: string, period: string): Asked<CatalogueAnswer> => ({
  path: `/catalogue${query({ agency, period })}`,
  // a period keeps its catalogue for good
  steady: true,
})

export const progressPath = (agency: string, period: string, steady = false): Asked<Progress> => ({
  path: `/periods/${period}/progress${query({ agency })}`,
  steady,
})

/** @param since digest of an earlier pull, to be told what changed */
export const consolidationPath = (
  agency: string,
  period: string,
  since: string | null = null,
): Asked<Consolidation> => ({
  path: `/periods/${period}/consolidation${query({ agency, since })}`,
  steady: since !== null,
})

export const seriesPath = (
  agency: string,
  indicators: readonly string[],
  { from, to }: Span,
  unit: string | null,
): Asked<SeriesAnswer> => ({
  path: `/series${query({ agency, indicators: indicators.join(','), from, to, units: unit })}`,
})

export const changesPath = (
  agency: string,
  after: number,
  limit: number,
): Asked<ChangesAnswer> => ({
  path: `/changes${query({ agency, after, limit })}`,
})

export const provincePath = (period: string): Asked<ProvinceConsolidation> => ({
  path: `/province/periods/${period}`,
})

export const provinceSeriesPath = (
  indicators: readonly string[],
  { from, to }: Span,
): Asked<SeriesAnswer> => ({
  path: `/province/series${query({ indicators: indicators.join(','), from, to })}`,
})
