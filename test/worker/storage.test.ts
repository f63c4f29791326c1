/**
 * The database fails at every statement of every kind of write, in every way it can say so: each time 503 in words,
 * nothing half stored, and the same request sent again succeeds.
 */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Receipt } from '../../shared/protocol.ts'
import { chainBreak } from '../../worker/audit.ts'
import { ask } from '../../worker/store/ask.ts'
import { entriesAfter } from '../../worker/store/audit.ts'
import { dumpOf, type Fault, type Faulty, faulty } from './faulty-database.ts'
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

let house: House
let trade: Caller
let broken: Faulty
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
  broken = faulty(db)
  house.bindings.DB = broken
})

const period = `/periods/${april}`
const submit = (n = 1, over = {}) => trade.put(filing('thuong_mai', n), tradeReport(over))
const change = (body: unknown) => house.clerk.send('PATCH', period, { body })

/** Every kind of write, in an order in which each can succeed. */
const writes: [what: string, send: () => Promise<Response>][] = [
  [
    'sign-in',
    () => house.anyone.send('POST', '/sessions', { body: { code: house.codeOf('admin') } }),
  ],
  [
    'opening a period',
    () => house.clerk.send('POST', '/periods', { body: { period: '2025-M05' } }),
  ],
  ['submitting', () => submit()],
  [
    'review',
    () => {
      const body = { revision: 1, decision: 'accept' }
      return house.clerk.send('POST', `${period}/units/thuong_mai/review`, { body })
    },
  ],
  ['submitting again', () => submit(2, { basedOn: 1 })],
  [
    'adjusting',
    () => {
      const body = { place: 'articles_own_site', value: -1, reason: 'Hai tin trùng nhau' }
      return house.clerk.put(`${period}/adjustments/${id(70)}`, body)
    },
  ],
  [
    'editing words',
    () => house.clerk.put(`${period}/narrative/II.2`, { basedOn: null, text: 'Đã rà soát.' }),
  ],
  [
    'changing a rule',
    () => {
      const body = {
        basedOn: 0,
        status: 'off',
        from: null,
        until: null,
        reason: 'Thử khi đĩa hỏng.',
      }
      return house.clerk.put('/rules/X-07', body)
    },
  ],
  [
    'declaring an exclusion',
    () => {
      const exclusion = {
        ...{ id: 'thong-bao', indicator: 'digit_in_rate', excluded: 'digit_excluded' },
        ...{ name: 'TTHC thông báo', basis: 'Công văn', from: '2025-01-01', until: null },
      }
      return house.clerk.put('/exclusions/thong-bao', { basedOn: 0, exclusion })
    },
  ],
  ['taking the consolidation', () => house.clerk.get(`${period}/consolidation`)],
  ['moving the due date', () => change({ dueDate: '2025-04-20' })],
  ['locking', () => change({ state: 'locked' })],
  ['reopening', () => change({ state: 'open', note: 'Sửa số' })],
  ['setting holidays', () => house.clerk.put('/holidays/2025', { days: [] })],
  ['signing out', () => trade.send('DELETE', '/sessions/current')],
]

/** As D1 and SQLite say it. */
const busy = [
  'D1_ERROR: database is locked: SQLITE_BUSY',
  'database is locked',
  'database table is locked: submission',
  'database or disk is full',
  'D1_ERROR: database or disk is full: SQLITE_FULL',
  'disk I/O error',
  'D1_ERROR: disk I/O error: SQLITE_IOERR',
  'attempt to write a readonly database',
  'unable to open database file',
  'out of memory',
  'D1_ERROR: Network connection lost.',
  'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
  'D1_ERROR: D1 DB is overloaded. Too many requests queued.',
  'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.',
  'D1_ERROR: Internal error in D1 DB storage caused object to be reset.',
  'D1_ERROR: D1 DB reset because its code was updated.',
  'D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.',
  'D1_ERROR: Exceeded maximum DB size.',
]

async function expectTryAgain(response: Response): Promise<void> {
  expect(response.status).toBe(503)
  expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(response.headers.get('Content-Type')).toContain('application/problem+json')
  const { type, detail } = await problem(response)
  expect([type, detail]).toEqual(['try-again', expect.stringContaining('gửi lại')])
  expect(detail).not.toMatch(/SQL|D1|database/u)
}

