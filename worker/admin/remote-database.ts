/**
 * The deployed D1, through wrangler's remote bindings: whoever is signed in to the account (`wrangler login`, or
 * CLOUDFLARE_API_TOKEN) works on it as on a local one. Node only.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getPlatformProxy } from 'wrangler'
import type { Database } from '../env.ts'
import { migrationNames, seenMigrations } from '../migration-files.ts'
import { reasonOf } from '../on-premise/data-dir.ts'
import { Refusal } from '../on-premise/words.ts'
import { deployedDatabase } from './deployed-database.ts'
import { words } from './words.ts'

export type RemoteDatabase = { readonly db: Database; close(): Promise<void> }

/** @throws Refusal when there is no such database, no way to it, or it lacks migrations */
export async function openRemoteDatabase(): Promise<RemoteDatabase> {
  const deployed = deployedDatabase()
  // the shipped configuration must not say `remote`, or `npm start` would work on the real figures too
  const folder = mkdtempSync(join(tmpdir(), 'cchc-admin-'))
  const configPath = join(folder, 'wrangler.json')
  const database = { ...deployed, remote: true }
  writeFileSync(configPath, JSON.stringify({ name: 'cchc-admin', d1_databases: [database] }))
  try {
    return await reached(configPath)
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(words.remoteUnreachable(reasonOf(error)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function reached(configPath: string): Promise<RemoteDatabase> {
  const { env, dispose } = await getPlatformProxy<{ DB: Database }>({ configPath, persist: false })
  try {
    const seen = await seenMigrations(env.DB)
    if (!migrationNames().every(name => seen.includes(name)))
      throw new Refusal(words.remoteBehind())
    return { db: env.DB, close: dispose }
  } catch (error) {
    await dispose()
    throw error
  }
}
