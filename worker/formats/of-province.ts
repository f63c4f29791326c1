/** Several agencies' figures of a period as observations: the totals, and beside each what every agency gave. */
import type { Index } from '../../shared/catalogue/catalogue.ts'
import type { ProvinceConsolidation, ProvinceFigure } from '../../shared/protocol.ts'
import { standingInLine } from '../line-standing.ts'
import {
  figuresIn,
  type Named,
  namedCell,
  namedFigure,
  namedTotal,
  type Observation,
  type Observed,
  type ToldOf,
} from './observation.ts'
import { formatWords } from './words.ts'

/** @param province what the total is called, of one key */
export function ofProvince(
  { period, asOf, agencies, figures, tables }: ProvinceConsolidation,
  index: Index,
  province: { readonly key: string; readonly name: string },
): Observed {
  const total: ToldOf = { kind: 'province', ...province }
  const names = new Map(agencies.map(({ agency, name }) => [agency, name]))
  const merged = (named: Named, figure: ProvinceFigure): Observation[] => [
    {
      ...{ ...named, of: total, period },
      ...{ value: figure.value, status: figure.status, coverage: figure.coverage },
    },
    ...figure.contributions.map(({ agency, ...part }): Observation => {
      const of: ToldOf = { kind: 'agency', key: agency, name: names.get(agency) ?? agency }
      return { ...named, of, period, ...part }
    }),
  ]
  return {
    label: formatWords.consolidation(period),
    source: province.name,
    updated: asOf,
    file: formatWords.consolidationFile(period),
    observations: [
      ...Object.entries(figures).flatMap(([key, figure]) =>
        merged(namedFigure(index, key), figure),
      ),
      ...Object.entries(tables).flatMap(([form, table]) => [
        ...Object.entries(table.total).flatMap(([column, figure]) =>
          merged(namedTotal(index, form, column), figure),
        ),
        ...Object.entries(table.rows).flatMap(([key, { name, cells, ...line }]) =>
          figuresIn(index, form, cells).map(([column, value]) => ({
            ...namedCell(index, form, { key, name }, column),
            ...{ of: total, period, ...standingInLine(line, column), value },
          })),
        ),
      ]),
    ],
  }
}
