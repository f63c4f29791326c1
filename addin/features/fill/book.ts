/**
 * The book of a unit: its forms of one period with everything around them, made once from the server's answers and then
 * usable without a network.
 */
import {
  type Catalogue,
  type Index,
  indexCatalogue,
  indexFor,
} from '../../../shared/catalogue/catalogue.ts'
import { rowFacts, rowNames } from '../../../shared/consolidate.ts'
import {
  type Content,
  contentFromWire,
  emptyContent,
  type Values,
  valuesOf,
  type WireContent,
} from '../../../shared/content.ts'
import { layOutWorkbook, type SheetLayout, type View } from '../../../shared/layout.ts'
import { closedBefore, previousPeriod } from '../../../shared/period.ts'
import type { PeriodSummary, RolledMonth, SheetAnswer } from '../../../shared/protocol.ts'
import { type RollUp, rollUp } from '../../../shared/roll-up.ts'
import type { Naming } from '../../../shared/rules/engine.ts'
import { type History, historyOf } from '../../../shared/rules/history.ts'
import { rulesInForce } from '../../../shared/rules/standing.ts'
import type { Identity } from '../../host/port.ts'

export type Book = {
  readonly sheet: SheetAnswer
  readonly period: PeriodSummary
  readonly index: Index
  readonly naming: Naming
  /** what the unit has submitted, null before the first time */
  readonly current: Content | null
  readonly lastYear: Values | undefined
  /** what counted in earlier periods of the same kind, the oldest first */
  readonly history: readonly { readonly period: string; readonly values: Values }[]
  /** the same as rules over time read it */
  readonly earlier: History
  /** what the months of a longer period come to; null for months, and where none is stored */
  readonly fromMonths: RollUp | null
  /** what they came to before months of them were corrected: one month at a time, then all; empty where none was */
  readonly beforeCorrections: readonly RollUp[]
  /** what a fresh layout is filled with: the current submission, before the first what the months come to, or nothing */
  readonly opens: Content
  readonly view: View
  readonly sheets: readonly SheetLayout[]
  readonly identity: Identity
}

export function bookOf(sheet: SheetAnswer, catalogue: Catalogue): Book {
  const { agency, unit, period } = sheet
  const whole = indexFor(indexCatalogue(catalogue), agency)
  const index = rulesInForce(whole, sheet.ruleStandings ?? [], period.window.to)
  const past = (wire: WireContent | null): Values | undefined =>
    wire ? valuesOf(index, contentFromWire(wire), undefined, rowFacts(agency)) : undefined
  const previous = past(sheet.previous)
  // the close of the period before is its opening, but for periods counted from 15/12
  const isAdjacent = closedBefore(period.period).includes(previousPeriod(period.period))
  const before = isAdjacent ? previous : past(sheet.opening)
  const current = sheet.current ? contentFromWire(sheet.current) : null
  const months = sheet.rolledUp?.months ?? null
  const fromMonths = months && fromMonthsOf(index, months)
  const opens = current ?? fromMonths?.content ?? emptyContent
  const view: View = {
    agency,
    unit,
    period: period.period,
    window: period.window,
    values: valuesOf(index, opens, before, rowFacts(agency)),
    ...(previous ? { previous } : {}),
  }
  return {
    sheet,
    period,
    index,
    naming: {
      rowName: rowNames(agency),
      unitName: key => agency.units.find(u => u.key === key)?.name ?? key,
    },
    current,
    fromMonths,
    beforeCorrections: months ? beforeCorrections(index, months) : [],
    opens,
    lastYear: past(sheet.samePeriodLastYear),
    history: sheet.history.flatMap(({ period: earlier, figures, tables }) => {
      const values = past({ figures, tables, narrative: {} })
      return values ? [{ period: earlier, values }] : []
    }),
    earlier: historyOf(index, period.period, sheet.history),
    view,
    sheets: layOutWorkbook(index, view),
    identity: {
      agency: agency.key,
      unit,
      period: period.period,
      catalogue: sheet.catalogue,
      revision: sheet.current?.revision ?? null,
    },
  }
}

/** By the server's own function, so that both name the same months and sums. */
const fromMonthsOf = (index: Index, months: readonly RolledMonth[]): RollUp =>
  rollUp(
    index,
    months.map(({ period, content }) => ({ period, content: content && contentFromWire(content) })),
  )

function beforeCorrections(index: Index, months: readonly RolledMonth[]): RollUp[] {
  const corrected = months.flatMap(({ period, before }) => (before ? [period] : []))
  const asOnce = [
    ...corrected.map(period => [period]),
    ...(corrected.length > 1 ? [corrected] : []),
  ]
  return asOnce.map(periods =>
    fromMonthsOf(
      index,
      months.map(({ before, ...month }) =>
        before && periods.includes(month.period) ? { ...month, content: before } : month,
      ),
    ),
  )
}

/** How the workbook differs from what is to be filled; null when it is the very one, of whatever revision. */
export type Mismatch = 'none' | 'agency' | 'unit' | 'period' | 'catalogue'

export function mismatch(wanted: Identity, found: Identity | null): Mismatch | null {
  if (!found) return 'none'
  const parts = ['agency', 'unit', 'period', 'catalogue'] as const
  return parts.find(part => wanted[part] !== found[part]) ?? null
}
