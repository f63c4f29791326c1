/**
 * What the months of a longer period come to for one unit: read from the revisions that count, rolled up by `shared/`.
 * Months themselves ask for nothing, so nothing here slows them down.
 */
import type { Index } from '../shared/catalogue/catalogue.ts'
import { contentFromWire, contentToWire } from '../shared/content.ts'
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
  const [rows] = await ask(db, bodiesOfPeriods(db, agency, unit, counted))
  const bodies = new Map(rows.map(row => [row.period, row]))
  const revisions = new Map(counted.map(one => [one.period, one.revision]))
  return months.map(period => {
    const row = bodies.get(period)
    if (!row) return { period, revision: null, window: null, content: null }
    const { figures, tables } = contentOf(row)
    return {
      period,
      revision: revisions.get(period) ?? null,
      window: windowOf(row),
      content: { figures, tables, narrative: {} },
    }
  })
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
