/** A backup is all there was at one moment, and comes back as the same figures; nothing is ever written over. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Consolidation, Session, SubmissionSummary } from '../../shared/protocol.ts'
import { chainBreak } from '../../worker/audit.ts'
import { loadDemoAgency } from '../../worker/demo/load.ts'
import type { Database } from '../../worker/env.ts'
import { app } from '../../worker/index.ts'
import { backUp, restore } from '../../worker/on-premise/backup.ts'
import { databaseFile, hold } from '../../worker/on-premise/data-dir.ts'
import { openSqlite } from '../../worker/on-premise/sqlite-database.ts'
import { ask } from '../../worker/store/ask.ts'
import { entriesAfter } from '../../worker/store/audit.ts'
import { newFolder } from './running.ts'

const dataDir = newFolder()
const db = openSqlite(databaseFile(dataDir))
const backup = join(newFolder(), 'cchc.backup')
const agency = 'sct-bac-giang'
const periods = ['2025-M02', '2025-M03', '2025-M04']
let code = ''
let before: Awaited<ReturnType<typeof everything>>

beforeAll(async () => {
  await db.migrate()
  code = (await loadDemoAgency(db)).find(one => one.role === 'clerk')?.code ?? ''
  before = await everything(db)
  // while the server has it open
  await backUp(dataDir, backup)
})

/** What a clerk can read of it, by digests, and the chain of what happened. */
async function everything(of: Database) {
  const env = { DB: of, log: () => {}, clock: () => Date.parse('2025-04-20T03:00:00.000Z') }
  const signIn = { method: 'POST', headers: { 'Content-Type': 'application/json' } }
  const body = JSON.stringify({ code })
  const session = await app.request('/api/v1/sessions', { ...signIn, body }, env)
  const { token } = (await session.json()) as Session
  const read = async <T>(path: string): Promise<T> => {
    const headers = { Authorization: `Bearer ${token}` }
    const response = await app.request(`/api/v1/periods/${path}`, { headers }, env)
    expect(response.status, path).toBe(200)
    return (await response.json()) as T
  }
  const consolidations: string[] = []
  const submissions: string[] = []
  for (const period of periods) {
    const { digest, units } = await read<Consolidation>(`${period}/consolidation`)
    consolidations.push(digest)
    for (const { unit } of units)
      for (const filed of await read<SubmissionSummary[]>(`${period}/units/${unit}/submissions`))
        submissions.push(`${period} ${unit} ${filed.revision} ${filed.digest}`)
  }
  return { consolidations, submissions }
}

const entries = async (of: Database) =>
  (await ask(of, entriesAfter(of, agency, 0, 10_000)))[0].map(({ hash }) => hash)

describe('happy', () => {
  test('into an empty folder: every digest is the same and the chain of the audit holds', async () => {
    const folder = join(newFolder(), 'empty')
    await restore(backup, folder)
    const restored = openSqlite(databaseFile(folder))
    const [chain] = await ask(restored, entriesAfter(restored, agency, 0, 10_000))
    expect(chain.length).toBeGreaterThan(30)
    expect(chainBreak({ seq: 0, hash: '' }, chain)).toBeUndefined()
    expect((await entries(db)).slice(0, chain.length)).toEqual(chain.map(({ hash }) => hash))
    const after = await everything(restored)
    expect(after).toEqual(before)
    expect(after.submissions.length).toBeGreaterThan(15)
    restored.close()
    expect(readdirSync(folder).sort()).toEqual(['cchc.db', 'server.lock'])
  })

  test('a backup is of one moment, also while others write', async () => {
    const writer = openSqlite(databaseFile(dataDir))
    const file = join(newFolder(), 'moment')
    const add = writer.prepare('INSERT INTO holiday (agency, day, name) VALUES (?1, ?2, ?3)')
    const copying = backUp(dataDir, file)
    for (let day = 10; day < 30; day++)
      await writer.batch([
        add.bind(agency, `2030-01-${day}`, 'một'),
        add.bind(agency, `2030-02-${day}`, 'hai'),
      ])
    await copying
    writer.close()
    const copy = new DatabaseSync(file, { readOnly: true })
    const count = (name: string) =>
      copy.prepare('SELECT count(*) AS n FROM holiday WHERE name = ?1').get(name)?.n
    expect(count('một')).toBe(count('hai'))
    copy.close()
  })

  test('only its own account reads it, and nothing is left beside it', () => {
    expect(statSync(backup).mode & 0o077).toBe(0)
    expect(readdirSync(dirname(backup))).toEqual(['cchc.backup'])
  })
})

describe('error', () => {
  const refused = (file: string, words: string, into = newFolder()) =>
    expect(restore(file, into)).rejects.toThrow(words)
  const fileWith = (content: Uint8Array | string): string => {
    const file = join(newFolder(), 'file')
    writeFileSync(file, content)
    return file
  }
  /** The backup after somebody else's SQL. */
  const changed = (sql: string): string => {
    const file = fileWith(readFileSync(backup))
    const open = new DatabaseSync(file, { enableForeignKeyConstraints: false })
    open.enableDefensive(false)
    open.exec(sql)
    open.close()
    return file
  }

  test('neither a backup nor a database is written over', async () => {
    const size = statSync(backup).size
    await expect(backUp(dataDir, backup)).rejects.toThrow('không bao giờ bị ghi đè')
    expect(statSync(backup).size).toBe(size)
    await refused(backup, 'đã có cơ sở dữ liệu', dataDir)
  })

  test('there must be something to copy and somewhere to write', async () => {
    await expect(backUp(newFolder(), `${backup}.2`)).rejects.toThrow('không có cơ sở dữ liệu')
    await expect(backUp(dataDir, '/proc/nowhere/backup')).rejects.toThrow('Không ghi được')
    await refused(join(newFolder(), 'nothing'), 'Không thấy tệp sao lưu')
  })

  test('a file that is not ours, or of another version, is named as that', async () => {
    await refused(fileWith('words '.repeat(1000)), 'đã hỏng')
    await refused(fileWith(''), 'không phải là bản sao lưu')
    await refused(changed('DROP TABLE d1_migrations'), 'không phải là bản sao lưu')
    const gap = "DELETE FROM d1_migrations WHERE name LIKE '0001%'"
    await refused(changed(gap), 'không phải là bản sao lưu')
    const newer = "INSERT INTO d1_migrations (name) VALUES ('9999_later.sql')"
    await refused(changed(newer), 'phiên bản mới hơn ghi (9999_later.sql)')
  })

  test('a broken file is refused and leaves nothing in the folder', async () => {
    const content = readFileSync(backup)
    const folder = newFolder()
    await refused(fileWith(content.subarray(0, content.length - 8192)), 'đã hỏng', folder)
    content.fill(7, 40_000, 48_000)
    await refused(fileWith(content), 'đã hỏng', folder)
    await refused(changed('DELETE FROM period'), 'foreign_key_check', folder)
    const misled = `PRAGMA writable_schema = 1; UPDATE sqlite_master
      SET sql = 'CREATE INDEX session_by_expiry ON session (ends_at)' WHERE name = 'session_by_expiry'`
    await refused(changed(misled), 'session_by_expiry', folder)
    expect(readdirSync(folder)).toEqual(['server.lock'])
  })

  test('nothing is restored under a server that is running', async () => {
    const folder = join(newFolder(), 'held')
    mkdirSync(folder)
    const release = hold(folder)
    await refused(backup, 'Một máy chủ khác đang dùng', folder)
    release()
    await restore(backup, folder)
  })
})
