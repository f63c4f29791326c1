/**
 * The one folder a server writes to: the database, what is archived beside it, and the lock that keeps a second server
 * out. Node only.
 */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { mainKey } from '../databases.ts'
import type { Env } from '../env.ts'
import { Refusal, words } from './words.ts'

/** @param key of a further database (`databases.ts`) */
export const databaseFile = (dataDir: string, key = mainKey): string =>
  join(dataDir, key === mainKey ? 'cchc.db' : `cchc-${key}.db`)
export const hasDatabase = (dataDir: string, key = mainKey): boolean =>
  existsSync(databaseFile(dataDir, key))

/** Keys of the further databases whose files are there. */
export const furtherFiles = (dataDir: string): string[] =>
  readdirSync(dataDir)
    .flatMap(name => /^cchc-([a-z0-9-]+)\.db$/u.exec(name)?.[1] ?? [])
    .sort()

/** @throws Refusal when the folder cannot be there */
export function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new Refusal(words.badDataDir(dataDir, reasonOf(error)))
  }
}

/**
 * Holds the folder for this process until the answer is called or the process ends, however it ends: the lock is
 * SQLite's own on an empty file, and the operating system lets go of it with the process.
 * @throws Refusal when another process holds it, or nothing can be written
 */
export const hold = (dataDir: string): (() => void) =>
  locked(dataDir, 'server.lock', words.heldDataDir(dataDir))

/**
 * Keeps copies of all databases and moves of agencies between them apart: copies taken one after the other would have an
 * agency twice or not at all. @throws Refusal as `hold` does
 */
export const holdMoves = (dataDir: string): (() => void) =>
  locked(dataDir, 'move.lock', words.moveOrBackup(dataDir))

function locked(dataDir: string, name: string, held: string): () => void {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(join(dataDir, name))
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    const why = reasonOf(error)
    throw new Refusal(/locked/u.test(why) ? held : words.badDataDir(dataDir, why))
  }
  const opened = lock
  return () => opened.close()
}

const part = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u

/**
 * Keeps files below `archive/`, whole or not at all.
 * @throws Error for a name that is not a plain path of letters, digits, dots and dashes
 */
export function archiveIn(dataDir: string): NonNullable<Env['ARCHIVE']> {
  const folder = join(dataDir, 'archive')
  return {
    async put(name, content) {
      const parts = name.split('/')
      if (!parts.every(one => part.test(one))) throw new Error('not a name for the archive')
      const file = join(folder, ...parts)
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      const written = `${file}.${crypto.randomUUID()}.part`
      try {
        await writeFile(written, content, { mode: 0o600, flush: true })
        await rename(written, file)
      } finally {
        await rm(written, { force: true })
      }
    },
  }
}

/** Code or message of a fault of the system or of SQLite. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return code && code !== 'ERR_SQLITE_ERROR' ? code : error.message
}
