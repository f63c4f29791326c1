/** Storage that really fails under the Node server: a full database, one another process is writing, one that is read-only. */
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, expect, test } from 'vitest'
import type { Receipt } from '../../shared/protocol.ts'
import { openSqlite } from '../../worker/on-premise/sqlite-database.ts'
import { dumpOf } from '../worker/faulty-database.ts'
import {
  answer,
  april,
  type Caller,
  db,
  filing,
  type House,
  openHouse,
  problem,
  tradeReport,
} from '../worker/house.ts'

let house: House
let trade: Caller
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
})

const submit = (over = {}) => trade.put(filing('thuong_mai', 1), tradeReport(over))
const pragma = async (text: string): Promise<Record<string, unknown>> => {
  const { results } = await db.prepare(`PRAGMA ${text}`).all<Record<string, unknown>>()
  return results[0] ?? {}
}
const file = async () => String((await pragma('database_list')).file)

async function expectTryAgain(response: Response): Promise<void> {
  expect([response.status, (await problem(response)).type]).toEqual([503, 'try-again'])
  expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0)
}

test('a full database takes nothing and keeps what it has; with room again the same request succeeds', async () => {
  const { page_count: pages } = await pragma('page_count')
  await pragma(`max_page_count = ${Number(pages)}`)
  // longer than what is free in pages already there
  const long = { narrative: { 'II.2': 'Đã rà soát thủ tục. '.repeat(900) } }
  const before = await dumpOf(db)
  await expectTryAgain(await submit(long))
  await expectTryAgain(await submit(long))
  expect(await dumpOf(db)).toEqual(before)
  expect((await house.clerk.get(`/periods/${april}/consolidation`)).status).toBe(200)
  await pragma(`max_page_count = ${Number(pages) + 1000}`)
  const response = await submit(long)
  expect([response.status, (await answer<Receipt>(response)).revision]).toEqual([201, 1])
  expect((await pragma('integrity_check')).integrity_check).toBe('ok')
})

test('while another process writes, reading goes on and writing is told to try again', async () => {
  await pragma('busy_timeout = 0')
  const other = new DatabaseSync(await file())
  try {
    other.exec('BEGIN IMMEDIATE')
    const before = await dumpOf(db)
    await expectTryAgain(await submit())
    expect((await trade.get('/periods')).status).toBe(200)
    expect(await dumpOf(db)).toEqual(before)
    other.exec('COMMIT')
  } finally {
    other.close()
  }
  expect((await submit()).status).toBe(201)
})

test('a read-only file is read, and writing is told to try again', async () => {
  const readOnly = openSqlite(await file(), { readOnly: true })
  try {
    house.bindings.DB = readOnly
    await expectTryAgain(await submit())
    expect((await trade.get('/periods')).status).toBe(200)
  } finally {
    readOnly.close()
  }
  house.bindings.DB = db
  expect((await submit()).status).toBe(201)
})

test('the log names what failed, for whoever has to make room', async () => {
  const { page_count: pages } = await pragma('page_count')
  await pragma(`max_page_count = ${Number(pages)}`)
  await submit({ narrative: { 'II.2': 'Đã rà soát thủ tục. '.repeat(900) } })
  expect(JSON.parse(house.lines.at(-1) ?? '{}')).toMatchObject({
    status: 503,
    message: 'database or disk is full',
  })
})

test('every commit is on the disk before it is acknowledged', async () => {
  expect((await pragma('journal_mode')).journal_mode).toBe('wal')
  // 2 is FULL: the log is synced at each commit (sqlite.org/pragma.html#pragma_synchronous)
  expect((await pragma('synchronous')).synchronous).toBe(2)
})
