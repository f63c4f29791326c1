/** Whether a database file is whole, and a copy of it while others write. SQLite only: D1 has its own way (Time Travel). */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

/** One row "ok", or one for each fault. */
export const integrity = (db: Database): Query<{ integrity_check: string }> =>
  db.prepare('PRAGMA integrity_check')

/** One row for each reference to nothing. */
export const lostReferences = (db: Database): Query<{ table: string }> =>
  db.prepare('PRAGMA foreign_key_check')

/** All of one moment, into a file that must not be there. */
export const copyInto = (db: Database, file: string): Statement =>
  db.prepare('VACUUM INTO ?1').bind(file)
