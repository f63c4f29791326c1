/** What the annex says of how its figures came about: who was sent back, what the office adjusted, which audit entry is last. */
import { describe, expect, it } from 'vitest'
import type { Adjustment } from '../../shared/consolidate.ts'
import { notReported, numberFigure } from '../../shared/figure.ts'
import { type AnnexInput, annexWorkbook } from '../../worker/annex/annex.ts'
import type { Standing } from '../../worker/annex/units.ts'
import { agency, annexInput, mergedOf, reports } from './fixture.ts'
import { malformed, type ReadWorkbook, readXlsx } from './read-xlsx.ts'

const read = async (rest: Partial<AnnexInput>): Promise<ReadWorkbook> =>
  readXlsx(await annexWorkbook(annexInput(reports, rest)))
const texts = (book: ReadWorkbook, sheet: string) =>
  [...book.sheet(sheet).cells.values()].map(({ value }) => value).filter(v => v !== undefined)

/** The cells beside a unit's name in the cover's table: revision, state. */
function rowOf(book: ReadWorkbook, name: string): (string | number | undefined)[] {
  const { cells } = book.sheet('Bìa')
  const row = [...cells].find(([at, { value }]) => at.startsWith('B') && value === name)?.[0]
  return ['H', 'I'].map(column => cells.get(`${column}${row?.slice(1)}`)?.value)
}

const standing = (
  unit: string,
  state: Standing['state'],
  revision: number | null,
  counted = revision,
): Standing => ({ unit, state, revision, counted })

describe('the cover’s table', () => {
  it.each<[Standing, [number | undefined, string]]>([
    [standing('qltm', 'not-started', null), [undefined, 'Chưa nộp']],
    [standing('qltm', 'submitted', 1), [1, 'Đã nộp']],
    [standing('qltm', 'accepted', 3), [3, 'Đã duyệt']],
    [standing('qltm', 'returned', 1, null), [1, 'Bị trả lại – số liệu chưa tính']],
    [standing('qltm', 'returned', 3, 2), [3, 'Bị trả lại – tính theo bản 2']],
  ])('says where a unit stands: %j', async (unit, cells) => {
    expect(rowOf(await read({ units: [unit] }), 'Phòng Quản lý Thương mại')).toEqual(cells)
  })

  it('counts what was received, sent back or not', async () => {
    const units = [standing('van_phong', 'accepted', 1), standing('qltm', 'returned', 2, null)]
    expect(texts(await read({ units }), 'Bìa')).toContain('I. Đơn vị báo cáo (đã nhận 2/3)')
  })
})

describe('the sentence about the state', () => {
  const office = standing('van_phong', 'accepted', 1)
  const trade = standing('qltm', 'submitted', 1)
  const back = standing('qltm', 'returned', 1, null)
  const industry = standing('qlcn', 'submitted', 1)
  const [nameOfTrade, nameOfIndustry] = ['Phòng Quản lý Thương mại', 'Phòng Quản lý Công nghiệp']

  it.each<[AnnexInput['state'], Standing[], string]>([
    [
      'provisional',
      [office, trade, industry],
      'Bản tạm tính: các đơn vị đã nộp đủ, số liệu chưa chốt',
    ],
    [
      'provisional',
      [office, back],
      `Bản tạm tính: còn ${nameOfIndustry} chưa nộp; chưa tính số liệu bị trả lại của ${nameOfTrade}`,
    ],
    [
      'provisional',
      [office, back, industry],
      `Bản tạm tính: chưa tính số liệu bị trả lại của ${nameOfTrade}`,
    ],
    ['final', [office, trade, industry], 'Bản chính thức'],
    [
      'final',
      [office, back],
      `Bản chính thức; không có số liệu của ${nameOfIndustry}; không tính số liệu bị trả lại của ${nameOfTrade}`,
    ],
  ])('%s names who is left out and why', async (state, units, sentence) => {
    const book = await read({ state, units })
    expect(texts(book, 'Bìa')).toContain(sentence)
    expect(book.parts.get('docProps/custom.xml')).toContain(sentence)
  })

  it('does not call a unit left out whose earlier revision counts', async () => {
    const units = [office, standing('qltm', 'returned', 2, 1), industry]
    expect(texts(await read({ state: 'final', units }), 'Bìa')).toContain('Bản chính thức')
  })
})

describe('the head of the audit', () => {
  const hash = 'b1946ac92492d2347c6235b4d2611184a1e2c7f0c0b6f5d4e3a29180716253f4'

  it('stands on the cover in sixteen signs and in the properties in full', async () => {
    const book = await read({ auditHead: { seq: 1204, hash } })
    expect(texts(book, 'Bìa')).toContain('Nhật ký: mục số 1.204, mã B194-6AC9-2492-D234')
    expect(book.parts.get('docProps/custom.xml')).toContain(`mục số 1.204, mã ${hash}`)
    for (const [path, xml] of book.parts) expect(malformed(xml), path).toBeUndefined()
  })

  it('is not mentioned when there is none', async () => {
    const book = await read({})
    expect(texts(book, 'Bìa').filter(text => String(text).includes('Nhật ký'))).toEqual([])
    expect(book.parts.get('docProps/custom.xml')).not.toContain('Nhật ký')
  })
})