const expectWholeChain = async () => {
  const [rows] = await ask(db, entriesAfter(db, 'sct-thu', 0, 1000))
  expect(chainBreak({ seq: 0, hash: '' }, rows)).toBeUndefined()
}

/** As many failures as `send` has statements, until one request meets none; how many there were. */
async function failing(what: string, send: () => Promise<Response>, fault: Fault): Promise<number> {
  const before = await dumpOf(db)
  for (let n = 1; ; n++) {
    const message = busy[n % busy.length] ?? ''
    broken.fail(n, message, fault)
    const response = await send()
    if (!broken.failed) {
      expect(response.ok, what).toBe(true)
      return n - 1
    }
    await expectTryAgain(response)
    if (!broken.wrote) expect(await dumpOf(db), `${what}, statement ${n}`).toEqual(before)
    else {
      // all of it is there, and what failed was only reading it back
      expect((await send()).ok, what).toBe(true)
      return n
    }
  }
}

describe.each<Fault>(['before', 'inside'])('a failure %s a statement', fault => {
  test('of any write stores nothing of it, and the same request sent again succeeds', async () => {
    const met: [string, number][] = []
    for (const [what, send] of writes) met.push([what, await failing(what, send, fault)])
    // who is asking, the head of the chain, and a batch of entry and change are the least there is
    expect(met.filter(([what, faults]) => what !== 'sign-in' && faults < 4)).toEqual([])
    await expectWholeChain()
  }, 30_000)
})

test('whatever D1 or SQLite calls it, the answer is 503', async () => {
  for (const message of busy) {
    broken.fail(1, message)
    await expectTryAgain(await submit())
  }
  expect((await submit()).status).toBe(201)
})

test('a malformed database is 500: sending again would not help and may do harm', async () => {
  const before = await dumpOf(db)
  broken.fail(3, 'D1_ERROR: database disk image is malformed: SQLITE_CORRUPT', 'inside')
  const response = await submit()
  expect([response.status, response.headers.get('Retry-After')]).toEqual([500, null])
  const refused = await problem(response)
  expect(refused.type).toBe('internal')
  expect(refused.detail).not.toContain('malformed')
  expect(await dumpOf(db)).toEqual(before)
})

describe('the commit happened and only the answer is lost', () => {
  /** The write is the last thing each of these does that can fail. */
  const lost = async (send: () => Promise<Response>, statements: RegExp) => {
    broken.failWrite(statements, 'D1_ERROR: Network connection lost.')
    await expectTryAgain(await send())
  }

  test('a submission sent again gets its receipt, and is there once', async () => {
    await lost(submit, /INTO submission/u)
    const stored = await dumpOf(db)
    house.later(60_000)
    const again = await submit()
    expect(again.status).toBe(200)
    expect(await answer<Receipt>(again)).toMatchObject({
      revision: 1,
      receivedAt: '2025-04-14T03:00:00.000Z',
    })
    expect(await dumpOf(db)).toEqual(stored)
  })

  test.each([
    ['review', /INTO review/u],
    ['adjusting', /INTO adjustment/u],
    ['editing words', /INTO narrative_edit/u],
    ['changing a rule', /INTO rule_change/u],
    ['declaring an exclusion', /INTO exclusion/u],
    ['taking the consolidation', /INTO snapshot/u],
  ])('%s sent again is the same', async (what, statements) => {
    await submit()
    const send = writes.find(([name]) => name === what)?.[1]
    if (!send) throw new Error(`no ${what}`)
    await lost(send, statements)
    const stored = await dumpOf(db)
    expect((await send()).status).toBe(200)
    expect(await dumpOf(db)).toEqual(stored)
  })

  test('a lock sent again leaves what the first one made final', async () => {
    await submit()
    await lost(() => change({ state: 'locked' }), /UPDATE period/u)
    const final = async () => {
      const { results } = await db.prepare('SELECT state, final FROM period').all()
      return results
    }
    const first = await final()
    expect((await change({ state: 'locked' })).status).toBe(200)
    expect(await final()).toEqual(first)
    expect(
      (await entriesOf('sct-thu')).filter(one => one.action === 'period.locked').length,
    ).toBeGreaterThan(0)
    await expectWholeChain()
  })
})
