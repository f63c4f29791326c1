/**
 * What a consolidation is made of: the revisions that count, the office's adjustments, the agency's document and the
 * period, each by number and digest. Their digest names the consolidation. A lock freezes them; revisions never change,
 * so whatever was handed out can be made again.
 */
import { canonicalJson, sha256 } from './digest.ts'
import type { Database, Statement } from './env.ts'
import { comparedWith, known, periodKeyOf } from './opened.ts'
import { type Counted, type Standing, standingsOf } from './standing.ts'
import { type AdjustmentRow, adjustmentsOf } from './store/adjustments.ts'
import { agencyDocument } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { type PeriodRow, periodOf } from './store/periods.ts'
import { type ReviewRow, reviewsOfPeriod } from './store/reviews.ts'
import { addSnapshot, agencyEdition, keepEdition, snapshotOf } from './store/snapshots.ts'
import { newestRevisions, type RevisionRow } from './store/submissions.ts'

type UnitSource = Pick<Standing, 'state' | 'revision' | 'changedSinceAccepted' | 'counted'> & {
  readonly unit: string
}
/** What counts of a period: revisions by unit, and adjustments that stand, by number. */
export type Counting = {
  readonly revisions: readonly (Counted & { readonly unit: string })[]
  readonly adjustments: readonly { readonly number: number; readonly digest: string }[]
}

export type Inputs = {
  readonly period: Pick<PeriodRow, 'period' | 'from' | 'to' | 'state' | 'catalogue'>
  /** digest of the agency's document */
  readonly agency: string
  readonly units: readonly UnitSource[]
  readonly counting: Counting
  readonly previous: Counting
  readonly lastYear: Counting
  /** instant of the last thing that happened to any of these in the period */
  readonly asOf: string
}
export type Sources = {
  readonly digest: string
  readonly inputs: Inputs
  readonly document: string
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
  const [[edition]] = await ask(db, agencyEdition(db, agency, inputs.agency))
  if (!edition) return undefined
  return { sources: { digest, inputs, document: edition.document }, takenAt: snapshot.takenAt }
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
const nameOf = (inputs: Inputs): string => sha256(canonicalJson(['consolidation/2', inputs]))

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
  // one batch is one moment: nothing can come in between
  const [[row], [agencyRow], newest, reviews, adjustments, a, b, c, d, e, f] = await ask(
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
  )
  const found = known(row, key)
  if (!agencyRow) throw new Error('a session names an agency that is not there')
  const { document } = agencyRow
  const { period, from, to, catalogue, openedAt } = found
  const standings = standingsOf(newest, reviews)
  const instants = [
    ...newest.map(one => one.receivedAt),
    ...reviews.map(one => one.reviewedAt),
    ...adjustments.map(one => one.adjustedAt),
  ]
  const inputs: Inputs = {
    period: { period, from, to, state: state ?? found.state, catalogue },
    agency: sha256(document),
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
    asOf: instants.sort().at(-1) ?? openedAt,
  }
  return { sources: { digest: nameOf(inputs), inputs, document }, final: found.final }
}

function countingOf(
  newest: readonly RevisionRow[],
  reviews: readonly ReviewRow[],
  adjustments: readonly AdjustmentRow[],
): Counting {
  return {
    revisions: [...standingsOf(newest, reviews)].flatMap(([unit, { counted }]) =>
      counted ? [{ unit, ...counted }] : [],
    ),
    adjustments: standingAdjustments(adjustments).map(row => ({
      number: row.number,
      digest: sha256(canonicalJson(row)),
    })),
  }
}

/** The latest entry for each place, unless it withdraws. */
export const standingAdjustments = (rows: readonly AdjustmentRow[]): AdjustmentRow[] =>
  [...new Map(rows.map(row => [row.place, row])).values()]
    .filter(row => row.value !== null)
    .sort((x, y) => x.number - y.number)
