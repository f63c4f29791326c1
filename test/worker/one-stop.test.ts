/** An export of the one-stop software by the front door: read for the unit that asks, refused with a sentence, kept nowhere. */
import { writeXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, test } from 'vitest'
import type { RawSheet } from '../../shared/one-stop.ts'
import type { ImportedDossiers } from '../../shared/protocol.ts'
import { columns06a, columns07a, exported, spread } from '../fixtures/one-stop.ts'
import { answer, april, dossiers, entriesOf, type House, openHouse, problem } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
const path = (unit = 'thuong_mai', period = april) =>
  `/periods/${period}/units/${unit}/dossiers.xlsx`
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Trade of the asking unit, chemistry of another. */
const lines = [
  { ordinal: 1, label: 'Lĩnh vực Xúc tiến thương mại', cells: spread(dossiers(10, 8, 2)) },
  { ordinal: 2, label: 'Hoá chất', cells: spread(dossiers(6, 5, 1)) },
]
const sheet = exported({ columns: columns06a, lines })

async function workbook(...sheets: (RawSheet & { hidden?: boolean })[]) {
  const bytes = await writeXlsx({
    sheets: sheets.map(({ name, rows, merges, hidden = false }, i) => ({
      name: `${name} ${i + 1}`,
      rows: rows.map(cells => [...cells]),
      merges: merges.map(({ top, left, bottom, right }) => ({
        ...{ startRow: top - 1, startCol: left - 1, endRow: bottom - 1, endCol: right - 1 },
      })),
      hidden,
    })),
  })
  return new Uint8Array(bytes)
}
const upload = async (bytes: Uint8Array<ArrayBuffer>, to = path(), who = 'thuong_mai') =>
  (await house.signIn(who)).send('POST', to, { bytes, headers: { 'Content-Type': type } })

describe('happy', () => {
  test('the unit gets its own field for its table, the other one is shown as of another unit', async () => {
    const response = await upload(await workbook(sheet))
    expect(response.status).toBe(200)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const read = await answer<ImportedDossiers>(response)
    expect(read).toMatchObject({ form: 'KSTT-06a', layout: 'II.06a', sheet: 'Sheet1 1' })
    expect(read.table).toEqual({ XTTM: dossiers(10, 8, 2) })
    expect(read.lines.map(({ row, field, elsewhere }) => [row, field, elsewhere])).toEqual([
      [9, 'XTTM', []],
      [10, null, ['cong_nghiep']],
    ])
    expect(read.notes.filter(({ needsLook }) => needsLook)).toEqual([])
  })

  test('07a with an empty first column and headings merged over three rows', async () => {
    const read = await answer<ImportedDossiers>(
      await upload(await workbook(exported({ columns: columns07a, lines, left: 1 }))),
    )
    expect(read.layout).toBe('07a')
    expect(read.undivided.XTTM?.map(({ sum }) => sum)).toEqual([10, 8])
    expect(read.table.XTTM).toMatchObject({ carried_over: 0, pending_in_time: 2 })
  })

  test('of several sheets the first visible one with such a table, and the others are named', async () => {
    const cover = { name: 'Bìa', rows: [['Báo cáo']], merges: [] }
    const other = { ...sheet, name: 'Tháng trước' }
    const read = await answer<ImportedDossiers>(
      await upload(await workbook(cover, { ...sheet, hidden: true }, sheet, other)),
    )
    expect(read.sheet).toBe('Sheet1 3')
    expect(read.notes[0]?.message).toContain('“Tháng trước 4”')
  })

  test('nothing is kept: no revision, no entry', async () => {
    await house.signIn('thuong_mai')
    const before = (await entriesOf('sct-thu')).filter(({ action }) => action !== 'session.opened')
    await upload(await workbook(sheet))
    const after = (await entriesOf('sct-thu')).filter(({ action }) => action !== 'session.opened')
    expect(after).toEqual(before)
    const history = await (await house.signIn('thuong_mai')).get(
      `/periods/${april}/units/thuong_mai/submissions`,
    )
    expect(await history.json()).toEqual([])
  })
})

describe('error', () => {
  test('a workbook without such a table: what was looked for and what is there', async () => {
    const rows = [['Mã số', 'Tên thủ tục', 'Ghi chú']]
    const response = await upload(await workbook({ name: 'Danh mục', rows, merges: [] }))
    expect(response.status).toBe(422)
    const { type: slug, detail } = await problem(response)
    expect(slug).toBe('no-dossiers')
    expect(detail).toContain('“STT”')
    expect(detail).toContain('“Mã số”, “Tên thủ tục”, “Ghi chú”')
  })

  test('.xls: what to do', async () => {
    // a compound file ([MS-CFB]) with a stream called Workbook
    const bytes = new Uint8Array(1024)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    bytes.set(
      [...'Workbook\0'].flatMap(letter => [letter.charCodeAt(0), 0]),
      512,
    )
    const response = await upload(bytes)
    expect(response.status).toBe(422)
    expect((await problem(response)).detail).toMatch(/\.xls\).*Mở tệp bằng Excel.*\.xlsx/u)
  })

  test('a page of HTML called .xls: what to do', async () => {
    const bytes = new TextEncoder().encode('<html><table><tr><td>STT</td></tr></table></html>')
    const response = await upload(bytes)
    expect((await problem(response)).detail).toMatch(/HTML.*\.xlsx/u)
  })

  test.each([
    ['csv', 'STT;Lĩnh vực\n1;Hóa chất\n', /csv/u],
    ['pdf', '%PDF-1.7\n', /PDF/u],
    ['no file of any kind', '\u0000\u0001', /\.xlsx/u],
  ])('%s: an export is asked for, not a form of ours', async (_, text, says) => {
    const { detail } = await problem(await upload(new TextEncoder().encode(text)))
    expect(detail).toMatch(says)
    expect(detail).toMatch(/Chọn tệp \.xlsx kết xuất từ phần mềm một cửa rồi gửi lại\.$/u)
  })

  test.each([
    ['a period that is not open', path('thuong_mai', '2025-M05')],
    ['something that is no period', path('thuong_mai', 'thang-4')],
  ])('%s', async (_, to) => {
    expect((await upload(await workbook(sheet), to)).status).toBe(404)
  })

  test('a unit without fields has no table to fill', async () => {
    const response = await upload(await workbook(sheet), path('van_phong'), 'van_phong')
    expect(response.status).toBe(404)
    expect((await problem(response)).detail).toContain('không được giao lĩnh vực')
  })
})

describe('security', () => {
  test.each(['cong_nghiep', 'clerk', 'dashboard', 'admin'])('%s may not', async who => {
    expect((await upload(await workbook(sheet), path(), who)).status).toBe(403)
  })

  test('text of the file stays text: names that objects have of themselves are no columns', async () => {
    const odd = ['__proto__', 'constructor', '=1+1'].map((label, i) => ({
      ...{ ordinal: i + 1, label, cells: spread(dossiers(1, 1, 0)) },
    }))
    const read = await answer<ImportedDossiers>(
      await upload(await workbook(exported({ columns: columns06a, lines: odd }))),
    )
    expect(read.lines.map(({ label, field }) => [label, field])).toEqual(
      odd.map(({ label }) => [label, null]),
    )
    expect(read.table).toEqual({})
  })
})
