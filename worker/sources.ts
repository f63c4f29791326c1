/**
 * What a consolidation is made of: the revisions that count, the office's adjustments, the agency's document, its plan and
 * the period, each by number and digest. Their digest names the consolidation. A lock freezes them; revisions never change,
 * so whatever was handed out can be made again.
 */
import { yearOf } from '../shared/period.ts'
import type { Exclusion } from '../shared/protocol.ts'
import { judgesOn } from '../shared/rules/standing.ts'
import { type Counting, type CountingIn, countingOf, countingsOf } from './counting.ts'
import { canonicalJson, sha256 } from './digest.ts'
import type { Database, Statement } from './env.ts'
import { exclusionsOn } from './in-force.ts'
import { closedElsewhere, comparedWith, periodKeyOf } from './opened.ts'
import { openedOrNear } from './opened-near.ts'
import { monthsBehind } from './rolled-up.ts'
import { type Standing, standingsOf } from './standing.ts'
import { adjustmentsOf, adjustmentsOfPeriods } from './store/adjustments.ts'
import { agencyDocument } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { decisionsOfAgency, newestOfAgency } from './store/earlier.ts'
import { type PeriodRow, periodOf } from './store/periods.ts'
import { type PlanRow, planEdition, planIn } from './store/plans.ts'
import { reviewsOfPeriod } from './store/reviews.ts'
import { lastExclusions, lastRuleChanges } from './store/rules.ts'
import { addSnapshot, agencyEdition, keepEdition, snapshotOf } from './store/snapshots.ts'
import { newestRevisions } from './store/submissions.ts'

type UnitSource = Pick<Standing, 'state' | 'revision' | 'changedSinceAccepted' | 'counted'> & {
  readonly unit: string
}
/** An edition of a plan. */
export type PlanSource = { readonly year: number; readonly number: number; readonly digest: string }

export type Inputs = {
  readonly period: Pick<PeriodRow, 'period' | 'from' | 'to' | 'state' | 'catalogue'>
  /** digest of the agency's document */
  readonly agency: string
  /** the plans in force in the year and in the one before; null: none is stored, absent before there were any */
  readonly plan?: PlanSource | null
  readonly planBefore?: PlanSource | null
  /** of rules the agency has spoken of: whether each judges the period; absent before it could */
  readonly rules?: Readonly<Record<string, boolean>>
  /** groups declared outside ratios in the period */
  readonly exclusions?: readonly Exclusion[]
  readonly units: readonly UnitSource[]
  readonly counting: Counting
  readonly previous: Counting
  readonly lastYear: Counting
  /** of the period whose close is this one's opening, where that is not `previous` (`closedElsewhere`) */
  readonly opening?: CountingIn
  /** of the months of a longer period in which anything counts; absent for months and where none does */
  readonly months?: readonly CountingIn[]
  /** instant of the last thing that happened to any of these in the period */
  readonly asOf: string
}
export type Sources = {
  readonly digest: string
  readonly inputs: Inputs
  readonly document: string
  /** the editions themselves */
  readonly plan: string | null
  readonly planBefore: string | null
  /** ISO date, of a period that still takes figures: beside the digest, since the calendar alone changes what it means */
  readonly dueDate?: string
}

/** As it stands, or as the lock froze it. @throws Problem not-found */
export async function sourcesOf(db: Database, agency: string, asked: string): Promise<Sources> {
  const { sources, final } = await standingSources(db, agency, asked)
  if (final === null) return sources
  return (await earlierSources(db, agency, final))?.sources ?? sources
}

/** As it stands or will stand once the period is in `state`, whatever a lock froze before. */
export async function sourcesNow(
  db: Database,
  agency: string,
  asked: string,
  state?: PeriodRow['state'],
): Promise<Sources> {
  return (await standingSources(db, agency, asked, state)).sources
}

/** What an earlier digest stood for, or undefined when nothing of that name was handed out. */
export async function earlierSources(
  db: Database,
  agency: string,
  digest: string,
): Promise<{ sources: Sources; takenAt: string } | undefined> {
  const [[snapshot]] = await ask(db, snapshotOf(db, agency, digest))
  if (!snapshot) return undefined
  const inputs = JSON.parse(snapshot.inputs) as Inputs
  const editionOf = (plan: PlanSource | null | undefined) =>
    planEdition(db, agency, plan?.year ?? 0, plan?.number ?? 0)
  const [[edition], [plan], [planBefore]] = await ask(
    db,
    agencyEdition(db, agency, inputs.agency),
    editionOf(inputs.plan),
    editionOf(inputs.planBefore),
  )
  if (!edition) return undefined
  const sources = {
    ...{ digest, inputs, document: edition.document },
    ...{ plan: plan?.document ?? null, planBefore: planBefore?.document ?? null },
  }
  return { sources, takenAt: snapshot.takenAt }
}

