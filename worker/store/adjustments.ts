/** The office's own entries beside the units' figures; the latest for a place holds, one without value withdraws it. */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type AdjustmentRow = {
  number: number
  id: string
  place: string
  /** JSON of the wire figure; null withdraws */
  value: string | null
  /** JSON of the merged figure it was made upon; null when nobody had reported */
  basis: string | null
  reason: string
  adjustedBy: string
  adjustedAt: string
}

const columns = `number, id, place, value, basis, reason, adjusted_by AS adjustedBy, adjusted_at AS adjustedAt`

/** In the order they were made. */
export const adjustmentsOf = (db: Database, agency: string, period: string): Query<AdjustmentRow> =>
  db
    .prepare(`SELECT ${columns} FROM adjustment WHERE agency = ?1 AND period = ?2 ORDER BY number`)
    .bind(agency, period)

/** The same of several periods. */
export const adjustmentsOfPeriods = (
  db: Database,
  agency: string,
  periods: readonly string[],
): Query<AdjustmentRow & { period: string }> =>
  db
    .prepare(
      `SELECT period, ${columns} FROM (SELECT value AS wanted FROM json_each(?2))
       CROSS JOIN adjustment ON agency = ?1 AND period = wanted
       ORDER BY period, number`,
    )
    .bind(agency, JSON.stringify(periods))

export const adjustmentById = (
  db: Database,
  agency: string,
  id: string,
): Query<AdjustmentRow & { period: string }> =>
  db
    .prepare(`SELECT period, ${columns} FROM adjustment WHERE id = ?2 AND agency = ?1`)
    .bind(agency, id)

export const addAdjustment = (
  db: Database,
  agency: string,
  period: string,
  added: AdjustmentRow,
): Statement =>
  db
    .prepare(
      `INSERT INTO adjustment (agency, period, number, id, place, value, basis, reason, adjusted_by, adjusted_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)`,
    )
    .bind(
      agency,
      period,
      added.number,
      added.id,
      added.place,
      added.value,
      added.basis,
      added.reason,
      added.adjustedBy,
      added.adjustedAt,
    )
