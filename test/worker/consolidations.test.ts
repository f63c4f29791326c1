/** The merged figures against sums made by hand. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Consolidation } from '../../shared/protocol.ts'
import {
  answer,
  april,
  type Caller,
  filing,
  type House,
  industryReport,
  openHouse,
  tradeReport,
} from './house.ts'

let house: House
let trade: Caller
let industry: Caller
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
  industry = await house.signIn('cong_nghiep')
})
const path = `/periods/${april}/consolidation`
const pulled = async () => answer<Consolidation>(await house.clerk.get(path))
const both = async () => {
  await industry.put(filing('cong_nghiep', 2), industryReport())
  house.later(60_000)
  await trade.put(filing('thuong_mai', 1), tradeReport())
}

describe('happy', () => {
  test('sums, ratios and totals of two units, with who contributed what', async () => {
    await both()
    const found = await pulled()
    expect(found).toMatchObject({ agency: 'sct-thu', period: april, state: 'provisional' })
    expect(found.asOf).toBe('2025-04-14T03:01:00.000Z')
    expect(found.units.map(unit => [unit.unit, unit.revision])).toEqual([
      ['van_phong', null],
      ['thuong_mai', 1],
      ['cong_nghiep', 1],
    ])
    // 8 + 5; unit order, whatever order they came in
    expect(found.figures.dossiers_resolved).toEqual({
      value: 13,
      unit: 'Hồ sơ',
      status: 'provisional',
      coverage: { expected: 2, reported: 2 },
      previous: null,
      samePeriodLastYear: null,
      contributions: [
        { unit: 'thuong_mai', revision: 1, value: 8 },
        { unit: 'cong_nghiep', revision: 1, value: 5 },
      ],
    })
    // 12 of 13, not the mean of 100 % and 80 %
    expect(found.figures.on_time_rate?.value).toBeCloseTo(1200 / 13, 10)
    expect(found.figures.articles_province_site).toMatchObject({
      value: { state: 'none' },
      coverage: { expected: 3, reported: 1 },
    })
    expect(found.figures.apologies).toMatchObject({ value: null, contributions: [] })
    const dossiers = found.tables['KSTT-06a']
    expect(dossiers?.rows.XTTM).toMatchObject({
      name: 'Xúc tiến thương mại',
      cells: { received_online: 10, received_total: 10, resolved_total: 8, pending_total: 2 },
    })
    expect(dossiers?.rows.HC?.contributions.map(one => one.unit)).toEqual(['cong_nghiep'])
    // (10 + 0 + 0) + (6 + 0 + 0)
    expect(dossiers?.total.received_total).toMatchObject({
      value: 16,
      coverage: { expected: 2, reported: 2 },
    })
    expect(found.narrative['II.2']?.map(part => part.unit)).toEqual(['thuong_mai', 'cong_nghiep'])
  })

  test('a newer revision replaces the older one', async () => {
    await both()
    const before = await pulled()
    const figures = { ...tradeReport().figures, articles_own_site: 9 }
    await trade.put(filing('thuong_mai', 3), tradeReport({ basedOn: 1, figures }))
    const after = await pulled()
    expect([before, after].map(one => one.figures.articles_own_site?.value)).toEqual([7, 11])
    expect(after.digest).not.toBe(before.digest)
  })

  test('last period stands beside this one', async () => {
    await house.clerk.send('POST', '/periods', { body: { period: '2025-M03' } })
    const window = { from: '2025-02-15', to: '2025-03-14' }
    await trade.put(filing('thuong_mai', 9, '2025-M03'), tradeReport({ window }))
    const found = await pulled()
    expect(found.figures.dossiers_resolved).toMatchObject({ value: null, previous: 8 })
    expect(found.tables['KSTT-06a']?.total.received_total).toMatchObject({ previous: 10 })
  })

  test('each figure has its unit of measure and its status, and no 304 hides that it became late', async () => {
    await both()
    house.at('2025-04-15T16:50:00.000Z')
    const clerk = await house.signIn('clerk')
    const statusOf = ({ figures }: Consolidation) => figures.articles_own_site?.status
    const first = await clerk.get(path)
    const etag = first.headers.get('ETag') ?? ''
    const before = await answer<Consolidation>(first)
    // two of three have told it; all who have fields told theirs
    expect(before.figures.articles_own_site).toMatchObject({
      unit: 'Tin, bài',
      status: 'incomplete',
    })
    expect(before.tables['KSTT-06a']?.total.received_total).toMatchObject({ status: 'provisional' })
    house.at('2025-04-15T17:00:00.000Z')
    const late = await clerk.get(path, { 'If-None-Match': etag })
    const after = await answer<Consolidation>(late.clone())
    expect([late.status, statusOf(after)]).toEqual([200, 'late'])
    // the figures are the same ones, and so is their name
    expect(after.digest).toBe(before.digest)
    const held = late.headers.get('ETag') ?? ''
    expect((await clerk.get(path, { 'If-None-Match': held })).status).toBe(304)
    await clerk.send('PATCH', `/periods/${april}`, { body: { state: 'locked' } })
    const final = await clerk.get(path, { 'If-None-Match': held })
    expect(statusOf(await answer<Consolidation>(final))).toBe('final')
  })

  test('an unchanged one answers 304; a submission or a lock changes it', async () => {
    await both()
    const etagOf = async () => (await house.clerk.get(path)).headers.get('ETag') ?? ''
    const etag = await etagOf()
    const again = await house.clerk.get(path, { 'If-None-Match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(again.headers.get('Cache-Control')).toBe('private, no-cache')
    await trade.put(filing('thuong_mai', 3), tradeReport({ basedOn: 1, approvedBy: 'Khác' }))
    const changed = await house.clerk.get(path, { 'If-None-Match': etag })
    expect(changed.status).toBe(200)
    const second = await etagOf()
    await house.clerk.send('PATCH', `/periods/${april}`, { body: { state: 'locked' } })
    const locked = await house.clerk.get(path, { 'If-None-Match': second })
    expect([locked.status, (await answer<Consolidation>(locked)).state]).toEqual([200, 'final'])
  })

  test('asking twice gives the same bytes', async () => {
    await both()
    const texts = [await house.clerk.get(path), await house.clerk.get(path)]
    const [one, other] = await Promise.all(texts.map(response => response.text()))
    expect(one).toBe(other)
  })

  test("a second report of an owner's figure is a finding, not a sum", async () => {
    const office = await house.signIn('van_phong')
    const own = { figures: { divisions: 7 }, tables: {}, narrative: {} }
    await office.put(filing('van_phong', 5), tradeReport(own))
    const figures = { ...tradeReport().figures, divisions: 5 }
    await trade.put(filing('thuong_mai', 1), tradeReport({ figures }))
    const found = await pulled()
    expect(found.figures.divisions?.value).toBe(7)
    const conflict = found.findings.find(finding => finding.at.place === 'divisions')
    expect(conflict?.message).toContain('Phòng Thương mại')
  })

  test('what a unit explained is explained in the merged figures while they are the same values', async () => {
    // the one task of the agency is neither done nor recurring
    const reasons = [
      { rule: 'PLAN-R2', at: 'plan_tasks_total', text: '1 nhiệm vụ chưa đến hạn hoàn thành' },
    ]
    const tables = { PLAN: { '1.1': { status: 'in-progress' } } }
    await trade.put(filing('thuong_mai', 5), tradeReport({ reasons, tables }))
    expect((await pulled()).findings).toMatchObject([
      { rule: 'PLAN-R2', outcome: 'accepted', justification: '1 nhiệm vụ chưa đến hạn hoàn thành' },
    ])
  })

  test('text that looks like a formula stays text', async () => {
    await trade.put(filing('thuong_mai', 1), tradeReport({ narrative: { 'II.2': '=1+1' } }))
    expect((await pulled()).narrative['II.2']?.[0]?.value).toBe('=1+1')
  })
})

describe('error', () => {
  test('a period that is not open has none', async () => {
    expect((await house.clerk.get('/periods/2025-M05/consolidation')).status).toBe(404)
  })
})

describe('security', () => {
  test.each(['thuong_mai', 'admin'])('%s gets none', async who => {
    expect((await (await house.signIn(who)).get(path)).status).toBe(403)
  })

  test('another agency adds up its own figures', async () => {
    await both()
    const stranger = await house.signIn('clerk', 'sct-khac')
    await stranger.send('POST', '/periods', { body: { period: april } })
    const found = await answer<Consolidation>(await stranger.get(path))
    expect([found.agency, found.figures.dossiers_resolved?.value]).toEqual(['sct-khac', null])
  })
})
