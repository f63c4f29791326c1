/**
 * Where the databases are that a command works on: a server's folder, the local D1 of `npm start`, or the deployed D1; and
 * which of them, when there are several.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mainKey, type NamedDatabase } from '../databases.ts'
import { migrationNames, seenMigrations } from '../migration-files.ts'
import { databaseFile, hasDatabase, hold, makeDataDir, reasonOf } from '../on-premise/data-dir.ts'
import { databaseKeys } from '../on-premise/settings.ts'
import { openSqlite, type SqliteDatabase } from '../on-premise/sqlite-database.ts'
import { Refusal } from '../on-premise/words.ts'
import { Misuse } from './command.ts'
import { words } from './words.ts'

export type Place = NamedDatabase & {
  /** the server's folder; undefined for D1 */
  readonly dataDir: string | undefined
  /** where the key of webhooks is on this machine; undefined for the deployed D1 */
  readonly keyDir: string | undefined
  /** another database of the same place, made when it is configured and not there yet; closed with the place */
  beside(key: string): Promise<NamedDatabase>
  close(): Promise<void>
}

/** `database` is a key, `configured` are all there are besides the first. */
export type Chosen =
  | {
      readonly dataDir: string
      readonly database?: string
      readonly configured?: readonly string[]
    }
  | { readonly dataDir?: undefined; readonly d1: 'local' | 'remote'; readonly database?: string }

export const placeOptions = {
  'data-dir': { type: 'string' },
  local: { type: 'boolean' },
  remote: { type: 'boolean' },
  database: { type: 'string' },
} as const

type Typed = Readonly<Record<string, unknown>>
type Variables = Readonly<Record<string, string | undefined>>

/** @throws Misuse when none or several are named; DATA_DIR counts only when no option says otherwise */
export function chosenPlace(typed: Typed, variables: Variables): Chosen {
  const dataDir = typed['data-dir']
  const named = [dataDir !== undefined, typed.local === true, typed.remote === true]
  if (named.filter(Boolean).length > 1) throw new Misuse(words.severalPlaces())
  const database = typeof typed.database === 'string' ? typed.database : mainKey
  if (typed.local === true) return { d1: 'local', database }
  if (typed.remote === true) return { d1: 'remote', database }
  const folder = typeof dataDir === 'string' ? dataDir : variables.DATA_DIR
  if (!folder) throw new Misuse(words.noPlace())
  return { dataDir: resolve(folder), database, configured: databaseKeys(variables) }
}

/** @throws Refusal when there is no database, or not one of this version */
export async function openPlace(
  chosen: Chosen,
  needs: 'database' | 'any-database',
  say: (line: string) => void,
): Promise<Place> {
  const { dataDir, database = mainKey } = chosen
  if (dataDir === undefined) return placed(await openD1(chosen.d1), database)
  const { configured = [] } = chosen
  const opened: SqliteDatabase[] = []
  const open = async (key: string, must: typeof needs): Promise<NamedDatabase> => {
    // a key that the server does not know would be a database nobody is led to
    if (key !== mainKey && !configured.includes(key))
      throw new Refusal(words.noSuchKey(key, [mainKey, ...configured]))
    const db = await openFile(dataDir, key, must, say)
    opened.push(db)
    return { key, db }
  }
  return {
    ...(await open(database, needs)),
    dataDir,
    keyDir: dataDir,
    beside: key => open(key, 'any-database'),
    close: async () => {
      for (const db of opened) db.close()
    },
  }
}

async function openFile(
  dataDir: string,
  key: string,
  needs: 'database' | 'any-database',
  say: (line: string) => void,
): Promise<SqliteDatabase> {
  const file = databaseFile(dataDir, key)
  if (!hasDatabase(dataDir, key)) {
    if (needs === 'database')
      throw new Refusal(key === mainKey ? words.noDatabase(dataDir) : words.noFurther(file))
    makeDataDir(dataDir)
    say(key === mainKey ? words.newDatabase(dataDir) : words.newFurther(file))
  }
  const db = openSqlite(file)
  try {
    await current(dataDir, db)
    return db
  } catch (error) {
    db.close()
    if (error instanceof Refusal) throw error
    throw new Refusal(words.unreadable(file, reasonOf(error)))
  }
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

/** All databases of a D1 place, opened together. */
export type D1Place = {
  readonly keyDir?: string
  readonly databases: readonly NamedDatabase[]
  close(): Promise<void>
}

async function placed({ databases, keyDir, close }: D1Place, asked: string): Promise<Place> {
  const of = (key: string): NamedDatabase => {
    const found = databases.find(one => one.key === key)
    if (found) return found
    const keys = databases.map(one => one.key)
    throw new Refusal(words.noSuchKey(key, keys))
  }
  try {
    return { ...of(asked), dataDir: undefined, keyDir, beside: async key => of(key), close }
  } catch (error) {
    // workerd goes on beside it, and the command would never end
    await close()
    throw error
  }
}

/** wrangler takes a second to load, so only what needs it loads it. */
async function openD1(which: 'local' | 'remote'): Promise<D1Place> {
  if (which === 'remote') return (await import('./remote-database.ts')).openRemoteDatabases()
  const stateDir = process.env.STATE_DIR ?? resolve(root, '.wrangler/state')
  if (!existsSync(stateDir)) throw new Refusal(words.noLocalDatabase(stateDir))
  const { openLocalDatabases, migrate } = await import('../local-database.ts')
  const opened = await openLocalDatabases(stateDir)
  for (const { db } of opened.databases) await migrate(db)
  return { ...opened, keyDir: stateDir }
}
