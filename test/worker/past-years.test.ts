/** Figures of years before the system: typed, filled into a sheet and read back, refused by line and column, kept in the chain. */
import { readXlsx as reopened, writeXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, test } from 'vitest'
import type { PastYear, PastYearsReading } from '../../shared/protocol.ts'
import { verifyAgency } from '../../worker/audit/verify.ts'
import { readXlsx } from '../annex/read-xlsx.ts'
import {
  answer,
  db,
  entriesOf,
  filing,
  type House,
  openHouse,
  problem,
  tradeReport,
} from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
const source = 'Báo cáo số 120/BC-SCT ngày 15/12/2020'
const writing = (over = {}) => ({
  ...{ basedOn: 0, source, figures: { officials_present: 44, initiatives: { state: 'none' } } },
  ...over,
})
const write = (year: number | string, over = {}) =>
  house.clerk.put(`/past-years/${year}`, writing(over))
const typed = async () => answer<PastYear[]>(await house.clerk.get('/past-years'))

describe('happy', () => {
  test('a year is typed with its source, and the newest writing holds', async () => {
    const first = await write(2020)
    expect(first.status).toBe(201)
    expect(await answer<PastYear>(first)).toMatchObject({ year: 2020, number: 1, source })
    await write(2020, { basedOn: 1, figures: { officials_present: 45 } })
    expect(await typed()).toMatchObject([
      { year: 2020, number: 2, figures: { officials_present: 45 } },
    ])
  })

  test('asked again, the same writing is the same writing', async () => {
    await write(2020)
    const again = await write(2020)
    expect([again.status, (await answer<PastYear>(again)).number]).toEqual([200, 1])
    expect(
      (await entriesOf('sct-thu')).filter(({ action }) => action === 'past-year.written'),
    ).toHaveLength(1)
  })
})

/** The empty sheet is the same for everyone, so it is asked for once. */
let empty: Uint8Array | undefined
async function emptySheet(): Promise<Uint8Array> {
  if (empty) return empty
  const response = await house.clerk.get('/past-years/sheet.xlsx?from=2018&to=2020')
  expect(response.status).toBe(200)
  empty = new Uint8Array(await response.arrayBuffer())
  return empty
}
/** The sheet as a person would send it back: cells of one tab changed. */
type Change = Record<string, string | number>
async function filled(changes: Record<string, Change>) {
  const { sheets } = await reopened(await emptySheet())
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row, r) => {
        const cells = [...row]
        for (const [at, value] of Object.entries(changes[name] ?? {})) {
          const [, column = '', line = ''] = /^([A-Z])(\d+)$/u.exec(at) ?? []
          if (Number(line) === r + 1) cells[column.charCodeAt(0) - 65] = value
        }
        return cells
      }),
    })),
  })
}
const send = async (bytes: Uint8Array) =>
  house.clerk.send('POST', '/past-years/workbook', { bytes: new Uint8Array(bytes) })
const reading = async (changes: Record<string, Change>) =>
  answer<PastYearsReading>(await send(await filled(changes)))
/** Line of a code on its tab, out of the sheet itself. */
async function lineOf(tab: string, key: string): Promise<number> {
  const { cells } = readXlsx(await emptySheet()).sheet(tab)
  const at = [...cells].find(([, { value }]) => value === key)?.[0] ?? ''
  return Number(at.replace(/\D/gu, ''))
}
/** Row of 2018 in the table of sources; the others follow. */
const sourceRow = async () => {
  const { cells } = readXlsx(await emptySheet()).sheet('Hướng dẫn')
  return Number([...cells].find(([, { value }]) => value === 2018)?.[0].slice(1))
}