describe('the office’s adjustments', () => {
  const adjustment = (rest: Partial<Adjustment>): Adjustment => ({
    number: 1,
    place: { form: 'CCHC-1', row: 'articles_own_site' },
    value: numberFigure(-2),
    basis: numberFigure(7),
    reason: 'Trừ tin đăng trùng',
    by: 'Lê Thị Hà',
    at: '2025-04-15T18:00:00Z',
    ...rest,
  })
  const dossiers = (row: string, number: number, added: number, basis: number | null) =>
    adjustment({
      number,
      place: { form: 'KSTT-06a', row, column: 'received_online' },
      value: numberFigure(added),
      basis: basis === null ? notReported : numberFigure(basis),
      reason: `Đối chiếu ${row}`,
    })
  const adjusted = (...adjustments: Adjustment[]) =>
    read({ merged: mergedOf(agency, reports, undefined, adjustments) })

  /** Lines of "Nguồn số liệu" by the name of the figure, each cell under its heading. */
  function traced(book: ReadWorkbook): Map<string, Map<string, string | number | undefined>> {
    const { cells } = book.sheet('Nguồn số liệu')
    const columns = [...'ABCDEFGHIJ']
    const heads = columns.map(column => String(cells.get(`${column}3`)?.value ?? ''))
    const rows = [...cells.keys()].filter(at => /^C\d+$/u.test(at)).map(at => at.slice(1))
    return new Map(
      rows.map(row => [
        String(cells.get(`C${row}`)?.value),
        new Map(columns.map((column, i) => [heads[i] ?? '', cells.get(`${column}${row}`)?.value])),
      ]),
    )
  }
  const lineOf = (book: ReadWorkbook, start: string) =>
    [...traced(book)].find(([name]) => name.startsWith(start))?.[1]

  it('stand in a column of their own, with reason, name and day in the note', async () => {
    const book = await adjusted(adjustment({}))
    const row = annexInput(reports).index.indicators.get('articles_own_site')?.row
    expect(Object.fromEntries(lineOf(book, row?.name ?? '') ?? [])).toMatchObject({
      'Toàn Sở': 5,
      VP: 3,
      QLTM: 4,
      'Điều chỉnh': -2,
      'Ghi chú': expect.stringContaining('Điều chỉnh: Trừ tin đăng trùng (Lê Thị Hà, 16/4/2025)'),
    })
  })

  it('keep every added line a visible sum, totals of tables included', async () => {
    const book = await adjusted(adjustment({}), dossiers('T1', 2, 5, 20), dossiers('T2', 3, -1, 5))
    let added = 0
    for (const line of traced(book).values()) {
      if (line.get('Cách tổng hợp') !== 'Cộng' || typeof line.get('Toàn Sở') !== 'number') continue
      const parts = ['VP', 'QLTM', 'Điều chỉnh'].map(head => line.get(head))
      const sum = parts.reduce<number>((n, part) => n + (typeof part === 'number' ? part : 0), 0)
      expect(sum, String(line.get('Chỉ tiêu'))).toBe(line.get('Toàn Sở'))
      if (typeof line.get('Điều chỉnh') === 'number') added += 1
    }
    // one figure, two cells and their total
    expect(added).toBe(4)
    const total = lineOf(book, 'Tổng số – cột 4 ')
    expect([total?.get('Toàn Sở'), total?.get('Điều chỉnh')]).toEqual([29, 4])
    expect(total?.get('Ghi chú')).toContain('Đối chiếu T1')
    expect(total?.get('Ghi chú')).toContain('Đối chiếu T2')
  })

  it('make no unit a reporter, and without any there is no column', async () => {
    const only = mergedOf(agency, {}, undefined, [adjustment({ basis: notReported })])
    const book = readXlsx(await annexWorkbook(annexInput({}, { merged: only })))
    const heads = [...(lineOf(book, '')?.keys() ?? [])].filter(head => head !== '')
    expect(heads.slice(4)).toEqual(['Toàn Sở', 'Điều chỉnh', 'Ghi chú'])
    expect(texts(book, 'Bìa')).toContain('I. Đơn vị báo cáo (đã nhận 0/3)')
    expect(texts(await adjusted(), 'Nguồn số liệu')).not.toContain('Điều chỉnh')
    const lapsed = await adjusted(adjustment({ basis: numberFigure(6) }))
    expect(texts(lapsed, 'Nguồn số liệu')).not.toContain('Điều chỉnh')
  })
})
