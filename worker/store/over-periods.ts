/**
 * What counts of many periods in one or several agencies, so that the number of statements hangs on neither: D1 counts them
 * and allows a request a thousand. As in `province.ts`, agencies are those of the session, as a JSON list, and every row is
 * looked up by its key.
 */
import type { Database } from '../env.ts'
import type { AdjustmentRow } from './adjustments.ts'
import type { AgencyRow } from './agencies.ts'
import type { Query } from './ask.ts'
import type { EarlierDecision, EarlierRevision } from './earlier.ts'

type Of<Row> = Row & { agency: string }
type Keys = readonly string[]

/** The newest revision of every unit. */
export const newestOver = (
  db: Database,
  agencies: Keys,
  periods: Keys,
): Query<Of<EarlierRevision & { unit: string; receivedAt: string }>> =>
  db
    .prepare(
      `SELECT s.agency, s.period, s.unit, s.revision, s.digest, s.received_at AS receivedAt
       FROM json_each(?1) asked
       CROSS JOIN json_each(?2) wanted
       CROSS JOIN unit u ON u.agency = asked.value
       CROSS JOIN submission s ON s.agency = u.agency AND s.period = wanted.value AND s.unit = u.unit
         AND s.revision = (SELECT max(n.revision) FROM submission n
                           WHERE n.agency = u.agency AND n.period = wanted.value AND n.unit = u.unit)`,
    )
    .bind(JSON.stringify(agencies), JSON.stringify(periods))

/** Of each unit in the order they were made. */
export const decisionsOver = (
  db: Database,
  agencies: Keys,
  periods: Keys,
): Query<Of<EarlierDecision & { unit: string; reviewedAt: string }>> =>
  db
    .prepare(
      `SELECT r.agency, r.period, r.unit, r.revision, r.decision, s.digest, r.reviewed_at AS reviewedAt
       FROM json_each(?1) asked
       CROSS JOIN json_each(?2) wanted
       CROSS JOIN review r ON r.agency = asked.value AND r.period = wanted.value
       CROSS JOIN submission s ON s.agency = r.agency AND s.period = r.period AND s.unit = r.unit
         AND s.revision = r.revision
       ORDER BY r.agency, r.period, r.unit, r.number`,
    )
    .bind(JSON.stringify(agencies), JSON.stringify(periods))

export const adjustmentsOver = (
  db: Database,
  agencies: Keys,
  periods: Keys,
): Query<Of<AdjustmentRow & { period: string }>> =>
  db
    .prepare(
      `SELECT a.agency, a.period, a.number, a.id, a.place, a.value, a.basis, a.reason,
              a.adjusted_by AS adjustedBy, a.adjusted_at AS adjustedAt
       FROM json_each(?1) asked
       CROSS JOIN json_each(?2) wanted
       CROSS JOIN adjustment a ON a.agency = asked.value AND a.period = wanted.value
       ORDER BY a.agency, a.period, a.number`,
    )
    .bind(JSON.stringify(agencies), JSON.stringify(periods))

/** The document of each agency with the plan in force in each of these years. */
export const documentsOver = (
  db: Database,
  agencies: Keys,
  years: readonly number[],
): Query<Of<AgencyRow & { year: number }>> =>
  db
    .prepare(
      `SELECT g.agency, wanted.value AS year, g.document,
              (SELECT p.document FROM plan p
               WHERE p.agency = g.agency AND wanted.value BETWEEN p.year AND p.until
                 AND p.number = (SELECT max(l.number) FROM plan l
                                 WHERE l.agency = p.agency AND l.year = p.year)
               ORDER BY p.year DESC LIMIT 1) AS plan
       FROM json_each(?1) asked
       CROSS JOIN json_each(?2) wanted
       CROSS JOIN agency g ON g.agency = asked.value`,
    )
    .bind(JSON.stringify(agencies), JSON.stringify(years))

export type Final = { readonly agency: string; readonly final: string }

export type FrozenRow = {
  agency: string
  final: string
  /** digest of the agency's document */
  edition: string
  year: number | null
  number: number | null
}

/** Which edition of the document and which plan a lock froze, by the digest it made final. */
export const frozenOver = (db: Database, finals: readonly Final[]): Query<FrozenRow> =>
  db
    .prepare(
      `SELECT t.agency, t.digest AS final, t.inputs ->> '$.agency' AS edition,
              t.inputs ->> '$.plan.year' AS year, t.inputs ->> '$.plan.number' AS number
       FROM json_each(?1) wanted
       CROSS JOIN snapshot t ON t.agency = wanted.value ->> 0 AND t.digest = wanted.value ->> 1`,
    )
    .bind(JSON.stringify(finals.map(({ agency, final }) => [agency, final])))

export const editionsOver = (
  db: Database,
  editions: readonly { readonly agency: string; readonly edition: string }[],
): Query<{ agency: string; edition: string; document: string }> =>
  db
    .prepare(
      `SELECT e.agency, e.digest AS edition, e.document
       FROM json_each(?1) wanted
       CROSS JOIN agency_edition e ON e.agency = wanted.value ->> 0 AND e.digest = wanted.value ->> 1`,
    )
    .bind(JSON.stringify(editions.map(({ agency, edition }) => [agency, edition])))

export const plansOver = (
  db: Database,
  plans: readonly Pick<FrozenRow, 'agency' | 'year' | 'number'>[],
): Query<{ agency: string; year: number; number: number; document: string }> =>
  db
    .prepare(
      `SELECT k.agency, k.year, k.number, k.document
       FROM json_each(?1) wanted
       CROSS JOIN plan k ON k.agency = wanted.value ->> 0 AND k.year = wanted.value ->> 1
         AND k.number = wanted.value ->> 2`,
    )
    .bind(JSON.stringify(plans.map(({ agency, year, number }) => [agency, year, number])))

export type Revision = {
  readonly agency: string
  readonly period: string
  readonly unit: string
  readonly revision: number
}
export type BodyRow = Revision & { readonly body: string }

/** These revisions and no others, whatever came in since. */
export const bodiesOver = (db: Database, revisions: readonly Revision[]): Query<BodyRow> =>
  db
    .prepare(
      `SELECT s.agency, s.period, s.unit, s.revision, s.body
       FROM json_each(?1) wanted
       CROSS JOIN submission s ON s.agency = wanted.value ->> 0 AND s.period = wanted.value ->> 1
         AND s.unit = wanted.value ->> 2 AND s.revision = wanted.value ->> 3`,
    )
    .bind(
      JSON.stringify(
        revisions.map(({ agency, period, unit, revision }) => [agency, period, unit, revision]),
      ),
    )
