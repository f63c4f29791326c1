/**
 * Makes a consolidation from its sources: merge, earlier periods beside it, rules over the merged figures. Pure but for
 * reading the bodies; nothing computed is stored.
 */
import type { Agency } from '../shared/agency.ts'
import type { Index } from '../shared/catalogue/catalogue.ts'
import { consolidate, type Merged, mergedValues } from '../shared/consolidate.ts'
import type { Values } from '../shared/content.ts'
import { statusOf } from '../shared/figure-status.ts'
import { closedBefore, yearOf } from '../shared/period.ts'
import { attainmentsOf } from '../shared/plan/attainment.ts'
import type { Consolidation } from '../shared/protocol.ts'
import { mixedWindows } from '../shared/roll-up/windows.ts'
import { check } from '../shared/rules/engine.ts'
import type { Rule } from '../shared/rules/schema.ts'
import { rulesInForce } from '../shared/rules/standing.ts'
import type { Verdict } from '../shared/rules/subject.ts'
import { agencyFrom, namingOf, planFrom } from './agency.ts'
import { indexOf } from './catalogue.ts'
import {
  attainmentTold,
  wireExclusions,
  wireFigures,
  wireLapsed,
  wireTables,
} from './consolidated-wire.ts'
import type { Counting } from './counting.ts'
import type { Database } from './env.ts'
import { reasonsIn, reasonsOnPlan, windowOf } from './filed.ts'
import { keptStandings } from './in-force.ts'
import { monthsMerged } from './merged-months.ts'
import { comparedWith } from './opened.ts'
import type { Sources } from './sources.ts'
import { type AdjustmentRow, adjustmentsOf } from './store/adjustments.ts'
import { ask } from './store/ask.ts'
import { type CountedRow, countedRevisions } from './store/submissions.ts'
import { toMerge } from './to-merge.ts'

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

type Under = {
  /** instead of the rules in force, to see what they would say */
  readonly rehearsed?: readonly Rule[]
  /** what is missing is late: the only thing said of a figure that the calendar changes and the digest does not name */
  readonly pastDue?: boolean
}

export async function consolidationOf(
  db: Database,
  agencyKey: string,
  sources: Sources,
  { rehearsed, pastDue = false }: Under = {},
): Promise<Made> {
  const { inputs, digest, document, plan, planBefore } = sources
  const { period } = inputs
  const { previous, lastYear } = comparedWith(period.period)
  const agency = agencyFrom({ document, plan })
  // each period is told by the plan of its year
  const agencyBefore = agencyFrom({ document, plan: planBefore })
  const agencyOf = (of: string) => (yearOf(of) === yearOf(period.period) ? agency : agencyBefore)
  const whole = await indexOf(db, period.catalogue, agency)
  const { rules: spokenOf = {}, exclusions = [] } = inputs
  const index = rehearsed
    ? { ...whole, rules: rehearsed }
    : rulesInForce(whole, keptStandings(spokenOf), period.to)
  const filedIn = (of: string, { revisions }: Counting) =>
    countedRevisions(db, agencyKey, of, revisions)
  const adjustedIn = (of: string) => adjustmentsOf(db, agencyKey, of)
  const closed = inputs.opening ?? { period: previous, revisions: [], adjustments: [] }
  const [
    filed,
    before,
    yearBefore,
    adjusted,
    adjustedBefore,
    adjustedYearBefore,
    closedFiled,
    closedAdjusted,
  ] = await ask(
    db,
    filedIn(period.period, inputs.counting),
    filedIn(previous, inputs.previous),
    filedIn(lastYear, inputs.lastYear),
    adjustedIn(period.period),
    adjustedIn(previous),
    adjustedIn(lastYear),
    filedIn(closed.period, closed),
    adjustedIn(closed.period),
  )
  // keys are never reused for another meaning, so earlier figures are read with the catalogue of this period
  const inputOf = (
    of: string,
    rows: readonly CountedRow[],
    adjustments: readonly AdjustmentRow[],
    counting: Counting,
  ) => toMerge(index, agencyOf(of), rows, adjustments, counting)
  const earlier = mergedValues(inputOf(previous, before, adjustedBefore, inputs.previous))
  const yearEarlier = mergedValues(
    inputOf(lastYear, yearBefore, adjustedYearBefore, inputs.lastYear),
  )
  // the close of the period before is the opening, but for periods counted from 15/12
  const opening = closedBefore(period.period).includes(previous)
    ? earlier
    : inputs.opening && mergedValues(inputOf(closed.period, closedFiled, closedAdjusted, closed))
  const input = inputOf(period.period, filed, adjusted, inputs.counting)
  const rolledUp = await monthsMerged(db, agencyKey, input, inputs, input.submissions)
  const merged = consolidate({
    ...input,
    ...(opening ? { previous: opening } : {}),
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
      exclusions,
      ...(rolledUp ? { rolledUp } : {}),
    },
    {
      naming: namingOf(agency),
      reasons: filed.flatMap(row => [...reasonsIn(row), ...reasonsOnPlan(index, row)]),
      trace: (rule, verdicts) => judged.set(rule.id, verdicts),
    },
  )
  const aims = plan
    ? attainmentsOf(index, agency, merged.values, planFrom(plan), yearOf(period.period))
    : []
  const isAdjacent = closedBefore(period.period).includes(previous)
  const beside = {
    standing: { locked: period.state === 'locked', pastDue },
    ...{ earlier, yearEarlier },
  }
  const standing = new Map(inputs.units.map(one => [one.unit, one]))
  const figures = wireFigures(index, merged, beside)
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
        status: statusOf({
          ...beside.standing,
          coverage: { expected: 1, reported: one?.counted ? 1 : 0 },
        }),
      }
    }),
    compared: { previous, samePeriodLastYear: lastYear },
    figures,
    tables: wireTables(index, agency, merged, beside),
    narrative: Object.fromEntries([...merged.narrative].map(([code, parts]) => [code, [...parts]])),
    findings: results,
    lapsed: wireLapsed(index, agency, merged),
    ...(aims.length > 0 ? { attainment: aims.map(one => attainmentTold(one, figures)) } : {}),
    exclusions: wireExclusions(index, merged, exclusions, beside),
    windows: mixedWindows(
      filed.map(row => {
        const earlierOne = before.find(({ unit }) => unit === row.unit)
        return {
          unit: row.unit,
          window: windowOf(row),
          // what is carried over a year's turn is another matter than days that join
          before: earlierOne && isAdjacent ? windowOf(earlierOne) : undefined,
        }
      }),
      { period: period.period, previous, window },
    ),
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
