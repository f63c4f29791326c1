/**
 * Makes a consolidation from its sources: merge, earlier periods beside it, rules over the merged figures. Pure but for
 * reading the bodies; nothing computed is stored.
 */
import type { Agency } from '../shared/agency.ts'
import type { Index } from '../shared/catalogue/catalogue.ts'
import {
  type Adjustment,
  consolidate,
  type Merged,
  type MergeInput,
  mergedValues,
} from '../shared/consolidate.ts'
import { cellFromWire, contentFromWire, type Values } from '../shared/content.ts'
import { placeOf } from '../shared/place.ts'
import type { Consolidation } from '../shared/protocol.ts'
import { check } from '../shared/rules/engine.ts'
import type { Verdict } from '../shared/rules/subject.ts'
import { agencyFrom, namingOf } from './agency.ts'
import { indexOf } from './catalogue.ts'
import { wireFigures, wireLapsed, wireTables } from './consolidated-wire.ts'
import type { Database } from './env.ts'
import { contentOf, reasonsIn } from './filed.ts'
import { comparedWith } from './opened.ts'
import type { Counting, Sources } from './sources.ts'
import { type AdjustmentRow, adjustmentsOf } from './store/adjustments.ts'
import { ask } from './store/ask.ts'
import { type CountedRow, countedRevisions } from './store/submissions.ts'

export type Made = {
  readonly index: Index
  readonly agency: Agency
  readonly sources: Sources
  readonly consolidation: Consolidation
  readonly merged: Merged
  readonly previous: Values
  readonly lastYear: Values
  /** rule → the places of the merged figures it judged, passed or not */
  readonly judged: ReadonlyMap<string, readonly Verdict[]>
  /** the revisions that count, with who prepared them */
  readonly filed: readonly CountedRow[]
}

export async function consolidationOf(
  db: Database,
  agencyKey: string,
  sources: Sources,
): Promise<Made> {
  const { inputs, digest, document } = sources
  const { period } = inputs
  const { previous, lastYear } = comparedWith(period.period)
  const index = await indexOf(db, period.catalogue)
  const agency = agencyFrom({ document })
  const filedIn = (of: string, { revisions }: Counting) =>
    countedRevisions(db, agencyKey, of, revisions)
  const adjustedIn = (of: string) => adjustmentsOf(db, agencyKey, of)
  const [filed, before, yearBefore, adjusted, adjustedBefore, adjustedYearBefore] = await ask(
    db,
    filedIn(period.period, inputs.counting),
    filedIn(previous, inputs.previous),
    filedIn(lastYear, inputs.lastYear),
    adjustedIn(period.period),
    adjustedIn(previous),
    adjustedIn(lastYear),
  )
  // keys are never reused for another meaning, so earlier figures are read with the catalogue of this period
  const toMerge = (
    rows: readonly CountedRow[],
    entries: readonly AdjustmentRow[],
    counting: Counting,
  ): MergeInput => ({
    index,
    agency,
    submissions: rows.map(row => ({
      unit: row.unit,
      revision: row.revision,
      content: contentFromWire(contentOf(row)),
    })),
    adjustments: adjustmentsFrom(index, entries, counting),
  })
  const earlier = mergedValues(toMerge(before, adjustedBefore, inputs.previous))
  const yearEarlier = mergedValues(toMerge(yearBefore, adjustedYearBefore, inputs.lastYear))
  const merged = consolidate({
    ...toMerge(filed, adjusted, inputs.counting),
    previous: earlier,
  })
  const window = { from: period.from, to: period.to }
  const judged = new Map<string, readonly Verdict[]>()
  const { results } = check(
    index,
    {
      level: 'agency',
      period: period.period,
      values: merged.values,
      window,
      conflicts: merged.conflicts,
    },
    {
      naming: namingOf(agency),
      reasons: filed.flatMap(reasonsIn),
      trace: (rule, verdicts) => judged.set(rule.id, verdicts),
    },
  )
  const standing = new Map(inputs.units.map(one => [one.unit, one]))
  const consolidation: Consolidation = {
    agency: agency.key,
    period: period.period,
    catalogue: period.catalogue,
    digest,
    asOf: inputs.asOf,
    state: period.state === 'locked' ? 'final' : 'provisional',
    window,
    units: agency.units.map(({ key, name }) => {
      const one = standing.get(key)
      return {
        unit: key,
        name,
        state: one?.state ?? 'not-started',
        revision: one?.revision ?? null,
        counted: one?.counted?.revision ?? null,
        changedSinceAccepted: one?.changedSinceAccepted ?? false,
      }
    }),
    figures: wireFigures(merged, earlier, yearEarlier),
    tables: wireTables(index, agency, merged, earlier, yearEarlier),
    narrative: Object.fromEntries([...merged.narrative].map(([code, parts]) => [code, [...parts]])),
    findings: results,
    lapsed: wireLapsed(index, agency, merged),
  }
  return {
    index,
    agency,
    sources,
    consolidation,
    merged,
    previous: earlier,
    lastYear: yearEarlier,
    judged,
    filed,
  }
}

/** A place the catalogue of the period no longer has cannot be adjusted. */
const adjustmentsFrom = (
  index: Index,
  rows: readonly AdjustmentRow[],
  { adjustments }: Counting,
): Adjustment[] => {
  const counting = new Set(adjustments.map(one => one.number))
  return rows.flatMap(({ number, place, value, basis, reason, adjustedBy, adjustedAt }) => {
    const at = placeOf(index, place)
    if (!counting.has(number) || !at) return []
    return [
      {
        number,
        place: at,
        value: cellFromJson(value),
        basis: cellFromJson(basis),
        reason,
        by: adjustedBy,
        at: adjustedAt,
      },
    ]
  })
}

const cellFromJson = (json: string | null) =>
  cellFromWire(json === null ? undefined : JSON.parse(json))
