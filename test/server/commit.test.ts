/**
 * Writes of one turn of the event loop share a commit: each batch is still all or nothing by itself, nobody hears of
 * anything before it is on the disk, and when the commit fails everybody who rests on it hears that.
 */
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, expect, test } from 'vitest'
import type { Statement } from '../../worker/env.ts'
import { dumpOf } from '../worker/faulty-database.ts'
import {
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
let other: Caller
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
  other = await house.signIn('cong_nghiep')
})

const unit = (key: string): Statement =>
  db.prepare("INSERT INTO unit (agency, unit) VALUES ('sct-thu', ?1)").bind(key)
const units = async (): Promise<string[]> => {
  const { results } = await db
    .prepare('SELECT unit FROM unit ORDER BY unit')
    .all<{ unit: string }>()
  return results.map(row => row.unit)
}
/** SQLite finds out at the commit: a reference to an agency that is not there. */
const failing = (): Statement[] => [
  db.prepare('PRAGMA defer_foreign_keys = ON'),
  db.prepare("INSERT INTO unit (agency, unit) VALUES ('nowhere', 'x')"),
]

test('what a writer was told is there for every other connection', async () => {
  const { results } = await db.prepare('PRAGMA database_list').all<{ file: string }>()
  const reader = new DatabaseSync(results[0]?.file ?? '', { readOnly: true })
  const seen = () =>
    reader.prepare("SELECT count(*) AS n FROM unit WHERE unit LIKE 'moi%'").get()?.n
  try {
    const told = [unit('moi_1'), unit('moi_2')].map(one => db.batch([one]).then(seen))
    expect(seen()).toBe(0)
    expect(await Promise.all(told)).toEqual([2, 2])
  } finally {
    reader.close()
  }
})

test('a batch that is refused takes nothing of the others of its turn with it, and leaves nothing of its own', async () => {
  const before = await units()
  const [first, refused, last] = await Promise.allSettled([
    db.batch([unit('moi_1')]),
    db.batch([unit('moi_2'), unit('moi_1')]),
    db.batch([unit('moi_3')]),
  ])
  expect([first, refused, last].map(one => one?.status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
  expect(refused).toMatchObject({ reason: { message: expect.stringContaining('UNIQUE') } })
  expect(await units()).toEqual([...before, 'moi_1', 'moi_3'].sort())
})

test('when the commit fails, everybody of the turn is told and nothing is stored', async () => {
  const before = await dumpOf(db)
  const settled = await Promise.allSettled([
    db.batch([unit('moi_1')]),
    db.batch(failing()),
    db.batch([unit('moi_1')]),
    unit('moi_2').run(),
  ])
  for (const one of settled)
    expect(one).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringContaining('FOREIGN KEY') },
    })
  expect(await dumpOf(db)).toEqual(before)
  await db.batch([unit('moi_1')])
  expect(await units()).toContain('moi_1')
})

test('nothing is answered that rests on a commit that failed', async () => {
  const before = await dumpOf(db)
  // the receipt, and the answer to whoever only read in the meantime
  const answers = [
    trade.put(filing('thuong_mai', 1), tradeReport()),
    trade.put(filing('thuong_mai', 1), tradeReport()),
    other.get('/periods'),
  ]
  const lost = db.batch(failing())
  await expect(lost).rejects.toThrow('FOREIGN KEY')
  for (const response of await Promise.all(answers)) {
    expect(response.status).toBe(500)
    expect((await problem(response)).type).toBe('internal')
  }
  expect(await dumpOf(db)).toEqual(before)
  expect((await trade.put(filing('thuong_mai', 1), tradeReport())).status).toBe(201)
})
