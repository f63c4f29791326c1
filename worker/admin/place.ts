/** Where the database is that a command works on: a server's folder, the local D1 of `npm start`, or the deployed D1. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database } from '../env.ts'
import { migrationNames, seenMigrations } from '../migration-files.ts'
import { databaseFile, hasDatabase, hold, makeDataDir, reasonOf } from '../on-premise/data-dir.ts'
import { openSqlite } from '../on-premise/sqlite-database.ts'
import { Refusal } from '../on-premise/words.ts'
import { Misuse } from './command.ts'
import { words } from './words.ts'

export type Place = {
  readonly db: Database
  /** the server's folder; undefined for D1 */
  readonly dataDir: string | undefined
  close(): Promise<void>
}

export type Chosen =
  | { readonly dataDir: string }
  | { readonly dataDir?: undefined; readonly d1: 'local' | 'remote' }

export const placeOptions = {
  'data-dir': { type: 'string' },
  local: { type: 'boolean' },
  remote: { type: 'boolean' },
} as const

type Typed = Readonly<Record<string, unknown>>
type Variables = Readonly<Record<string, string | undefined>>

/** @throws Misuse when none or several are named; DATA_DIR counts only when no option says otherwise */
export function chosenPlace(typed: Typed, { DATA_DIR }: Variables): Chosen {
  const dataDir = typed['data-dir']
  const named = [dataDir !== undefined, typed.local === true, typed.remote === true]
  if (named.filter(Boolean).length > 1) throw new Misuse(words.severalPlaces())
  if (typed.local === true) return { d1: 'local' }
  if (typed.remote === true) return { d1: 'remote' }
  const folder = typeof dataDir === 'string' ? dataDir : DATA_DIR
  if (!folder) throw new Misuse(words.noPlace())
  return { dataDir: resolve(folder) }
}

/** @throws Refusal when there is no database, or not one of this version */
export async function openPlace(
  chosen: Chosen,
  needs: 'database' | 'any-database',
  say: (line: string) => void,
): Promise<Place> {
  const { dataDir } = chosen
  if (dataDir === undefined) return { dataDir, ...(await openD1(chosen.d1)) }
  if (!hasDatabase(dataDir)) {
    if (needs === 'database') throw new Refusal(words.noDatabase(dataDir))
    makeDataDir(dataDir)
    say(words.newDatabase(dataDir))
  }
  const db = openSqlite(databaseFile(dataDir))
  try {
    await current(dataDir, db)
  } catch (error) {
    db.close()
    if (error instanceof Refusal) throw error
    throw new Refusal(words.unreadable(databaseFile(dataDir), reasonOf(error)))
  }
  return { db, dataDir, close: async () => db.close() }
}

/** A server that runs expects the tables it started with, so they change only while none does. */
async function current(dataDir: string, db: ReturnType<typeof openSqlite>): Promise<void> {
  const known = migrationNames()
  const seen = await seenMigrations(db).catch((): string[] => [])
  if (seen.some(name => !known.includes(name))) throw new Refusal(words.newerDatabase(dataDir))
  if (known.every(name => seen.includes(name))) return
  const release = hold(dataDir)
  try {
    await db.migrate()
  } finally {
    release()
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** wrangler takes a second to load, so only what needs it loads it. */
async function openD1(which: 'local' | 'remote'): Promise<Omit<Place, 'dataDir'>> {
  if (which === 'remote') return (await import('./remote-database.ts')).openRemoteDatabase()
  const stateDir = process.env.STATE_DIR ?? resolve(root, '.wrangler/state')
  if (!existsSync(stateDir)) throw new Refusal(words.noLocalDatabase(stateDir))
  const { openLocalDatabase, migrate } = await import('../local-database.ts')
  const opened = await openLocalDatabase(stateDir)
  await migrate(opened.db)
  return opened
}
