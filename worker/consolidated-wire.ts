/** The merged figures as they go over the wire: values, coverage, earlier periods beside them, and who contributed what. */
import type { Agency } from '../shared/agency.ts'
import type { Index } from '../shared/catalogue/catalogue.ts'
import {
  type Contribution,
  type Coverage,
  type Merged,
  type MergedFigure,
  rowNames,
} from '../shared/consolidate.ts'
import { type Cell, cellToWire, type Values } from '../shared/content.ts'
import { withAndWithout } from '../shared/exclusions.ts'
import { type Figure, toWire, type WireFigure } from '../shared/figure.ts'
import { type Standing, statusOf } from '../shared/figure-status.ts'
import { placeName, placeText } from '../shared/place.ts'
import type {
  Attainment,
  ConsolidatedFigure,
  Consolidation,
  Exclusion,
  ToldAttainment,
  WireCells,
  WireContribution,
} from '../shared/protocol.ts'
import { lineStanding, wireColumns } from './line-standing.ts'

const wireOrNull = (figure: Figure): WireFigure | null => toWire(figure) ?? null

/** The same part, a unit's or the office's, with its value as it travels. */
const wirePart = <T, W>(part: Contribution<T>, value: W): WireContribution<W> =>
  part.unit === null
    ? { unit: null, revision: null, value, adjustment: { ...part.adjustment } }
    : { unit: part.unit, revision: part.revision, value }

/** What makes a figure's status beside its coverage, and the values of the periods beside it. */
export type Beside = {
  readonly standing: Omit<Standing, 'coverage'>
  readonly earlier: Values
  readonly yearEarlier: Values
}

const standingOf = ({ standing }: Beside, coverage: Coverage) => ({
  status: statusOf({ ...standing, coverage }),
  coverage,
})

const wireFigure = (
  merged: MergedFigure,
  unit: string | null,
  beside: Beside,
  of: (values: Values) => Figure,
): ConsolidatedFigure => ({
  value: wireOrNull(merged.figure),
  unit,
  ...standingOf(beside, merged.coverage),
  previous: wireOrNull(of(beside.earlier)),
  samePeriodLastYear: wireOrNull(of(beside.yearEarlier)),
  contributions: merged.contributions.flatMap(part => {
    const wire = toWire(part.value)
    return wire === undefined ? [] : [wirePart(part, wire)]
  }),
})

const wireCells = (cells: Iterable<readonly [string, Cell]>): WireCells =>
  Object.fromEntries(
    [...cells].flatMap(([column, cell]) => {
      const wire = cellToWire(cell)
      return wire === undefined ? [] : [[column, wire] as const]
    }),
  )

export const wireFigures = (
  index: Index,
  merged: Merged,
  beside: Beside,
): Consolidation['figures'] =>
  Object.fromEntries(
    [...merged.figures].map(([key, figure]) => [
      key,
      wireFigure(figure, index.indicators.get(key)?.row.unit ?? null, beside, values =>
        values.figure(key),
      ),
    ]),
  )

export function wireTables(
  index: Index,
  agency: Agency,
  merged: Merged,
  beside: Beside,
): Consolidation['tables'] {
  const nameOf = rowNames(agency)
  return Object.fromEntries(
    [...merged.tables].map(([form, { rows, totals }]) => {
      // typed and computed alike; what the agency's own lists say is not repeated
      const columns = (index.tables.get(form)?.columns ?? [])
        .filter(column => !column.given && !column.rowKey)
        .map(column => column.key)
      const wireRow = (row: string) =>
        wireCells(columns.map(column => [column, merged.values.cell(form, row, column)] as const))
      return [
        form,
        {
          columns: wireColumns(index, form, columns),
          rows: Object.fromEntries(
            [...rows].map(([row, { contributions, coverage }]) => [
              row,
              {
                name: nameOf(form, row) ?? row,
                ...lineStanding(
                  [...coverage].map(
                    ([column, told]) => [column, standingOf(beside, told)] as const,
                  ),
                ),
                cells: wireRow(row),
                contributions: contributions.map(part => wirePart(part, wireCells(part.value))),
              },
            ]),
          ),
          total: Object.fromEntries(
            [...totals].map(([column, figure]) => [
              column,
              wireFigure(
                figure,
                index.columns.get(`${form}.${column}`)?.row.unit ?? null,
                beside,
                values => values.total(form, column),
              ),
            ]),
          ),
        },
      ]
    }),
  )
}

/** The office's entries that no longer stand, by the name of their place. */
export function wireLapsed(index: Index, agency: Agency, merged: Merged): Consolidation['lapsed'] {
  const nameOf = rowNames(agency)
  return merged.lapsed.map(({ place, reason, by, at }) => ({
    at: placeText(place),
    name: placeName(index, place, nameOf),
    reason,
    by,
    time: at,
  }))
}

/** Ratios with a declared exclusion, with and without the group. */
export const wireExclusions = (
  index: Index,
  merged: Merged,
  exclusions: readonly Exclusion[],
  beside: Beside,
): Consolidation['exclusions'] =>
  exclusions.map(({ id, indicator, excluded, name, basis, from, until }) => {
    const declared = { id, indicator, excluded, name, basis, from, until }
    const ratio = withAndWithout(index, merged.values, declared)
    const { coverage } = merged.figures.get(indicator) ?? { coverage: { expected: 0, reported: 0 } }
    return {
      ...declared,
      unit: index.indicators.get(excluded)?.row.unit ?? null,
      status: standingOf(beside, coverage).status,
      count: wireOrNull(ratio.count),
      including: wireOrNull(ratio.including),
      excluding: wireOrNull(ratio.excluding),
    }
  })

/** A target with the status of the figure it is measured by. */
export const attainmentTold = (
  one: Attainment,
  figures: Consolidation['figures'],
): ToldAttainment => ({
  ...one,
  status: one.indicator === null ? null : (figures[one.indicator]?.status ?? null),
})
