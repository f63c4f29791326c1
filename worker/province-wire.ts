/** Merged agencies as they go over the wire: the totals that can be told, how far each can be relied upon, and whose parts. */
import { cellToWire } from '../shared/content.ts'
import { toWire, type WireFigure } from '../shared/figure.ts'
import { statusOf } from '../shared/figure-status.ts'
import type { ProvinceConsolidation, ProvinceFigure } from '../shared/protocol.ts'
import type { ProvinceFigure as Merged, Province, Reliance } from '../shared/province.ts'
import { lineStanding, wireColumns } from './line-standing.ts'

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

const standingIn = (standings: Standings, agency: string) => standings.get(agency) ?? unknown

function relied({ coverage, lacking }: Reliance, standings: Standings) {
  const locked = [...standings.values()].every(one => one.locked)
  const pastDue = lacking.some(agency => standingIn(standings, agency).pastDue)
  return { status: statusOf({ locked, pastDue, coverage }), coverage }
}

function wireFigure(merged: Merged, unit: string | null, standings: Standings): ProvinceFigure {
  return {
    value: toWire(merged.figure) ?? null,
    unit,
    ...relied(merged, standings),
    contributions: merged.contributions.flatMap(({ agency, value, coverage: units }) => {
      const wire = toWire(value)
      const status = statusOf({ ...standingIn(standings, agency), coverage: units })
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
      [...tables].map(([form, { rows, columns, totals, reliance }]) => [
        form,
        {
          columns: wireColumns(index, form, columns),
          rows: told(
            [...rows].map(([row, name]) => [
              row,
              {
                name,
                ...lineStanding(
                  [...(reliance.get(row) ?? [])].map(
                    ([column, one]) => [column, relied(one, standings)] as const,
                  ),
                ),
                cells: told(columns.map(column => [column, cellAt(form, row, column)])),
              },
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
