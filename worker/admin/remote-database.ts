/**
 * The deployed D1s, through wrangler's remote bindings: whoever is signed in to the account (`wrangler login`, or
 * CLOUDFLARE_API_TOKEN) works on it as on a local one. Node only.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getPlatformProxy } from 'wrangler'
import { databasesOf, type NamedDatabase } from '../databases.ts'
import type { Env } from '../env.ts'
import { migrationNames, seenMigrations } from '../migration-files.ts'
import { reasonOf } from '../on-premise/data-dir.ts'
import { Refusal } from '../on-premise/words.ts'
import { deployedDatabases } from './deployed-database.ts'
import { words } from './words.ts'

export type RemoteDatabases = {
  readonly databases: readonly NamedDatabase[]
  close(): Promise<void>
}

/** @throws Refusal when there is no such database, no way to it, or it lacks migrations */
export async function openRemoteDatabases(): Promise<RemoteDatabases> {
  const { databases, variables } = deployedDatabases()
  // the shipped configuration must not say `remote`, or `npm start` would work on the real figures too
  const folder = mkdtempSync(join(tmpdir(), 'cchc-admin-'))
  const configPath = join(folder, 'wrangler.json')
  const d1_databases = databases.map(one => ({ ...one, remote: true }))
  writeFileSync(configPath, JSON.stringify({ name: 'cchc-admin', d1_databases, vars: variables }))
  try {
    return await reached(configPath)
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(words.remoteUnreachable(reasonOf(error)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function reached(configPath: string): Promise<RemoteDatabases> {
  const { env, dispose } = await getPlatformProxy<Env>({ configPath, persist: false })
  try {
    const databases = databasesOf(env)
    for (const { db } of databases) {
      const seen = await seenMigrations(db)
      if (!migrationNames().every(name => seen.includes(name)))
        throw new Refusal(words.remoteBehind())
    }
    return { databases, close: dispose }
  } catch (error) {
    await dispose()
    throw error
  }
}
