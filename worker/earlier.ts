/** What counted of a unit in the periods before: figures only, for the small chart beside a cell. */
import type { WireContent } from '../shared/content.ts'
import type { EarlierFigures } from '../shared/protocol.ts'
import type { Database } from './env.ts'
import { contentOf } from './filed.ts'
import { countedOf } from './standing.ts'
import { ask } from './store/ask.ts'
import { bodiesOfPeriods, type EarlierDecision, type EarlierRevision } from './store/earlier.ts'

/** @param newest with what the office decided about them, both of the same unit */
export async function earlierFigures(
  db: Database,
  agency: string,
  unit: string,
  newest: readonly EarlierRevision[],
  decisions: readonly EarlierDecision[],
): Promise<EarlierFigures[]> {
  const decided = Map.groupBy(decisions, decision => decision.period)
  const counted = newest.flatMap(row => {
    const one = countedOf(row, decided.get(row.period) ?? [])
    return one ? [{ period: row.period, revision: one.revision }] : []
  })
  if (counted.length === 0) return []
  const [bodies] = await ask(db, bodiesOfPeriods(db, agency, unit, counted))
  return bodies
    .map(row => ({ period: row.period, ...figuresOf(contentOf(row)) }))
    .sort((a, b) => (a.period < b.period ? -1 : 1))
}

function figuresOf({ figures, tables }: WireContent): Omit<EarlierFigures, 'period'> {
  const members = <Wire, T>(record: Record<string, Wire>, from: (wire: Wire) => T) =>
    Object.fromEntries(Object.entries(record).map(([key, wire]) => [key, from(wire)]))
  return {
    figures,
    tables: members(tables, rows =>
      members(rows, cells =>
        Object.fromEntries(
          Object.entries(cells).flatMap(([column, cell]) =>
            typeof cell === 'string' ? [] : [[column, cell]],
          ),
        ),
      ),
    ),
  }
}
