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
const seriesOf = async (indicators: string, from: string, to: string) =>
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
    const found = await seriesOf(
      'articles_own_site,KSTT-06a.received_total',
      '2025-M04',
      '2025-M06',
    )
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
    const found = await seriesOf('articles_own_site,KSTT-06a.pending_total', '2025-Q1', '2025-Q3')
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
    expect((await seriesOf('articles_own_site', '2025-Q2', '2025-Q2')).periods[0]?.state).toBe(
      'derived',
    )
    await file('thuong_mai', '2025-Q2', 99, {
      reasons: [
        { rule: 'T-02', at: 'articles_own_site', text: 'Số các tháng trước chưa đầy đủ' },
        { rule: 'T-02-MONTHS', at: 'CCHC-1/', text: 'Tháng 6 chưa có số của đơn vị' },
      ],
    })
    const stored = await seriesOf('articles_own_site', '2025-Q2', '2025-Q2')
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
    const found = await seriesOf('articles_own_site', '2025-M04', '2025-M04')
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
    expect(valuesOf(await seriesOf('articles_own_site', '2025-M04', '2025-M04'))).toEqual({
      articles_own_site: [null],
    })
  })
})

describe('beside the agency its units', () => {
  const wanted = 'articles_own_site,KSTT-06a.received_total,KSTT-06a.HC.received_total'
  const query = `indicators=${wanted}&from=2025-M04&to=2025-M04&units=*`
  const both = async () => {
    await file('thuong_mai', '2025-M04', 4)
    await file('cong_nghiep', '2025-M04', 3)
  }

  test('what counted of each unit, as the consolidation tells it; who owes it and who told it', async () => {
    await both()
    const { series, page } = await answer<SeriesAnswer>(await ask(query))
    expect(series.map(({ of, values: [value], coverage: [of1] }) => [of.key, value, of1])).toEqual([
      ['sct-thu', 7, { expected: 3, reported: 2 }],
      ['van_phong', null, { expected: 1, reported: 0 }],
      ['thuong_mai', 4, { expected: 1, reported: 1 }],
      ['cong_nghiep', 3, { expected: 1, reported: 1 }],
      ['sct-thu', 20, { expected: 2, reported: 2 }],
      ['van_phong', null, { expected: 0, reported: 0 }],
      ['thuong_mai', 10, { expected: 1, reported: 1 }],
      ['cong_nghiep', 10, { expected: 1, reported: 1 }],
      // one unit alone has the field
      ['sct-thu', 10, { expected: 1, reported: 1 }],
      ['van_phong', null, { expected: 0, reported: 0 }],
      ['thuong_mai', null, { expected: 0, reported: 0 }],
      ['cong_nghiep', 10, { expected: 1, reported: 1 }],
    ])
    expect(series[1]?.of).toEqual({ kind: 'unit', key: 'van_phong', name: 'Văn phòng' })
    expect(series[8]?.name).toMatch(/Hóa chất$/u)
    expect(page).toEqual({ lines: 12, before: 0, next: null })
    const { figures, tables } = await answer<Consolidation>(
      await house.clerk.get('/periods/2025-M04/consolidation'),
    )
    for (const [line, told] of [
      [0, figures.articles_own_site],
      [4, tables['KSTT-06a']?.total.received_total],
    ] as const) {
      const { unit, values, coverage, statuses } = series[line] ?? {}
      expect([unit, values?.[0], coverage?.[0], statuses?.[0]]).toEqual([
        told?.unit,
        told?.value,
        told?.coverage,
        told?.status,
      ])
      expect(
        told?.contributions.every(({ unit, value }) =>
          series.slice(line, line + 4).some(one => one.of.key === unit && one.values[0] === value),
        ),
      ).toBe(true)
    }
    // the shares are what the sum is made of, so the units' lines cost nothing more to read
    expect(
      (await answer<SeriesAnswer>(await ask(query.replace('*', 'cong_nghiep')))).series,
    ).toEqual(series.filter(({ of }) => of.kind === 'agency' || of.key === 'cong_nghiep'))
  })

  test('in pages that follow each other by their links and leave out nothing', async () => {
    await both()
    const whole = await answer<SeriesAnswer>(await ask(query))
    const read: SeriesAnswer['series'] = []
    const tags = new Set<string | null>()
    let at: string | undefined = `/series?${query}&limit=5`
    while (at !== undefined) {
      const response: Response = await dashboard.get(at)
      tags.add(response.headers.get('ETag'))
      const { series, page } = await answer<SeriesAnswer>(response)
      expect([page.before, page.lines]).toEqual([read.length, 12])
      read.push(...series)
      at = /^<([^>]+)>; rel="next"$/u.exec(response.headers.get('Link') ?? '')?.[1]
      expect(page.next).toBe(at === undefined ? null : read.length)
    }
    expect(read).toEqual(whole.series)
    expect(tags.size).toBe(3)
  })

  test('of a quarter made of its months: their sum, and how many months of how many units it rests on', async () => {
    await open('2025-M05')
    await both()
    await file('thuong_mai', '2025-M05', 1)
    const { series } = await answer<SeriesAnswer>(
      await ask(
        'indicators=articles_own_site&from=2025-Q2&to=2025-Q2&units=thuong_mai,cong_nghiep',
      ),
    )
    expect(
      series.map(({ of, values, coverage, statuses }) => [of.key, values, coverage, statuses]),
    ).toEqual([
      ['sct-thu', [8], [{ expected: 9, reported: 3 }], ['incomplete']],
      ['thuong_mai', [5], [{ expected: 3, reported: 2 }], ['incomplete']],
      ['cong_nghiep', [3], [{ expected: 3, reported: 1 }], ['incomplete']],
    ])
    // April and May are then past their due dates; nobody ever owed June, which was not opened
    house.at('2025-05-20T03:00:00.000Z')
    dashboard = await house.signIn('dashboard')
    const later = await seriesOf('articles_own_site', '2025-Q2', '2025-Q2')
    expect(later.series[0]?.statuses).toEqual(['late'])
  })
})

