/** The merged figures as they go over the wire: values, coverage, earlier periods beside them, and who contributed what. */
import type { Agency } from '../shared/agency.ts'
import type { Index } from '../shared/catalogue/catalogue.ts'
import { type Merged, type MergedFigure, rowNames } from '../shared/consolidate.ts'
import { type Cell, cellToWire } from '../shared/content.ts'
import { type Figure, toWire, type WireFigure } from '../shared/figure.ts'
import type { ConsolidatedFigure, Consolidation, WireCells } from '../shared/protocol.ts'

const wireOrNull = (figure: Figure): WireFigure | null => toWire(figure) ?? null

const wireFigure = (
  merged: MergedFigure,
  previous: Figure,
  lastYear: Figure,
): ConsolidatedFigure => ({
  value: wireOrNull(merged.figure),
  coverage: merged.coverage,
  previous: wireOrNull(previous),
  samePeriodLastYear: wireOrNull(lastYear),
  contributions: merged.contributions.flatMap(({ unit, revision, value }) => {
    const wire = toWire(value)
    return wire === undefined ? [] : [{ unit, revision, value: wire }]
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
  merged: Merged,
  earlier: Merged,
  yearEarlier: Merged,
): Consolidation['figures'] =>
  Object.fromEntries(
    [...merged.figures].map(([key, figure]) => [
      key,
      wireFigure(figure, earlier.values.figure(key), yearEarlier.values.figure(key)),
    ]),
  )

export function wireTables(
  index: Index,
  agency: Agency,
  merged: Merged,
  earlier: Merged,
  yearEarlier: Merged,
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
          rows: Object.fromEntries(
            [...rows].map(([row, { contributions }]) => [
              row,
              {
                name: nameOf(form, row) ?? row,
                cells: wireRow(row),
                contributions: contributions.map(({ unit, revision, value }) => ({
                  unit,
                  revision,
                  value: wireCells(value),
                })),
              },
            ]),
          ),
          total: Object.fromEntries(
            [...totals].map(([column, figure]) => [
              column,
              wireFigure(
                figure,
                earlier.values.total(form, column),
                yearEarlier.values.total(form, column),
              ),
            ]),
          ),
        },
      ]
    }),
  )
}
