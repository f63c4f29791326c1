/** The annex as a download; what is in it is tested beside the workbook itself. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Session } from '../../shared/protocol.ts'
import { issueCodes } from '../../worker/admit.ts'
import { readXlsx } from '../annex/read-xlsx.ts'
import { answer, april, db, dossiers, filing, type House, openHouse, tradeReport } from './house.ts'

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

describe('the same for everybody', () => {
  const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())
  const changesIn = (bytes: Uint8Array) =>
    [...readXlsx(bytes).sheet('Thay đổi').cells.values()].map(({ value }) => value)
  /** another clerk, with a code and a session of her own */
  async function colleague() {
    const holder = { role: 'clerk', unit: null, name: 'Trần Thị Mai' } as const
    const [issued] = await issueCodes(db, 'sct-thu', [holder], '2025-04-14T03:00:00.000Z')
    const response = await house.anyone.send('POST', '/sessions', { body: { code: issued?.code } })
    const { token } = await answer<Session>(response)
    return { get: () => house.anyone.get(path, { Authorization: `Bearer ${token}` }) }
  }

  test('whoever pulls, at whatever time, after whatever other pull, gets the same bytes', async () => {
    const trade = await house.signIn('thuong_mai')
    const other = await colleague()
    await trade.put(filing('thuong_mai', 1), tradeReport())
    const first = await bytesOf(await house.clerk.get(path))
    house.later(3_600_000)
    expect(await bytesOf(await other.get())).toEqual(first)

    const corrected = tradeReport({
      basedOn: 1,
      figures: { dossiers_resolved: 8, dossiers_on_time: 8, articles_own_site: 9 },
    })
    expect((await trade.put(filing('thuong_mai', 2), corrected)).status).toBe(201)
    const second = await bytesOf(await other.get())
    expect(second).not.toEqual(first)
    house.later(7_200_000)
    expect(await bytesOf(await house.clerk.get(path))).toEqual(second)
    await (await house.signIn('dashboard')).get(`/periods/${april}/consolidation`)
    expect(await bytesOf(await other.get())).toEqual(second)
  }, 30_000)

  test('tells what changed since the pull before, and at the first that there was none', async () => {
    const trade = await house.signIn('thuong_mai')
    await trade.put(filing('thuong_mai', 1), tradeReport())
    const sentence = expect.stringContaining('lần đầu số liệu tổng hợp của kỳ này được lấy ra')
    expect(changesIn(await bytesOf(await house.clerk.get(path)))).toContainEqual(sentence)
    // the same consolidation again has still none before it
    expect(changesIn(await bytesOf(await house.clerk.get(path)))).toContainEqual(sentence)
    const corrected = tradeReport({
      basedOn: 1,
      figures: { dossiers_resolved: 8, dossiers_on_time: 8, articles_own_site: 9 },
    })
    house.later(60_000)
    await trade.put(filing('thuong_mai', 2), corrected)
    const said = changesIn(await bytesOf(await house.clerk.get(path)))
    expect(said).toContainEqual(expect.stringContaining('So với lần lấy trước lúc 14/4/2025 10:00'))
    expect(said).toContain('P. TM (bản 1 → 2): 5 → 9')
  })

  test('a pull of another period is not one before this', async () => {
    await house.clerk.send('POST', '/periods', { body: { period: '2025-M03' } })
    await house.clerk.get('/periods/2025-M03/annex.xlsx')
    const said = changesIn(await bytesOf(await house.clerk.get(path)))
    expect(said).toContainEqual(expect.stringContaining('lần đầu'))
  })

  test('shows the same period of the year before beside this one', async () => {
    const trade = await house.signIn('thuong_mai')
    await trade.put(filing('thuong_mai', 1), tradeReport())
    const next = '2026-M04'
    const opened = await house.clerk.send('POST', '/periods', { body: { period: next } })
    expect(opened.status, await opened.clone().text()).toBe(201)
    const pulled = await house.clerk.get(`/periods/${next}/annex.xlsx`)
    const { cells } = readXlsx(await bytesOf(pulled)).sheet('Biểu 1')
    const row = [...cells].find(([at, { value }]) => at.startsWith('A') && value === '6.1')?.[0]
    const line = [...'DEF'].map(column => cells.get(`${column}${row?.slice(1)}`)?.value)
    expect(line).toEqual(['Chưa báo cáo', 'Chưa báo cáo', 5])
  })

  test('says who filed what, and carries the unit’s reasons', async () => {
    const why = 'Một hồ sơ trả trễ do mất điện'
    const late = tradeReport({
      figures: { dossiers_resolved: 8, dossiers_on_time: 7, articles_own_site: 5 },
      tables: { 'KSTT-06a': { XTTM: { ...dossiers(10, 7, 2), resolved_late: 1 } } },
      window: { from: '2025-03-15', to: '2025-04-13' },
      reasons: [{ rule: 'PERIOD-CUTOFF', at: 'CCHC-1/', text: why }],
    })
    const trade = await house.signIn('thuong_mai')
    const sent = await trade.put(filing('thuong_mai', 1), late)
    expect(sent.status, await sent.clone().text()).toBe(201)
    const book = readXlsx(await bytesOf(await house.clerk.get(path)))
    const texts = (sheet: string) => [...book.sheet(sheet).cells.values()].map(({ value }) => value)
    expect(texts('Nguồn số liệu')).toContain('Nguyễn Thị Lan / Trần Văn Bình')
    expect(texts('Nguồn số liệu')).toContain('14/4/2025 10:00')
    expect(texts('Giải trình')).toContain(why)
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
