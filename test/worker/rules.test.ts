/** Rules over their life: who judges when, what a rehearsal counts, and that what was judged stays as it was judged. */
import { beforeEach, describe, expect, test } from 'vitest'
import { statutoryWindow } from '../../shared/period.ts'
import type {
  Consolidation,
  Receipt,
  Rehearsal,
  RuleChange,
  RuleList,
  SheetAnswer,
  Submission,
} from '../../shared/protocol.ts'
import { verifyAgency } from '../../worker/audit/verify.ts'
import {
  answer,
  april,
  type Caller,
  db,
  entriesOf,
  filing,
  type House,
  industryReport,
  openHouse,
  problem,
  tradeReport,
} from './house.ts'

let house: House
let trade: Caller
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
})

const rule = 'X-01A'
const change = (over: Partial<RuleChange> = {}): RuleChange => ({
  ...{ basedOn: 0, status: 'rehearsal', from: null, until: null, confirm: rule },
  reason: 'Đang rà soát cách đếm của quy tắc này.',
  ...over,
})
const put = (body: RuleChange, of = rule, who = house.clerk) => who.put(`/rules/${of}`, body)
const list = async () => answer<RuleList>(await house.clerk.get('/rules'))
const one = async (of = rule) => (await list()).find(found => found.rule === of)
const sheet = async () => answer<SheetAnswer>(await trade.get(`/periods/${april}/sheet`))
const pulled = async () =>
  answer<Consolidation>(await house.clerk.get(`/periods/${april}/consolidation`))
/** 9 dossiers resolved where the table beside it counts 8. */
const wrong = (over: Partial<Submission> = {}) =>
  tradeReport({ figures: { dossiers_resolved: 9, dossiers_on_time: 8 }, ...over })
const blamed = async (response: Response) =>
  (await answer<Receipt>(response)).report.results.map(finding => finding.rule)

describe('happy', () => {
  test('without a word of the agency the catalogue’s rules stand as they are', async () => {
    const all = await list()
    expect(all.length).toBeGreaterThan(40)
    expect(all.every(({ standing }) => standing.status === 'active')).toBe(true)
    expect(await one()).toMatchObject({ severity: 'error', changes: [], unrehearsed: false })
    expect((await sheet()).ruleStandings).toEqual([])
  })

  test('a rule set to rehearsal stops blocking, for the unit and for the merged figures', async () => {
    expect((await trade.put(filing('thuong_mai', 1), wrong())).status).toBe(422)
    expect((await put(change())).status).toBe(201)
    const received = await trade.put(filing('thuong_mai', 1), wrong())
    expect(received.status).toBe(201)
    expect(await blamed(received)).not.toContain(rule)
    expect((await sheet()).ruleStandings).toEqual([
      { rule, status: 'rehearsal', from: null, until: null },
    ])
    expect((await pulled()).findings.map(finding => finding.rule)).not.toContain(rule)
  })

  test('switched back, it judges again; the stored report stays what it was', async () => {
    await put(change())
    const first = await answer<Receipt>(await trade.put(filing('thuong_mai', 1), wrong()))
    await put(change({ basedOn: 1, status: 'active' }))
    expect((await trade.put(filing('thuong_mai', 2), wrong({ basedOn: 1 }))).status).toBe(422)
    const again = await answer<Receipt>(await trade.put(filing('thuong_mai', 1), wrong()))
    expect(again).toEqual(first)
    expect((await pulled()).findings.map(finding => finding.rule)).toContain(rule)
    expect((await one())?.changes.map(({ number, status }) => [number, status])).toEqual([
      [2, 'active'],
      [1, 'rehearsal'],
    ])
  })

  test('a rule that ends on a day judges the periods whose window ends before it', async () => {
    await house.clerk.send('POST', '/periods', { body: { period: '2025-M03' } })
    await put(change({ status: 'active', until: '2025-03-31' }))
    const march = { window: { from: '2025-02-15', to: '2025-03-14' } }
    const refused = await trade.put(filing('thuong_mai', 3, '2025-M03'), wrong(march))
    expect(refused.status).toBe(422)
    expect((await trade.put(filing('thuong_mai', 4), wrong())).status).toBe(201)
  })

  test('what was pulled before the change can still be told from what is pulled after it', async () => {
    await put(change())
    await trade.put(filing('thuong_mai', 1), wrong())
    const before = await pulled()
    await put(change({ basedOn: 1, status: 'active' }))
    const since = await house.clerk.get(`/periods/${april}/consolidation?since=${before.digest}`)
    const after = await answer<Consolidation>(since)
    expect(after.digest).not.toBe(before.digest)
    expect(after.changes).toMatchObject({ since: before.digest, figures: [] })
  })

  test('a locked period keeps the findings it was locked with', async () => {
    await put(change())
    await trade.put(filing('thuong_mai', 1), wrong())
    await house.clerk.send('PATCH', `/periods/${april}`, { body: { state: 'locked' } })
    const locked = await pulled()
    await put(change({ basedOn: 1, status: 'active' }))
    expect(await pulled()).toEqual(locked)
  })

  test('from draft straight into force is let through and told', async () => {
    await put(change({ status: 'draft' }))
    await put(change({ basedOn: 1, status: 'active' }))
    expect((await one())?.unrehearsed).toBe(true)
    await put(change({ basedOn: 2, status: 'rehearsal' }))
    await put(
      change({ basedOn: 3, status: 'active', reason: 'Đã chạy thử ba kỳ, không ai vướng.' }),
    )
    expect((await one())?.unrehearsed).toBe(false)
  })
})

