/**
 * What changed between an earlier pull of a consolidation and this one: figure by figure with who and why, and the sums
 * and ratios that moved as a result. Both are made again from what they were made of, so nothing can be forgotten.
 */
import type { Adjustment } from '../shared/consolidate.ts'
import { type Cell, cellToWire, contentFromWire, emptyContent } from '../shared/content.ts'
import { type Difference, derivedDifferences, differences } from '../shared/differences.ts'
import { notReported } from '../shared/figure.ts'
import { type Place, placeName, placeText } from '../shared/place.ts'
import type { ChangesSince, WireDifference } from '../shared/protocol.ts'
import { namingOf } from './agency.ts'
import { consolidationOf, type Made } from './consolidated.ts'
import type { Database } from './env.ts'
import { contentOf, reasonAt } from './filed.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'
import { earlierSources, type Sources } from './sources.ts'
import { ask } from './store/ask.ts'
import { reviewsOfPeriod } from './store/reviews.ts'
import { snapshotBefore } from './store/snapshots.ts'
import type { CountedRow } from './store/submissions.ts'

type Pull = NonNullable<Awaited<ReturnType<typeof earlierSources>>>

/** @throws Problem digest-unknown when no such pull of this period is known */
export async function earlierPull(
  db: Database,
  agency: string,
  { inputs }: Sources,
  digest: string,
): Promise<Pull> {
  const found = await earlierSources(db, agency, digest)
  if (!found || found.sources.inputs.period.period !== inputs.period.period)
    throw new Problem('digest-unknown', say.digestUnknown(inputs.period.period))
  return found
}

/**
 * What was handed out of the same period before the audit's entry `seq`: for one consolidation always the same, whoever
 * asks and whenever. Undefined when it was the first.
 */
export async function pullBefore(
  db: Database,
  agency: string,
  { inputs }: Sources,
  seq: number,
): Promise<(Made & { readonly takenAt: string }) | undefined> {
  const [[before]] = await ask(db, snapshotBefore(db, agency, inputs.period.period, seq))
  const found = before && (await earlierSources(db, agency, before.digest))
  if (!found) return undefined
  const { sources, takenAt } = found
  return { ...(await consolidationOf(db, agency, sources)), takenAt }
}

export async function changesSince(
  db: Database,
  agency: string,
  { sources, takenAt }: Pull,
  now: Made,
): Promise<ChangesSince> {
  const [then, [reviews]] = await Promise.all([
    consolidationOf(db, agency, sources),
    ask(db, reviewsOfPeriod(db, agency, now.consolidation.period)),
  ])
  const { index } = now
  const naming = namingOf(now.agency)
  const named = (one: Difference): WireDifference => ({
    at: placeText(one.place),
    name: placeName(index, one.place, naming.rowName),
    old: wire(one.from),
    new: wire(one.to),
  })
  const [old, current] = [byUnit(then.filed), byUnit(now.filed)]
  const ofUnits = now.agency.units.flatMap(({ key, name }) => {
    const [before, after] = [old.get(key), current.get(key)]
    if (before?.revision === after?.revision) return []
    const returned = reviews.findLast(one => one.unit === key && one.decision === 'return')
    // without a newer revision it is the office that took the figures out
    const hands = after
      ? { who: after.preparedBy, when: after.receivedAt }
      : { who: returned?.reviewedBy ?? '', when: returned?.reviewedAt ?? '' }
    return differences(index, contentIn(before), contentIn(after)).map(one => ({
      ...named(one),
      unit: key,
      unitName: name,
      revisions: { old: before?.revision ?? null, new: after?.revision ?? null },
      ...hands,
      why: (after && reasonAt(after, placeText(one.place))) ?? (returned?.note || null),
    }))
  })
  return {
    since: sources.digest,
    takenAt,
    state:
      then.consolidation.state === now.consolidation.state
        ? null
        : { old: then.consolidation.state, new: now.consolidation.state },
    figures: [...ofUnits, ...ofOffice(then, now, named)],
    moved: derivedDifferences(index, then.merged.values, now.merged.values).map(named),
  }
}

/** Adjustments made, changed, withdrawn or lapsed in between. */
function ofOffice(
  then: Made,
  now: Made,
  named: (one: Difference) => WireDifference,
): ChangesSince['figures'] {
  const [before, after] = [then.merged.adjusted, now.merged.adjusted]
  const places = new Map([...before, ...after].map(one => [placeText(one.place), one.place]))
  return [...places.values()].flatMap(place => {
    const [old, current] = [adjustmentAt(before, place), adjustmentAt(after, place)]
    if (old?.number === current?.number) return []
    const last = current ?? old
    return [
      {
        ...named({ place, from: old?.value ?? notReported, to: current?.value ?? notReported }),
        unit: null,
        unitName: say.office(),
        revisions: { old: null, new: null },
        who: last?.by ?? '',
        when: last?.at ?? '',
        why: last?.reason ?? null,
      },
    ]
  })
}

const adjustmentAt = (all: readonly Adjustment[], place: Place) =>
  all.find(one => placeText(one.place) === placeText(place))

const wire = (cell: Cell) => cellToWire(cell) ?? null
const byUnit = (rows: readonly CountedRow[]) => new Map(rows.map(row => [row.unit, row]))
const contentIn = (row: CountedRow | undefined) =>
  row ? contentFromWire(contentOf(row)) : emptyContent
