/** Form sheets of the annex: heading, comparisons, states that are never 0 nor blank, signatures, formulas that hold. */
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { isNumericColumn } from '../../shared/catalogue/catalogue.ts'
import { isReported } from '../../shared/figure.ts'
import { layOutWorkbook, type SheetLayout } from '../../shared/layout.ts'
import { type AnnexInput, annexWorkbook } from '../../worker/annex/annex.ts'
import { rowBreaks } from '../../worker/paper/page.ts'
import type { PaperSheet } from '../../worker/paper/sheet.ts'
import { agency, annexInput, demoInput, hasDemo, index, mergedOf, reports } from './fixture.ts'
import { type ReadWorkbook, readXlsx } from './read-xlsx.ts'
import { recalculation } from './recalculated.ts'

const cellsIn = (book: ReadWorkbook, sheet: string) => [...book.sheet(sheet).cells]
const texts = (book: ReadWorkbook, sheet: string) =>
  cellsIn(book, sheet).map(([, { value }]) => value)

/** "General", "#,##0;…" of a cell, as styles.xml has it. */
function formatOf(book: ReadWorkbook, sheet: string, at: string): string {
  const styles = book.parts.get('xl/styles.xml') ?? ''
  const formats = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/gu)].map(([, id, code]) => [
      id,
      (code ?? '').replaceAll('&quot;', '"'),
    ]),
  )
  const looks = [
    ...(/<cellXfs[^>]*>(.*?)<\/cellXfs>/su.exec(styles)?.[1] ?? '').matchAll(/<xf ([^>]*)>/gu),
  ]
  const look = looks[book.sheet(sheet).cells.get(at)?.style ?? 0]?.[1] ?? ''
  return formats.get(/numFmtId="(\d+)"/u.exec(look)?.[1] ?? '') ?? ''
}

const layouts = ({ merged, previous, lastYear, ...rest }: AnnexInput): SheetLayout[] =>
  layOutWorkbook(rest.index, {
    agency: rest.agency,
    unit: null,
    period: rest.period,
    window: rest.window,
    values: merged.values,
    ...(previous ? { previous } : {}),
    ...(lastYear ? { lastYear } : {}),
  })

const cases: (readonly [string, () => AnnexInput])[] = [
  ['three units', () => annexInput(reports)],
  ...(hasDemo ? [['the demo agency', demoInput] as const] : []),
]

describe.each(cases)('forms of %s', (_name, make) => {
  let input: AnnexInput
  let book: ReadWorkbook
  beforeAll(async () => {
    input = make()
    book = readXlsx(await annexWorkbook(input))
  })

  it('shows a figure nobody reported neither as 0 nor as a blank', () => {
    let silent = 0
    for (const layout of layouts(input))
      for (const { place } of layout.rows.flat()) {
        const at = place && layout.cellOf(place)
        if (!place || !at || input.index.forms.get(layout.form)?.layout === 'narrative') continue
        const { values } = input.merged
        const column = input.index.tables.get(place.form)?.columns.find(c => c.key === place.column)
        if (column && !isNumericColumn(column)) continue
        const cell =
          place.column === undefined
            ? values.figure(place.row)
            : place.row === ''
              ? values.total(place.form, place.column)
              : values.cell(place.form, place.row, place.column)
        if (cell.state === 'text' || isReported(cell)) continue
        expect(book.sheet(layout.sheet).cells.get(at)?.value, `${layout.sheet} ${at}`).toBe(
          'Chưa báo cáo',
        )
        silent += 1
      }
    expect(silent).toBeGreaterThan(30)
  })

  it('carries in every formula the value it gives when worked out again', () => {
    const again = recalculation(book)()
    let formulas = 0
    for (const { name, cells } of book.sheets)
      for (const [at, { formula, value }] of cells) {
        if (formula === undefined) continue
        const found = again.value(name, at)
        if (typeof value === 'number') expect(found, `${name} ${at}`).toBeCloseTo(value, 9)
        else expect(found ?? '', `${name} ${at}`).toBe(value ?? '')
        formulas += 1
      }
    expect(formulas).toBeGreaterThan(200)
  })

  it('ends every form of figures with who signs, and no prose', () => {
    for (const { sheet, layout } of input.index.catalogue.forms) {
      const signed = ['NGƯỜI LẬP BIỂU', 'THỦ TRƯỞNG ĐƠN VỊ'].map(words =>
        texts(book, sheet).includes(words),
      )
      expect(signed, sheet).toEqual(layout === 'narrative' ? [false, false] : [true, true])
    }
  })
})

