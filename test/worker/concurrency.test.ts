/** Requests that meet: whatever the order, one outcome, told truthfully to each, and one entry in the chain. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Adjustment, Consolidation, Receipt, Session } from '../../shared/protocol.ts'
import { admitAgency, holdersOf, issueCodes } from '../../worker/admit.ts'
import { chainBreak } from '../../worker/audit.ts'
import { ask } from '../../worker/store/ask.ts'
import { entriesAfter } from '../../worker/store/audit.ts'
import { interrupted } from './faulty-database.ts'
import {
  answer,
  april,
  type Caller,
  db,
  entriesOf,
  filing,
  type House,
  id,
  industryReport,
  openHouse,
  problem,
  tradeReport,
} from './house.ts'
import { roundOf } from './inspecting.ts'
import { planOf } from './planning.ts'

let house: House
let trade: Caller
let industry: Caller
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
  industry = await house.signIn('cong_nghiep')
})

const ten = Array.from({ length: 10 }, (_, i) => i + 1)
const submit = (n: number, over = {}) => trade.put(filing('thuong_mai', n), tradeReport(over))
const submitOther = (n: number) => industry.put(filing('cong_nghiep', n), industryReport())
const lock = () => house.clerk.send('PATCH', `/periods/${april}`, { body: { state: 'locked' } })
const review = (revision: number) =>
  house.clerk.send('POST', `/periods/${april}/units/thuong_mai/review`, {
    body: { revision, decision: 'accept' },
  })
const adjustments = `/periods/${april}/adjustments`
const adjust = (n: number, value = -1) => {
  const body = { place: 'articles_own_site', value, reason: 'Hai tin trùng nhau' }
  return house.clerk.put(`${adjustments}/${id(n)}`, body)
}
const consolidation = async () =>
  answer<Consolidation>(await house.clerk.get(`/periods/${april}/consolidation`))
const counted = async () =>
  Object.fromEntries((await consolidation()).units.map(one => [one.unit, one.counted]))
const statuses = (responses: readonly Response[]) => responses.map(one => one.status).sort()
const count = async (table: string): Promise<number> => {
  const { results } = await db.prepare(`SELECT count(*) AS n FROM ${table}`).all<{ n: number }>()
  return results[0]?.n ?? -1
}
const told = async (action: string, agency = 'sct-thu') =>
  (await entriesOf(agency)).filter(entry => entry.action === action)
const broken = async (agency = 'sct-thu') => {
  const [rows] = await ask(db, entriesAfter(db, agency, 0, 1000))
  return chainBreak({ seq: 0, hash: '' }, rows)
}
/** `meanwhile` is over before the first write that matches reaches the database. */
const justBefore = (write: RegExp, meanwhile: () => Promise<unknown>) => {
  house.bindings.DB = interrupted(db, write, meanwhile)
}

