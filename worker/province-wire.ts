/** Merged agencies as they go over the wire: the totals that can be told, how far each can be relied upon, and whose parts. */
import { cellToWire } from '../shared/content.ts'
import { toWire, type WireFigure } from '../shared/figure.ts'
import { statusOf } from '../shared/figure-status.ts'
import type { ProvinceConsolidation, ProvinceFigure } from '../shared/protocol.ts'
import type { ProvinceFigure as Merged, Province } from '../shared/province.ts'

/** What a status is judged by, beside the coverage: of each agency asked about. */
export type Standings = ReadonlyMap<string, Standing>
type Standing = {
  readonly locked: boolean
  /** what is still missing of its units is overdue */
  readonly pastDue: boolean
}
const unknown: Standing = { locked: false, pastDue: false }

const told = <T>(pairs: Iterable<readonly [string, T | undefined]>): Record<string, T> =>
  Object.fromEntries([...pairs].filter((pair): pair is [string, T] => pair[1] !== undefined))

function wireFigure(
  { figure, coverage, lacking, contributions }: Merged,
  unit: string | null,
  standings: Standings,
): ProvinceFigure {
  const standingOf = (agency: string) => standings.get(agency) ?? unknown
  const locked = [...standings.values()].every(one => one.locked)
  const pastDue = lacking.some(agency => standingOf(agency).pastDue)
  return {
    value: toWire(figure) ?? null,
    unit,
    status: statusOf({ locked, pastDue, coverage }),
    coverage,
    contributions: contributions.flatMap(({ agency, value, coverage: units }) => {
      const wire = toWire(value)
      const status = statusOf({ ...standingOf(agency), coverage: units })
      return wire === undefined ? [] : [{ agency, value: wire, status, coverage: units }]
    }),
  }
}

export function wireProvince(
  { index, values, figures, tables }: Province,
  standings: Standings,
): Pick<ProvinceConsolidation, 'figures' | 'tables'> {
  const cellAt = (form: string, row: string, column: string): WireFigure | undefined => {
    const wire = cellToWire(values.cell(form, row, column))
    return typeof wire === 'string' ? undefined : wire
  }
  return {
    figures: told(
      [...figures].map(([key, figure]) => [
        key,
        wireFigure(figure, index.indicators.get(key)?.row.unit ?? null, standings),
      ]),
    ),
    tables: told(
      [...tables].map(([form, { rows, columns, totals }]) => [
        form,
        {
          rows: told(
            [...rows].map(([row, name]) => [
              row,
              { name, cells: told(columns.map(column => [column, cellAt(form, row, column)])) },
            ]),
          ),
          total: told(
            [...totals].map(([column, figure]) => [
              column,
              wireFigure(
                figure,
                index.columns.get(`${form}.${column}`)?.row.unit ?? null,
                standings,
              ),
            ]),
          ),
        },
      ]),
    ),
  }
}
