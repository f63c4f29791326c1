/**
 * The local D1 that Vite's worker uses, opened from Node on the same files so that it can be migrated and filled before
 * the server starts. Node only; never imported by the app.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getPlatformProxy, unstable_splitSqlQuery } from 'wrangler'
import type { Database, Statement } from './env.ts'
import { unseenMigrations } from './migration-files.ts'
import { applying } from './store/migrations.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export type LocalDatabase = { db: Database; close: () => Promise<void> }

/** @param stateDir as `persistState.path` of the Cloudflare plugin, which keeps its files in `v3` below it */
export async function openLocalDatabase(stateDir: string): Promise<LocalDatabase> {
  const { env, dispose } = await getPlatformProxy<{ DB: Database }>({
    configPath: here('wrangler.jsonc'),
    persist: { path: join(stateDir, 'v3') },
    remoteBindings: false,
  })
  return { db: prepared(env.DB), close: dispose }
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
