/**
 * The review of several years: its JSON, workbook and Word, out of a stored year, months, typed history and a year
 * nothing is known of.
 */
import { beforeEach, describe, expect, test } from 'vitest'
import type { WireFigure } from '../../shared/figure.ts'
import type { PastYear, Retrospective } from '../../shared/protocol.ts'
import { malformed, readXlsx, unzip } from '../annex/read-xlsx.ts'
import { answer, filing, type House, openHouse, problem, tradeReport } from './house.ts'
import { planOf, targetOf } from './planning.ts'

type Typed = Record<string, WireFigure>
let house: House
beforeEach(async () => {
  house = await openHouse()
  house.at('2025-12-16T03:00:00.000Z')
  house.clerk = await house.signIn('clerk')
})
const asked = '?from=2021&to=2025&base=2020'
const type = async (year: number, figures: Typed) =>
  answer<PastYear>(
    await house.clerk.put(`/past-years/${year}`, {
      basedOn: 0,
      source: `Báo cáo số ${year - 1900}/BC-SCT ngày 15/12/${year}`,
      figures,
    }),
  )
/** 2020 to 2024 without 2023. */
const typeAll = async () => {
  await type(2020, { dossiers_resolved: 100, dossiers_on_time: 80, officials_present: 44 })
  await type(2021, { dossiers_resolved: 110, dossiers_on_time: 99, officials_present: 43 })
  await type(2022, { on_time_rate: 95.5, officials_present: 41 })
  await type(2024, { dossiers_resolved: 130, dossiers_on_time: 117, officials_present: 39 })
}
const fileYear = async () => {
  await house.clerk.send('POST', '/periods', { body: { period: '2025-Y' } })
  const trade = await house.signIn('thuong_mai')
  const window = { from: '2024-12-15', to: '2025-12-14' }
  return trade.put(filing('thuong_mai', 1, '2025-Y'), tradeReport({ window }))
}
const review = async (query = asked) =>
  answer<Retrospective>(await house.clerk.get(`/retrospective${query}`))
const lineOf = ({ indicators }: Retrospective, key: string) => {
  const found = indicators.find(one => one.key === key)
  if (!found) throw new Error(`no line ${key}`)
  return found
}
const bytesOf = async (kind: 'xlsx' | 'docx') => {
  const response = await house.clerk.get(`/retrospective.${kind}${asked}`)
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

describe('happy', () => {
  test('each year says where it comes from: stored, typed, missing', async () => {
    await typeAll()
    expect((await fileYear()).status).toBe(201)
    const made = await review()
    expect(made.years.map(({ year, origin }) => [year, origin])).toEqual([
      [2020, 'typed'],
      [2021, 'typed'],
      [2022, 'typed'],
      [2023, 'missing'],
      [2024, 'typed'],
      [2025, 'stored'],
    ])
    expect(made.years[0]?.words).toBe('Nhập từ Báo cáo số 120/BC-SCT ngày 15/12/2020')
    expect(made.years[5]?.words).toBe('Tổng hợp kỳ năm 2025 (tạm tính)')
    expect(lineOf(made, 'dossiers_resolved').values).toEqual([100, 110, null, null, 130, 8])
    // a ratio an old paper states without its parts stands beside those that are computed
    expect(lineOf(made, 'on_time_rate')).toMatchObject({
      values: [80, 90, 95.5, null, 90, 100],
      change: { kind: 'points', value: 20, until: 2025 },
      best: 2025,
      worst: 2021,
      missing: [2023],
      words: 'Tăng 20 điểm phần trăm so với năm 2020 (từ 80% lên 100%)',
    })
    expect(lineOf(made, 'officials_present')).toMatchObject({
      change: { kind: 'percent', until: 2024 },
      words:
        'Giảm 11,4% (từ 44 xuống 39 người) so với năm 2020 đến năm 2024; chưa có số liệu năm 2025',
    })
    // the total of a table: 10 in, of the stored year alone
    expect(lineOf(made, 'KSTT-06a.received_total').values).toEqual([
      null,
      null,
      null,
      null,
      null,
      10,
    ])
  })

  test('a year with only a month of its own is derived, and the months it lacks are said', async () => {
    await type(2020, { dossiers_resolved: 100, dossiers_on_time: 80 })
    const trade = await house.signIn('thuong_mai')
    await trade.put(filing('thuong_mai', 1), tradeReport())
    const made = await review()
    expect(made.years[5]).toMatchObject({ year: 2025, origin: 'derived' })
    expect(made.years[5]?.words).toContain('thiếu tháng 1, tháng 2, tháng 3, tháng 5')
    // eight dossiers of one month are no year's
    expect(lineOf(made, 'dossiers_resolved').values[5]).toBeNull()
    expect(lineOf(made, 'on_time_rate').values[5]).toBe(100)
  })

  test('the same review is not made twice, and a figure that changed makes another', async () => {
    await typeAll()
    const first = await house.clerk.get(`/retrospective${asked}`)
    const tag = first.headers.get('ETag') ?? ''
    const again = await house.clerk.get(`/retrospective${asked}`, { 'If-None-Match': tag })
    expect(again.status).toBe(304)
    await type(2023, { officials_present: 40 })
    const changed = await house.clerk.get(`/retrospective${asked}`, { 'If-None-Match': tag })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('ETag')).not.toBe(tag)
  })

  test('a dashboard reads the figures, and not the papers to sign', async () => {
    await typeAll()
    const dashboard = await house.signIn('dashboard')
    expect((await dashboard.get(`/retrospective${asked}`)).status).toBe(200)
    expect((await dashboard.get(`/retrospective.docx${asked}`)).status).toBe(403)
  })
})

