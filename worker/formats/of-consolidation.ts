/**
 * A consolidation as observations: every merged figure, total and cell of the agency, and beside it what each unit gave.
 * Words, findings and the periods beside it stay in the JSON; those periods are read from GET /series.
 */
import type { Index } from '../../shared/catalogue/catalogue.ts'
import type { WireFigure } from '../../shared/figure.ts'
import { statusOf } from '../../shared/figure-status.ts'
import type {
  ConsolidatedFigure,
  ConsolidatedTable,
  Consolidation,
  WireContribution,
} from '../../shared/protocol.ts'
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

/** @param agencyName as people call it */
export function ofConsolidation(
  consolidation: Consolidation,
  index: Index,
  agencyName: string,
): Observed {
  const { agency, period, asOf, state, units, figures, tables } = consolidation
  const own: ToldOf = { kind: 'agency', key: agency, name: agencyName }
  const office: ToldOf = { kind: 'office', key: agency, name: formatWords.office }
  const nameOf = new Map(units.map(({ unit, name }) => [unit, name]))
  const reported = { expected: 1, reported: 1 }
  // who gave a figure has reported it
  const given = {
    period,
    coverage: reported,
    status: statusOf({ locked: state === 'final', pastDue: false, coverage: reported }),
  }

  const part = (named: Named, by: WireContribution<unknown>, value: WireFigure): Observation => ({
    ...named,
    ...given,
    of:
      by.unit === null
        ? office
        : { kind: 'unit', key: by.unit, name: nameOf.get(by.unit) ?? by.unit },
    value,
  })
  const merged = (named: Named, figure: ConsolidatedFigure): Observation[] => [
    { ...named, of: own, period, ...valued(figure) },
    ...figure.contributions.map(by => part(named, by, by.value)),
  ]
  const cellsOf = (form: string, { rows }: ConsolidatedTable): Observation[] =>
    Object.entries(rows).flatMap(([key, { name, cells, contributions, ...line }]) => [
      ...figuresIn(index, form, cells).map(([column, value]) => ({
        ...namedCell(index, form, { key, name }, column),
        ...{ of: own, period, ...standingInLine(line, column), value },
      })),
      ...contributions.flatMap(by =>
        figuresIn(index, form, by.value).map(([column, value]) =>
          part(namedCell(index, form, { key, name }, column), by, value),
        ),
      ),
    ])

  return {
    label: formatWords.consolidation(period),
    source: agencyName,
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
        ...cellsOf(form, table),
      ]),
    ],
  }
}

const valued = ({ value, status, coverage }: ConsolidatedFigure) => ({ value, status, coverage })
