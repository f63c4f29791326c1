/** Contract tests on a server of the department's own: plain Node and a SQLite file. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { catalogueFiles } from '../../../worker/catalogue-files.ts'
import { openSqlite, type SqliteDatabase } from '../../../worker/on-premise/sqlite-database.ts'
import type { Runtime } from './runtime.ts'

const folder = mkdtempSync(join(inject('folder'), 'file-'))

/** Migrated once; every fresh database is a copy. */
const empty = join(folder, 'empty.db')
const migrated = openSqlite(empty)
await migrated.migrate()
migrated.close()

let opened: { file: string; db: SqliteDatabase }[] = []
let number = 0

export const freshDatabase: Runtime['freshDatabase'] = async () => {
  for (const { file, db } of opened) {
    db.close()
    rmSync(file)
  }
  opened = []
  return secondDatabase()
}

export const secondDatabase: Runtime['secondDatabase'] = async () => {
  number += 1
  const file = join(folder, `${number}.db`)
  copyFileSync(empty, file)
  const db = openSqlite(file)
  opened.push({ file, db })
  return db
}

export const catalogueText: Runtime['catalogueText'] = JSON.stringify(catalogueFiles('sct-2025.1'))
