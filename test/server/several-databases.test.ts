/** A server with a database for each province: a file each, all opened, all backed up, none forgotten. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { databasesOf } from '../../worker/databases.ts'
import { backUp, restore } from '../../worker/on-premise/backup.ts'
import { databaseFile, holdMoves } from '../../worker/on-premise/data-dir.ts'
import { startServer } from '../../worker/on-premise/server.ts'
import { settingsFrom } from '../../worker/on-premise/settings.ts'
import { openSqlite } from '../../worker/on-premise/sqlite-database.ts'
import { newFolder } from './running.ts'

const settings = (DATA_DIR: string, DATABASES = '') =>
  settingsFrom({ DATA_DIR, DATABASES, PORT: '0', PAGES_DIR: '/nowhere' })
const filesIn = (folder: string) => readdirSync(folder).filter(name => /\.db$/u.test(name))

test('each key is a file, migrated and open; one that is not named stops the start', async () => {
  const folder = newFolder()
  const running = await startServer(settings(folder, 'bac-ninh, gia-lai'))
  const databases = databasesOf(running.env)
  expect(databases.map(({ key }) => key)).toEqual(['main', 'bac-ninh', 'gia-lai'])
  expect(new Set(databases.map(({ db }) => db)).size).toBe(3)
  for (const { db } of databases)
    expect((await db.prepare('SELECT * FROM agency').all()).results).toEqual([])
  await running.stop()
  expect(filesIn(folder)).toEqual(['cchc-bac-ninh.db', 'cchc-gia-lai.db', 'cchc.db'])
  await expect(startServer(settings(folder, 'bac-ninh'))).rejects.toThrow(
    /gia-lai mà DATABASES không nhắc đến/u,
  )
  await (await startServer(settings(folder, 'gia-lai,bac-ninh'))).stop()
})

test.each(['bac ninh', 'Bac-Ninh', 'main', 'bac-ninh,bac-ninh', 'bac-ninh=DB_OTHER'])(
  'DATABASES="%s" is refused by what is wrong with it',
  written => {
    expect(() => settings('/x', written)).toThrow(
      /^DATABASES .*(?:main|bac-ninh|Bac-Ninh|bac ninh)/u,
    )
  },
)

test('a backup is a file of each, and comes back as all of them or none', async () => {
  const folder = newFolder()
  for (const key of ['main', 'bac-ninh']) {
    const db = openSqlite(databaseFile(folder, key))
    await db.migrate()
    await db.prepare('INSERT INTO agency VALUES (?1, ?2)').bind(key, '{}').run()
    db.close()
  }
  const backups = newFolder()
  const file = join(backups, 'cchc-1.db')
  const release = holdMoves(folder)
  await expect(backUp(folder, file)).rejects.toThrow('Chờ xong rồi chạy lại')
  release()
  const second = join(backups, 'cchc-1.bac-ninh.db')
  expect(await backUp(folder, file)).toEqual([file, second])

  const restored = newFolder()
  expect(await restore(file, restored)).toEqual(['bac-ninh'])
  for (const key of ['main', 'bac-ninh']) {
    const db = openSqlite(databaseFile(restored, key), { readOnly: true })
    expect((await db.prepare('SELECT agency FROM agency').all()).results).toEqual([{ agency: key }])
    db.close()
  }
  writeFileSync(second, 'words '.repeat(1000))
  const empty = newFolder()
  await expect(restore(file, empty)).rejects.toThrow('đã hỏng')
  expect(filesIn(empty)).toEqual([])
})
