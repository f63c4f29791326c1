/** The office's own words for sections of the report; the latest of a section holds, one without text withdraws it. */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export type EditRow = {
  section: string
  /** within its section, from 1 */
  number: number
  /** null withdraws */
  text: string | null
  /** JSON of the figures the text tells, as they were printed then */
  told: string
  editedBy: string
  editedAt: string
}

const columns = 'section, number, text, told, edited_by AS editedBy, edited_at AS editedAt'

/** The last one of each section. */
export const lastEdits = (db: Database, agency: string, period: string): Query<EditRow> =>
  db
    .prepare(
      `SELECT ${columns} FROM narrative_edit e
       WHERE e.agency = ?1 AND e.period = ?2
         AND e.number = (SELECT max(l.number) FROM narrative_edit l
                         WHERE l.agency = e.agency AND l.period = e.period AND l.section = e.section)
       ORDER BY section`,
    )
    .bind(agency, period)

export const addEdit = (db: Database, agency: string, period: string, added: EditRow): Statement =>
  db
    .prepare(
      `INSERT INTO narrative_edit (agency, period, section, number, text, told, edited_by, edited_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
    )
    .bind(
      agency,
      period,
      added.section,
      added.number,
      added.text,
      added.told,
      added.editedBy,
      added.editedAt,
    )