describe('in parallel', () => {
  test('ten identical submissions are one, with one receipt', async () => {
    const responses = await Promise.all(ten.map(() => submit(1)))
    expect(statuses(responses)).toEqual([...Array<number>(9).fill(200), 201])
    const receipts = await Promise.all(responses.map(response => response.text()))
    expect(new Set(receipts).size).toBe(1)
    expect(await count('submission')).toBe(1)
    expect(await told('submission.received')).toHaveLength(1)
    expect(await broken()).toBeUndefined()
  })

  test('ten different submissions of a unit: one is taken, nine are told both revisions', async () => {
    await submit(100)
    const responses = await Promise.all(
      ten.map(n => submit(n, { basedOn: 1, preparedBy: `Người lập ${n}` })),
    )
    expect(statuses(responses)).toEqual([201, ...Array<number>(9).fill(409)])
    const refused = responses.filter(response => response.status === 409)
    for (const one of await Promise.all(refused.map(problem))) {
      expect(one).toMatchObject({ type: 'revision-stale', basedOn: 1, current: { revision: 2 } })
      for (const words of ['bản 1', 'bản 2', 'Người lập']) expect(one.detail).toContain(words)
    }
    expect(await count('submission')).toBe(2)
    expect(await told('submission.received')).toHaveLength(2)
  })

  test.each<[string, string, unknown]>([
    ['plan', '/plans/2025', { basedOn: 0, plan: planOf() }],
    ['past year', '/past-years/2020', { basedOn: 0, source: 'BC 120', figures: {} }],
    [
      'rule',
      '/rules/X-07',
      {
        basedOn: 0,
        status: 'off',
        from: null,
        until: null,
        reason: 'Chạy thử thấy vướng',
        confirm: 'X-07',
      },
    ],
    ['round of inspection', `/inspections/${id(1)}`, roundOf()],
  ])(
    'a %s sent three times at once is one, and nobody is told of a conflict',
    async (_, path, body) => {
      const three = [1, 2, 3].map(() => house.clerk.put(path, body))
      expect(statuses(await Promise.all(three))).toEqual([200, 200, 201])
      expect(await broken()).toBeUndefined()
    },
  )

  test('one id with two contents: one is taken, the other is told so', async () => {
    const responses = await Promise.all([submit(1), submit(1, { preparedBy: 'Người khác' })])
    expect(statuses(responses)).toEqual([201, 409])
    const refused = responses.find(response => response.status === 409)
    expect(refused && (await problem(refused)).type).toBe('submitted-differently')
    expect(await count('submission')).toBe(1)
  })

  test('twelve units of an agency submit at once, and the chain holds', async () => {
    const units = Array.from({ length: 12 }, (_, i) => `don_vi_${i + 1}`)
    const callers = await agencyOf('sct-dong', units)
    const before = (await entriesOf('sct-dong')).length
    const responses = await Promise.all(
      callers.map((put, i) =>
        put(filing(units[i] ?? '', 100 + i), {
          ...tradeReport({ tables: {}, narrative: {} }),
          figures: { articles_own_site: i + 1 },
        }),
      ),
    )
    expect(statuses(responses)).toEqual(Array(12).fill(201))
    expect(await told('submission.received', 'sct-dong')).toHaveLength(12)
    expect(await entriesOf('sct-dong')).toHaveLength(before + 12)
    expect(await broken('sct-dong')).toBeUndefined()
  })

  test('one adjustment sent ten times is one entry', async () => {
    await submit(1)
    const responses = await Promise.all(ten.map(() => adjust(70)))
    expect(responses.filter(({ status }) => status !== 200 && status !== 201)).toEqual([])
    const entries = await Promise.all(responses.map(response => response.text()))
    expect(new Set(entries).size).toBe(1)
    expect([await count('adjustment'), (await told('adjustment.made')).length]).toEqual([1, 1])
  })

  test('different adjustments are all kept, one after the other', async () => {
    await submit(1)
    const responses = await Promise.all([70, 71, 72].map(n => adjust(n, n - 72)))
    expect(statuses(responses)).toEqual([201, 201, 201])
    const entries = await answer<Adjustment[]>(await house.clerk.get(adjustments))
    expect(entries.map(entry => entry.number)).toEqual([1, 2, 3])
    expect(entries.map(entry => entry.state).sort()).toEqual(['replaced', 'replaced', 'stands'])
  })

  test('one decision sent five times is one decision', async () => {
    await submit(1)
    const responses = await Promise.all([1, 2, 3, 4, 5].map(() => review(1)))
    expect(responses.filter(({ status }) => status !== 200 && status !== 201)).toEqual([])
    expect((await told('review.accepted')).length).toBe(await count('review'))
    expect(await broken()).toBeUndefined()
  })

  test('a final consolidation holds exactly what was receipted before the lock', async () => {
    const [first, locked, second] = await Promise.all([submit(1), lock(), submitOther(2)])
    expect(locked.status).toBe(200)
    for (const response of [first, second]) expect([201, 409]).toContain(response.status)
    expect(await counted()).toEqual({
      van_phong: null,
      thuong_mai: first.status === 201 ? 1 : null,
      cong_nghiep: second.status === 201 ? 1 : null,
    })
    expect((await consolidation()).state).toBe('final')
    const late = await submit(3, first.status === 201 ? { basedOn: 1 } : {})
    expect([late.status, (await problem(late)).type]).toEqual([409, 'period-locked'])
  })
})