describe('rehearsal', () => {
  const months = ['2025-M02', '2025-M03', april] as const
  const rehearsed = async (from: string, to: string, of = rule, who = house.clerk) =>
    answer<Rehearsal>(await who.get(`/rules/${of}/rehearsal?from=${from}&to=${to}`))

  /** What the month before left over is not carried over. */
  const since = (field: string, text: string) => [
    { rule: 'T-01', at: `KSTT-06a/${field}/carried_over`, text },
  ]
  /** Trade is wrong in all three months, industry in March only. */
  beforeEach(async () => {
    const industry = await house.signIn('cong_nghiep')
    for (const period of months.slice(0, 2))
      await house.clerk.send('POST', '/periods', { body: { period } })
    await put(change())
    for (const [i, period] of months.entries()) {
      const window = statutoryWindow(period)
      const done = [
        await trade.put(
          filing('thuong_mai', 10 + i, period),
          wrong({ window, reasons: since('XTTM', 'Kỳ trước chốt trễ hai ngày.') }),
        ),
        await industry.put(
          filing('cong_nghiep', 20 + i, period),
          industryReport({
            window,
            ...(i === 1 ? { figures: { dossiers_resolved: 6, dossiers_on_time: 4 } } : {}),
            reasons: since('HC', 'Kỳ trước chốt sớm một ngày.'),
          }),
        ),
      ]
      for (const response of done)
        if (response.status !== 201)
          throw new Error(
            (await problem(response)).report?.results.map(({ message }) => message).join('; '),
          )
    }
  })

  test('says for each unit how many of its submissions would have failed, the newest sentences first', async () => {
    const found = await rehearsed('2025-M02', april)
    expect(found).toMatchObject({ rule, judges: 'unit', submissions: 6, failing: 4, hidden: 0 })
    expect(found.units).toEqual([
      { unit: 'thuong_mai', name: 'Phòng Thương mại', submissions: 3, failing: 3, findings: 3 },
      { unit: 'cong_nghiep', name: 'Phòng Công nghiệp', submissions: 3, failing: 1, findings: 1 },
    ])
    expect(found.findings.map(({ unit, period }) => `${unit} ${period}`)).toEqual([
      `thuong_mai ${april}`,
      'thuong_mai 2025-M03',
      'cong_nghiep 2025-M03',
      'thuong_mai 2025-M02',
    ])
    expect(found.findings[0]?.message).toContain('9. Cột 7 biểu II.06a cộng được 8 + 0 + 0 = 8')
  })

  test('reads the periods asked for and of each unit the revision that counts', async () => {
    const body = { revision: 1, decision: 'accept', note: '' }
    await house.clerk.send('POST', `/periods/${april}/units/thuong_mai/review`, { body })
    const reasons = since('XTTM', 'Kỳ trước chốt trễ hai ngày.')
    await trade.put(filing('thuong_mai', 30), tradeReport({ basedOn: 1, reasons }))
    expect(await rehearsed(april, april)).toMatchObject({ submissions: 2, failing: 0 })
    const back = { revision: 2, decision: 'return', note: 'Số chưa đúng' }
    await house.clerk.send('POST', `/periods/${april}/units/thuong_mai/review`, { body: back })
    // sent back, the accepted one counts again
    expect(await rehearsed(april, april)).toMatchObject({ submissions: 2, failing: 1 })
  })

  test('a rule over time sees the period before, also the one before the first', async () => {
    // March carries 0 over where February left 2; April likewise
    const found = await rehearsed(april, april, 'T-01')
    expect(found.findings.map(({ unit }) => unit)).toContain('thuong_mai')
  })

  test('a rule that only judges merged figures is rehearsed on them', async () => {
    const found = await rehearsed('2025-M02', april, 'X-05')
    expect(found).toMatchObject({ judges: 'agency', submissions: 3 })
    expect(found.units.map(({ unit }) => unit)).toEqual(['sct-thu'])
  })

  test('changes nothing, and an administrator may ask too', async () => {
    const before = (await entriesOf('sct-thu')).length
    const admin = await house.signIn('admin')
    const seen = (await entriesOf('sct-thu')).length
    expect(await rehearsed('2025-M02', april, rule, admin)).toMatchObject({ failing: 4 })
    expect((await entriesOf('sct-thu')).length).toBe(seen)
    expect(seen - before).toBe(1)
  })

  test.each([
    ['2025-M02', '2025-Q1', 'khác loại'],
    [april, '2025-M02', 'kỳ đầu sau kỳ cuối'],
    ['2022-M01', april, '24 kỳ'],
  ])('%s to %s is refused in words', async (from, to, said) => {
    const refused = await house.clerk.get(`/rules/${rule}/rehearsal?from=${from}&to=${to}`)
    expect(refused.status).toBe(400)
    expect((await problem(refused)).detail).toContain(said)
  })
})

