/** Several agencies at once: which a code reads, their totals by the units' own rules, what is missing, and whom it refuses. */
import { beforeAll, describe, expect, test } from 'vitest'
import { periodsBefore } from '../../shared/period.ts'
import type {
  Agencies,
  Consolidation,
  ProvinceConsolidation,
  SeriesAnswer,
  Session,
} from '../../shared/protocol.ts'
import { admitAgency, holdersOf, issueCodes, widenAccess } from '../../worker/admit.ts'
import { codeHash } from '../../worker/code.ts'
import type { CountedPeriod } from '../../worker/counted-periods.ts'
import { Problem } from '../../worker/problem.ts'
import { refuseIfTooWide } from '../../worker/province-over.ts'
import {
  answer,
  april,
  type Caller,
  db,
  dossiers,
  filing,
  type House,
  industryReport,
  openHouse,
  problem,
  tradeReport,
  wordsOf,
} from './house.ts'
import { watched } from './watched-database.ts'

/** The day both are due, in the evening; later it is the next day in Vietnam. */
const [at, later] = ['2025-04-14T14:00:00.000Z', '2025-04-14T17:30:00.000Z']
const [ours, theirs, third] = ['sct-thu', 'sct-khac', 'sxd-thu']
const path = `/province/periods/${april}`

let house: House
/** of ours, which also reads theirs; of ours, which reads all three; of the third agency alone */
let dashboard: Caller
let wide: Caller
let stranger: Caller

const read = async (query = '', who = dashboard) =>
  answer<ProvinceConsolidation>(await who.get(`${path}${query}`))
const series = async (query: string, who = dashboard) =>
  answer<SeriesAnswer>(await who.get(`/province/series?${query}`))

beforeAll(async () => {
  house = await openHouse()
  house.at(at)
  const { results } = await db
    .prepare("SELECT document FROM agency WHERE agency = 'sct-khac'")
    .all<{ document: string }>()
  const document = JSON.parse(results[0]?.document ?? '') as object
  const other = admitAgency(db, { ...document, key: third, name: 'Sở Xây dựng Thử' })
  await db.batch(other.saving)
  const enter = async (code: string) => {
    const { token } = await answer<Session>(
      await house.anyone.send('POST', '/sessions', { body: { code } }),
    )
    const headers = { Authorization: `Bearer ${token}` }
    return {
      ...house.anyone,
      get: (to: string, more = {}) => house.anyone.get(to, { ...headers, ...more }),
    }
  }
  const codeOf = async (agency: string, name: string) =>
    (await issueCodes(db, agency, [{ role: 'dashboard', unit: null, name }], at))[0]?.code ?? ''
  await issueCodes(db, third, holdersOf(other.agency), at)
  await widenAccess(db, ours, codeHash(house.codeOf('dashboard')), [theirs], at)
  dashboard = await house.signIn('dashboard')
  const code = await codeOf(ours, 'Cả tỉnh')
  await widenAccess(db, ours, codeHash(code), [theirs, third], at)
  wide = await enter(code)
  stranger = await enter(await codeOf(third, 'Tỉnh khác'))

  const clerk = await house.signIn('clerk', theirs)
  const trade = await house.signIn('thuong_mai')
  const industry = await house.signIn('cong_nghiep')
  const office = await house.signIn('van_phong')
  const tradeOfTheirs = await house.signIn('thuong_mai', theirs)
  const done = [
    await clerk.send('POST', '/periods', { body: { period: april } }),
    await trade.put(filing('thuong_mai', 1), tradeReport()),
    await industry.put(filing('cong_nghiep', 2), industryReport()),
    await office.put(
      filing('van_phong', 3),
      tradeReport({
        figures: { officials_quota: 30, survey_mode: 1, articles_own_site: 1 },
        tables: {},
      }),
    ),
    await tradeOfTheirs.put(
      filing('thuong_mai', 4),
      tradeReport({
        figures: { dossiers_resolved: 20, dossiers_on_time: 10, articles_own_site: 4 },
        tables: { 'KSTT-06a': { XTTM: { ...dossiers(20, 10, 0), resolved_late: 10 } } },
      }),
    ),
  ]
  const dueDate = '2025-04-14'
  for (const one of [house.clerk, clerk])
    await one.send('PATCH', `/periods/${april}`, { body: { dueDate, note: '' } })
  for (const one of done) expect(one.status, await one.clone().text()).toBe(201)
})

