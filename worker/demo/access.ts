/**
 * The demo agency for whoever starts a server: loaded once, its codes written to a file and printed. A code is readable
 * only when it is made, so a file that was lost cannot be written again. Node only.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { agencySchema } from '../../shared/agency.ts'
import { allActive, holdersOf, type Issued, issueCodes, revokeAll } from '../admit.ts'
import type { Database } from '../env.ts'
import { databaseFile } from '../on-premise/data-dir.ts'
import { openSqlite } from '../on-premise/sqlite-database.ts'
import { agencyDocument, anyAgency } from '../store/agencies.ts'
import { first } from '../store/ask.ts'
import { loadDemoAgency } from './load.ts'

export type AccessFile = { agency: string; codes: Issued[] }

/** Where the codes are written, unless DEMO_DIR says otherwise. */
const accessFile = (): string =>
  join(
    process.env.DEMO_DIR ?? fileURLToPath(new URL('../../.demo', import.meta.url)),
    'access.json',
  )

/** Loads the demo agency into a database without any. */
export async function demoAccess(db: Database): Promise<AccessFile> {
  const codes = await loadDemoAgency(db)
  const loaded = await first(anyAgency(db))
  return { agency: loaded?.agency ?? '', codes }
}

/** The codes written last time, if all of them still open this agency. */
async function writtenAccess(db: Database, agency: string): Promise<AccessFile | undefined> {
  const file = accessFile()
  if (!existsSync(file)) return undefined
  const written = JSON.parse(readFileSync(file, 'utf8')) as AccessFile
  const codes = written.codes.map(one => one.code)
  const works = written.agency === agency && (await allActive(db, agency, codes))
  return works ? written : undefined
}

/** The codes written last time while they still work; new ones otherwise, because only hashes are stored. */
export async function accessAgain(db: Database, agency: string): Promise<AccessFile> {
  const written = await writtenAccess(db, agency)
  if (written) return written
  const row = await first(agencyDocument(db, agency))
  const holders = holdersOf(agencySchema.parse(JSON.parse(row?.document ?? 'null')))
  const at = new Date().toISOString()
  await revokeAll(db, agency, at)
  return { agency, codes: await issueCodes(db, agency, holders, at) }
}

export function writeAccess(access: AccessFile): void {
  const file = accessFile()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 })
}

export function announce({ agency, codes }: AccessFile, places: Record<string, string>): void {
  console.log(`\n${agency}`)
  for (const [name, url] of Object.entries(places)) console.log(`  ${name.padEnd(8)} ${url}`)
  console.log('')
  for (const { role, unit, name, code } of codes)
    console.log(`  ${code}  ${role.padEnd(9)} ${(unit ?? '').padEnd(10)} ${name}`)
  console.log(`\n  also in ${accessFile()}\n`)
}

export type Demo = { readonly agency: string; readonly access: AccessFile | undefined }

/**
 * The demo in a folder whose database is missing or empty. It is loaded beside and takes its place whole, so a load cut
 * short leaves nothing. Where an agency is already, nothing changes and no code is ever replaced: it may be a real one.
 */
export async function demoIn(dataDir: string): Promise<Demo> {
  const file = databaseFile(dataDir)
  const there = await using(file, async db => {
    const found = await first(anyAgency(db))
    return found && { ...found, access: await writtenAccess(db, found.agency) }
  })
  if (there) return there
  const beside = join(dataDir, 'demo-loading.db')
  for (const left of [beside, `${beside}-wal`, `${beside}-shm`]) rmSync(left, { force: true })
  const access = await using(beside, demoAccess)
  writeAccess(access)
  renameSync(beside, file)
  return { agency: access.agency, access }
}

async function using<T>(file: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openSqlite(file)
  try {
    await db.migrate()
    return await work(db)
  } finally {
    db.close()
  }
}
