/** Periods: list, open, lock, reopen. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { PeriodSummary } from '../../shared/protocol.ts'
import {
  answer,
  april,
  filing,
  type House,
  openHouse,
  problem,
  tradeReport,
  version,
} from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
const open = (body: unknown) => house.clerk.send('POST', '/periods', { body })
const patch = (body: unknown, period = april) =>
  house.clerk.send('PATCH', `/periods/${period}`, { body })

describe('happy', () => {
  test('opening takes the statutory window and due date and the catalogue in force', async () => {
    const response = await open({ period: '2025-M05' })
    expect(response.status).toBe(201)
    expect(await answer(response)).toEqual({
      period: '2025-M05',
      name: 'Tháng 5/2025',
      window: { from: '2025-04-15', to: '2025-05-14' },
      dueDate: '2025-05-15',
      state: 'open',
      catalogue: version,
    })
  })

  test.each(['0000-M01', '0001-M01', '1999-Y'])(
    '%s is no period of anybody’s, wherever it is asked for',
    async key => {
      const trade = await house.signIn('thuong_mai')
      const asked = [
        open({ period: key }),
        house.clerk.get(`/periods/${key}/consolidation`),
        house.clerk.get(`/rules/X-07/rehearsal?from=${key}&to=${key}`),
        house.clerk.get(`/series?indicators=on_time_rate&from=${key}&to=${key}`),
        trade.get(`/periods/${key}/sheet`),
      ]
      for (const response of await Promise.all(asked)) expect(response.status).toBe(404)
    },
  )

  test('the clerk may set window and due date', async () => {
    const window = { from: '2025-04-16', to: '2025-05-15' }
    const response = await open({ period: '2025-M05', window, dueDate: '2025-05-20' })
    expect(await answer(response)).toMatchObject({ window, dueDate: '2025-05-20' })
  })

  test('every role lists the periods, newest first', async () => {
    await open({ period: '2025-M05' })
    for (const who of ['thuong_mai', 'clerk', 'dashboard', 'admin']) {
      const listed = await answer<PeriodSummary[]>(await (await house.signIn(who)).get('/periods'))
      expect(listed.map(one => one.period)).toEqual(['2025-M05', april])
    }
  })

  test('the list holds the newest three years there are, and links to those before', async () => {
    for (const period of ['2026-M02', '2026-M01', '2028-M01', '2030-Y']) await open({ period })
    const clerk = await house.signIn('clerk')
    const keys = async (path: string) => {
      const response = await clerk.get(path)
      const listed = await answer<PeriodSummary[]>(response)
      const link = response.headers.get('Link')
      return [listed.map(one => one.period), link && decodeURIComponent(link)]
    }
    expect(await keys('/periods')).toEqual([
      ['2030-Y', '2028-M01', '2026-M02', '2026-M01'],
      '</api/v1/periods?to=2025>; rel="next"',
    ])
    expect(await keys('/periods?to=2025')).toEqual([[april], null])
    expect(await keys('/periods?to=2029&from=2028')).toEqual([['2028-M01'], null])
    expect(await keys('/periods?to=2024')).toEqual([[], null])
    for (const query of ['from=25', 'to=1999', 'from=2026&to=2025'])
      expect((await clerk.get(`/periods?${query}`)).status).toBe(400)
  })

  test('a locked period takes nothing until it is reopened with a note', async () => {
    const trade = await house.signIn('thuong_mai')
    expect(await answer(await patch({ state: 'locked' }))).toMatchObject({ state: 'locked' })
    const refused = await trade.put(filing('thuong_mai', 1), tradeReport())
    expect([refused.status, (await problem(refused)).type]).toEqual([409, 'period-locked'])
    // a dry run says so too, instead of promising a receipt
    const dry = await trade.put(`${filing('thuong_mai', 1)}?dryRun=1`, tradeReport())
    expect([dry.status, (await problem(dry)).type]).toEqual([409, 'period-locked'])
    expect((await patch({ state: 'open', note: 'Bổ sung số liệu' })).status).toBe(200)
    expect((await trade.put(filing('thuong_mai', 1), tradeReport())).status).toBe(201)
  })
})

describe('error', () => {
  test('a period is opened once', async () => {
    const again = await open({ period: april })
    expect([again.status, (await problem(again)).type]).toEqual([409, 'period-exists'])
  })

  test.each(['2025-M13', '2025', 'M04-2025', '2025-Q5'])('%s is no period', async period => {
    expect((await open({ period })).status).toBe(404)
    expect((await patch({ state: 'locked' }, period)).status).toBe(404)
  })

  test('a window that ends before it begins is refused in words', async () => {
    const window = { from: '2025-05-14', to: '2025-04-15' }
    const response = await open({ period: '2025-M05', window })
    expect(response.status).toBe(400)
    expect((await problem(response)).detail).toContain('14/5/2025')
  })

  test('no catalogue was in force in 2019', async () => {
    expect((await open({ period: '2019-M05' })).status).toBe(404)
  })

  test('reopening needs a note', async () => {
    await patch({ state: 'locked' })
    const response = await patch({ state: 'open', note: '  ' })
    expect(response.status).toBe(400)
    expect((await problem(response)).errors?.[0]?.pointer).toBe('#/note')
  })

  test('a period that was never opened cannot be locked', async () => {
    expect((await patch({ state: 'locked' }, '2025-M05')).status).toBe(404)
  })
})

describe('security', () => {
  test.each(['thuong_mai', 'dashboard', 'admin'])('%s opens and locks nothing', async who => {
    const caller = await house.signIn(who)
    const opened = await caller.send('POST', '/periods', { body: { period: '2025-M05' } })
    const locked = await caller.send('PATCH', `/periods/${april}`, { body: { state: 'locked' } })
    expect([opened.status, locked.status]).toEqual([403, 403])
  })

  test('another agency neither sees nor locks it', async () => {
    const stranger = await house.signIn('clerk', 'sct-khac')
    expect(await answer(await stranger.get('/periods'))).toEqual([])
    const locked = await stranger.send('PATCH', `/periods/${april}`, { body: { state: 'locked' } })
    expect(locked.status).toBe(404)
  })
})