describe('happy', () => {
  test('GET /agencies tells those the code reads, its own first, and needs none named', async () => {
    const response = await dashboard.get('/agencies')
    const { agencies } = await answer<Agencies>(response.clone())
    expect(agencies.map(one => [one.agency, one.name, one.periods, one.newest])).toEqual([
      [ours, 'Sở Công Thương Thử', 1, april],
      [theirs, 'Sở Công Thương Khác', 1, april],
    ])
    expect(agencies[0]?.units[1]).toEqual({ unit: 'thuong_mai', name: 'Phòng Thương mại' })
    expect(agencies[0]?.fields[0]).toEqual({ field: 'XTTM', name: 'Xúc tiến thương mại' })
    const tag = response.headers.get('ETag') ?? ''
    expect((await dashboard.get('/agencies', { 'If-None-Match': tag })).status).toBe(304)
    const alone = await answer<Agencies>(await stranger.get('/agencies'))
    expect(alone.agencies).toMatchObject([{ agency: third, periods: 0, newest: null }])
  })

  test('sums are added, ratios are of the sums, each beside what the agencies gave', async () => {
    const { figures, tables, agencies } = await read()
    const consolidation = await house.clerk.get(`/periods/${april}/consolidation`)
    const own = (await answer<Consolidation>(consolidation)).figures.dossiers_resolved?.value
    expect(figures.dossiers_resolved).toMatchObject({
      value: 33,
      unit: 'Hồ sơ',
      contributions: [
        {
          ...{ agency: theirs, value: 20, status: 'incomplete' },
          coverage: { expected: 2, reported: 1 },
        },
        {
          ...{ agency: ours, value: own, status: 'provisional' },
          coverage: { expected: 2, reported: 2 },
        },
      ],
    })
    // 12 of 13 and 10 of 20 are 22 of 33, not the mean of 92,3 % and 50 %
    expect(figures.on_time_rate?.value).toBeCloseTo(66.667, 2)
    expect(figures.officials_quota).toMatchObject({ value: 30 })
    // every cell stands under its line's status and its column's unit of measure
    expect(tables['KSTT-06a']?.columns.received_online).toMatchObject({ unit: 'Hồ sơ' })
    expect(tables['KSTT-06a']?.rows.XTTM).toMatchObject({
      ...{ name: 'Xúc tiến thương mại', status: expect.any(String) },
      coverage: { expected: 2 },
      cells: expect.objectContaining({ received_online: 30, received_total: 30 }),
    })
    expect(tables['KSTT-06a']?.total.received_total).toMatchObject({ value: 36, unit: 'Hồ sơ' })
    expect(agencies.map(one => [one.agency, one.state, one.units.submitted])).toEqual([
      [ours, 'provisional', 3],
      [theirs, 'provisional', 1],
    ])
  })

  test('what cannot be added is not told: a choice, the tasks of a plan, words', async () => {
    const { figures, tables } = await read()
    expect(figures).not.toHaveProperty('survey_mode')
    expect(figures).not.toHaveProperty('psu_self_financing')
    expect(Object.keys(tables)).toEqual(['KSTT-06a', 'TTHC-DS', 'KSTT-DC'])
  })

  test('coverage counts agencies of which nothing is missing; the due date makes the rest late', async () => {
    const before = await dashboard.get(path)
    const { figures } = await answer<ProvinceConsolidation>(before.clone())
    expect(figures.articles_own_site).toMatchObject({
      value: 12,
      status: 'incomplete',
      coverage: { expected: 2, reported: 1 },
    })
    house.at(later)
    // the day is part of what is told, so the old tag no longer holds
    const after = await dashboard.get(path, { 'If-None-Match': before.headers.get('ETag') ?? '' })
    const late = await answer<ProvinceConsolidation>(after)
    house.at(at)
    expect(late.figures.articles_own_site?.status).toBe('late')
    expect(late.agencies.map(({ units }) => units.missing)).toEqual([0, 2])
  })

  test('`agencies` narrows: of one agency the province says what the agency says', async () => {
    const { figures, agencies } = await read(`?agencies=${ours}`)
    const { figures: own } = await answer<Consolidation>(
      await house.clerk.get(`/periods/${april}/consolidation`),
    )
    expect(agencies.map(one => one.agency)).toEqual([ours])
    expect(Object.keys(figures).length).toBeGreaterThan(100)
    for (const [key, { value }] of Object.entries(figures))
      expect([key, value]).toEqual([key, own[key]?.value])
    expect(figures.articles_own_site?.status).toBe('provisional')
  })

  test('an agency that has not opened the period is told as absent and awaited', async () => {
    const { figures, agencies } = await read('', wide)
    expect(agencies.at(-1)).toMatchObject({
      agency: third,
      state: 'absent',
      units: { expected: 3 },
    })
    expect(figures.articles_own_site?.coverage).toEqual({ expected: 3, reported: 1 })
  })

  test('unchanged it answers 304 and reads no body', async () => {
    const tag = (await dashboard.get(path)).headers.get('ETag') ?? ''
    const { db: noting, asked } = watched(db)
    house.bindings.DB = noting
    const again = await dashboard.get(path, { 'If-None-Match': tag })
    house.bindings.DB = db
    expect(again.status).toBe(304)
    expect(asked.length).toBeGreaterThan(3)
    expect(asked.filter(sql => /s\.body/u.test(sql))).toEqual([])
  })

  test('when all have locked it is final, and a later document of an agency does not reach it', async () => {
    const clerks = [await house.signIn('clerk', theirs), house.clerk]
    const turn = async (state: string, who = clerks) => {
      for (const clerk of who)
        await clerk.send('PATCH', `/periods/${april}`, { body: { state, note: 'x' } })
    }
    await turn('locked', clerks.slice(0, 1))
    // nobody can file what is missing of theirs any more, though the day is not over
    expect((await read()).figures.articles_own_site?.status).toBe('late')
    await turn('locked')
    const before = await read()
    const { results } = await db
      .prepare("SELECT document FROM agency WHERE agency = 'sct-thu'")
      .all<{ document: string }>()
    const stored = results[0]?.document ?? ''
    const renamed = stored.replace('Sở Công Thương Thử', 'Sở Công Thương Mới')
    const write = (document: string) =>
      db.prepare("UPDATE agency SET document = ?1 WHERE agency = 'sct-thu'").bind(document).run()
    await write(renamed)
    const after = await read()
    await write(stored)
    await turn('open')
    expect(before.figures.articles_own_site).toMatchObject({
      status: 'final',
      coverage: { expected: 2, reported: 1 },
    })
    expect(before.agencies.map(one => one.state)).toEqual(['final', 'final'])
    expect(after).toEqual(before)
  })
})

