/** Every unit of the demo agency: what its plain workbook was filled with is what is read back, however it was mistreated. */
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../shared/catalogue/read.ts'
import { contentToWire, emptyContent, valuesOf, type WireContent } from '../../shared/content.ts'
import { locator } from '../../shared/layout.ts'
import { statutoryWindow } from '../../shared/period.ts'
import type { Place } from '../../shared/place.ts'
import { contentSchema } from '../../shared/protocol.ts'
import { catalogueFiles } from '../../worker/catalogue-files.ts'
import { plainWorkbook } from '../../worker/plain/workbook.ts'
import type { Read } from '../../worker/upload/found.ts'
import { openWorkbook } from '../../worker/upload/open.ts'
import { readWorkbook } from '../../worker/upload/read.ts'
import { agency, index, submissions } from '../fixtures/bac-giang.ts'
import { gridsOf, rewritten, type Typed, typedOver } from '../fixtures/filled-workbook.ts'

const period = '2025-M04'
const window = statutoryWindow(period)
const catalogue = index.catalogue.id
const newest = { revision: 1, receivedAt: '2025-04-14T03:00:00Z', preparedBy: 'Lê Thị Ba' }
const asOf = newest.receivedAt

const contentOf = (unit: string) =>
  submissions(period).find(one => one.unit === unit)?.content ?? emptyContent
const wireOf = (unit: string): WireContent => contentSchema.parse(contentToWire(contentOf(unit)))
const workbookOf = (unit: string) =>
  plainWorkbook({
    index,
    view: { agency, unit, period, window, values: valuesOf(index, contentOf(unit)) },
    revision: 1,
    asOf,
  })
const read = async (unit: string, bytes: Uint8Array, forms = index): Promise<Read> => {
  const open = { agency, unit, period, catalogue }
  return readWorkbook(await openWorkbook(bytes), { index: forms, open, window, newest })
}

describe.each(agency.units.map(({ key }) => key))('%s', unit => {
  test('reads back as it was written, nothing to repair', async () => {
    const found = await read(unit, await workbookOf(unit))
    expect(found).toEqual({ content: wireOf(unit), basedOn: 1, repairs: [] })
  })

  test('loses nothing when every line is moved, every tab renamed and every number text', async () => {
    const all = gridsOf(await workbookOf(unit)).map(({ name, rows }, i) => ({
      name: name === 'NhanDang' ? name : `Trang tính ${i}`,
      rows: [[], ...rows].map(line =>
        line.map(cell => (typeof cell === 'number' && Number.isInteger(cell) ? `0${cell}` : cell)),
      ),
    }))
    // the page that says whose it is stays as programs keep it
    const identity = gridsOf(await workbookOf(unit)).filter(({ name }) => name === 'NhanDang')
    const others = all.filter(({ name }) => name !== 'NhanDang')
    const found = await read(unit, await rewritten([...others, ...identity]))
    expect(found.content).toEqual(wireOf(unit))
    expect(found.basedOn).toBe(1)
  })
})

describe('what people type', () => {
  const typed = async (unit: string, sheet: string, cells: Record<string, Typed>) =>
    read(unit, typedOver(await workbookOf(unit), { [sheet]: cells }))
  const cellOf = (unit: string, place: Place): string => {
    const view = { agency, unit, period, window, values: valuesOf(index, contentOf(unit)) }
    return locator(index, view)(place)?.cell ?? ''
  }
  const brief = ({ repairs }: Read) =>
    repairs.map(({ kind, at, cell, needsLook }) => [kind, at, cell, needsLook])

  test('12% in Excel becomes 0,12, which a percentage of 0 to 100 may be or not', async () => {
    const cell = cellOf('ttkc', { form: 'CCHC-6', row: 'psu_self_financing' })
    const found = await typed('ttkc', 'Biểu 6', { [cell]: 0.12 })
    expect(brief(found)).toEqual([['ambiguous', 'psu_self_financing', cell, true]])
    expect(found.repairs[0]?.message).toMatch(/có thể là 0,12% hoặc 12%/u)
    expect(found.content.figures.psu_self_financing).toBe(0.12)
  })

  test('a procedure without a code, and one named twice, are told as lines', async () => {
    const list = 'DS TTHC có hồ sơ'
    const found = await typed('qltm', list, { B15: 'abc', B16: '' })
    expect(brief(found)).toEqual([
      ['unread', expect.stringMatching(/^TTHC-DS\/#\d+\//u), 'B15', true],
      ['unread', expect.stringMatching(/^TTHC-DS\/#\d+\//u), 'B16', true],
    ])
    expect(found.repairs.map(({ message }) => message).join('\n')).toMatch(
      /“abc” không đúng dạng[\s\S]*thiếu mã thủ tục/u,
    )
  })

  test('a section of the narrative that is another unit’s is left out and told', async () => {
    const files = JSON.stringify(catalogueFiles('sct-2025.1'))
    const mixed = readCatalogue(
      JSON.parse(files.replace('"contributors":"all"', '"contributors":"office"')),
    )
    const [form] = mixed.narratives
    const row = form?.sections[0]?.code ?? ''
    const cell = cellOf('qltm', { form: form?.id ?? '', row })
    const bytes = typedOver(await workbookOf('qltm'), { 'Lời văn': { [cell]: 'Viết hộ.' } })
    const found = await read('qltm', bytes, mixed)
    expect(found.content.narrative).toEqual(wireOf('qltm').narrative)
    expect(brief(found)).toEqual([['line-strange', `${form?.id}/${row}`, cell, true]])
  })

  test('words longer than the wire takes are left out and told', async () => {
    const written = Object.keys(wireOf('qltm').narrative)
    const rows = gridsOf(await workbookOf('qltm')).find(({ name }) => name === 'Lời văn')?.rows
    const row = 1 + (rows?.findIndex(line => line[0] === written[0]) ?? 0)
    const found = await typed('qltm', 'Lời văn', { [`C${row}`]: 'chữ '.repeat(6000) })
    expect(brief(found)).toEqual([['unread', `NARR/${written[0]}`, `C${row}`, true]])
    expect(found.content.narrative[written[0] ?? '']).toBeUndefined()
  })
})
