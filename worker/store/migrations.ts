/** Which migrations a database has seen, with the same book-keeping as `wrangler d1 migrations apply`. */
import type { Database, Statement } from '../env.ts'
import type { Query } from './ask.ts'

export const keepBook = (db: Database): Statement =>
  db.prepare(
    `CREATE TABLE IF NOT EXISTS d1_migrations (
       id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE,
       applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`,
  )

export const appliedMigrations = (db: Database): Query<{ name: string }> =>
  db.prepare('SELECT name FROM d1_migrations')

/** Notes a migration as applied. */
export const applied = 'INSERT INTO d1_migrations (name) VALUES (?1)'

export const applying = (
  db: Database,
  name: string,
  statements: readonly string[],
): Statement[] => [...statements.map(sql => db.prepare(sql)), db.prepare(applied).bind(name)]