describe('the heading', () => {
  it('names superior, agency, annex, number, report, period and measure', async () => {
    const book = readXlsx(await annexWorkbook(annexInput(reports)))
    const attached =
      '(Kèm theo Báo cáo số ……/BC-SCT ngày …… tháng …… năm …… của Sở Công Thương Mẫu)\nKỳ báo cáo: Tháng 4/2025 (số liệu từ 15/3/2025 đến hết 14/4/2025)'
    expect(texts(book, 'Biểu II.06a').slice(0, 7).filter(Boolean)).toEqual(
      expect.arrayContaining([
        'UBND TỈNH MẪU',
        'PHỤ LỤC',
        'SỞ CÔNG THƯƠNG',
        'Biểu số II.06a/VPCP/KSTT',
      ]),
    )
    expect(texts(book, 'Biểu II.06a')).toEqual(
      expect.arrayContaining([attached, 'Đơn vị tính: Số hồ sơ TTHC']),
    )
    expect(texts(book, 'Biểu 3')).toEqual(expect.arrayContaining(['Biểu 3', attached]))
    expect(texts(book, 'Lời văn')).toContain(attached)
  })

  it('keeps the column groups and the row of column numbers of II.06a', async () => {
    const { cells, merges } = readXlsx(await annexWorkbook(annexInput(reports))).sheet(
      'Biểu II.06a',
    )
    const numbers = [...'ABCDEFGHIJKLM'].map(column => cells.get(`${column}9`)?.value)
    expect(numbers).toEqual(Array.from({ length: 13 }, (_, i) => `(${i + 1})`))
    expect(cells.get('C6')?.value).toBe('Số lượng hồ sơ tiếp nhận')
    expect(merges).toEqual(expect.arrayContaining(['C6:F6', 'D7:E7', 'G6:J6', 'K6:M6']))
  })
})

describe('comparisons', () => {
  const before = mergedOf(agency, {
    van_phong: { figures: { tthc_one_stop: 120, initiatives: 2 } },
  })
  const yearBefore = mergedOf(agency, { van_phong: { figures: { tthc_one_stop: 90 } } })
  const input = annexInput(reports, { previous: before.values, lastYear: yearBefore.values })
  const layout = layouts(input).find(({ form }) => form === 'CCHC-3')
  const lineOf = (row: string) =>
    (layout?.cellOf({ form: 'CCHC-3', row }) ?? '').replace(/\D/gu, '')

  it('prints last period, the same period last year and the change against last period', async () => {
    const { cells } = readXlsx(await annexWorkbook(input)).sheet('Biểu 3')
    const row = lineOf('tthc_one_stop')
    expect([...'DEFG'].map(column => cells.get(`${column}${row}`)?.value)).toEqual([
      120, 126, 90, 6,
    ])
    expect(cells.get('F6')?.value).toBe('Cùng kỳ năm trước')
    const unknown = lineOf('tthc_interconnected')
    expect([...'DFG'].map(column => cells.get(`${column}${unknown}`)?.value)).toEqual([
      'Chưa báo cáo',
      'Chưa báo cáo',
      '…',
    ])
  })

  it('takes "không phát sinh" of a count for 0 in a change, and says which figures cannot be compared', async () => {
    const book = readXlsx(await annexWorkbook(input))
    const form = layouts(input).find(one => one.form === 'CCHC-1')
    const row = (form?.cellOf({ form: 'CCHC-1', row: 'initiatives' }) ?? '').replace(/\D/gu, '')
    const { cells } = book.sheet('Biểu 1')
    expect([...'DEG'].map(column => cells.get(`${column}${row}`)?.value)).toEqual([
      2,
      'Không phát sinh',
      -2,
    ])
    expect(texts(book, 'Biểu 1')).toContain(
      'Ký hiệu: “…” kỳ ấy chưa có số liệu hoặc không so sánh được.',
    )
  })

  it('leaves the sheets units fill as they were: seven columns, figures in the same cells', () => {
    const { merged, ...rest } = input
    const unit = layOutWorkbook(index, { ...rest, unit: 'van_phong', values: merged.values })
    const own = unit.find(({ form }) => form === 'CCHC-3')
    expect(own?.widths).toHaveLength(7)
    const place = { form: 'CCHC-3', row: 'tthc_one_stop' }
    expect(own?.cellOf(place)).toBe(layout?.cellOf(place))
    const blank = unit.flatMap(({ rows }) => rows.flat()).filter(({ sign }) => sign !== undefined)
    expect(blank).toEqual([])
  })
})