/** Keeps what was handed out, beside the audit entry `seq` that tells of it. */
export const keeping = (
  db: Database,
  agency: string,
  { digest, inputs, document }: Sources,
  { seq, at }: { seq: number; at: string },
): Statement[] => [
  keepEdition(db, agency, inputs.agency, document),
  addSnapshot(db, {
    agency,
    digest,
    period: inputs.period.period,
    inputs: canonicalJson(inputs),
    seq,
    takenAt: at,
  }),
]

/** The name changes when the same inputs come to give another answer. */
const nameOf = (inputs: Inputs): string => sha256(canonicalJson(['consolidation/3', inputs]))

async function standingSources(
  db: Database,
  agency: string,
  asked: string,
  state?: PeriodRow['state'],
): Promise<{ sources: Sources; final: string | null }> {
  const key = periodKeyOf(asked)
  const { previous, lastYear } = comparedWith(key)
  const filed = (period: string) => newestRevisions(db, agency, period)
  const decided = (period: string) => reviewsOfPeriod(db, agency, period)
  const adjusted = (period: string) => adjustmentsOf(db, agency, period)
  const elsewhere = closedElsewhere(key)
  const months = monthsBehind(key)
  const others = [...new Set([...elsewhere, ...months])]
  // one batch is one moment: nothing can come in between
  const [
    [row],
    [agencyRow],
    newest,
    reviews,
    adjustments,
    a,
    b,
    c,
    d,
    e,
    f,
    [plan],
    [planBefore],
    changes,
    declared,
    filedThen,
    decidedThen,
    adjustedThen,
  ] = await ask(
    db,
    periodOf(db, agency, key),
    agencyDocument(db, agency),
    filed(key),
    decided(key),
    adjusted(key),
    filed(previous),
    decided(previous),
    adjusted(previous),
    filed(lastYear),
    decided(lastYear),
    adjusted(lastYear),
    planIn(db, agency, yearOf(key)),
    planIn(db, agency, yearOf(key) - 1),
    lastRuleChanges(db, agency),
    lastExclusions(db, agency),
    newestOfAgency(db, agency, others),
    decisionsOfAgency(db, agency, others),
    adjustmentsOfPeriods(db, agency, others),
  )
  const found = await openedOrNear(db, agency, row, key)
  if (!agencyRow) throw new Error('a session names an agency that is not there')
  const { document } = agencyRow
  const { period, from, to, catalogue, openedAt } = found
  const standings = standingsOf(newest, reviews)
  const instants = [
    ...newest.map(one => one.receivedAt),
    ...reviews.map(one => one.reviewedAt),
    ...adjustments.map(one => one.adjustedAt),
    // an edition from before the period is no news of it
    ...(plan && plan.writtenAt > openedAt ? [plan.writtenAt] : []),
  ]
  const countingIn = countingsOf(filedThen, decidedThen, adjustedThen)
  const [opening] = elsewhere.map(countingIn).filter(counts)
  const counted = months.map(countingIn).filter(counts)
  const inputs: Inputs = {
    period: { period, from, to, state: state ?? found.state, catalogue },
    agency: sha256(document),
    plan: planSource(plan),
    planBefore: planSource(planBefore),
    rules: Object.fromEntries(changes.map(one => [one.rule, judgesOn(one, to)])),
    exclusions: exclusionsOn(declared, to),
    units: [...standings].map(([unit, { state, revision, changedSinceAccepted, counted }]) => ({
      unit,
      state,
      revision,
      changedSinceAccepted,
      counted,
    })),
    counting: countingOf(newest, reviews, adjustments),
    previous: countingOf(a, b, c),
    lastYear: countingOf(d, e, f),
    ...(opening ? { opening } : {}),
    ...(counted.length > 0 ? { months: counted } : {}),
    asOf: instants.sort().at(-1) ?? openedAt,
  }
  const sources = {
    ...{ digest: nameOf(inputs), inputs, document },
    ...{ plan: plan?.document ?? null, planBefore: planBefore?.document ?? null },
    ...(inputs.period.state === 'open' ? { dueDate: found.dueDate } : {}),
  }
  return { sources, final: found.final }
}

const planSource = (row: PlanRow | undefined): PlanSource | null =>
  row ? { year: row.year, number: row.number, digest: row.digest } : null

const counts = ({ revisions }: Counting): boolean => revisions.length > 0
