/**
 * Webhooks against a receiver that fails on purpose: every change is told, in order, until it was acknowledged, and then
 * never again; what cannot be told waits, and people see why.
 */
import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ChangeKind, Webhook, Webhooks } from '../../shared/protocol.ts'
import { app } from '../../worker/index.ts'
import { behind } from '../../worker/on-premise/behind.ts'
import { addressAdded, secretRenewed } from '../../worker/webhook/registering.ts'
import { tellDue } from '../../worker/webhook/telling.ts'
import { interrupted } from '../worker/faulty-database.ts'
import {
  answer,
  april,
  db,
  entriesOf,
  filing,
  type House,
  openHouse,
  problem,
  tradeReport,
} from '../worker/house.ts'
import { type Behaviour, type Got, openReceiver } from './receiver.ts'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
const key = 'khoa cua may chu, 32 ky tu tro len'
const begun = '2025-04-14T03:00:00.000Z'

let house: House
let receiver: Awaited<ReturnType<typeof openReceiver>>
let id: string
let secret: string
let revision: number
beforeEach(async () => {
  house = await openHouse()
  house.bindings.WEBHOOK_KEY = key
  receiver = await openReceiver()
  revision = 0
  const added = await add()
  id = added.id
  secret = added.secret
})
afterEach(() => receiver.close())

const add = (url = receiver.url, events: ChangeKind[] = ['accepted', 'returned', 'locked']) =>
  addressAdded(db, 'sct-thu', { url, events, key, at: begun })

/** Thương mại files, and the office sends it back. */
async function change(): Promise<void> {
  revision += 1
  const basedOn = revision === 1 ? null : revision - 1
  const trade = await house.signIn('thuong_mai')
  await trade.put(filing('thuong_mai', revision), tradeReport({ basedOn }))
  const body = { revision, decision: 'return', note: 'Xem lại' }
  const office = await clerk()
  await office.send('POST', `/periods/${april}/units/thuong_mai/review`, { body })
}
const strike = () => tellDue(house.bindings)
/** Anew each time: these tests go through more days than a session lasts. */
const clerk = () => house.signIn('clerk')
const one = async (): Promise<Webhook> => {
  const { webhooks } = await answer<Webhooks>(await (await clerk()).get('/webhooks'))
  const found = webhooks.find(webhook => webhook.id === id)
  if (!found) throw new Error('no webhook')
  return found
}
const set = (state: 'active' | 'paused') =>
  clerk().then(caller => caller.send('PATCH', `/webhooks/${id}`, { body: { state } }))
const tryNow = () => clerk().then(caller => caller.send('POST', `/webhooks/${id}/try`))
const kindsGot = () => receiver.got.map(({ payload }) => payload.kind)
const idsGot = () => receiver.got.map(({ headers }) => headers['webhook-id'])