describe('signs of wide tables', () => {
  const half = {
    ...reports,
    qltm: {
      tables: {
        'KSTT-06a': {
          T1: {
            received_online: 4,
            received_direct: { state: 'none' },
            carried_over: { state: 'not-applicable', why: 'lĩnh vực mới' },
          },
        },
      },
    },
  } as const

  it('stand for the words the cells keep, with a legend and the reasons below', async () => {
    const input = annexInput(half)
    const book = readXlsx(await annexWorkbook(input))
    const form = layouts(input).find(one => one.form === 'KSTT-06a')
    const shown = (row: string, column: string) => {
      const at = form?.cellOf({ form: 'KSTT-06a', row, column }) ?? ''
      const value = book.sheet('Biểu II.06a').cells.get(at)?.value
      return [value, formatOf(book, 'Biểu II.06a', at).split(';')[3]]
    }
    expect(shown('T1', 'received_direct')).toEqual(['Không phát sinh', '"-"'])
    expect(shown('T1', 'carried_over')).toEqual(['Không áp dụng: lĩnh vực mới', '"x"'])
    expect(shown('T1', 'resolved_early')).toEqual(['Chưa báo cáo', '"…"'])
    expect(texts(book, 'Biểu II.06a')).toContain(
      'Ký hiệu: “-” không phát sinh; “x” không áp dụng (lĩnh vực mới); “…” chưa báo cáo.',
    )
  })

  it('give a line to a field whose units are silent', async () => {
    const book = readXlsx(await annexWorkbook(annexInput(half)))
    const cells = cellsIn(book, 'Biểu II.06a')
    const silent = cells.find(([, { value }]) => value === 'An toàn thực phẩm')?.[0].slice(1)
    expect(cells.find(([at]) => at === `D${silent}`)?.[1].value).toBe('Chưa báo cáo')
  })

  it('say of a table without lines whether there was nothing or nobody spoke', async () => {
    const listed = { ...half, qlcn: { tables: { 'TTHC-DS': {} } } }
    const sheet = 'DS TTHC có hồ sơ'
    expect(texts(readXlsx(await annexWorkbook(annexInput(half))), sheet)).toContain(
      'Chưa có đơn vị nào báo cáo biểu này.',
    )
    expect(texts(readXlsx(await annexWorkbook(annexInput(listed))), sheet)).toContain(
      'Không phát sinh.',
    )
  })
})

describe('signatures on paper', () => {
  const paper = (rows: number, keptTogether: number): PaperSheet => ({
    sheet: 'Biểu',
    landscape: false,
    widths: [80],
    rows: Array.from({ length: rows }, () => []),
    merges: [],
    frozenRows: 7,
    headerTop: 6,
    keptTogether,
  })
  const page = ((297 - 40) / 25.4) * 72

  it('stay whole and with a row of the table, whether a renderer gets 2 % less or 14 % more onto a page', () => {
    const heights = fc.array(fc.integer({ min: 15, max: 60 }), { minLength: 15, maxLength: 90 })
    fc.assert(
      fc.property(heights, fc.constantFrom(0.98, 1, 1.05, 1.08, 1.14), (found, part) => {
        const block = found.length - 5
        const forced = new Set(rowBreaks(paper(found.length, block), [80], found).rowBreaks)
        const repeated = found.slice(5, 7).reduce((sum, points) => sum + points, 0)
        const whole = found.reduce((sum, points) => sum + points, 0)
        // drawn onto one page when little is missing
        fc.pre(whole > page * 1.25)
        let left = page * part
        let start = 0
        found.forEach((points, r) => {
          if (points > left || forced.has(r - 1)) {
            left = page * part - repeated
            start = r
          }
          left -= points
        })
        expect(start).toBeLessThanOrEqual(block - 2)
      }),
      { numRuns: 5000 },
    )
  })
})
