/** Reminders the clock has made: each kind once for a unit in a period. */
import type { ReminderKind } from '../../shared/protocol.ts'
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type ReminderRow = { unit: string; kind: ReminderKind; madeAt: string }

export const remindersOf = (db: Database, agency: string, period: string): Query<ReminderRow> =>
  db
    .prepare(
      `SELECT unit, kind, made_at AS madeAt FROM reminder
       WHERE agency = ?1 AND period = ?2 ORDER BY unit, made_at`,
    )
    .bind(agency, period)

/** One statement for any number of units: D1 binds at most 100 values. */
export const addReminders = (
  db: Database,
  agency: string,
  period: string,
  kind: ReminderKind,
  units: readonly string[],
  madeAt: string,
): Statement =>
  db
    .prepare(
      `INSERT INTO reminder (agency, period, unit, kind, made_at)
       SELECT ?1, ?2, value, ?3, ?5 FROM json_each(?4) WHERE true
       ON CONFLICT DO NOTHING`,
    )
    .bind(agency, period, kind, JSON.stringify(units), madeAt)
