/** Figures over periods: what is stored as the consolidations tell it, longer periods out of months, and what is refused. */
import { beforeEach, describe, expect, test } from 'vitest'
import { statutoryWindow } from '../../shared/period.ts'
import type { Consolidation, SeriesAnswer, Submission } from '../../shared/protocol.ts'
import {
  answer,
  type Caller,
  dossiers,
  filing,
  type House,
  id,
  industryReport,
  openHouse,
  problem,
  tradeReport,
} from './house.ts'

let house: House
let dashboard: Caller
beforeEach(async () => {
  house = await openHouse()
  dashboard = await house.signIn('dashboard')
})
const open = (period: string) => house.clerk.send('POST', '/periods', { body: { period } })
const ask = (query: string, who = dashboard) => who.get(`/series?${query}`)
const series = async (indicators: string, from: string, to: string) =>
  answer<SeriesAnswer>(await ask(`indicators=${indicators}&from=${from}&to=${to}`))
const valuesOf = ({ series }: SeriesAnswer) =>
  Object.fromEntries(series.map(({ indicator, values }) => [indicator, values]))

let filed = 0
async function file(
  unit: string,
  period: string,
  articles: number,
  over: Partial<Submission> = {},
) {
  filed += 1
  const caller = await house.signIn(unit)
  const report = unit === 'thuong_mai' ? tradeReport : industryReport
  const row = unit === 'thuong_mai' ? 'XTTM' : 'HC'
  const sent = await caller.put(
    filing(unit, filed, period),
    report({
      window: statutoryWindow(period),
      figures: { articles_own_site: articles },
      tables: { 'KSTT-06a': { [row]: dossiers(10, 10, 0) } },
      ...over,
    }),
  )
  expect(sent.status, await sent.clone().text()).toBe(201)
}

describe('happy', () => {
  test('months as their consolidations have them, gaps null', async () => {
    await open('2025-M06')
    await file('thuong_mai', '2025-M04', 4)
    await file('cong_nghiep', '2025-M04', 3)
    await file('thuong_mai', '2025-M06', 6)
    const found = await series('articles_own_site,KSTT-06a.received_total', '2025-M04', '2025-M06')
    expect(valuesOf(found)).toEqual({
      articles_own_site: [7, null, 6],
      'KSTT-06a.received_total': [20, null, 10],
    })
    expect(found.periods).toEqual([
      { period: '2025-M04', state: 'provisional', missing: [] },
      { period: '2025-M05', state: 'absent', missing: [] },
      { period: '2025-M06', state: 'provisional', missing: [] },
    ])
    expect(found.series[0]).toMatchObject({ name: expect.stringMatching(/tin|bài/iu) })
    const { figures } = await answer<Consolidation>(
      await house.clerk.get('/periods/2025-M04/consolidation'),
    )
    expect(figures.articles_own_site?.value).toBe(7)
  })

  test('a quarter of which nothing is stored is made of its months, and says which it lacks', async () => {
    await open('2025-M05')
    await file('thuong_mai', '2025-M04', 4)
    await file('cong_nghiep', '2025-M05', 3)
    const found = await series('articles_own_site,KSTT-06a.pending_total', '2025-Q1', '2025-Q3')
    expect(found.periods).toEqual([
      { period: '2025-Q1', state: 'absent', missing: [] },
      { period: '2025-Q2', state: 'derived', missing: ['2025-M06'] },
      { period: '2025-Q3', state: 'absent', missing: [] },
    ])
    // flows of the months there are; the close of June is not known
    expect(valuesOf(found)).toEqual({
      articles_own_site: [null, 7, null],
      'KSTT-06a.pending_total': [null, null, null],
    })
    await open('2025-Q2')
    expect((await series('articles_own_site', '2025-Q2', '2025-Q2')).periods[0]?.state).toBe(
      'derived',
    )
    await file('thuong_mai', '2025-Q2', 99, {
      reasons: [
        { rule: 'T-02', at: 'articles_own_site', text: 'Số các tháng trước chưa đầy đủ' },
        { rule: 'T-02-MONTHS', at: 'CCHC-1/', text: 'Tháng 6 chưa có số của đơn vị' },
      ],
    })
    const stored = await series('articles_own_site', '2025-Q2', '2025-Q2')
    expect([stored.periods[0]?.state, valuesOf(stored)]).toEqual([
      'provisional',
      { articles_own_site: [99] },
    ])
  })

  test('the office’s adjustments are in it, and a locked period is final', async () => {
    await file('thuong_mai', '2025-M04', 4)
    const body = { place: 'articles_own_site', value: 2, reason: 'Bổ sung tin của Trung tâm' }
    await house.clerk.put(`/periods/2025-M04/adjustments/${id(700)}`, body)
    await house.clerk.send('PATCH', '/periods/2025-M04', { body: { state: 'locked' } })
    const found = await series('articles_own_site', '2025-M04', '2025-M04')
    expect([found.periods[0]?.state, valuesOf(found)]).toEqual([
      'final',
      { articles_own_site: [6] },
    ])
  })

  test('unchanged it is not sent again; a new revision or a decision changes it', async () => {
    await file('thuong_mai', '2025-M04', 4)
    const query = 'indicators=articles_own_site&from=2025-M01&to=2025-M04'
    const tag = async () => (await ask(query)).headers.get('ETag') ?? ''
    const first = await tag()
    const again = await dashboard.get(`/series?${query}`, { 'If-None-Match': first })
    expect([again.status, await again.text()]).toEqual([304, ''])
    await house.clerk.send('POST', '/periods/2025-M04/units/thuong_mai/review', {
      body: { revision: 1, decision: 'return', note: 'Xem lại' },
    })
    expect(await tag()).not.toBe(first)
    expect(valuesOf(await series('articles_own_site', '2025-M04', '2025-M04'))).toEqual({
      articles_own_site: [null],
    })
  })
})

