/** Reads `migrations/` for a database that is migrated from Node, and tells which of them it has not seen. Node only. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Database } from './env.ts'
import { ask } from './store/ask.ts'
import { appliedMigrations, keepBook } from './store/migrations.ts'

const folder = new URL('./migrations/', import.meta.url)

/** Names of all there are, in the order they apply. */
export const migrationNames = (): string[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()

export type Migration = { readonly name: string; readonly sql: string }

/** What the database has been through. @throws Error of the database when nothing was ever noted in it */
export async function seenMigrations(db: Database): Promise<string[]> {
  const [applied] = await ask(db, appliedMigrations(db))
  return applied.map(row => row.name)
}

export async function unseenMigrations(db: Database): Promise<Migration[]> {
  await keepBook(db).run()
  const seen = new Set(await seenMigrations(db))
  return migrationNames()
    .filter(name => !seen.has(name))
    .map(name => ({ name, sql: readFileSync(new URL(name, folder), 'utf8') }))
}
