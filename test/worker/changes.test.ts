/** The change feed: what happened to figures, in order, without persons and figures; asking again costs one row. */
import { beforeAll, expect, test } from 'vitest'
import type { ChangesAnswer } from '../../shared/protocol.ts'
import { changeOf } from '../../worker/changes.ts'
import {
  answer,
  april,
  type Caller,
  db,
  entriesOf,
  filing,
  type House,
  id,
  openHouse,
  problem,
  tradeReport,
} from './house.ts'
import { watched } from './watched-database.ts'

let house: House
let dashboard: Caller
const ask = (query = '') => dashboard.get(`/changes${query}`)
const read = async (query = '') => answer<ChangesAnswer>(await ask(query))
/** Whoever filed it must not show in the feed. */
const mark = 'Người Nộp Biểu'

beforeAll(async () => {
  house = await openHouse()
  dashboard = await house.signIn('dashboard')
  const trade = await house.signIn('thuong_mai')
  const sent = tradeReport({ preparedBy: mark, approvedBy: mark })
  const done = [
    await trade.put(filing('thuong_mai', 1), sent),
    await house.clerk.send('POST', `/periods/${april}/units/thuong_mai/review`, {
      body: { revision: 1, decision: 'return', note: mark },
    }),
    await trade.put(filing('thuong_mai', 2), { ...sent, basedOn: 1 }),
    await house.clerk.send('POST', `/periods/${april}/units/thuong_mai/review`, {
      body: { revision: 2, decision: 'accept', note: '' },
    }),
    await house.clerk.put(`/periods/${april}/adjustments/${id(9)}`, {
      ...{ place: 'articles_own_site', value: 7, reason: mark },
    }),
    await house.clerk.send('PATCH', `/periods/${april}`, { body: { state: 'locked', note: mark } }),
  ]
  expect(done.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 200])
})

test('every change of figures is told once, oldest first, and nobody and no figure with it', async () => {
  const response = await ask()
  const text = await response.clone().text()
  const { changes, more, next } = await answer<ChangesAnswer>(response)
  expect(changes.map(({ kind, unit, revision }) => [kind, unit, revision])).toEqual([
    ['period-opened', null, null],
    ['submitted', 'thuong_mai', 1],
    ['returned', 'thuong_mai', 1],
    ['submitted', 'thuong_mai', 2],
    ['accepted', 'thuong_mai', 2],
    ['adjusted', null, null],
    ['locked', null, null],
  ])
  expect(changes.every(({ period }) => period === april)).toBe(true)
  expect(changes.map(({ digest }) => digest !== null)).toEqual([
    ...[false, true, false, true, false, false, true],
  ])
  expect(text).not.toContain(mark)
  expect([more, next]).toEqual([false, (await entriesOf('sct-thu')).length])
})

test('page by page it tells the same, sign-ins between them included in `next`', async () => {
  const whole = await read()
  const found: unknown[] = []
  let after = 0
  for (let page = 0; page < 40; page += 1) {
    const { changes, next, more } = await read(`?after=${after}&limit=1`)
    expect(changes.length).toBeLessThanOrEqual(1)
    found.push(...changes)
    after = next
    if (!more) break
  }
  expect(found).toEqual(whole.changes)
  expect(after).toBe(whole.next)
  expect(await read(`?after=${after}`)).toMatchObject({ changes: [], next: after, more: false })
})

test('asked again without news it answers 304 and reads the head of the chain only', async () => {
  const tag = (await ask()).headers.get('ETag') ?? ''
  const { db: noting, asked } = watched(db)
  house.bindings.DB = noting
  const again = await dashboard.get('/changes', { 'If-None-Match': tag })
  house.bindings.DB = db
  expect(again.status).toBe(304)
  expect(asked.filter(sql => /FROM audit/u.test(sql))).toHaveLength(1)
  await house.signIn('clerk')
  expect((await dashboard.get('/changes', { 'If-None-Match': tag })).status).toBe(200)
})

test.each([
  ['after=-1', 'từ 0 đến'],
  ['after=muoi', 'từ 0 đến'],
  ['after=999999', 'từ 0 đến'],
  ['limit=0', 'từ 1 đến 500'],
  ['limit=501', 'từ 1 đến 500'],
  ['limit=1.5', 'từ 1 đến 500'],
])('%s is refused with what is valid', async (query, valid) => {
  const response = await ask(`?${query}`)
  expect(response.status).toBe(400)
  expect((await problem(response)).detail).toContain(valid)
})

test('an entry of an action that is no change of figures is none, known or not', () => {
  const entry = { seq: 1, at: '2025-04-14T03:00:00.000Z', detail: '{}' }
  for (const action of ['session.opened', 'narrative.edited', 'constructor'])
    expect(changeOf({ ...entry, action })).toBeUndefined()
  expect(
    changeOf({ ...entry, action: 'plan.written', detail: '{"year":2025,"digest":"x"}' }),
  ).toEqual({
    ...{ seq: 1, at: entry.at, kind: 'plan-changed' },
    ...{ period: null, unit: null, revision: null, digest: null },
  })
})