describe('the sheet', () => {
  test('has a column a year, what is typed already, and open cells', async () => {
    await write(2020)
    const response = await house.clerk.get('/past-years/sheet.xlsx?from=2018&to=2020')
    const bytes = new Uint8Array(await response.arrayBuffer())
    const sheet = readXlsx(bytes).sheet('Biểu 4')
    const keyed = [...sheet.cells].find(([, { value }]) => value === 'officials_present')
    const line = keyed?.[0].slice(1)
    expect(['D2', 'E2', 'F2', 'G2'].map(at => sheet.cells.get(at)?.value)).toEqual([
      ...[2018, 2019, 2020, 'Mã chỉ tiêu'],
    ])
    expect(sheet.cells.get(`F${line}`)?.value).toBe(44)
    expect(sheet.xml).toContain('<sheetProtection')
    expect(sheet.xml).toContain('<dataValidation ')
    const again = await house.clerk.get('/past-years/sheet.xlsx?from=2018&to=2020')
    expect(new Uint8Array(await again.arrayBuffer())).toEqual(bytes)
  })

  test('filled, it is read by codes and years, and nothing is stored', async () => {
    const line = await lineOf('Biểu 4', 'officials_present')
    const at = await sourceRow()
    const read = await reading({
      'Biểu 4': { [`D${line}`]: 46, [`E${line}`]: '45' },
      'Hướng dẫn': { [`B${at}`]: 'BC 2018', [`B${at + 1}`]: 'BC 2019' },
    })
    expect(read.faults).toEqual([])
    expect(read.years).toEqual([
      { year: 2018, source: 'BC 2018', figures: { officials_present: 46 } },
      { year: 2019, source: 'BC 2019', figures: { officials_present: 45 } },
    ])
    expect(read.remarks.join('\n')).toContain('lưu dạng chữ, đã đọc là 45')
    expect(read.remarks.join('\n')).toContain('Năm 2020 không có số nào')
    expect(await typed()).toEqual([])
  })

  test('lines that moved are still known by their code', async () => {
    const line = await lineOf('Biểu 4', 'officials_present')
    const at = await sourceRow()
    const read = await reading({
      'Biểu 4': { [`G${line}`]: 'divisions', G3: 'officials_present', D3: 46 },
      'Hướng dẫn': { [`B${at}`]: 'BC 2018' },
    })
    expect(read.years[0]?.figures).toEqual({ officials_present: 46 })
  })
})