describe('status', () => {
  const query =
    'indicators=articles_own_site,KSTT-06a.HC.received_total&from=2025-M03&to=2025-M04&units=thuong_mai'
  const afterDue = '2025-04-15T17:00:00.000Z'

  test('no 304 hides that what is missing became late', async () => {
    house.at('2025-04-15T16:50:00.000Z')
    dashboard = await house.signIn('dashboard')
    const clerk = await house.signIn('clerk')
    await file('thuong_mai', '2025-M04', 4)
    const before = await ask(query)
    const statuses = async (response: Response) =>
      (await answer<SeriesAnswer>(response)).series.map(one => one.statuses)
    expect(await statuses(before.clone())).toEqual([
      [null, 'incomplete'],
      [null, 'provisional'],
      [null, 'incomplete'],
      [null, 'provisional'],
    ])
    const again = (held: Response) =>
      dashboard.get(`/series?${query}`, { 'If-None-Match': held.headers.get('ETag') ?? '' })
    house.at('2025-04-15T16:59:59.000Z')
    const onTheDay = await again(before)
    expect(onTheDay.status).toBe(304)
    house.at(afterDue)
    const late = await again(before)
    expect([late.status, await statuses(late.clone())]).toEqual([
      200,
      [
        [null, 'late'],
        [null, 'provisional'],
        [null, 'late'],
        [null, 'provisional'],
      ],
    ])
    expect((await again(late)).status).toBe(304)
    await clerk.send('PATCH', '/periods/2025-M04', { body: { dueDate: '2025-04-20' } })
    expect((await again(late)).status).toBe(200)
    await clerk.send('PATCH', '/periods/2025-M04', { body: { state: 'locked' } })
    expect(await statuses(await ask(query))).toEqual(Array(4).fill([null, 'final']))
  })

  test('of an opened period nobody has filed for: nothing yet, and who owes it', async () => {
    const { series } = await answer<SeriesAnswer>(
      await ask('indicators=articles_own_site&from=2025-M04&to=2025-M04'),
    )
    expect(series[0]).toMatchObject({
      values: [null],
      statuses: ['incomplete'],
      coverage: [{ expected: 3, reported: 0 }],
    })
    const body = { place: 'articles_own_site', value: 2, reason: 'Tin của Trung tâm' }
    await house.clerk.put(`/periods/2025-M04/adjustments/${id(701)}`, body)
    const adjusted = await seriesOf('articles_own_site', '2025-M04', '2025-M04')
    expect([valuesOf(adjusted), adjusted.series[0]?.coverage]).toEqual([
      { articles_own_site: [2] },
      [{ expected: 3, reported: 0 }],
    ])
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
    // the name instead of the key, a table or a line of it instead of a figure, full-width letters
    expect(
      await refusal(`indicators=Tổng số hồ sơ TTHC đã giải quyết trong kỳ&${range}`),
    ).toContain('gần nhất là dossiers_resolved,')
    expect(await refusal(`indicators=KSTT-06a&${range}`)).toContain('là KSTT-06a.received_total,')
    expect(await refusal(`indicators=KSTT-06a.XTTM&${range}`)).toContain(
      'là KSTT-06a.XTTM.received_total,',
    )
    expect(await refusal(`indicators=ｏｎ_time_rate&${range}`)).toContain('là on_time_rate')
    expect(await refusal(`indicators=%F0%9F%99%82&${range}`)).toMatch(/^400 .*danh mục lấy tại/u)
    // of an address as long as a book only the beginning is compared, or a refusal would take seconds
    const long = `${'x'.repeat(200)}${'dossiers_resolved'.repeat(9)}`
    expect(await refusal(`indicators=${long}&${range}`)).toMatch(/^400 .*danh mục lấy tại/u)
  })
  test('nothing asked, other kinds, the wrong way round, too much', async () => {
    expect(await refusal(range)).toContain('indicators')
    expect(await refusal(`indicators=,&${range}`)).toContain('indicators')
    expect(await refusal('indicators=a&from=2025-M01&to=2025-Q1')).toContain('không cùng loại')
    expect(await refusal('indicators=a&from=2025-M05&to=2025-M04')).toContain('Đổi chỗ from và to')
    expect(await refusal('indicators=a&from=2025-M13&to=2025-M04')).toMatch(
      /^404 .*“2025-M13” không phải kỳ báo cáo; gần nhất là 2025-M/u,
    )
    for (const slip of ['2025-M4', '04/2025', '2025-T4'])
      expect(await refusal(`indicators=a&from=${slip}&to=2025-M04`)).toContain(
        'không phải kỳ báo cáo; gần nhất là 2025-M04',
      )
    for (const unopened of ['2025-M07', '2031-M01', '2019-M01'])
      expect(await refusal(`indicators=articles_own_site&from=${unopened}&to=${unopened}`)).toMatch(
        /^404 .*Các kỳ gần nhất đã mở: 2025-M04/u,
      )
  })
  test('too wide, with the limit and where each page begins', async () => {
    expect(await refusal('indicators=a&from=2019-M01&to=2025-M04')).toMatch(
      /^400 .*nhiều nhất 60 kỳ.*to=2023-M12.*from=2024-M01/u,
    )
    // a year is read out of twelve months
    expect(await refusal('indicators=a&from=2005-Y&to=2025-Y')).toMatch(
      /^400 .*nhiều nhất 10 kỳ.*to=2014-Y.*from=2015-Y/u,
    )
    const many = Array.from({ length: 51 }, (_, i) => `a${i}`).join()
    expect(await refusal(`indicators=${many}&${range}`)).toMatch(
      /^400 .*51 chỉ tiêu.*nhiều nhất 50.*đến “a49”, lần sau lấy từ “a50”/u,
    )
  })
  test('units, cells and pages there are not, with those there are', async () => {
    const query = `indicators=articles_own_site&${range}`
    expect(await refusal(`${query}&units=thuong_mal`)).toMatch(
      /^400 .*không có đơn vị “thuong_mal”; gần nhất là thuong_mai/u,
    )
    expect(await refusal(`${query}&units=,`)).toContain('Phần units để trống')
    expect(await refusal(`indicators=KSTT-06a.XTT.received_total&${range}`)).toContain(
      'gần nhất là KSTT-06a.XTTM.received_total',
    )
    for (const limit of ['0', '201', '-1', 'nhiều', '1.5'])
      expect(await refusal(`${query}&limit=${limit}`)).toMatch(/^400 .*từ 1 đến 200/u)
    for (const after of ['1', '-1', 'abc', '1e3'])
      expect(await refusal(`${query}&after=${after}`)).toMatch(/^400 .*có 1 dòng.*từ 0 đến 0/u)
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
