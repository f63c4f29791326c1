/**
 * The local D1s that Vite's worker uses, opened from Node on the same files so that it can be migrated and filled before
 * the server starts. Node only; never imported by the app.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getPlatformProxy, unstable_splitSqlQuery } from 'wrangler'
import { databasesOf, type NamedDatabase } from './databases.ts'
import type { Database, Env, Statement } from './env.ts'
import { unseenMigrations } from './migration-files.ts'
import { applying } from './store/migrations.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export type LocalDatabases = {
  readonly databases: readonly [NamedDatabase, ...NamedDatabase[]]
  close(): Promise<void>
}

/**
 * As `wrangler.jsonc` names them, the first before all.
 * @param stateDir as `persistState.path` of the Cloudflare plugin, which keeps its files in `v3` below it
 */
export async function openLocalDatabases(stateDir: string): Promise<LocalDatabases> {
  const { env, dispose } = await getPlatformProxy<Env>({
    configPath: here('wrangler.jsonc'),
    persist: { path: join(stateDir, 'v3') },
    remoteBindings: false,
  })
  const [main, ...further] = databasesOf(env)
  const ready = ({ key, db }: NamedDatabase): NamedDatabase => ({ key, db: prepared(db) })
  return { databases: [ready(main), ...further.map(ready)], close: dispose }
}

/** The first alone. */
export async function openLocalDatabase(
  stateDir: string,
): Promise<{ db: Database; close: () => Promise<void> }> {
  const { databases, close } = await openLocalDatabases(stateDir)
  return { db: databases[0].db, close }
}

/** Through the proxy every statement that is made costs a round trip, and the same few hundred are made over and over. */
function prepared(db: Database): Database {
  const known = new Map<string, Statement>()
  return {
    prepare: sql => {
      const statement = known.get(sql) ?? db.prepare(sql)
      known.set(sql, statement)
      return statement
    },
    batch: statements => db.batch(statements),
  }
}

/** Applies the migrations the database has not seen, each in one transaction. */
export async function migrate(db: Database): Promise<void> {
  for (const { name, sql } of await unseenMigrations(db))
    await db.batch(applying(db, name, unstable_splitSqlQuery(sql)))
}
