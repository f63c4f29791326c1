/** A series, of an agency or of a province, as observations: a line for each of its periods. */
import type { SeriesAnswer } from '../../shared/protocol.ts'
import type { Observed } from './observation.ts'
import { formatWords } from './words.ts'

/** @param source name of the agency or province that answers for it */
export const ofSeries = (
  { periods, series, page, from, to }: SeriesAnswer,
  source: string,
): Observed => ({
  label: formatWords.series(from, to),
  source,
  updated: null,
  file: formatWords.seriesFile(from, to),
  page,
  observations: series.flatMap(({ indicator, name, unit, of, values, statuses, coverage }) =>
    periods.map(({ period }, i) => ({
      ...{ indicator, name, unit, of, period },
      value: values[i] ?? null,
      status: statuses[i] ?? null,
      coverage: coverage[i] ?? null,
    })),
  ),
})
