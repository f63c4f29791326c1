/**
 * What counts of a period in the agencies a dashboard covers, in one round trip for all of them, and how their units
 * stand; no figure is read. A lock's own document and plan stand in place of later ones, as in each consolidation.
 */
import type { Agency } from '../shared/agency.ts'
import { isPastDue } from '../shared/figure-status.ts'
import { dateInVietnam, defaultDueDate } from '../shared/period.ts'
import type { AgencyName, ProvinceConsolidation } from '../shared/protocol.ts'
import { agencyFrom } from './agency.ts'
import { type Counting, countingOf } from './counting.ts'
import { canonicalJson, sha256 } from './digest.ts'
import type { Database } from './env.ts'
import { standingsOf } from './standing.ts'
import type { AdjustmentRow } from './store/adjustments.ts'
import { ask } from './store/ask.ts'
import type { PeriodRow } from './store/periods.ts'
import { adjustmentsIn, agenciesIn, newestIn, periodsIn, reviewsIn } from './store/province.ts'
import type { ReviewRow } from './store/reviews.ts'
import type { RevisionRow } from './store/submissions.ts'

export type AgencyInPeriod = {
  readonly agency: Agency
  /** absent: the period was not opened there */
  readonly row: PeriodRow | undefined
  readonly counting: Counting
  readonly adjustments: readonly AdjustmentRow[]
  /** what is still missing of its units is overdue */
  readonly pastDue: boolean
  readonly told: ProvinceConsolidation['agencies'][number]
}

export type ProvinceSources = {
  /** in the order asked for */
  readonly agencies: readonly AgencyInPeriod[]
  /** names everything the answer is made of */
  readonly digest: string
  /** UTC instant of the last thing that happened to any of it */
  readonly asOf: string | null
}

type Filed = RevisionRow & { firstReceivedAt: string }

/** @param time milliseconds since 1970, by which lateness is judged */
export async function provinceSources(
  db: Database,
  asked: readonly AgencyName[],
  period: string,
  time: number,
): Promise<ProvinceSources> {
  const keys = asked.map(({ agency }) => agency)
  const [documents, opened, newest, reviews, adjustments] = await ask(
    db,
    agenciesIn(db, keys, period),
    periodsIn(db, keys, [period]),
    newestIn(db, keys, period),
    reviewsIn(db, keys, period),
    adjustmentsIn(db, keys, period),
  )
  const today = dateInVietnam(time)
  const [rows, filed, decided, adjusted] = [
    new Map(opened.map(({ agency, ...row }) => [agency, row])),
    Map.groupBy(newest, one => one.agency),
    Map.groupBy(reviews, one => one.agency),
    Map.groupBy(adjustments, one => one.agency),
  ]
  const agencies = documents.map(({ agency: key, ...document }): AgencyInPeriod => {
    const row = rows.get(key)
    const agency = agencyFrom(document)
    const own = (adjusted.get(key) ?? []).map(({ agency: _, ...one }) => one)
    const [revisions, decisions] = [filed.get(key) ?? [], decided.get(key) ?? []]
    // where nobody opened it, the day the rules name is past or not; a lock ends every waiting
    const pastDue =
      row?.state === 'locked' || isPastDue(row?.dueDate ?? defaultDueDate(period), today)
    return {
      agency,
      row,
      counting: countingOf(revisions, decisions, own),
      adjustments: own,
      pastDue,
      told: {
        agency: key,
        name: agency.name,
        state: row ? (row.state === 'locked' ? 'final' : 'provisional') : 'absent',
        units: unitCounts(agency, row, pastDue, revisions, decisions),
      },
    }
  })
  const instants = [
    ...newest.map(one => one.receivedAt),
    ...reviews.map(one => one.reviewedAt),
    ...adjustments.map(one => one.adjustedAt),
    ...opened.map(one => one.openedAt),
  ].sort()
  const made = agencies.map(({ row, counting, pastDue, told }, i) => [
    ...[told, row?.catalogue ?? null, counting, pastDue],
    ...[documents[i]?.document, documents[i]?.plan],
  ])
  // what is withdrawn leaves the figures as they were before, and yet something happened
  const asOf = instants.at(-1) ?? null
  return { agencies, digest: sha256(canonicalJson(['province/2', period, asOf, made])), asOf }
}

/** How the units stand, as GET /progress counts them; lateness is by the first revision. */
function unitCounts(
  { units }: Agency,
  row: PeriodRow | undefined,
  pastDue: boolean,
  filed: readonly Filed[],
  decided: readonly ReviewRow[],
): AgencyInPeriod['told']['units'] {
  const standings = standingsOf(filed, decided)
  const firsts = new Map(
    filed.map(one => [one.unit, dateInVietnam(Date.parse(one.firstReceivedAt))]),
  )
  const count = (is: (unit: string) => boolean) => units.filter(({ key }) => is(key)).length
  const stands = (state: string) => count(unit => standings.get(unit)?.state === state)
  return {
    expected: units.length,
    submitted: count(unit => standings.has(unit)),
    accepted: stands('accepted'),
    returned: stands('returned'),
    late: count(unit => row !== undefined && isPastDue(row.dueDate, firsts.get(unit) ?? '')),
    missing: row && pastDue ? count(unit => !standings.has(unit)) : 0,
  }
}