describe('over periods', () => {
  const asked = 'indicators=dossiers_resolved,on_time_rate&from=2025-M03&to=2025-M04'

  test('the total’s line stands before the agencies’, and says what the period’s totals say', async () => {
    const { series: lines, periods, page } = await series(asked)
    expect(periods.map(({ state }) => state)).toEqual(['absent', 'provisional'])
    expect(lines.map(({ of, indicator }) => [of.kind, of.key, indicator])).toEqual([
      ['province', 'province', 'dossiers_resolved'],
      ['agency', ours, 'dossiers_resolved'],
      ['agency', theirs, 'dossiers_resolved'],
      ['province', 'province', 'on_time_rate'],
      ['agency', ours, 'on_time_rate'],
      ['agency', theirs, 'on_time_rate'],
    ])
    expect(page).toEqual({ lines: 6, before: 0, next: null })
    expect(lines[0]).toMatchObject({
      of: { name: 'Thử' },
      values: [null, 33],
      statuses: [null, 'incomplete'],
    })
    const { figures } = await read()
    for (const line of [lines[0], lines[3]]) {
      const told = figures[line?.indicator ?? '']
      expect([line?.values[1], line?.statuses[1], line?.coverage[1]]).toEqual([
        ...[told?.value, told?.status, told?.coverage],
      ])
    }
    expect(lines[2]?.values).toEqual([null, 20])
  })

  test('a longer period is made of each agency’s months; pages of lines join', async () => {
    const query = 'indicators=dossiers_resolved&from=2025-Q2&to=2025-Q2'
    const whole = await series(query)
    expect(whole.periods).toEqual([
      { period: '2025-Q2', state: 'derived', missing: ['2025-M05', '2025-M06'] },
    ])
    expect(whole.series.map(({ values }) => values[0])).toEqual([33, 13, 20])
    const [first, second] = [
      await series(`${query}&limit=2`),
      await series(`${query}&limit=2&after=2`),
    ]
    expect([first.page.next, second.page.next]).toEqual([2, null])
    expect([...first.series, ...second.series]).toEqual(whole.series)
  })

  test('what cannot be told of several has no total, and each agency’s own beside it', async () => {
    const { series: lines } = await series('indicators=survey_mode&from=2025-M04&to=2025-M04')
    expect(lines.map(({ values }) => values[0])).toEqual([null, 1, null])
  })

  test('unchanged it answers 304', async () => {
    const tag = (await dashboard.get(`/province/series?${asked}`)).headers.get('ETag') ?? ''
    const again = await dashboard.get(`/province/series?${asked}`, { 'If-None-Match': tag })
    expect(again.status).toBe(304)
  })

  test('more than one request may merge is refused with the limit and how to page', () => {
    const counted = { counting: { revisions: [{}], adjustments: [] } } as unknown as CountedPeriod
    const periods = periodsBefore('2026-M01', 60)
    const stored = new Map(periods.map(period => [period, counted]))
    const over = Array.from({ length: 15 }, () => ({ stored }))
    const refused = () => refuseIfTooWide(over, periods)
    expect(refused).toThrow(Problem)
    try {
      refused()
    } catch (error) {
      expect((error as Problem).detail).toContain('900 lượt')
      expect((error as Problem).detail).toContain('to=2022-M12, lần sau lấy từ from=2023-M01')
    }
    expect(() => refuseIfTooWide(over, periods.slice(0, 24))).not.toThrow()
  })
})

