/** The annex as a download; what is in it is tested beside the workbook itself. */
import { beforeEach, describe, expect, test } from 'vitest'
import { april, filing, type House, openHouse, tradeReport } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
const path = `/periods/${april}/annex.xlsx`

describe('happy', () => {
  test('is a workbook with a name in both spellings', async () => {
    await (await house.signIn('thuong_mai')).put(filing('thuong_mai', 1), tradeReport())
    const response = await house.clerk.get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toContain('spreadsheetml')
    expect(response.headers.get('Content-Disposition')).toBe(
      `attachment; filename="Phu-luc-CCHC-2025-M04.xlsx"; filename*=UTF-8''Ph%E1%BB%A5%20l%E1%BB%A5c%20CCHC%202025-M04.xlsx`,
    )
    const bytes = new Uint8Array(await response.arrayBuffer())
    // a zip file
    expect([...bytes.slice(0, 4)]).toEqual([0x50, 0x4b, 3, 4])
  })

  test('an unchanged one answers 304', async () => {
    const etag = (await house.clerk.get(path)).headers.get('ETag') ?? ''
    expect((await house.clerk.get(path, { 'If-None-Match': etag })).status).toBe(304)
  })
})

describe('error', () => {
  test('a period that is not open has none', async () => {
    expect((await house.clerk.get('/periods/2025-M05/annex.xlsx')).status).toBe(404)
  })
})

describe('security', () => {
  test.each(['thuong_mai', 'dashboard', 'admin'])('%s gets none', async who => {
    expect((await (await house.signIn(who)).get(path)).status).toBe(403)
  })

  test('another agency gets its own', async () => {
    expect((await (await house.signIn('clerk', 'sct-khac')).get(path)).status).toBe(404)
  })
})
