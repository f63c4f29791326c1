/** "Thay đổi": what is not as it was at the previous pull, and whose revision made the difference. */
import { describe, expect, it } from 'vitest'
import { numberFigure } from '../../shared/figure.ts'
import { type AnnexInput, annexWorkbook } from '../../worker/annex/annex.ts'
import { agency, annexInput, mergedOf, type Reports, reports } from './fixture.ts'
import { readXlsx } from './read-xlsx.ts'
import { linksIn, listIn } from './traced.ts'

type Pull = NonNullable<AnnexInput['previousPull']>

async function since(then: Reports, over: Partial<Pull> = {}, now: Partial<AnnexInput> = {}) {
  const previousPull: Pull = {
    takenAt: '2025-04-14T03:00:00Z',
    state: 'provisional',
    agency,
    merged: mergedOf(agency, then),
    revisions: new Map(Object.keys(then).map(unit => [unit, 2])),
    ...over,
  }
  const book = readXlsx(await annexWorkbook(annexInput(reports, { previousPull, ...now })))
  return { book, ...listIn(book, 'Thay đổi', 'Biểu') }
}
const { qltm: trade } = reports
const before: Reports = {
  ...reports,
  qltm: { ...trade, figures: { ...trade.figures, dossiers_on_time: 18, articles_own_site: 9 } },
}

describe('what changed since the previous pull', () => {
  it('is told figure by figure with before, now, difference, unit and revisions', async () => {
    const revisions = new Map([
      ['van_phong', 2],
      ['qltm', 1],
    ])
    const { book, rows, sentences, top } = await since(before, { revisions })
    expect(rows.find(row => row.Mã === '6.1')).toEqual({
      Biểu: 'Biểu 1',
      Mã: '6.1',
      'Chỉ tiêu': 'trên Cổng/Trang thông tin điện tử của Sở',
      Ô: expect.stringMatching(/^E\d+$/u),
      Trước: 12,
      Nay: 7,
      'Chênh lệch': -5,
      'Đơn vị làm thay đổi': 'QLTM (bản 1 → 2): 9 → 4',
    })
    // the rate follows from them
    expect(rows.find(row => row.Mã === '3.1')).toMatchObject({ Trước: 90, Nay: 100 })
    expect(sentences[1]).toBe(
      `So với lần lấy trước lúc 14/4/2025 10:00 (giờ Việt Nam): ${rows.length} số liệu thay đổi.`,
    )
    expect(sentences[2]).toBe('Đơn vị thay đổi bản: QLTM (bản 1 → 2).')
    const at = rows.findIndex(row => row.Mã === '6.1')
    expect(linksIn(book, 'Thay đổi').get(`D${top + 1 + at}`)).toBe(`'Biểu 1'!${rows[at]?.Ô}`)
  })

  it('is silent about figures that stayed', async () => {
    const { rows, sentences } = await since(reports)
    expect(rows).toEqual([])
    expect(sentences[1]).toContain('không có số liệu nào thay đổi')
    expect(sentences).toHaveLength(2)
  })

  it('tells parts that cancel each other out, which the total hides', async () => {
    const office = reports.van_phong
    const shifted: Reports = {
      van_phong: { ...office, figures: { ...office.figures, articles_own_site: 5 } },
      qltm: { ...trade, figures: { ...trade.figures, articles_own_site: 2 } },
    }
    const { rows } = await since(shifted)
    expect(rows.find(row => row.Mã === '6.1')).toMatchObject({
      Trước: 7,
      Nay: 7,
      'Chênh lệch': 0,
      'Đơn vị làm thay đổi': 'VP (bản 2): 5 → 3\nQLTM (bản 2): 2 → 4',
    })
  })

  it('tells units that came, lines of tables included, and units whose figures were taken out', async () => {
    const alone = await since({ van_phong: reports.van_phong })
    expect(alone.rows.find(row => row.Mã === 'T1 (4)')).toMatchObject({
      Trước: 'Chưa báo cáo',
      Nay: 20,
      'Đơn vị làm thay đổi': 'QLTM (bản 2, trước chưa tính): chưa báo cáo → 20',
    })
    const left = { van_phong: reports.van_phong }
    const { rows, sentences } = await since(reports, {}, annexInput(left))
    expect(sentences.join()).toContain('QLTM (bản 2 → không tính)')
    expect(rows.find(row => row.Mã === 'T1 (4)')).toMatchObject({
      Trước: 20,
      Nay: 'Chưa báo cáo',
    })
    // line by line, as the form has them, though nobody reports them any more
    const codes = rows.map(row => String(row.Mã)).filter(code => /^T\d/u.test(code))
    expect(codes).toEqual(codes.toSorted((x, y) => x.slice(0, 2).localeCompare(y.slice(0, 2))))
  })

  it('tells which section of the narrative a unit wrote anew', async () => {
    const narrative = { 'II.2': 'Phòng tiếp nhận 24 hồ sơ trực tuyến.' }
    const { rows, sentences } = await since({ ...reports, qltm: { ...trade, narrative } })
    expect(rows).toEqual([
      expect.objectContaining({
        Mã: 'II.2',
        Ô: expect.stringMatching(/^C\d+$/u),
        'Đơn vị làm thay đổi': 'Sửa lời văn: QLTM (bản 2)',
      }),
    ])
    expect(sentences[1]).toContain('không có số liệu nào thay đổi, 1 mục lời văn sửa đổi')
  })

  it('tells an adjustment under the office', async () => {
    const adjustment = {
      number: 1,
      place: { form: 'CCHC-1', row: 'articles_own_site' },
      value: numberFigure(-2),
      basis: numberFigure(7),
      reason: 'Trừ tin đăng trùng',
      by: 'Lê Thị Hà',
      at: '2025-04-15T18:00:00Z',
    }
    const merged = mergedOf(agency, reports, undefined, [adjustment])
    const { rows } = await since(reports, {}, { merged })
    expect(rows.find(row => row.Mã === '6.1')).toMatchObject({
      Trước: 7,
      Nay: 5,
      'Đơn vị làm thay đổi': 'Văn phòng (điều chỉnh): chưa báo cáo → -2',
    })
  })

  it('tells that a lock came in between', async () => {
    const { sentences } = await since(reports, {}, { state: 'final' })
    expect(sentences[2]).toBe('Lần trước là bản tạm tính, lần này là bản chính thức.')
  })

  it('says at the first pull that there is nothing before it', async () => {
    const book = readXlsx(await annexWorkbook(annexInput(reports)))
    const { sentences, rows } = listIn(book, 'Thay đổi', 'Biểu')
    expect(rows).toEqual([])
    expect(sentences[1]).toContain('lần đầu số liệu tổng hợp của kỳ này được lấy ra')
  })
})