describe('refused, with what to do', () => {
  const refusal = async (query: string) => {
    const response = await ask(query)
    const { detail = '' } = await problem(response)
    return `${response.status} ${detail}`
  }
  const range = 'from=2025-M01&to=2025-M04'

  test('a figure the catalogue does not have, with those that come near', async () => {
    expect(await refusal(`indicators=articles_own_sit&${range}`)).toMatch(
      /^400 .*không có chỉ tiêu “articles_own_sit”; gần nhất là articles_own_site/u,
    )
    expect(await refusal(`indicators=KSTT-06a.received_totl&${range}`)).toContain(
      'KSTT-06a.received_total',
    )
    expect(await refusal(`indicators=%F0%9F%99%82&${range}`)).toMatch(/^400 .*danh mục lấy tại/u)
  })
  test('nothing asked, other kinds, the wrong way round, too much', async () => {
    expect(await refusal(range)).toContain('indicators')
    expect(await refusal(`indicators=,&${range}`)).toContain('indicators')
    expect(await refusal('indicators=a&from=2025-M01&to=2025-Q1')).toContain('không cùng loại')
    expect(await refusal('indicators=a&from=2025-M05&to=2025-M04')).toContain('Đổi chỗ from và to')
    expect(await refusal('indicators=a&from=2019-M01&to=2025-M04')).toContain('nhiều nhất 60 kỳ')
    expect(await refusal('indicators=a&from=2005-Y&to=2025-Y')).toContain('120 tháng')
    expect(await refusal('indicators=a&from=2025-M13&to=2025-M04')).toMatch(/^404/u)
    const many = Array.from({ length: 51 }, (_, i) => `a${i}`).join()
    expect(await refusal(`indicators=${many}&${range}`)).toContain('51 chỉ tiêu')
  })
})

test('another agency’s figures are not in it, and units may not ask', async () => {
  await file('thuong_mai', '2025-M04', 4)
  const theirs = await house.signIn('dashboard', 'sct-khac')
  const query = 'indicators=articles_own_site&from=2025-M04&to=2025-M04'
  expect((await ask(query, theirs)).status).toBe(404)
  await (await house.signIn('clerk', 'sct-khac')).send('POST', '/periods', {
    body: { period: '2025-M04' },
  })
  expect(valuesOf(await answer<SeriesAnswer>(await ask(query, theirs)))).toEqual({
    articles_own_site: [null],
  })
  expect((await ask(query, await house.signIn('thuong_mai'))).status).toBe(403)
})
