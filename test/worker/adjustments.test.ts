/** The office's own entries: beside the units' figures, never in place of what a unit filed, always with a reason. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Adjustment, Consolidation, SheetAnswer } from '../../shared/protocol.ts'
import {
  answer,
  april,
  type Caller,
  filing,
  type House,
  id,
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
  await trade.put(filing('thuong_mai', 1), tradeReport())
  await (await house.signIn('cong_nghiep')).put(filing('cong_nghiep', 2), industryReport())
})

const path = `/periods/${april}/adjustments`
const adjust = (n: number, body: Record<string, unknown>, who = house.clerk) =>
  who.put(`${path}/${id(n)}`, { place: 'articles_own_site', reason: 'Hai tin trùng nhau', ...body })
const consolidation = async () =>
  answer<Consolidation>(await house.clerk.get(`/periods/${april}/consolidation`))
const entries = async () => answer<Adjustment[]>(await house.clerk.get(path))

describe('happy', () => {
  test('a sum takes the entry as one more part, with value, reason and name', async () => {
    expect((await adjust(70, { value: -2 })).status).toBe(201)
    const figure = (await consolidation()).figures.articles_own_site
    expect(figure?.value).toBe(5)
    expect(figure?.contributions).toEqual([
      { unit: 'thuong_mai', revision: 1, value: 5 },
      { unit: 'cong_nghiep', revision: 1, value: 2 },
      {
        unit: null,
        revision: null,
        value: -2,
        adjustment: {
          reason: 'Hai tin trùng nhau',
          by: 'Văn phòng Sở (tổng hợp)',
          at: '2025-04-14T03:00:00.000Z',
        },
      },
    ])
    expect(figure?.coverage).toEqual({ expected: 3, reported: 2 })
  })

  test('what the unit filed stays as it filed it', async () => {
    await adjust(70, { value: -2 })
    const sheet = await answer<SheetAnswer>(await trade.get(`/periods/${april}/sheet`))
    expect(sheet.current?.figures.articles_own_site).toBe(5)
  })

  test('a cell of a table moves its total', async () => {
    const response = await adjust(70, { place: 'KSTT-06a/XTTM/received_online', value: 3 })
    expect(response.status).toBe(201)
    const total = (await consolidation()).tables['KSTT-06a']?.total.received_online
    expect(total?.value).toBe(19)
  })

  test('a later entry for the same place takes its place, and one without value withdraws it', async () => {
    await adjust(70, { value: -2 })
    await adjust(71, { value: -1 })
    expect((await consolidation()).figures.articles_own_site?.value).toBe(6)
    await adjust(72, { value: null, reason: 'Đơn vị đã nộp lại' })
    expect((await consolidation()).figures.articles_own_site?.value).toBe(7)
    expect((await entries()).map(one => one.state)).toEqual(['replaced', 'replaced', 'withdrawn'])
  })

  test('it lapses when a unit corrects the figure it was made upon, and says so', async () => {
    await adjust(70, { value: -2 })
    const corrected = tradeReport({
      basedOn: 1,
      figures: { dossiers_resolved: 8, dossiers_on_time: 8, articles_own_site: 3 },
    })
    await trade.put(filing('thuong_mai', 3), corrected)
    const after = await consolidation()
    expect(after.figures.articles_own_site?.value).toBe(5)
    expect(after.lapsed).toMatchObject([{ at: 'articles_own_site', reason: 'Hai tin trùng nhau' }])
    expect((await entries()).map(one => one.state)).toEqual(['lapsed'])
  })

  test('the same entry sent again is the same entry', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 4 }, async () => (await adjust(70, { value: -2 })).status),
    )
    expect(statuses.every(status => status === 200 || status === 201)).toBe(true)
    expect(await entries()).toHaveLength(1)
  })
})

describe('error', () => {
  test.each([
    ['a ratio', { place: 'on_time_rate', value: 1 }],
    ['words', { place: 'NARR/II.2', value: 'x' }],
    ['a place that is not there', { place: 'no_such_indicator', value: 1 }],
    ['a field the agency does not have', { place: 'KSTT-06a/XX/received_online', value: 1 }],
  ])('%s cannot be adjusted', async (_, body) => {
    const refused = await adjust(70, body)
    expect(refused.status).toBe(422)
    expect((await problem(refused)).errors?.[0]?.pointer).toBe('#/place')
  })

  test.each([
    ['a sum below zero', -8, 'âm'],
    ['part of an article', 0.5, 'phần thập phân'],
    ['words for a number', 'năm', 'không phải một con số'],
    ['withdrawing what is not there', null, 'không có điều chỉnh'],
  ])('%s is refused in words', async (_, value, words) => {
    const refused = await adjust(70, { value })
    expect(refused.status).toBe(422)
    expect((await problem(refused)).detail).toContain(words)
    expect(await entries()).toEqual([])
  })

  test('the same id for another content is refused', async () => {
    await adjust(70, { value: -2 })
    const refused = await adjust(70, { value: -3 })
    expect([refused.status, (await problem(refused)).type]).toEqual([409, 'recorded-differently'])
  })

  test('a locked period takes none', async () => {
    await house.clerk.send('PATCH', `/periods/${april}`, { body: { state: 'locked' } })
    const refused = await adjust(70, { value: -2 })
    expect([refused.status, (await problem(refused)).type]).toEqual([409, 'period-locked'])
  })

  test('an entry without a reason is refused', async () => {
    expect((await adjust(70, { value: -2, reason: '  ' })).status).toBe(400)
  })
})

describe('security', () => {
  test('a unit cannot adjust, and another agency neither sees nor reuses an entry', async () => {
    expect((await adjust(70, { value: -2 }, trade)).status).toBe(403)
    await adjust(70, { value: -2 })
    const stranger = await house.signIn('clerk', 'sct-khac')
    await stranger.send('POST', '/periods', { body: { period: april } })
    expect(await answer<Adjustment[]>(await stranger.get(path))).toEqual([])
    expect((await adjust(70, { value: 1 }, stranger)).status).toBe(409)
  })
})