describe('error', () => {
  test('a period that none has opened is answered with the nearest that are', async () => {
    const response = await dashboard.get('/province/periods/2025-M06')
    expect(response.status).toBe(404)
    expect((await problem(response)).detail).toContain(`gần nhất đã mở: ${april}`)
    const far = await dashboard.get('/province/periods/2031-Q1')
    expect((await problem(far)).detail).toContain('/api/v1/agencies')
    expect((await dashboard.get('/province/periods/thang-4')).status).toBe(404)
  })

  test('agencies without any named is refused with those that may be', async () => {
    const response = await dashboard.get(`${path}?agencies=,`)
    expect(response.status).toBe(400)
    expect((await problem(response)).detail).toContain(`${ours}, ${theirs}`)
  })
})

describe('security', () => {
  test('a dashboard code of another province is refused: 403, naming what it asked for', async () => {
    for (const to of [
      path,
      '/province/series?indicators=dossiers_resolved&from=2025-M04&to=2025-M04',
    ]) {
      const joined = to.includes('?') ? '&' : '?'
      const response = await stranger.get(`${to}${joined}agencies=${ours}`)
      expect(response.status).toBe(403)
      const { type, detail } = await problem(response)
      expect(type).toBe('not-yours')
      expect(detail).toContain(`“${ours}”`)
      expect(detail).toContain(third)
      expect(detail).not.toContain(theirs)
      expect((await stranger.get(`${to}${joined}agency=${ours}`)).status).toBe(403)
    }
  })

  test('one that is not there and one that is not covered are the same to whoever asks', async () => {
    const [one, other] = [
      await dashboard.get(`${path}?agencies=${ours},${third}`),
      await dashboard.get(`${path}?agencies=${ours},sxd-lac`),
    ]
    expect([one.status, other.status]).toEqual([403, 403])
    expect((await wordsOf(one)).replace(third, 'sxd-lac')).toBe(await wordsOf(other))
  })
})
