/**
 * What a unit reported in the periods before, as rules over time need it: of each typed figure the numbers in their order
 * and what is usual among them. Reads the wire form, because twelve periods are looked at for one check and few of their
 * figures are ever made whole.
 */
import type { Entry, Index } from '../catalogue/catalogue.ts'
import { contentFromWire, type RowFacts, type Values, valuesOf, type WireCell } from '../content.ts'
import type { WireFigure } from '../figure.ts'
import { previousPeriod, samePeriodLastYear } from '../period.ts'

/** One period: typed figures only. */
export type PastFigures = {
  readonly period: string
  readonly figures: Record<string, WireFigure>
  readonly tables: Record<string, Record<string, Record<string, WireCell>>>
}

/** One figure through the periods in which it was a number or "không phát sinh". */
export type Track = {
  readonly count: number
  readonly zeros: number
  readonly least: number
  readonly most: number
  readonly median: number
  /** median of the figures on the scale of `asShare`, and of their distances from it */
  readonly centre: number
  readonly spread: number
  readonly last: { readonly period: string; readonly value: number }
}

export type History = {
  /** of an indicator, or by line of a table ("" for indicators); undefined when it was never reported */
  tracks(entry: Entry): (line: string) => Track | undefined
  /** everything of the period before or of the same one last year, computed figures too */
  values(period: string): Values | undefined
}

/** @param past periods of the same kind before `period`, the oldest first */
export function historyOf(
  index: Index,
  period: string,
  past: readonly PastFigures[],
  facts?: RowFacts,
): History {
  const all = new Map<string, Lines>()
  const linesOf = (key: string): Lines => {
    const lines = all.get(key) ?? new Map<string, Gathered>()
    all.set(key, lines)
    return lines
  }
  for (const { period: at, figures, tables } of past) {
    for (const [key, wire] of Object.entries(figures)) gather(linesOf(key), '', at, wire)
    for (const [form, rows] of Object.entries(tables)) {
      const columns = new Map<string, Lines>()
      for (const [line, cells] of Object.entries(rows))
        for (const column of Object.keys(cells)) {
          const lines = columns.get(column) ?? linesOf(`${form}.${column}`)
          columns.set(column, lines)
          gather(lines, line, at, cells[column])
        }
    }
  }
  // of the twelve only these are ever asked for as a whole, and a server keeps many histories
  const named = [previousPeriod(period), samePeriodLastYear(period)]
  const whole = new Map(past.filter(one => named.includes(one.period)).map(o => [o.period, o]))
  const made = new Map<string, Values>()
  return {
    tracks: ({ form, row }) => {
      const lines = all.get(form.layout === 'table' ? `${form.id}.${row.key}` : row.key)
      return line => {
        const gathered = lines?.get(line)
        if (!gathered) return undefined
        gathered.track ??= trackOf(gathered)
        return gathered.track
      }
    },
    values: asked => {
      const one = whole.get(asked)
      if (!one) return undefined
      const { figures, tables } = one
      const values =
        made.get(asked) ??
        valuesOf(index, contentFromWire({ figures, tables, narrative: {} }), undefined, facts)
      made.set(asked, values)
      return values
    },
  }
}

/** The oldest first. */
type Gathered = { readonly values: number[]; last: string; track?: Track }
/** One column, or an indicator under "". */
type Lines = Map<string, Gathered>

function gather(lines: Lines, line: string, at: string, wire: WireCell | undefined): void {
  const value = counted(wire)
  if (value === undefined) return
  const known = lines.get(line)
  if (!known) {
    lines.set(line, { values: [value], last: at })
    return
  }
  known.values.push(value)
  known.last = at
}

const counted = (wire: WireCell | undefined): number | undefined =>
  typeof wire === 'number'
    ? wire
    : typeof wire === 'object' && wire.state === 'none'
      ? 0
      : undefined

function trackOf({ values, last }: Gathered): Track {
  const sorted = [...values].sort(ascending)
  const shares = sorted.map(asShare)
  const centre = medianOf(shares)
  return {
    count: values.length,
    zeros: values.filter(value => value === 0).length,
    least: sorted[0] ?? 0,
    most: sorted.at(-1) ?? 0,
    median: medianOf(sorted),
    centre,
    spread: medianOf(shares.map(share => Math.abs(share - centre)).sort(ascending)),
    last: { period: last, value: values.at(-1) ?? 0 },
  }
}

/** Counts grow and shrink by shares: on this scale ten times as much is as far off as a tenth of it. */
export const asShare = (value: number): number => Math.log1p(Math.max(0, value))

const ascending = (a: number, b: number): number => a - b
const medianOf = (sorted: readonly number[]): number => {
  const middle = (sorted.length - 1) / 2
  const [low = 0, high = 0] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]]
  return (low + high) / 2
}
