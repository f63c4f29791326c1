/**
 * What a unit filed in earlier periods that are named one by one, so that no query reads more rows when more of them are
 * stored.
 */
import type { Database } from '../env.ts'
import type { Query } from './ask.ts'
import type { ReviewRow } from './reviews.ts'

export type EarlierRevision = { period: string; revision: number; digest: string }

/** The newest revision of each period in which there is one. */
export const newestOfPeriods = (
  db: Database,
  agency: string,
  unit: string,
  periods: readonly string[],
): Query<EarlierRevision> =>
  db
    .prepare(
      `SELECT s.period, s.revision, s.digest
       FROM json_each(?3) wanted
       CROSS JOIN submission s ON s.agency = ?1 AND s.period = wanted.value AND s.unit = ?2
         AND s.revision = (SELECT max(n.revision) FROM submission n
                           WHERE n.agency = ?1 AND n.period = wanted.value AND n.unit = ?2)`,
    )
    .bind(agency, unit, JSON.stringify(periods))

export type EarlierDecision = Pick<ReviewRow, 'revision' | 'decision' | 'digest'> & {
  period: string
}

/** What the office decided in these periods, each period's decisions in the order they were made. */
export const decisionsOfPeriods = (
  db: Database,
  agency: string,
  unit: string,
  periods: readonly string[],
): Query<EarlierDecision> =>
  db
    .prepare(
      `SELECT r.period, r.revision, r.decision, s.digest
       FROM json_each(?3) wanted
       CROSS JOIN review r ON r.agency = ?1 AND r.period = wanted.value AND r.unit = ?2
       CROSS JOIN submission s ON s.agency = r.agency AND s.period = r.period AND s.unit = r.unit
         AND s.revision = r.revision
       ORDER BY r.period, r.number`,
    )
    .bind(agency, unit, JSON.stringify(periods))

/** The same of all units of the agency. */
export const newestOfAgency = (
  db: Database,
  agency: string,
  periods: readonly string[],
): Query<EarlierRevision & { unit: string; receivedAt: string }> =>
  db
    .prepare(
      `SELECT s.period, s.unit, s.revision, s.digest, s.received_at AS receivedAt
       FROM json_each(?2) wanted
       CROSS JOIN unit u ON u.agency = ?1
       CROSS JOIN submission s ON s.agency = ?1 AND s.period = wanted.value AND s.unit = u.unit
         AND s.revision = (SELECT max(n.revision) FROM submission n
                           WHERE n.agency = ?1 AND n.period = wanted.value AND n.unit = u.unit)`,
    )
    .bind(agency, JSON.stringify(periods))

export const decisionsOfAgency = (
  db: Database,
  agency: string,
  periods: readonly string[],
): Query<EarlierDecision & { unit: string; reviewedAt: string }> =>
  db
    .prepare(
      `SELECT r.period, r.unit, r.revision, r.decision, s.digest, r.reviewed_at AS reviewedAt
       FROM json_each(?2) wanted
       CROSS JOIN review r ON r.agency = ?1 AND r.period = wanted.value
       CROSS JOIN submission s ON s.agency = r.agency AND s.period = r.period AND s.unit = r.unit
         AND s.revision = r.revision
       ORDER BY r.period, r.unit, r.number`,
    )
    .bind(agency, JSON.stringify(periods))

/** What a unit filed last in the first of these periods in which it filed anything. */
export const openingFiled = (
  db: Database,
  agency: string,
  unit: string,
  periods: readonly string[],
): Query<{ period: string; body: string }> =>
  db
    .prepare(
      `SELECT s.period, s.body
       FROM json_each(?3) wanted
       CROSS JOIN submission s ON s.agency = ?1 AND s.period = wanted.value AND s.unit = ?2
         AND s.revision = (SELECT max(n.revision) FROM submission n
                           WHERE n.agency = ?1 AND n.period = wanted.value AND n.unit = ?2)
       ORDER BY wanted.key LIMIT 1`,
    )
    .bind(agency, unit, JSON.stringify(periods))

/** The bodies of these revisions and no others. */
export const bodiesOfPeriods = (
  db: Database,
  agency: string,
  unit: string,
  revisions: readonly { readonly period: string; readonly revision: number }[],
): Query<{ period: string; revision: number; body: string }> =>
  db
    .prepare(
      `SELECT s.period, s.revision, s.body
       FROM json_each(?3) wanted
       CROSS JOIN submission s ON s.agency = ?1 AND s.period = wanted.value ->> 0 AND s.unit = ?2
         AND s.revision = wanted.value ->> 1`,
    )
    .bind(agency, unit, JSON.stringify(revisions.map(one => [one.period, one.revision])))
