/**
 * What the months of a longer period come to for one unit: read from the revisions that count, rolled up by `shared/`.
 * Months themselves ask for nothing, so nothing here slows them down.
 */
import type { Index } from '../shared/catalogue/catalogue.ts'
import { contentFromWire, contentToWire, type WireContent } from '../shared/content.ts'
import { monthsOf, parsePeriod } from '../shared/period.ts'
import type { RolledMonth, RolledUp } from '../shared/protocol.ts'
import { windowsBetween } from '../shared/roll-up/windows.ts'
import { lackingInWords } from '../shared/roll-up/words.ts'
import { type RollUp, rollUp } from '../shared/roll-up.ts'
import type { Database } from './env.ts'
import { contentOf, windowOf } from './filed.ts'
import { countedOf } from './standing.ts'
import { ask } from './store/ask.ts'
import {
  bodiesOfPeriods,
  decisionsOfPeriods,
  type EarlierDecision,
  type EarlierRevision,
  newestOfPeriods,
} from './store/earlier.ts'

/** The months a longer period is made of; none for a month. */
export const monthsBehind = (period: string): string[] =>
  parsePeriod(period).kind === 'M' ? [] : monthsOf(period)

/** @param newest with what the office decided about them, both of the same unit; other periods are passed over */
export async function filedMonths(
  db: Database,
  agency: string,
  unit: string,
  months: readonly string[],
  newest: readonly EarlierRevision[],
  decisions: readonly EarlierDecision[],
): Promise<RolledMonth[]> {
  const decided = Map.groupBy(decisions, decision => decision.period)
  const counted = newest.flatMap(row => {
    const one = months.includes(row.period) && countedOf(row, decided.get(row.period) ?? [])
    return one ? [{ period: row.period, revision: one.revision }] : []
  })
  if (counted.length === 0) return []
  // what a corrected month said before, so that the pane can tell whose a differing figure is
  const corrected = counted.filter(({ revision }) => revision > 1)
  const replaced = corrected.map(one => ({ ...one, revision: one.revision - 1 }))
  const [rows] = await ask(db, bodiesOfPeriods(db, agency, unit, [...counted, ...replaced]))
  const bodyOf = (period: string, revision: number | undefined) =>
    rows.find(row => row.period === period && row.revision === revision)
  const revisions = new Map(counted.map(one => [one.period, one.revision]))
  return months.map(period => {
    const revision = revisions.get(period)
    const row = bodyOf(period, revision)
    if (!row || revision === undefined)
      return { period, revision: null, window: null, content: null }
    const before = bodyOf(period, revision - 1)
    return {
      ...{ period, revision, window: windowOf(row), content: withoutWords(row) },
      ...(before ? { before: withoutWords(before) } : {}),
    }
  })
}

function withoutWords(row: { body: string }): WireContent {
  const { figures, tables } = contentOf(row)
  return { figures, tables, narrative: {} }
}

/** The same for a period on its own, where nothing else of the unit's earlier periods is read. */
export async function monthsFiled(
  db: Database,
  agency: string,
  unit: string,
  period: string,
): Promise<RolledMonth[]> {
  const months = monthsBehind(period)
  if (months.length === 0) return []
  const [newest, decided] = await ask(
    db,
    newestOfPeriods(db, agency, unit, months),
    decisionsOfPeriods(db, agency, unit, months),
  )
  return filedMonths(db, agency, unit, months, newest, decided)
}

/** For the rules; undefined where there is nothing to hold a figure against. */
export const rollUpOf = (index: Index, months: readonly RolledMonth[]): RollUp | undefined =>
  months.length === 0
    ? undefined
    : rollUp(
        index,
        months.map(({ period, content }) => ({
          period,
          content: content && contentFromWire(content),
        })),
      )

/** For the pane. */
export function rolledUpFrom(index: Index, months: readonly RolledMonth[]): RolledUp | null {
  const rolled = rollUpOf(index, months)
  if (!rolled) return null
  const left: RolledUp['left'] = []
  const partial: RolledUp['partial'] = []
  for (const [at, one] of rolled.derived) {
    const why = lackingInWords(rolled, one)
    if (why === undefined) continue
    if (one.cell.state === 'not-reported') left.push({ at, why })
    else partial.push({ at, why })
  }
  return {
    content: contentToWire(rolled.content),
    months: [...months],
    missing: [...rolled.missing],
    left,
    partial,
    windows: windowsBetween(months),
  }
}