describe('the workbook', () => {
  test('has a cell for every year, the change as a formula, and best, worst and missing in words', async () => {
    await typeAll()
    const bytes = await bytesOf('xlsx')
    const book = readXlsx(bytes)
    for (const [, xml] of book.parts) expect(malformed(xml)).toBeUndefined()
    const sheet = book.sheet('Biểu 3')
    const row = [...sheet.cells].find(
      ([at, { value }]) => at.startsWith('A') && value === '3.1',
    )?.[0]
    const at = (column: string) => sheet.cells.get(`${column}${row?.slice(1)}`)
    expect(['D', 'E', 'F', 'H'].map(column => at(column)?.value)).toEqual([80, 90, 95.5, 90])
    expect(at('G')?.value).toBe('Chưa báo cáo')
    expect(at('J')).toMatchObject({ formula: `H${row?.slice(1)}-D${row?.slice(1)}`, value: 10 })
    expect(at('L')?.value).toBe('Tốt nhất: năm 2022. Kém nhất: năm 2021')
    const cover = [...book.sheet('Bìa').cells.values()].map(({ value }) => value)
    expect(cover).toContain('Chưa có số liệu năm 2023')
    expect([...book.parts.keys()].filter(name => name.includes('charts/chart'))).toHaveLength(2)
    // A4 across
    expect(sheet.xml).toMatch(/<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"/u)
    expect(await bytesOf('xlsx')).toEqual(bytes)
  }, 20_000)
})

describe('the Word report', () => {
  test('has the outline per area, sentences out of the figures, and places for a person', async () => {
    await typeAll()
    await fileYear()
    const target = targetOf({
      ...{ name: 'Số hồ sơ đã giải quyết', indicator: 'dossiers_resolved', unit: 'Hồ sơ' },
      ...{ year: 2025, comparison: '>=', threshold: 45 },
    })
    const plan = planOf({ targets: [target] })
    const aims = await house.clerk.put('/plans/2025', { basedOn: 0, plan })
    expect(aims.status).toBe(201)
    const bytes = await bytesOf('docx')
    const xml = unzip(bytes).get('word/document.xml') ?? ''
    const text = xml.replaceAll('</w:p>', '\n').replace(/<[^>]*>/gu, '')
    expect(text).toContain('Tổng kết công tác cải cách hành chính giai đoạn 2021 - 2025')
    expect(text).toContain('năm 2023: chưa có số liệu năm 2023')
    expect(text.match(/1\. Kết quả đạt được/gu)).toHaveLength(7)
    expect(text.match(/2\. Hạn chế, nguyên nhân/gu)).toHaveLength(7)
    expect(text).toContain(
      'giải quyết đúng hạn: tăng 20 điểm phần trăm so với năm 2020 (từ 80% lên 100%).',
    )
    expect(text).toContain('Các chỉ tiêu kế hoạch chưa đạt:')
    expect(text).toContain('còn thiếu 37 hồ sơ')
    expect(text).toContain('VIII. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM')
    expect(text).toContain('Số:        /BC-SCT')
    expect(xml).toContain('w:highlight w:val="yellow"')
    expect(await bytesOf('docx')).toEqual(bytes)
  }, 20_000)
})

describe('error', () => {
  test.each([
    ['?from=2021&to=2025', 'from (năm đầu), to (năm cuối), base (năm gốc'],
    ['?from=2025&to=2021&base=2020', 'Đổi chỗ hai năm'],
    ['?from=2005&to=2020&base=2004', 'nhiều nhất 15 năm'],
    ['?from=2021&to=2025&base=2025', 'Năm gốc 2025 không trước năm cuối 2025'],
  ])('%s is refused with a sentence', async (query, sentence) => {
    const response = await house.clerk.get(`/retrospective${query}`)
    expect(response.status).toBe(400)
    expect((await problem(response)).detail).toContain(sentence)
  })

  test('no data, and a base nothing is known of, name the years that are known', async () => {
    const nothing = await house.clerk.get(`/retrospective${asked}`)
    expect(await problem(nothing)).toMatchObject({
      type: 'no-years',
      detail: expect.stringContaining('Chưa có số liệu nào của giai đoạn 2021 - 2025'),
    })
    await type(2021, { officials_present: 43 })
    const noBase = await problem(await house.clerk.get(`/retrospective.docx${asked}`))
    expect(noBase.detail).toContain(
      'Năm gốc 2020 chưa có số liệu; phần mềm hiện có số liệu: năm 2021',
    )
  })

  test('a year whose figures were withdrawn is missing again', async () => {
    await typeAll()
    const withdrawn = { basedOn: 1, source: 'Rút', figures: {} }
    await house.clerk.put('/past-years/2024', withdrawn)
    expect((await review()).years[4]).toMatchObject({ year: 2024, origin: 'missing' })
  })
})
