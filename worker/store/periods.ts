/** Reporting periods of an agency. */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type PeriodRow = {
  period: string
  from: string
  to: string
  dueDate: string
  state: 'open' | 'locked'
  catalogue: string
  openedAt: string
}

const columns = `period, window_from AS "from", window_to AS "to", due_date AS dueDate, state, catalogue,
  opened_at AS openedAt`

export const periodOf = (db: Database, agency: string, period: string): Query<PeriodRow> =>
  db.prepare(`SELECT ${columns} FROM period WHERE agency = ?1 AND period = ?2`).bind(agency, period)

/** Newest window first. */
export const periodsOf = (db: Database, agency: string): Query<PeriodRow> =>
  db
    .prepare(
      `SELECT ${columns} FROM period WHERE agency = ?1 ORDER BY window_to DESC, window_from DESC`,
    )
    .bind(agency)

export type NewPeriod = Omit<PeriodRow, 'state'> & { agency: string }

export const openPeriod = (db: Database, added: NewPeriod): Statement =>
  db
    .prepare(
      `INSERT INTO period (agency, period, window_from, window_to, due_date, state, catalogue, opened_at)
       VALUES (?1, ?2, ?3, ?4, ?5, 'open', ?6, ?7)`,
    )
    .bind(
      added.agency,
      added.period,
      added.from,
      added.to,
      added.dueDate,
      added.catalogue,
      added.openedAt,
    )

export const setPeriodState = (
  db: Database,
  agency: string,
  period: string,
  state: PeriodRow['state'],
  note: string,
): Query<PeriodRow> =>
  db
    .prepare(
      `UPDATE period SET state = ?3, note = ?4 WHERE agency = ?1 AND period = ?2 RETURNING ${columns}`,
    )
    .bind(agency, period, state, note)