describe('error', () => {
  test('a rule that blocks is not let go in passing: its id has to be spelled out', async () => {
    const { confirm: _, ...unsaid } = change({ status: 'off' })
    const refused = await put(unsaid)
    expect(refused.status).toBe(422)
    expect(await problem(refused)).toMatchObject({
      type: 'rule-stays',
      detail: expect.stringContaining('X-01A'),
    })
    // a warning never blocks
    const { confirm: __, ...warning } = change({ status: 'off' })
    expect((await put(warning, 'X-07')).status).toBe(201)
  })

  test('whoever has not seen the newest change is told whose it is', async () => {
    await put(change())
    const refused = await put(change({ status: 'off' }))
    expect(refused.status).toBe(409)
    expect(await problem(refused)).toMatchObject({
      type: 'entry-stale',
      current: { revision: 1, preparedBy: 'Văn phòng Sở (tổng hợp)' },
    })
  })

  test('the same change sent again is the same change', async () => {
    expect((await put(change())).status).toBe(201)
    expect((await put(change())).status).toBe(200)
    expect((await one())?.changes).toHaveLength(1)
  })

  test.each([
    ['a reason too short to be one', change({ reason: 'Rà soát' }), 400],
    ['days in the wrong order', change({ from: '2025-05-01', until: '2025-04-01' }), 422],
    ['what stands already', change({ status: 'active' }), 422],
  ])('%s is refused', async (_what, body, status) => {
    expect((await put(body)).status).toBe(status)
    expect((await one())?.changes).toEqual([])
  })

  test('a rule nobody knows is not found', async () => {
    expect((await put(change(), 'X-99')).status).toBe(404)
    const path = `/rules/X-99/rehearsal?from=${april}&to=${april}`
    expect((await house.clerk.get(path)).status).toBe(404)
  })
})

describe('security', () => {
  test('only the office changes rules, and only its own agency’s', async () => {
    for (const who of ['thuong_mai', 'dashboard', 'admin'])
      expect((await put(change(), rule, await house.signIn(who))).status).toBe(403)
    await put(change(), rule, await house.signIn('clerk', 'sct-khac'))
    expect((await one())?.changes).toEqual([])
    expect((await trade.put(filing('thuong_mai', 1), wrong())).status).toBe(422)
  })

  test('a change is told in the chain, and one that is altered or gone shows', async () => {
    await put(change())
    expect((await entriesOf('sct-thu')).at(-1)).toMatchObject({
      action: 'rule.changed',
      actor: 'clerk',
      detail: { rule, number: 1 },
    })
    expect((await verifyAgency(db, 'sct-thu')).findings).toEqual([])
    await db.prepare('DROP TRIGGER rule_change_is_immutable').run()
    await db.prepare(`UPDATE rule_change SET status = 'off'`).run()
    expect((await verifyAgency(db, 'sct-thu')).findings).toMatchObject([
      { fault: 'altered', trace: { subject: 'rule' } },
    ])
  })

  test.each([
    'UPDATE rule_change SET status = "off"',
    'DELETE FROM rule_change',
    'UPDATE exclusion SET document = NULL',
    'DELETE FROM exclusion',
  ])('the database refuses: %s', async sql => {
    await put(change())
    const exclusion = {
      ...{ id: 'thong-bao', indicator: 'digit_in_rate', excluded: 'digit_excluded' },
      ...{ name: '4 TTHC thông báo', basis: 'Công văn số 12', from: '2025-01-01', until: null },
    }
    await house.clerk.put('/exclusions/thong-bao', { basedOn: 0, exclusion })
    await expect(db.prepare(sql.replaceAll('"', "'")).run()).rejects.toThrow(/never|is never/u)
  })
})
