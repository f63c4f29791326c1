/** The check code on the annex and the report: in signs on every page, and as a QR code that a reader reads back. */
import { inflateSync } from 'node:zlib'
import decodeQR from 'qr/decode.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { annexWorkbook } from '../../worker/annex/annex.ts'
import { blackOnWhite } from '../../worker/paper/png.ts'
import { qrPicture } from '../../worker/paper/qr.ts'
import { wordReport } from '../../worker/report/report.ts'
import { annexInput, reports } from './fixture.ts'
import { filesIn, type ReadWorkbook, readXlsx, unzip } from './read-xlsx.ts'
import { smallReport } from './report-fixture.ts'

const code = 'KY3D1-0C89H'
const origin = 'https://bieumau.example.gov.vn'

/** One bit to a pixel, rows that are not filtered: what `png.ts` writes, and nothing else. */
function pixelsOf(png: Buffer) {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const length = png.readUInt32BE(33)
  expect(png.subarray(37, 41).toString('latin1')).toBe('IDAT')
  // the checksum of RFC 1950 is held against the rows here
  const rows = inflateSync(png.subarray(41, 41 + length))
  const stride = 1 + Math.ceil(width / 8)
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const byte = rows[y * stride + 1 + (x >> 3)] ?? 0
      data.fill(byte & (0x80 >> (x & 7)) ? 255 : 0, (y * width + x) * 3, (y * width + x + 1) * 3)
    }
  return { width, height, data }
}
const picture = async (input = annexInput(reports)) =>
  filesIn(await annexWorkbook(input)).get('xl/media/image1.png') ?? Buffer.alloc(0)

it('stands below every page of the report', async () => {
  const parts = unzip(await wordReport(smallReport(reports)))
  const feet = [...parts].filter(([name]) => /^word\/footer\d+\.xml$/u.test(name))
  // the first page has a foot of its own
  expect(feet).toHaveLength(2)
  for (const [name, xml] of feet) expect(xml, name).toContain(`Mã kiểm chứng: ${code}`)
})

describe('on the annex', () => {
  let book: ReadWorkbook
  beforeAll(async () => {
    book = readXlsx(await annexWorkbook(annexInput(reports, { origin })))
  })

  it('stands on the cover once and at the foot of every sheet', () => {
    const cover = [...book.sheet('Bìa').cells.values()].map(({ value }) => value)
    expect(cover.filter(value => String(value).includes(code))).toEqual([`Mã kiểm chứng: ${code}`])
    for (const { name, xml } of book.sheets)
      expect(/<oddFooter>([^<]*)</u.exec(xml)?.[1], name).toContain(`– ${code}&`)
    expect(book.parts.get('docProps/custom.xml')).toContain(`>${code}<`)
  })

  it('says where to ask when the pages have an address, and in the pane otherwise', async () => {
    const asked = (read: ReadWorkbook) =>
      [...read.sheet('Bìa').cells.values()].map(({ value }) => String(value)).join('\n')
    expect(asked(book)).toContain(`mở ${origin}/check.html`)
    const without = readXlsx(await annexWorkbook(annexInput(reports)))
    expect(asked(without)).toContain('“Tra mã kiểm chứng”')
    expect(asked(without)).not.toContain('check.html')
  })

  it('is read back from its QR code by another library', async () => {
    const withPage = pixelsOf(await picture(annexInput(reports, { origin })))
    expect(decodeQR(withPage)).toBe(`${origin}/check.html#${code}`)
    expect(decodeQR(pixelsOf(await picture()))).toBe(`CCHC ${code}`)
    // enough dots for 25 mm at 300 to the inch
    expect(withPage.width).toBeGreaterThan(295)
  })

  it('stands on cells that are as high together as they are wide', () => {
    const drawing = book.parts.get('xl/drawings/drawing1.xml') ?? ''
    const at = (name: string) =>
      [...drawing.matchAll(new RegExp(`<xdr:${name}>(\\d+)<`, 'gu'))].map(([, n]) => Number(n))
    const [[left = 0, right = 0], [top = 0, bottom = 0]] = [at('col'), at('row')]
    const { xml } = book.sheet('Bìa')
    const heights = [...xml.matchAll(/<row r="(\d+)"[^>]* ht="(\d+)"/gu)]
      .filter(([, r]) => Number(r) > top && Number(r) <= bottom)
      .map(([, , ht]) => Number(ht))
    expect(heights).toHaveLength(bottom - top)
    const widths = [...xml.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/gu)]
    const wide = Array.from({ length: right - left }, (_, i) => left + 1 + i)
      .map(c => widths.find(([, min, max]) => Number(min) <= c && c <= Number(max)))
      .reduce((sum, col) => sum + Number(col?.[3]), 0)
    const high = heights.reduce((sum, ht) => sum + ht, 0)
    // 5.25 points to a unit of width
    expect(Math.abs(high / (wide * 5.25) - 1)).toBeLessThan(0.02)
    expect(drawing).toContain(`descr="Mã QR ghi: ${origin}/check.html#${code}"`)
  })

  it('has the same bytes every time', async () => {
    const input = annexInput(reports, { origin })
    const [once, again] = [await annexWorkbook(input), await annexWorkbook(input)]
    expect(Buffer.from(once).equals(again)).toBe(true)
  })
})

it('a picture too long for one block of stored data is still read', () => {
  const modules = Array.from({ length: 100 }, (_, y) =>
    Array.from({ length: 100 }, (_, x) => (x * y) % 3 === 0),
  )
  const { width, data } = pixelsOf(Buffer.from(blackOnWhite(modules)))
  expect(width).toBe(800)
  for (const [x, y] of [
    [0, 0],
    [799, 799],
    [455, 614],
  ] as const) {
    const dark = modules[Math.floor(y / 8)]?.[Math.floor(x / 8)]
    expect(data[(y * width + x) * 3]).toBe(dark ? 0 : 255)
  }
})

it('other texts make other pictures', () => {
  const [one, other] = [qrPicture('CCHC KY3D1-0C89H'), qrPicture('CCHC KY3D1-0C89G')]
  expect(Buffer.from(one).equals(other)).toBe(false)
})
