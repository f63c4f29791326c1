/** What a unit downloads to fill its forms. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { SheetAnswer } from '../../shared/protocol.ts'
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
const sheet = async (period = april) =>
  answer<SheetAnswer>(await (await house.signIn('thuong_mai')).get(`/periods/${period}/sheet`))

describe('happy', () => {
  test('names the forms of the unit in the order of the annex', async () => {
    const found = await sheet()
    expect(found).toMatchObject({ unit: 'thuong_mai', catalogue: version, current: null })
    expect(found.forms).toContain('KSTT-06a')
    expect(found.forms).not.toContain('CCHC-4')
    expect(found.agency.key).toBe('sct-thu')
  })

  test('brings back the newest revision with its reasons, as filed', async () => {
    const trade = await house.signIn('thuong_mai')
    await trade.put(filing('thuong_mai', 1), tradeReport())
    const reasons = [{ rule: 'T-01', at: 'KSTT-06a/XTTM/carried_over', text: 'Đã đối chiếu lại' }]
    const second = tradeReport({ basedOn: 1, preparedBy: 'Phạm Thu Hà', reasons })
    await trade.put(filing('thuong_mai', 2), second)
    const { current } = await sheet()
    expect(current).toMatchObject({
      revision: 2,
      preparedBy: 'Phạm Thu Hà',
      figures: second.figures,
      tables: second.tables,
      narrative: second.narrative,
      reasons,
    })
  })

  test('shows last period and the same period last year', async () => {
    const trade = await house.signIn('thuong_mai')
    const earlier = { '2024-M12': 3, '2025-M11': 4 }
    for (const period of [...Object.keys(earlier), '2025-M12'])
      await house.clerk.send('POST', '/periods', { body: { period } })
    // December 2024 has no catalogue of its own, so only November can be filed
    const figures = { ...tradeReport().figures, articles_own_site: 4 }
    const window = { from: '2025-10-15', to: '2025-11-14' }
    const filed = await trade.put(
      filing('thuong_mai', 1, '2025-M11'),
      tradeReport({ figures, window }),
    )
    expect(filed.status).toBe(201)
    const found = await sheet('2025-M12')
    expect(found.previous?.figures.articles_own_site).toBe(4)
    expect(found.samePeriodLastYear).toBeNull()
  })

  test('text that looks like a formula comes back as the text it is', async () => {
    const trade = await house.signIn('thuong_mai')
    const narrative = { 'II.2': '=1+1' }
    await trade.put(filing('thuong_mai', 1), tradeReport({ narrative }))
    expect((await sheet()).current?.narrative).toEqual(narrative)
  })
})

describe('error', () => {
  test('a period that is not open yet says so', async () => {
    const response = await (await house.signIn('thuong_mai')).get('/periods/2025-M05/sheet')
    expect(response.status).toBe(404)
    expect((await problem(response)).detail).toContain('Tháng 5/2025')
  })
})

describe('security', () => {
  test.each(['clerk', 'dashboard', 'admin'])('%s has no sheet', async who => {
    expect((await (await house.signIn(who)).get(`/periods/${april}/sheet`)).status).toBe(403)
  })

  test('the same unit key in another agency sees nothing of ours', async () => {
    await (await house.signIn('thuong_mai')).put(filing('thuong_mai', 1), tradeReport())
    const stranger = await house.signIn('clerk', 'sct-khac')
    await stranger.send('POST', '/periods', { body: { period: april } })
    const theirs = await house.signIn('thuong_mai', 'sct-khac')
    const found = await answer<SheetAnswer>(await theirs.get(`/periods/${april}/sheet`))
    expect([found.agency.key, found.current]).toEqual(['sct-khac', null])
  })
})
