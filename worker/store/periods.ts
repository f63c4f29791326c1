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
  /** digest of the consolidation a lock made final */
  final: string | null
  /** why it was last locked or reopened */
  note: string
}

const columns = `period, window_from AS "from", window_to AS "to", due_date AS dueDate, state, catalogue,
  opened_at AS openedAt, final, note`

export const periodOf = (db: Database, agency: string, period: string): Query<PeriodRow> =>
  db.prepare(`SELECT ${columns} FROM period WHERE agency = ?1 AND period = ?2`).bind(agency, period)

/** Years of keys, both included. */
export type Years = { readonly from: number; readonly to: number }
/** Keys begin with their year, and none is outside of these. */
export const everyYear: Years = { from: 2000, to: 9998 }

// the newest year there is, then the newest before it: one look-up in the index for each, however many periods they have
const opened = `WITH RECURSIVE opened (year) AS (
  SELECT substr(max(period), 1, 4) FROM period WHERE agency = ?1 AND period >= ?2 AND period < ?3
  UNION ALL
  SELECT (SELECT substr(max(period), 1, 4) FROM period
          WHERE agency = ?1 AND period >= ?2 AND period < opened.year)
  FROM opened WHERE year IS NOT NULL LIMIT ?4
)`
const within = ({ from, to }: Years) => [`${from}`, `${to + 1}`] as const

/** The newest of these years in which any was opened, the newest first. */
export const yearsOpened = (
  db: Database,
  agency: string,
  years: Years,
  most: number,
): Query<{ year: string }> =>
  db
    .prepare(`${opened} SELECT year FROM opened WHERE year IS NOT NULL`)
    .bind(agency, ...within(years), most)

/** Those of the newest of these years in which any was opened. Newest window first. */
export const periodsOf = (
  db: Database,
  agency: string,
  years: Years,
  most: number,
): Query<PeriodRow> =>
  db
    .prepare(
      `${opened} SELECT ${columns} FROM period
       WHERE agency = ?1 AND period >= (SELECT min(year) FROM opened) AND period < ?3
       ORDER BY window_to DESC, window_from DESC`,
    )
    .bind(agency, ...within(years), most)

/** Those of these that were opened. */
export const periodsNamed = (
  db: Database,
  agency: string,
  periods: readonly string[],
): Query<PeriodRow> =>
  db
    .prepare(
      `SELECT ${columns} FROM json_each(?2) wanted
       CROSS JOIN period p ON p.agency = ?1 AND p.period = wanted.value`,
    )
    .bind(agency, JSON.stringify(periods))

/** The keys before and after one, whatever kind they are: two look-ups, however many periods there are. */
export const keysBeside = (
  db: Database,
  agency: string,
  period: string,
): Query<{ period: string | null }> =>
  db
    .prepare(
      `SELECT max(period) AS period FROM period WHERE agency = ?1 AND period < ?2
       UNION ALL
       SELECT min(period) AS period FROM period WHERE agency = ?1 AND period > ?2`,
    )
    .bind(agency, period)

/** Those that still take figures, oldest first. */
export const openPeriods = (db: Database, agency: string): Query<PeriodRow> =>
  db
    .prepare(
      `SELECT ${columns} FROM period WHERE agency = ?1 AND state = 'open' ORDER BY window_to, window_from`,
    )
    .bind(agency)

export type NewPeriod = Omit<PeriodRow, 'state' | 'final' | 'note'> & { agency: string }

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

/** Everything about a period that may change. */
export type PeriodChange = Pick<PeriodRow, 'state' | 'dueDate' | 'final' | 'note'>

export const changePeriod = (
  db: Database,
  agency: string,
  period: string,
  { state, dueDate, final, note }: PeriodChange,
): Statement =>
  db
    .prepare(
      `UPDATE period SET state = ?3, due_date = ?4, final = ?5, note = ?6
       WHERE agency = ?1 AND period = ?2`,
    )
    .bind(agency, period, state, dueDate, final, note)