/** As the specification has it, apart from the worker's own. */
function isSigned({ headers, body }: Got, by: string): boolean {
  const bytes = Buffer.from(by.slice('whsec_'.length), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const expected = `v1,${createHmac('sha256', bytes).update(signed).digest('base64')}`
  return String(headers['webhook-signature']).split(' ').includes(expected)
}

describe('delivery', () => {
  test('through every kind of failure: in order, nothing lost, nothing again once acknowledged', async () => {
    house.bindings.webhookPatience = 100
    const faults: Behaviour[] = [500, 'drop', 'hang', 'redirect', 'babble', 404, 429, 503]
    receiver.script.push(...faults, 200, 'drop', 204, 'endless')
    await change()
    await change()
    await house.clerk.send('PATCH', `/periods/${april}`, { body: { state: 'locked' } })
    for (let i = 0; i < 12; i++) {
      await strike()
      const { nextTryAt } = await one()
      if (nextTryAt) house.at(nextTryAt)
    }
    const told = (await entriesOf('sct-thu')).flatMap(({ action }, i) =>
      /^review\.|^period\.locked/u.test(action) ? [i + 1] : [],
    )
    const places = receiver.got.map(({ payload }) => payload.seq)
    const [first, second, third] = told
    expect(places).toEqual([...Array(9).fill(first), second, second, third])
    expect(new Set(idsGot()).size).toBe(3)
    expect(kindsGot().at(-1)).toBe('locked')
    const { waiting, failures, deliveries } = await one()
    expect([waiting, failures]).toEqual([0, 0])
    const outcomes = deliveries.map(
      ({ attempt, status, outcome }) => `${attempt} ${status} ${outcome}`,
    )
    expect(outcomes).toEqual([
      ...['1 200 delivered', '2 204 delivered', '1 null failed', '9 200 delivered'],
      ...['8 503 failed', '7 429 failed', '6 404 failed', '5 null failed', '4 302 failed'],
      '3 null failed',
    ])
    const whys = deliveries.flatMap(({ why }) => why ?? [])
    expect(whys.at(-1)).toBe('Hệ thống nhận không trả lời trong 10 giây.')
    expect(whys.join()).toContain('chuyển hướng')
    await strike()
    expect(receiver.got).toHaveLength(12)
  })

  test('what is told is what the change feed says, and nothing about persons or figures', async () => {
    await change()
    await strike()
    const [{ payload } = { payload: undefined }] = receiver.got
    expect(payload).toEqual({
      ...{ agency: 'sct-thu', seq: expect.any(Number), at: expect.any(String), kind: 'returned' },
      ...{ period: april, unit: 'thuong_mai', revision: 1, digest: null },
    })
  })

  test('two clocks at once send it once', async () => {
    await change()
    await Promise.all([strike(), strike(), strike()])
    expect(receiver.got).toHaveLength(1)
  })

  test('who died between the acknowledgement and writing it down tells it again, under the same id', async () => {
    await change()
    const died = interrupted(db, /SET seq = \?3, failures = 0/u, async () => {
      throw new Error('the power went')
    })
    await expect(tellDue({ ...house.bindings, DB: died })).rejects.toThrow('the power went')
    expect(receiver.got).toHaveLength(1)
    await strike()
    expect(receiver.got, 'the one that died may still be at it').toHaveLength(1)
    house.later(minute)
    await strike()
    expect(receiver.got).toHaveLength(2)
    expect(new Set(idsGot()).size).toBe(1)
    house.later(hour)
    await strike()
    expect(receiver.got).toHaveLength(2)
  })

  test('what happens while it is told is not forgotten', async () => {
    await change()
    let more = 1
    receiver.before(async () => {
      if (more-- > 0) await change()
    })
    await strike()
    expect(receiver.got).toHaveLength(2)
    expect((await one()).waiting).toBe(0)
  })

  test('thousands of entries that are no events are passed over', async () => {
    await db
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
         INSERT INTO audit SELECT 'sct-thu', m.seq + i, '${begun}', 'clerk', '', 'holidays.set', '{}', 'p' || i, 'h' || i
         FROM n, (SELECT max(seq) AS seq FROM audit WHERE agency = 'sct-thu') m`,
      )
      .run()
    await change()
    await strike()
    expect(kindsGot()).toEqual(['returned'])
    expect((await one()).waiting).toBe(0)
  })

  test('right behind the answer to whatever made the entry, never before it', async () => {
    const after = behind()
    revision = 1
    const trade = await house.signIn('thuong_mai')
    await trade.put(filing('thuong_mai', 1), tradeReport())
    let answered = false
    const order: boolean[] = []
    receiver.before(async () => order.push(answered))
    const body = JSON.stringify({ revision: 1, decision: 'accept', note: '' })
    const headers = {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${house.clerk.token}`,
    }
    const path = `/api/v1/periods/${april}/units/thuong_mai/review`
    const sent = { method: 'POST', headers, body }
    const response = await app.request(path, sent, house.bindings, after.context)
    expect([response.status, receiver.got.length]).toEqual([201, 0])
    answered = true
    await after.end(5000)
    expect(kindsGot()).toEqual(['accepted'])
    expect(order).toEqual([true])
  })

  test('a server that ends begins nothing more, and leaves it to the next start', async () => {
    const { ending, end } = behind()
    receiver.before(() => end(0))
    await change()
    await change()
    await tellDue({ ...house.bindings, ending })
    expect(receiver.got).toHaveLength(1)
    await strike()
    expect(receiver.got.map(({ payload }) => payload.seq)).toEqual([
      ...new Set(receiver.got.map(({ payload }) => payload.seq)),
    ])
    expect(receiver.got).toHaveLength(2)
  })
})