describe('faults name sheet, line and column', () => {
  const faultsOf = async (changes: Record<string, Change>) =>
    (await reading(changes)).faults.map(({ detail }) => detail)

  test('text, unknown codes, negative numbers, ratios over 100', async () => {
    const line = await lineOf('Biểu 4', 'officials_present')
    const rate = await lineOf('Biểu 3', 'on_time_rate')
    const at = await sourceRow()
    const faults = await faultsOf({
      'Biểu 4': {
        [`D${line}`]: 'bốn mươi',
        [`E${line}`]: -3,
        [`D${line + 1}`]: 4,
        [`G${line + 1}`]: 'ma_la',
      },
      'Biểu 3': { [`D${rate}`]: 120, [`E${rate}`]: '1.234' },
      'Hướng dẫn': { [`B${at}`]: 'BC 2018' },
    })
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringContaining(
          `Trang “Biểu 4”, dòng ${line}, cột D (năm 2018): “bốn mươi” không phải số`,
        ),
        expect.stringContaining(`dòng ${line}, cột E (năm 2019): “Tổng số biên chế có mặt`),
        expect.stringContaining(`dòng ${line + 1}, cột G: không có chỉ tiêu nào mang mã “ma_la”`),
        expect.stringContaining('tỷ lệ không thể quá 100%'),
        expect.stringContaining('có thể là 1.234 hoặc 1,234'),
      ]),
    )
  })

  test('a year twice, a year to come, figures without a source, a source without figures', async () => {
    const line = await lineOf('Biểu 4', 'officials_present')
    const at = await sourceRow()
    const faults = await faultsOf({
      'Biểu 4': { E2: 2018, F2: 2031, [`D${line}`]: 46, [`F${line}`]: 45 },
      'Hướng dẫn': { [`B${at + 1}`]: 'BC 2019' },
    })
    expect(faults).toEqual([
      'Trang “Biểu 4”, dòng 2, cột E: năm 2018 đã có ở cột D. Giữ một cột cho mỗi năm.',
      expect.stringContaining('Trang “Biểu 4”, dòng 2, cột F: “2031” không phải một năm đã qua'),
      expect.stringContaining(
        `Trang “Hướng dẫn”, dòng ${at + 1}, cột B: năm 2019 có văn bản nguồn nhưng không biểu nào có số`,
      ),
      expect.stringContaining('năm 2018 có số nhưng chưa ghi văn bản nguồn'),
    ])
  })

  test('an empty sheet, and a workbook that is none of ours', async () => {
    expect(await faultsOf({})).toEqual([expect.stringContaining('chưa có số nào')])
    const other = await writeXlsx({ sheets: [{ name: 'Sheet1', rows: [['Lương', 1]] }] })
    const response = await send(other)
    expect(response.status).toBe(422)
    expect((await problem(response)).detail).toContain('cột “Mã chỉ tiêu”')
  })

  test('a year the units have filed in is not typed over, in the sheet nor by hand', async () => {
    const bytes = await filled({ 'Biểu 4': { F2: 2025, F3: 9 } })
    const trade = await house.signIn('thuong_mai')
    await trade.put(filing('thuong_mai', 1), tradeReport())
    const { faults } = await answer<PastYearsReading>(await send(bytes))
    expect(faults.map(({ detail }) => detail).join()).toContain('năm 2025 đã có số liệu')
    const refused = await write(2025)
    expect(refused.status).toBe(409)
    expect(await problem(refused)).toMatchObject({
      type: 'year-in-system',
      detail: expect.stringContaining('tháng 4/2025'),
    })
    const sheet = await house.clerk.get('/past-years/sheet.xlsx?from=2025&to=2025')
    expect((await problem(sheet)).type).toBe('no-years')
  })
})

describe('error', () => {
  test('a writing based on an older one is refused with what is there', async () => {
    await write(2020)
    const stale = await write(2020, { figures: { officials_present: 1 } })
    expect(stale.status).toBe(409)
    expect(await problem(stale)).toMatchObject({
      type: 'entry-stale',
      current: { revision: 1 },
    })
  })

  test('unknown codes and impossible numbers are refused by place, a wrong year by sentence', async () => {
    const wrong = await write(2020, { figures: { ma_la: 1, on_time_rate: 101, divisions: 1.5 } })
    expect(wrong.status).toBe(422)
    expect((await problem(wrong)).errors?.map(({ pointer }) => pointer)).toEqual([
      ...['#/figures/ma_la', '#/figures/on_time_rate', '#/figures/divisions'],
    ])
    expect((await write(2031)).status).toBe(404)
    expect((await write('20x0')).status).toBe(404)
    const span = await house.clerk.get('/past-years/sheet.xlsx?from=2020&to=2018')
    expect(span.status).toBe(400)
  })
})

describe('security', () => {
  test('a writing cannot be changed, and one changed behind the database’s back is found', async () => {
    await write(2020)
    await expect(db.prepare("UPDATE past_year SET source = 'x'").run()).rejects.toThrow(
      /never change/u,
    )
    await expect(db.prepare('DELETE FROM past_year').run()).rejects.toThrow(/never deleted/u)
    expect((await verifyAgency(db, 'sct-thu')).findings).toEqual([])
    await db.prepare('DROP TRIGGER past_year_is_immutable').run()
    await db.prepare(`UPDATE past_year SET figures = '{"officials_present":1}'`).run()
    expect((await verifyAgency(db, 'sct-thu')).findings).not.toEqual([])
  })

  test('another agency sees none of it', async () => {
    await write(2020)
    const theirs = await house.signIn('clerk', 'sct-khac')
    expect(await answer(await theirs.get('/past-years'))).toEqual([])
  })
})
