/** What the annex says of how its figures came about: who was sent back, what the office adjusted, which audit entry is last. */
import { describe, expect, it } from 'vitest'
import type { Adjustment } from '../../shared/consolidate.ts'
import { notReported, numberFigure } from '../../shared/figure.ts'
import { type AnnexInput, annexWorkbook } from '../../worker/annex/annex.ts'
import type { Standing } from '../../worker/annex/units.ts'
import { agency, annexInput, mergedOf, reports } from './fixture.ts'
import { malformed, type ReadWorkbook, readXlsx } from './read-xlsx.ts'
import { tracedIn } from './traced.ts'

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

  const figureOf = (book: ReadWorkbook, start: string) =>
    tracedIn(book).find(({ name }) => name.startsWith(start))
  const office = 'Văn phòng (điều chỉnh)'

  it('stand in a line of their own, with reason, name and time', async () => {
    const book = await adjusted(adjustment({}))
    const row = annexInput(reports).index.indicators.get('articles_own_site')?.row
    expect(figureOf(book, row?.name ?? '')).toMatchObject({
      total: 5,
      parts: [
        { unit: 'VP', value: 3, revision: '2' },
        { unit: 'QLTM', value: 4, revision: '2' },
        {
          unit: office,
          value: -2,
          by: 'Lê Thị Hà',
          at: '16/4/2025 01:00',
          why: expect.stringMatching(/^Trừ tin đăng trùng \(\d+\)$/u),
        },
      ],
    })
  })

  it('keep every added figure a visible sum, totals of tables included', async () => {
    const book = await adjusted(adjustment({}), dossiers('T1', 2, 5, 20), dossiers('T2', 3, -1, 5))
    let added = 0
    for (const { name, way, total, parts } of tracedIn(book)) {
      if (way !== 'Cộng' || typeof total !== 'number') continue
      const sum = parts.reduce((n, { value }) => n + (typeof value === 'number' ? value : 0), 0)
      expect(sum, name).toBe(total)
      if (parts.some(({ unit }) => unit === office)) added += 1
    }
    // one figure, two cells and their total
    expect(added).toBe(4)
    const total = figureOf(book, 'Tổng số – cột 4 ')
    const entered = total?.parts.filter(({ unit }) => unit === office)
    expect(total?.total).toBe(29)
    expect(entered?.map(({ value, why }) => [value, why])).toEqual([
      [5, expect.stringMatching(/^Đối chiếu T1 \(\d+\)$/u)],
      [-1, expect.stringMatching(/^Đối chiếu T2 \(\d+\)$/u)],
    ])
  })

  it('make no unit a reporter, and lapsed ones are no part', async () => {
    const only = mergedOf(agency, {}, undefined, [adjustment({ basis: notReported })])
    const book = readXlsx(await annexWorkbook(annexInput({}, { merged: only })))
    expect(tracedIn(book).flatMap(({ parts }) => parts.map(({ unit }) => unit))).toEqual([office])
    expect(texts(book, 'Bìa')).toContain('I. Đơn vị báo cáo (đã nhận 0/3)')
    const lapsed = await adjusted(adjustment({ basis: numberFigure(6) }))
    expect(texts(lapsed, 'Nguồn số liệu')).not.toContain(office)
  })
})

describe('figures of other days in one sum', () => {
  const says = ['Số liệu lấy từ ngày 15/3/2025 đến hết ngày 6/4/2025.']
  const windows = [{ unit: 'qltm', window: { from: '2025-03-15', to: '2025-04-06' }, says }]

  it('are announced on the cover and noted under the unit’s name', async () => {
    const book = await read({ windows })
    expect(texts(book, 'Bìa')).toContain(
      '1 đơn vị chốt số liệu khác ngày của kỳ hoặc không liền với kỳ trước, xem trang Giải trình.',
    )
    const notes = texts(book, 'Giải trình')
    expect(notes).toEqual(expect.arrayContaining(['Ngày chốt số liệu', 'QLTM', ...says]))
  })

  it('are not spoken of where every unit kept to the period', async () => {
    const book = await read({})
    expect(texts(book, 'Bìa').join()).not.toContain('khác ngày')
    expect(texts(book, 'Giải trình')).not.toContain('Ngày chốt số liệu')
  })
})
