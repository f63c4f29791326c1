/** What the plain workbook is made of: any Excel since 2010, LibreOffice and WPS must open it, and only inputs may be changed. */
import { describe, expect, test } from 'vitest'
import { emptyContent, valuesOf } from '../../shared/content.ts'
import { layOutWorkbook } from '../../shared/layout.ts'
import { plainWorkbook } from '../../worker/plain/workbook.ts'
import { agency, index, seeded, viewOf } from './defects.ts'
import { malformed, readXlsx } from './read-xlsx.ts'
import { isError, recalculation } from './recalculated.ts'

const asOf = '2025-04-14T03:00:00Z'
const write = (unit: string) => plainWorkbook({ index, view: viewOf(unit), revision: 1, asOf })

/** Functions of Excel 2010 that LibreOffice and WPS have too; none that spills, none named after 2010. */
const plainFunctions = new Set(
  'IF AND OR NOT ISNUMBER ISERROR N ABS INT MAX SUM COUNT COUNTA COUNTIF INDEX MATCH LEFT MID TRIM LEN SUBSTITUTE FIND VALUE FIXED'.split(
    ' ',
  ),
)

describe.each(agency.units.map(({ key }) => key))('%s', async unit => {
  const view = viewOf(unit)
  const bytes = await write(unit)
  const book = readXlsx(bytes)
  const formulas = book.sheets.flatMap(({ name, cells }) =>
    [...cells].flatMap(([cell, { formula }]) =>
      formula === undefined ? [] : [{ name, cell, formula }],
    ),
  )

  test('is written the same again', async () => {
    expect(await write(unit)).toEqual(bytes)
  })

  test('is well-formed in every part', () => {
    for (const [path, xml] of book.parts)
      if (/\.(?:xml|rels)$/u.test(path)) expect(malformed(xml), path).toBeUndefined()
  })

  test('uses no function younger than Excel 2010, and no formula or text too long for it', () => {
    for (const { name, cell, formula } of formulas) {
      const bare = formula.replace(/"(?:[^"]|"")*"/gu, '""').replace(/'[^']*'/gu, '')
      for (const [, used = ''] of bare.matchAll(/([A-Z][A-Z0-9.]*)\(/gu))
        expect(plainFunctions.has(used), `${name}!${cell} ${used}`).toBe(true)
      expect(formula.length).toBeLessThan(8192)
      for (const [text] of formula.matchAll(/"(?:[^"]|"")*"/gu))
        expect(text.length).toBeLessThan(258)
    }
  })

  test('gives no error value, as filed and with every figure blank', async () => {
    const blank = {
      ...view,
      values: valuesOf(index, emptyContent, view.previous),
    }
    const empty = readXlsx(await plainWorkbook({ index, view: blank, revision: null, asOf }))
    for (const one of [book, empty]) {
      const { value } = recalculation(one)()
      for (const { name, cells } of one.sheets)
        for (const [cell, { formula }] of cells)
          if (formula !== undefined)
            expect(isError(value(name, cell)), `${name}!${cell}`).toBe(false)
    }
  })

  test('opens inputs and nothing else', () => {
    const styles = book.parts.get('xl/styles.xml') ?? ''
    const looks = [
      ...(/<cellXfs[^>]*>(.*?)<\/cellXfs>/su.exec(styles)?.[1] ?? '').matchAll(
        /<xf [^>]*?(?:\/>|>.*?<\/xf>)/gsu,
      ),
    ]
    const open = new Set(looks.flatMap(([xf], i) => (/locked="(?:0|false)"/u.test(xf) ? [i] : [])))
    const inputs = new Set(['input', 'inputText'])
    for (const layout of layOutWorkbook(index, view)) {
      const { cells, xml } = book.sheet(layout.sheet)
      expect(xml).toMatch(/<sheetProtection [^>]*sheet="1"/u)
      expect(xml).not.toMatch(/password|hashValue/u)
      layout.rows.forEach((row, r) => {
        row.forEach(({ style }, c) => {
          const cell = cells.get(`${String.fromCharCode(65 + c)}${r + 1}`)
          expect(
            cell !== undefined && open.has(cell.style),
            `${layout.sheet} ${r + 1},${c + 1}`,
          ).toBe(inputs.has(style))
        })
      })
    }
  })

  test('names the block of every form, and says whose it is', () => {
    const workbook = book.parts.get('xl/workbook.xml') ?? ''
    for (const { block, sheet } of layOutWorkbook(index, view)) {
      const range = new RegExp(`name="${block.name}"[^>]*>([^<]*)<`, 'u').exec(workbook)?.[1] ?? ''
      expect(range.replaceAll('$', '').replaceAll('&apos;', "'")).toBe(
        `'${sheet}'!${block.address}`,
      )
    }
    const custom = book.parts.get('docProps/custom.xml') ?? ''
    for (const known of [agency.key, unit, view.period, index.catalogue.id])
      expect(custom).toContain(`>${known}<`)
    expect(book.sheet('NhanDang').cells.get('B2')?.value).toBe(unit)
  })

  test('keeps what it thinks on out of sight', () => {
    const workbook = book.parts.get('xl/workbook.xml') ?? ''
    for (const sheet of ['SoLieu', 'PhepKiem', 'NhanDang'])
      expect(workbook).toMatch(new RegExp(`<sheet [^>]*name="${sheet}"[^>]*state="hidden"`, 'u'))
  })
})

test('a mistake is said in words beside its line, with the arithmetic, and on the first sheet', async () => {
  const view = viewOf('qltm')
  const typed = seeded(view, 'hai nơi không bằng nhau').filter(({ form }) => form === 'CCHC-3')
  const { value } = recalculation(readXlsx(await write('qltm')))(typed.flatMap(one => one.typed))
  expect(value('Biểu 3', 'H34')).toBe(
    'Lỗi: 262. Cột 7 biểu II.06a cộng được 254 + 1 + 0 = 255, lệch 7.',
  )
  const overview = ['B', 'C', 'D', 'E', 'F'].map(column => value('Kiểm tra', `${column}22`))
  expect(overview).toEqual([
    'Biểu 3',
    'E34',
    'Lỗi',
    '262. Cột 7 biểu II.06a cộng được 254 + 1 + 0 = 255, lệch 7.',
    'Sửa ô này hoặc các cột 8, 9, 10 biểu II.06a.',
  ])
})

test('a number kept as text is said to be one, which no sum would', async () => {
  const view = viewOf('qltm')
  const typed = seeded(view, 'số dạng chữ 1.234').filter(({ form }) => form === 'CCHC-2')
  const { value } = recalculation(readXlsx(await write('qltm')))(typed.flatMap(one => one.typed))
  expect(value('Biểu 2', 'H21')).toBe('Lỗi: “1.234” đang là chữ, không phải số; chưa được cộng.')
})

test('what only the server can judge is listed', async () => {
  const { value } = recalculation(readXlsx(await write('van_phong')))()
  const said = Array.from({ length: 80 }, (_, i) => value('Kiểm tra', `B${i + 1}`))
  expect(said).toContain('Số trong lời văn khớp với biểu')
  expect(said).toContain('Thời gian chốt số liệu của kỳ báo cáo')
})
