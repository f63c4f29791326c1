/** What counted of a unit in the periods before: figures only, for the small chart beside a cell and the rules over time. */
import type { Index } from '../shared/catalogue/catalogue.ts'
import type { WireContent } from '../shared/content.ts'
import type { EarlierFigures } from '../shared/protocol.ts'
import { type History, historyOf } from '../shared/rules/history.ts'
import { type Database, markOf } from './env.ts'
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
  return figuresIn(db, agency, unit, countedOfPeriods(newest, decisions))
}

type CountedIn = { readonly period: string; readonly revision: number }

function countedOfPeriods(
  newest: readonly EarlierRevision[],
  decisions: readonly EarlierDecision[],
): CountedIn[] {
  const decided = Map.groupBy(decisions, decision => decision.period)
  return newest.flatMap(row => {
    const one = countedOf(row, decided.get(row.period) ?? [])
    return one ? [{ period: row.period, revision: one.revision }] : []
  })
}

async function figuresIn(
  db: Database,
  agency: string,
  unit: string,
  counted: readonly CountedIn[],
): Promise<EarlierFigures[]> {
  const filed = await contentsIn(db, agency, unit, counted)
  return filed.map(({ period, ...content }) => ({ period, ...figuresOf(content) }))
}

/** The oldest first. */
async function contentsIn(
  db: Database,
  agency: string,
  unit: string,
  counted: readonly CountedIn[],
): Promise<(WireContent & { period: string })[]> {
  if (counted.length === 0) return []
  const [bodies] = await ask(db, bodiesOfPeriods(db, agency, unit, counted))
  return bodies
    .map(row => ({ period: row.period, ...contentOf(row) }))
    .sort((a, b) => (a.period < b.period ? -1 : 1))
}

/** Whose history, before which period, in the words of which catalogue. */
export type Filer = {
  readonly agency: string
  readonly unit: string
  readonly period: string
  readonly index: Index
}

/**
 * The same as rules over time need it. Twelve bodies are much to read for one check, and what counts of them changes once
 * a month: the last histories made stay in the isolate, each under the very revisions it is made of.
 */
export async function historyBefore(
  db: Database,
  { agency, unit, period, index }: Filer,
  newest: readonly EarlierRevision[],
  decisions: readonly EarlierDecision[],
): Promise<History> {
  const counted = countedOfPeriods(newest, decisions)
  const revisions = counted.map(one => `${one.period}:${one.revision}`).join(' ')
  const whose = `${markOf(db)} ${agency} ${unit}`
  const key = `${whose} ${period} ${index.catalogue.id} ${revisions}`
  const known = histories.get(key)
  const found = known ?? historyOf(index, period, await contentsIn(db, agency, unit, counted))
  // the one used last goes last
  histories.delete(key)
  histories.set(key, found)
  const [oldest] = histories.keys()
  if (histories.size > mostHistories && oldest !== undefined) histories.delete(oldest)
  return found
}
const histories = new Map<string, History>()
/** About a hundred kilobytes each. */
const mostHistories = 100

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
