/** Days off besides weekends and fixed public holidays, as the agency set them. */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type HolidayRow = { day: string; name: string }

/** @param prefix of the ISO date, e.g. "2025-" */
export const holidaysIn = (db: Database, agency: string, prefix: string): Query<HolidayRow> =>
  db
    .prepare(
      `SELECT day, name FROM holiday
       WHERE agency = ?1 AND day >= ?2 AND day < ?2 || '~' ORDER BY day`,
    )
    .bind(agency, prefix)

/** Replaces those of a year. */
export const setHolidays = (
  db: Database,
  agency: string,
  prefix: string,
  days: readonly HolidayRow[],
): Statement[] => [
  db
    .prepare("DELETE FROM holiday WHERE agency = ?1 AND day >= ?2 AND day < ?2 || '~'")
    .bind(agency, prefix),
  db
    .prepare(
      `INSERT INTO holiday (agency, day, name)
       SELECT ?1, value ->> 'day', value ->> 'name' FROM json_each(?2)`,
    )
    .bind(agency, JSON.stringify(days)),
]