describe('just before the write', () => {
  test('a submission that came before the lock is in what the lock makes final', async () => {
    let receipt: Receipt | undefined
    justBefore(/UPDATE period/u, async () => {
      receipt = await answer<Receipt>(await submit(1))
    })
    expect((await lock()).status).toBe(200)
    expect(receipt?.revision).toBe(1)
    const final = await consolidation()
    expect([final.state, final.figures.articles_own_site?.value]).toEqual(['final', 5])
  })

  test('a period locked since the check takes nothing more', async () => {
    justBefore(/INTO submission/u, lock)
    const response = await submit(1)
    expect([response.status, (await problem(response)).type]).toEqual([409, 'period-locked'])
    expect([await count('submission'), (await told('submission.received')).length]).toEqual([0, 0])
    expect((await consolidation()).state).toBe('final')
  })

  test('a lock since the check takes neither review nor adjustment', async () => {
    await submit(1)
    for (const [write, request] of [
      [/INTO review/u, () => review(1)],
      [/INTO adjustment/u, () => adjust(70)],
    ] as const) {
      justBefore(write, lock)
      const response = await request()
      expect([response.status, (await problem(response)).type]).toEqual([409, 'period-locked'])
      const note = { state: 'open', note: 'Mở lại' }
      await house.clerk.send('PATCH', `/periods/${april}`, { body: note })
    }
    expect([await count('review'), await count('adjustment')]).toEqual([0, 0])
  })

  test('the office does not decide about a revision that was replaced', async () => {
    await submit(1)
    justBefore(/INTO review/u, () => submit(2, { basedOn: 1 }))
    const response = await review(1)
    expect(response.status).toBe(409)
    expect(await problem(response)).toMatchObject({
      type: 'revision-stale',
      basedOn: 1,
      current: { revision: 2 },
    })
    expect(await count('review')).toBe(0)
  })

  test('an adjustment is made upon the figure that stands when it is written', async () => {
    await submit(1)
    justBefore(/INTO adjustment/u, () => submitOther(2))
    const entry = await answer<Adjustment>(await adjust(70))
    // 5 and 2
    expect(entry).toMatchObject({ basis: 7, state: 'stands' })
  })

  test('a repeated request overtaken by itself gets the same receipt', async () => {
    let other: Response | undefined
    justBefore(/INTO submission/u, async () => {
      other = await submit(1)
    })
    const response = await submit(1)
    expect([other?.status, response.status]).toEqual([201, 200])
    expect(await response.text()).toBe(await other?.text())
  })
})

/** An agency of these units with its period open; each unit's own way of sending. */
async function agencyOf(key: string, units: readonly string[]) {
  const { agency, saving } = admitAgency(db, {
    key,
    name: `Sở Công Thương ${key}`,
    superior: 'UBND tỉnh',
    place: 'Thử',
    units: units.map(unit => ({ key: unit, name: unit, short: unit, kind: 'division' })),
    roles: Object.fromEntries(
      ['office', 'legal', 'service_centre', 'control', 'dossiers', 'all'].map(one => [one, units]),
    ),
    fields: [],
    tasks: [],
  })
  await db.batch(saving)
  const issued = await issueCodes(db, key, holdersOf(agency), '2025-04-14T03:00:00.000Z')
  const tokenOf = async (who: string) => {
    const code = issued.find(one => one.unit === who || one.role === who)?.code
    const response = await house.anyone.send('POST', '/sessions', { body: { code } })
    return { Authorization: `Bearer ${(await answer<Session>(response)).token}` }
  }
  const headers = await tokenOf('clerk')
  await house.anyone.send('POST', '/periods', { body: { period: april }, headers })
  const all = await Promise.all(units.map(tokenOf))
  return all.map(
    own => (path: string, body: unknown) => house.anyone.send('PUT', path, { body, headers: own }),
  )
}
