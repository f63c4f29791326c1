/** Groups outside a ratio (domain §4.5 B-09): declared with a date and a document, and the ratio told with and without. */
import { beforeEach, describe, expect, test } from 'vitest'
import type {
  Consolidation,
  Exclusion,
  ExclusionAnswer,
  Receipt,
  SheetAnswer,
} from '../../shared/protocol.ts'
import { verifyAgency } from '../../worker/audit/verify.ts'
import {
  answer,
  april,
  type Caller,
  db,
  dossiers,
  entriesOf,
  filing,
  type House,
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

const exclusion: Exclusion = {
  id: 'thong-bao',
  indicator: 'digit_in_rate',
  excluded: 'digit_excluded',
  name: '4 TTHC thông báo không có kết quả trả ra',
  basis: 'Công văn số 12/SCT-VP ngày 05/3/2025',
  from: '2025-04-01',
  until: null,
}
const put = (over: Partial<Exclusion> = {}, basedOn = 0, who = house.clerk) =>
  who.put('/exclusions/thong-bao', { basedOn, exclusion: { ...exclusion, ...over } })
const withdraw = (basedOn: number) =>
  house.clerk.put('/exclusions/thong-bao', { basedOn, exclusion: null })
const listed = async () => answer<ExclusionAnswer[]>(await house.clerk.get('/exclusions'))
const pulled = async (period = april) =>
  answer<Consolidation>(await house.clerk.get(`/periods/${period}/consolidation`))

/** 10 new dossiers, of which 2 are notifications: 6 of the other 8 are digitised. */
const digitised = (total = 8) =>
  tradeReport({
    figures: {
      ...{ dossiers_resolved: 8, dossiers_on_time: 8, dossiers_online: 10, dossiers_new: 10 },
      ...{ digit_in_total: total, digit_in_done: 6, digit_excluded: 2 },
    },
    tables: { 'KSTT-06a': { XTTM: dossiers(10, 8, 2) } },
  })

describe('happy', () => {
  test('the ratio is told with the group and without it, the figure itself stays what it is', async () => {
    expect((await put()).status).toBe(201)
    await trade.put(filing('thuong_mai', 1), digitised())
    const { exclusions, figures } = await pulled()
    const { status = '' } = figures.digit_in_rate ?? {}
    expect(exclusions).toEqual([
      { ...exclusion, unit: 'Hồ sơ', status, count: 2, including: 60, excluding: 75 },
    ])
    expect(figures.digit_in_rate?.value).toBe(75)
  })

  test('where the whole counts the group, the ratio without it is the other one', async () => {
    await put({ indicator: 'dossiers_online_rate', excluded: 'digit_excluded' })
    const figures = { ...digitised().figures, dossiers_online: 6 }
    const tables = { 'KSTT-06a': { XTTM: { ...dossiers(6, 8, 2), received_direct: 4 } } }
    await trade.put(filing('thuong_mai', 1), { ...digitised(), figures, tables })
    expect((await pulled()).exclusions).toMatchObject([{ including: 60, excluding: 75 }])
  })

  test('it holds in periods whose window ends while it is in force, and the digest says so', async () => {
    await house.clerk.send('POST', '/periods', { body: { period: '2025-M03' } })
    const before = await pulled()
    await put()
    expect((await pulled('2025-M03')).exclusions).toEqual([])
    const after = await pulled()
    expect(after.exclusions).toMatchObject([{ count: null, including: null, excluding: null }])
    expect(after.digest).not.toBe(before.digest)
    await put({ until: '2025-04-10' }, 1)
    expect((await pulled()).exclusions).toEqual([])
  })

  test('X-07 tells the unit what was declared, in its sheet and in the check', async () => {
    await put()
    const sheet = await answer<SheetAnswer>(await trade.get(`/periods/${april}/sheet`))
    expect(sheet.exclusions).toEqual([exclusion])
    const checked = await trade.put(`${filing('thuong_mai', 1)}?dryRun=1`, digitised(9))
    const { report } = await answer<Receipt>(checked)
    expect(report.results.find(({ rule }) => rule === 'X-07')?.message).toContain(
      'Đã khai báo loại trừ “4 TTHC thông báo không có kết quả trả ra” theo Công văn số 12/SCT-VP ngày 05/3/2025.',
    )
  })

  test('a declaration is changed, withdrawn and made again under its name', async () => {
    await put()
    await put({ name: '3 TTHC thông báo' }, 1)
    expect(await listed()).toMatchObject([{ number: 2, exclusion: { name: '3 TTHC thông báo' } }])
    expect((await withdraw(2)).status).toBe(201)
    expect((await withdraw(2)).status).toBe(200)
    expect(await listed()).toEqual([])
    expect((await put()).status).toBe(201)
    expect(await listed()).toMatchObject([{ number: 4, by: 'Văn phòng Sở (tổng hợp)' }])
  })
})

describe('error', () => {
  test.each([
    ['no ratio', { indicator: 'dossiers_new' }, '#/exclusion/indicator'],
    ['a ratio nobody knows', { indicator: 'x_rate' }, '#/exclusion/indicator'],
    ['no count', { excluded: 'digit_out_rate' }, '#/exclusion/excluded'],
    ['another name than the address', { id: 'khac' }, '#/exclusion/id'],
    ['an end before the beginning', { until: '2025-03-01' }, '#/exclusion/until'],
  ])('%s is refused at its place', async (_what, over, pointer) => {
    const refused = await put(over)
    expect(refused.status).toBe(422)
    expect(await problem(refused)).toMatchObject({ type: 'rule-stays', errors: [{ pointer }] })
    expect(await listed()).toEqual([])
  })

  test('whoever has not seen the newest is told whose it is; sent again it is the same', async () => {
    await put()
    expect((await put()).status).toBe(200)
    const refused = await put({ name: 'Nhóm khác' })
    expect(await problem(refused)).toMatchObject({
      type: 'entry-stale',
      current: { revision: 1, preparedBy: 'Văn phòng Sở (tổng hợp)' },
    })
    expect((await withdraw(7)).status).toBe(409)
  })
})

describe('security', () => {
  test('only the office declares, and for its own agency', async () => {
    for (const who of ['thuong_mai', 'dashboard', 'admin'])
      expect((await put({}, 0, await house.signIn(who))).status).toBe(403)
    await put({}, 0, await house.signIn('clerk', 'sct-khac'))
    expect(await listed()).toEqual([])
  })

  test('a declaration is told in the chain, and one that is altered shows', async () => {
    await put()
    expect((await entriesOf('sct-thu')).at(-1)).toMatchObject({
      action: 'exclusion.written',
      detail: { id: 'thong-bao', number: 1 },
    })
    expect((await verifyAgency(db, 'sct-thu')).findings).toEqual([])
    await db.prepare('DROP TRIGGER exclusion_is_immutable').run()
    await db.prepare('UPDATE exclusion SET document = NULL').run()
    expect((await verifyAgency(db, 'sct-thu')).findings).toMatchObject([
      { fault: 'altered', trace: { subject: 'exclusion' } },
    ])
  })
})
