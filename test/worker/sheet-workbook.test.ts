/** A unit's plain workbook as a download; what its formulas say is tested beside the workbook itself. */
import { beforeEach, describe, expect, test } from 'vitest'
import { readXlsx } from '../annex/read-xlsx.ts'
import { april, filing, type House, openHouse, tradeReport } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
const path = `/periods/${april}/units/thuong_mai/sheet.xlsx`
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())

describe('happy', () => {
  test('is a workbook with a name in both spellings, kept by nobody on the way', async () => {
    const response = await (await house.signIn('thuong_mai')).get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toContain('spreadsheetml')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(response.headers.get('Content-Disposition')).toBe(
      `attachment; filename="Bieu-CCHC-2025-M04-thuong_mai.xlsx"; filename*=UTF-8''Bi%E1%BB%83u%20CCHC%202025-M04%20thuong_mai.xlsx`,
    )
  })

  test('holds what the unit submitted last, and the same bytes for the unit and the office', async () => {
    const trade = await house.signIn('thuong_mai')
    const empty = readXlsx(await bytesOf(await trade.get(path)))
    await trade.put(filing('thuong_mai', 1), tradeReport())
    const filled = await bytesOf(await trade.get(path))
    const book = readXlsx(filled)
    expect(empty.sheet('Biểu II.06a').cells.get('D10')?.value).toBeUndefined()
    expect(book.sheet('Biểu II.06a').cells.get('D10')?.value).toBe(
      tradeReport().tables['KSTT-06a']?.XTTM?.received_online,
    )
    house.later(60_000)
    expect(await bytesOf(await house.clerk.get(path))).toEqual(filled)
  })
})

describe('error', () => {
  test.each([
    ['a period that is not open', '/periods/2025-M05/units/thuong_mai/sheet.xlsx'],
    ['something that is no period', '/periods/thang-4/units/thuong_mai/sheet.xlsx'],
    ['a unit there is not', `/periods/${april}/units/phong_la/sheet.xlsx`],
  ])('%s has none', async (_, asked) => {
    expect((await house.clerk.get(asked)).status).toBe(404)
  })
})

describe('security', () => {
  test.each(['cong_nghiep', 'dashboard', 'admin'])('%s gets none', async who => {
    expect((await (await house.signIn(who)).get(path)).status).toBe(403)
  })

  test('another agency gets nothing of ours', async () => {
    const trade = await house.signIn('thuong_mai')
    await trade.put(filing('thuong_mai', 1), tradeReport())
    const theirs = await house.signIn('clerk', 'sct-khac')
    await theirs.send('POST', '/periods', { body: { period: april } })
    const book = readXlsx(await bytesOf(await theirs.get(path)))
    expect(book.sheet('Biểu II.06a').cells.get('D10')?.value).toBeUndefined()
  })
})
