/** Inspection rounds, edition by edition: the latest of a part holds, a problem whose latest has no document is withdrawn. */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type InspectionPart = 'round' | 'statement' | 'problem' | 'judgement'
export type EditionRow = {
  part: InspectionPart
  /** id of the round */
  round: string
  /** unit of a statement, id of a problem, '' otherwise */
  name: string
  number: number
  /** JSON; null withdraws a problem */
  document: string | null
  editedBy: string
  editedAt: string
}
/** With the instant of the first edition of the part. */
export type StandingRow = EditionRow & { begunAt: string }

const columns = 'part, round, name, number, document, edited_by AS editedBy, edited_at AS editedAt'
const standing = `${columns},
  (SELECT f.edited_at FROM inspection f WHERE f.agency = i.agency AND f.part = i.part
     AND f.round = i.round AND f.name = i.name AND f.number = 1) AS begunAt`
const isLast = `i.number = (SELECT max(l.number) FROM inspection l WHERE l.agency = i.agency
  AND l.part = i.part AND l.round = i.round AND l.name = i.name)`

/** Of all rounds, what holds of one part. */
export const standingOfPart = (
  db: Database,
  agency: string,
  part: InspectionPart,
): Query<StandingRow> =>
  db
    .prepare(
      `SELECT ${standing} FROM inspection i
       WHERE i.agency = ?1 AND i.part = ?2 AND ${isLast} ORDER BY round, name`,
    )
    .bind(agency, part)

/** All that holds of one round. */
export const standingOfRound = (db: Database, agency: string, round: string): Query<StandingRow> =>
  db
    .prepare(
      `SELECT ${standing} FROM inspection i
       WHERE i.agency = ?1 AND i.part IN ('round', 'statement', 'problem', 'judgement')
         AND i.round = ?2 AND ${isLast} ORDER BY part, name`,
    )
    .bind(agency, round)

export const addEdition = (db: Database, agency: string, added: EditionRow): Statement =>
  db
    .prepare(
      `INSERT INTO inspection (agency, part, round, name, number, document, edited_by, edited_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
    )
    .bind(
      agency,
      added.part,
      added.round,
      added.name,
      added.number,
      added.document,
      added.editedBy,
      added.editedAt,
    )

/** For the verification of the chain. */
export const keptEditions = (db: Database, agency: string): Query<EditionRow> =>
  db.prepare(`SELECT ${columns} FROM inspection WHERE agency = ?1`).bind(agency)

export type ProblemReminder = {
  round: string
  problem: string
  dueDate: string
  kind: 'due-soon' | 'overdue'
  madeAt: string
}

export const problemReminders = (db: Database, agency: string): Query<ProblemReminder> =>
  db
    .prepare(
      `SELECT round, problem, due_date AS dueDate, kind, made_at AS madeAt FROM problem_reminder
       WHERE agency = ?1 ORDER BY made_at, round, problem`,
    )
    .bind(agency)

/** One statement for any number of problems: D1 binds at most 100 values. */
export const addProblemReminders = (
  db: Database,
  agency: string,
  made: readonly ProblemReminder[],
): Statement =>
  db
    .prepare(
      `INSERT INTO problem_reminder (agency, round, problem, due_date, kind, made_at)
       SELECT ?1, value ->> 'round', value ->> 'problem', value ->> 'dueDate', value ->> 'kind',
              value ->> 'madeAt'
       FROM json_each(?2) WHERE true ON CONFLICT DO NOTHING`,
    )
    .bind(agency, JSON.stringify(made))