describe('failing', () => {
  test('it backs off, for five days, then stops and loses nothing', async () => {
    receiver.script.push(...Array<Behaviour>(30).fill(500))
    await change()
    const waits: number[] = []
    let time = Date.parse(begun)
    for (;;) {
      house.at(new Date(time).toISOString())
      await strike()
      const { state, nextTryAt } = await one()
      if (state === 'stopped' || nextTryAt === null) break
      const next = Date.parse(nextTryAt)
      waits.push((next - time) / minute)
      house.at(new Date(next - 1).toISOString())
      const before = receiver.got.length
      await strike()
      expect(receiver.got, 'too early').toHaveLength(before)
      time = next
    }
    expect((time - Date.parse(begun)) / day).toBe(5)
    const least = [1, 5, 30, 120, 360, 720, 1440, 1440, 1440]
    least.forEach((wait, i) => {
      expect(waits[i]).toBeGreaterThanOrEqual(wait)
      expect(waits[i]).toBeLessThanOrEqual(wait * 1.1)
    })
    const tries = receiver.got.length
    house.later(30 * day)
    await change()
    await strike()
    expect(receiver.got).toHaveLength(tries)
    expect(await one()).toMatchObject({ state: 'stopped', waiting: 2, nextTryAt: null })
    receiver.script.length = 0
    expect(await answer<Webhook>(await set('active'))).toMatchObject({
      state: 'active',
      waiting: 1,
    })
    await strike()
    expect(receiver.got).toHaveLength(tries + 2)
    expect(await one()).toMatchObject({ state: 'active', waiting: 0, failures: 0 })
  })

  test('a receiver that is gone is told nothing more until a person says so', async () => {
    receiver.script.push(410)
    await change()
    await strike()
    house.later(day)
    await strike()
    expect(receiver.got).toHaveLength(1)
    const { state, deliveries } = await one()
    expect([state, deliveries[0]?.why]).toEqual([
      'stopped',
      expect.stringContaining('không muốn nhận'),
    ])
  })

  test('a longer wait that the receiver asks for is kept to', async () => {
    receiver.script.push('busy')
    await change()
    await strike()
    const wait = Date.parse((await one()).nextTryAt ?? '') - Date.parse(begun)
    expect(wait).toBeGreaterThanOrEqual(hour)
    expect(wait).toBeLessThan(2 * hour)
  })

  test('one that fails keeps nobody else waiting', async () => {
    const other = await openReceiver()
    await add(other.url)
    receiver.script.push(500)
    await change()
    await strike()
    expect(other.got).toHaveLength(1)
    await other.close()
  })

  test('only fifty tries are kept', async () => {
    await db
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 55)
         INSERT INTO webhook_delivery SELECT 'sct-thu', '${id}', i, 1, 'locked', '${begun}', i, 500, 1, 'refused' FROM n`,
      )
      .run()
    await change()
    await strike()
    const { results } = await db
      .prepare('SELECT number FROM webhook_delivery ORDER BY number')
      .all()
    expect([results.length, results.at(-1)]).toEqual([50, { number: 56 }])
  })
})

describe('people', () => {
  test('the clerk pauses and goes on from where it stood; both are in the audit', async () => {
    expect(await answer<Webhook>(await set('paused'))).toMatchObject({ state: 'paused' })
    await change()
    await strike()
    expect(receiver.got).toEqual([])
    expect(await one()).toMatchObject({ state: 'paused', waiting: 1 })
    expect((await problem(await tryNow())).type).toBe('webhook-paused')
    expect(await answer<Webhook>(await set('active'))).toMatchObject({
      state: 'active',
      waiting: 0,
    })
    expect(receiver.got).toHaveLength(1)
    const actions = (await entriesOf('sct-thu')).map(({ action }) => action)
    expect(actions.filter(action => action.startsWith('webhook.'))).toEqual([
      ...['webhook.added', 'webhook.paused', 'webhook.resumed'],
    ])
  })

  test('trying now does not wait, and a failure takes nothing from the tries that come by themselves', async () => {
    receiver.script.push(500, 500)
    await change()
    await change()
    await strike()
    const before = await one()
    const failed = await answer<Webhook>(await tryNow())
    expect([failed.failures, failed.nextTryAt]).toEqual([before.failures, before.nextTryAt])
    const done = await answer<Webhook>(await tryNow())
    expect(done).toMatchObject({ failures: 0, waiting: 1, state: 'active' })
    await strike()
    expect((await one()).waiting).toBe(0)
  })

  test('of a stopped one it is enough to see that the receiver is back', async () => {
    receiver.script.push(410)
    await change()
    await strike()
    expect(await answer<Webhook>(await tryNow())).toMatchObject({ state: 'active', waiting: 0 })
  })

  test('another agency’s is not there', async () => {
    const theirs = await house.signIn('clerk', 'sct-khac')
    expect(await answer<Webhooks>(await theirs.get('/webhooks'))).toEqual({
      on: true,
      webhooks: [],
    })
    const body = { state: 'paused' }
    expect((await theirs.send('PATCH', `/webhooks/${id}`, { body })).status).toBe(404)
    expect((await theirs.send('POST', `/webhooks/${id}/try`)).status).toBe(404)
  })

  test('without a key nobody is told, and the answer says so', async () => {
    delete house.bindings.WEBHOOK_KEY
    await change()
    await strike()
    expect(receiver.got).toEqual([])
    expect(await answer<Webhooks>(await (await clerk()).get('/webhooks'))).toMatchObject({
      on: false,
    })
    expect((await problem(await tryNow())).type).toBe('webhooks-off')
  })

  test('neither answers nor the audit nor the log show what the address ends in, or the secret', async () => {
    await change()
    await strike()
    const shown = [await one(), await entriesOf('sct-thu'), house.lines]
    expect(JSON.stringify(shown)).not.toMatch(/noi=mat|whsec_/u)
    expect((await one()).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/cchc\?…$/u)
  })
})

describe('signature', () => {
  const told = async (): Promise<Got> => {
    await change()
    await strike()
    const last = receiver.got.at(-1)
    if (!last) throw new Error('nothing came')
    return last
  }

  test('holds by the specification, and for nothing else than what was sent', async () => {
    const got = await told()
    expect(isSigned(got, secret)).toBe(true)
    expect(isSigned({ ...got, body: got.body.replace('returned', 'accepted') }, secret)).toBe(false)
    const later = { ...got.headers, 'webhook-timestamp': '1' }
    expect(isSigned({ ...got, headers: later }, secret)).toBe(false)
    const { secret: of } = await add('https://khac.example.gov.vn/')
    expect(isSigned(got, of)).toBe(false)
  })

  test('each try has the time of its own, so that a copy sent later is known by its age', async () => {
    receiver.script.push(500)
    await told()
    house.later(hour)
    await strike()
    const times = receiver.got.map(({ headers }) => Number(headers['webhook-timestamp']))
    expect(times).toEqual([Date.parse(begun) / 1000, Date.parse(begun) / 1000 + 3600])
  })

  test('the example receiver takes it, and neither a changed one nor one of six minutes ago', async () => {
    type Example = {
      isGenuine(headers: Got['headers'], body: string, secret: string, now: number): boolean
    }
    const example = '../../worker/webhook/receiver-example.js'
    const { isGenuine } = (await import(example)) as Example
    const { headers, body } = await told()
    const now = Date.parse(begun)
    expect(isGenuine(headers, body, secret, now)).toBe(true)
    expect(isGenuine(headers, `${body} `, secret, now)).toBe(false)
    expect(isGenuine(headers, body, secret, now + 6 * minute)).toBe(false)
    expect(isGenuine({}, body, secret, now)).toBe(false)
  })

  test('after a renewal both secrets hold for seven days, then the new one', async () => {
    const renewed = await secretRenewed(db, 'sct-thu', id, { key, at: begun })
    const first = await told()
    expect([isSigned(first, secret), isSigned(first, renewed.secret)]).toEqual([true, true])
    house.later(8 * day)
    const second = await told()
    expect([isSigned(second, secret), isSigned(second, renewed.secret)]).toEqual([false, true])
  })

  test('by another key than the secret was made by, nothing is sent, and it is said what to do', async () => {
    house.bindings.WEBHOOK_KEY = `${key}, khac`
    await change()
    await strike()
    expect(receiver.got).toEqual([])
    expect((await one()).deliveries[0]?.why).toContain('webhook secret --renew')
  })
})
