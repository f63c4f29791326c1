/** Who has submitted, and who is late. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Progress } from '../../shared/protocol.ts'
import { answer, april, filing, type House, openHouse, tradeReport } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
const path = `/periods/${april}/progress`
const progress = async (who = 'clerk') =>
  answer<Progress>(await (await house.signIn(who)).get(path))
const missingUnits = async () =>
  (await progress()).units.filter(unit => unit.timing === 'missing').map(unit => unit.unit)

describe('happy', () => {
  test('counts who has submitted and keeps the order of the agency', async () => {
    await (await house.signIn('thuong_mai')).put(filing('thuong_mai', 1), tradeReport())
    const found = await progress()
    expect([found.submitted, found.expected]).toEqual([1, 3])
    expect(found.units.map(unit => unit.state)).toEqual(['not-started', 'submitted', 'not-started'])
    expect(found.units[1]).toEqual({
      unit: 'thuong_mai',
      name: 'Phòng Thương mại',
      state: 'submitted',
      revision: 1,
      receivedAt: '2025-04-14T03:00:00.000Z',
      preparedBy: 'Nguyễn Thị Lan',
      findings: { explained: 0, remarks: 0 },
      counted: 1,
      changedSinceAccepted: false,
      review: null,
      timing: 'on-time',
      reminders: [],
    })
  })

  test('tells how many warnings the newest revision explains', async () => {
    await house.clerk.send('POST', '/periods', { body: { period: '2025-M03' } })
    const march = { from: '2025-02-15', to: '2025-03-14' }
    const trade = await house.signIn('thuong_mai')
    await trade.put(filing('thuong_mai', 1, '2025-M03'), tradeReport({ window: march }))
    // two dossiers were pending in March, none is carried over to April
    const at = 'KSTT-06a/XTTM/carried_over'
    const reasons = [{ rule: 'T-01', at, text: 'Hai hồ sơ đã rút trước ngày chốt' }]
    const filed = await trade.put(filing('thuong_mai', 2), tradeReport({ reasons }))
    expect(filed.status, await filed.clone().text()).toBe(201)
    const { units } = await progress()
    expect(units.map(unit => unit.findings)).toEqual([null, { explained: 1, remarks: 0 }, null])
  })

  test('unchanged it is not sent again; midnight of the due date changes it', async () => {
    house.at('2025-04-15T16:50:00.000Z')
    const clerk = await house.signIn('clerk')
    const held = (await clerk.get(path)).headers.get('ETag') ?? ''
    const again = () => clerk.get(path, { 'If-None-Match': held })
    const same = await again()
    expect([same.status, await same.text()]).toEqual([304, ''])
    expect(same.headers.get('Cache-Control')).toBe('private, no-cache')
    house.at('2025-04-15T17:00:00.000Z')
    expect((await again()).status).toBe(200)
    const periods = (await clerk.get('/periods')).headers.get('ETag') ?? ''
    const list = () => clerk.get('/periods', { 'If-None-Match': periods })
    expect((await list()).status).toBe(304)
    await clerk.send('PATCH', `/periods/${april}`, { body: { state: 'locked' } })
    expect((await list()).status).toBe(200)
  })

  test('the due date ends at midnight in Vietnam, not in London', async () => {
    house.at('2025-04-15T16:59:59.000Z')
    expect(await missingUnits()).toEqual([])
    house.at('2025-04-15T17:00:00.000Z')
    expect(await missingUnits()).toEqual(['van_phong', 'thuong_mai', 'cong_nghiep'])
  })

  test('a correction after the due date does not make a punctual unit late', async () => {
    const trade = await house.signIn('thuong_mai')
    await trade.put(filing('thuong_mai', 1), tradeReport())
    house.at('2025-04-20T03:00:00.000Z')
    const again = await house.signIn('thuong_mai')
    expect((await again.put(filing('thuong_mai', 2), tradeReport({ basedOn: 1 }))).status).toBe(201)
    const unit = (await progress()).units.find(one => one.unit === 'thuong_mai')
    expect(unit).toMatchObject({
      revision: 2,
      receivedAt: '2025-04-20T03:00:00.000Z',
      timing: 'on-time',
    })
  })

  test.each(['thuong_mai', 'dashboard', 'admin'])('%s sees it too', async who => {
    expect((await progress(who)).expected).toBe(3)
  })
})

describe('error', () => {
  test('a period that is not open has no progress', async () => {
    expect((await house.clerk.get('/periods/2025-M05/progress')).status).toBe(404)
    // nor has the last year there is a key for, although the nearest ones are looked up a year on
    expect((await house.clerk.get('/periods/9999-Y/progress')).status).toBe(404)
  })
})

describe('security', () => {
  test('another agency has its own', async () => {
    const stranger = await house.signIn('clerk', 'sct-khac')
    expect((await stranger.get(path)).status).toBe(404)
    await stranger.send('POST', '/periods', { body: { period: april } })
    await (await house.signIn('thuong_mai')).put(filing('thuong_mai', 1), tradeReport())
    expect((await answer<Progress>(await stranger.get(path))).submitted).toBe(0)
  })
})
