/**
 * A copy of everything an on-premise server holds, and the way back. A backup is one SQLite file of one moment for each
 * database, made while the server runs; neither it nor a database is ever written over. Node only.
 */
import { chmodSync, existsSync, linkSync, readdirSync, rmSync } from 'node:fs'
import { copyFile, open } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { mainKey } from '../databases.ts'
import type { Database } from '../env.ts'
import { migrationNames, seenMigrations } from '../migration-files.ts'
import { first } from '../store/ask.ts'
import { copyInto, integrity, lostReferences } from '../store/condition.ts'
import {
  databaseFile,
  furtherFiles,
  hasDatabase,
  hold,
  holdMoves,
  makeDataDir,
  reasonOf,
} from './data-dir.ts'
import { openSqlite } from './sqlite-database.ts'
import { Refusal, words } from './words.ts'

/** Of a further database: "cchc-2025-04-30.bac-ninh.db" beside "cchc-2025-04-30.db". */
function backupOf(file: string, key: string): string {
  const end = extname(file)
  return key === mainKey ? file : join(dirname(file), `${basename(file, end)}.${key}${end}`)
}

/**
 * Copies every database of `dataDir`, the first to `file` and further ones beside it. Each copy appears only when it is
 * whole, checked and on the disk.
 * @returns the files made
 * @throws Refusal when there is nothing to back up, a file exists or cannot be written, or a copy is not whole
 */
export async function backUp(dataDir: string, file: string): Promise<string[]> {
  if (!hasDatabase(dataDir)) throw new Refusal(words.noDatabase(dataDir))
  const release = holdMoves(dataDir)
  try {
    return await allOrNone([mainKey, ...furtherFiles(dataDir)], async key => {
      const copied = backupOf(file, key)
      await appearing(copied, words.backupExists(copied), async copy => {
        const db = openSqlite(databaseFile(dataDir, key), { readOnly: true })
        try {
          await copyInto(db, copy).run()
        } finally {
          db.close()
        }
        await checked(copy, copied)
      })
      return copied
    })
  } finally {
    release()
  }
}

/**
 * Puts a backup into a folder without a database, with those of further databases that are beside it. One of an older
 * version is brought up to date by the server's start.
 * @returns keys of the further databases
 * @throws Refusal when there is a database or a server, or a file is missing, not ours, newer than we are, or broken
 */
export async function restore(file: string, dataDir: string): Promise<string[]> {
  if (!existsSync(file)) throw new Refusal(words.noBackup(file))
  const keys = keysBeside(file)
  makeDataDir(dataDir)
  const release = hold(dataDir)
  try {
    await allOrNone([mainKey, ...keys], async key => {
      const [from, into] = [backupOf(file, key), databaseFile(dataDir, key)]
      await appearing(into, words.databaseExists(dataDir), async copy => {
        await copyFile(from, copy)
        await checked(copy, from)
      })
      return into
    })
    return keys
  } finally {
    release()
  }
}

/** Keys of the further databases that were copied together with a file. */
function keysBeside(file: string): string[] {
  const end = extname(file)
  const begin = `${basename(file, end)}.`
  return readdirSync(dirname(file))
    .filter(name => name.startsWith(begin) && name.endsWith(end) && name !== basename(file))
    .map(name => name.slice(begin.length, end === '' ? undefined : -end.length))
    .filter(key => /^[a-z][a-z0-9-]*$/u.test(key))
    .sort()
}

/** Makes one file after the other; when one cannot be made, those made before go too. */
async function allOrNone(
  keys: readonly string[],
  make: (key: string) => Promise<string>,
): Promise<string[]> {
  const made: string[] = []
  try {
    for (const key of keys) made.push(await make(key))
    return made
  } catch (error) {
    for (const file of made) rmSync(file)
    throw error
  }
}

/** Makes a file beside, and gives it its name only when it is done; a file that has the name stays. */
async function appearing(
  file: string,
  taken: string,
  make: (beside: string) => Promise<void>,
): Promise<void> {
  if (existsSync(file)) throw new Refusal(taken)
  const beside = `${file}.${crypto.randomUUID()}.part`
  try {
    await make(beside)
    // names and figures of a department: for the account that made it
    chmodSync(beside, 0o600)
    await onDisk(beside)
    // unlike a rename, a link never replaces
    linkSync(beside, file)
    await onDisk(dirname(file))
  } catch (error) {
    if (error instanceof Refusal) throw error
    const why = reasonOf(error)
    throw new Refusal(why === 'EEXIST' ? taken : words.notWritten(file, why))
  } finally {
    // a copy of a live database's file brings SQLite's own companions
    for (const end of ['', '-wal', '-shm']) rmSync(`${beside}${end}`, { force: true })
  }
}

/** SQLite's copy is in the system's cache until somebody asks for more (sqlite.org/lang_vacuum.html). */
async function onDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync()
  await handle.close()
}

/** @param name what the file is called in a refusal */
async function checked(copy: string, name: string): Promise<void> {
  let db: ReturnType<typeof openSqlite> | undefined
  try {
    db = openSqlite(copy, { readOnly: true })
    const fault = await faultIn(db)
    if (fault) throw new Refusal(words.brokenBackup(name, fault))
    await ours(db, name)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(words.brokenBackup(name, reasonOf(error)))
  } finally {
    db?.close()
  }
}

async function faultIn(db: Database): Promise<string | undefined> {
  const said = (await first(integrity(db)))?.integrity_check ?? 'integrity_check'
  if (said !== 'ok') return said
  const lost = await first(lostReferences(db))
  return lost && `foreign_key_check: ${lost.table}`
}

/** Ours are the first of the migrations we know, none left out and none we do not know. */
async function ours(db: Database, name: string): Promise<void> {
  const seen = await seenMigrations(db).catch((): string[] => [])
  const known = migrationNames()
  const newer = seen.filter(one => !known.includes(one))
  if (seen.length === 0) throw new Refusal(words.notOurs(name))
  if (newer.length > 0 && seen.includes(known[0] ?? ''))
    throw new Refusal(words.newerDatabase(name, newer.join(', ')))
  if (known.slice(0, seen.length).some(one => !seen.includes(one)))
    throw new Refusal(words.notOurs(name))
}
