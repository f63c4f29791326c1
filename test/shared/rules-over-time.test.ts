// Rules over time on invented periods: what is compared with what, what a gap means, and when a figure is unlike itself.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexCatalogue } from '../../shared/catalogue/catalogue.ts'
import { contentFromWire, valuesOf, type WireContent } from '../../shared/content.ts'
import { closedBefore, periodsBefore } from '../../shared/period.ts'
import { check, type Outcome, type Reason } from '../../shared/rules/engine.ts'
import { historyOf } from '../../shared/rules/history.ts'
import { index as shipped } from '../fixtures/bac-giang.ts'

type Filed = Partial<Omit<WireContent, 'narrative'>> & { readonly text?: string }
type Stored = Readonly<Record<string, Filed>>

const naming = { rowName: (_form: string, row: string) => row, unitName: (unit: string) => unit }
const wire = ({ figures = {}, tables = {}, text }: Filed): WireContent => ({
  figures,
  tables,
  narrative: text === undefined ? {} : { 'II.6.g': text },
})

/** One period judged beside everything stored, as pane and server do it. */
function judged(stored: Stored, period: string, reasons: Reason[] = [], index = shipped): Outcome {
  const valuesIn = (key: string) => {
    const filed = stored[key]
    return filed && valuesOf(index, contentFromWire(wire(filed)))
  }
  const before = closedBefore(period).flatMap(key => valuesIn(key) ?? [])[0]
  const past = periodsBefore(period, 12).flatMap(key => {
    const filed = stored[key]
    return filed ? [{ period: key, figures: {}, tables: {}, ...filed }] : []
  })
  const content = contentFromWire(wire(stored[period] ?? {}))
  const values = valuesOf(index, content, before)
  const history = historyOf(index, period, past)
  return check(index, { level: 'unit', period, values, history }, { naming, reasons })
}
const said = (outcome: Outcome, rule: string) =>
  outcome.results.filter(finding => finding.rule === rule).map(({ message }) => message)
const judgedBy = (outcome: Outcome, rule: string) =>
  outcome.aggregates.find(one => one.rule === rule)?.checked

const dossiers = (cells: Record<string, number>): Filed => ({
  tables: { 'KSTT-06a': { HC: cells } },
})
const closing = (pending: number) => dossiers({ pending_in_time: pending, pending_overdue: 0 })
const opening = (carried: number) => dossiers({ carried_over: carried })

describe('the opening is held against the close before it', () => {
  test.each([
    ['2025-M04', '2025-M03'],
    ['2025-M01', '2024-M12'],
    ['2025-Q3', '2025-Q2'],
    ['2025-Q1', '2024-Q4'],
    ['2025-6M', '2024-Y'],
    ['2025-6M', '2024-M12'],
    ['2025-9M', '2024-Y'],
    ['2025-Y', '2024-Y'],
    ['2025-Y', '2024-Q4'],
  ])('of %s: %s', (period, before) => {
    expect(said(judged({ [before]: closing(6), [period]: opening(7) }, period), 'T-01')).toEqual([
      expect.stringContaining('là 6, lệch 1.'),
    ])
    expect(said(judged({ [before]: closing(6), [period]: opening(6) }, period), 'T-01')).toEqual([])
  })

  test.each([
    ['2025-M04', '2025-M02'],
    ['2025-M04', '2025-Q1'],
    ['2025-Q3', '2025-Q1'],
    ['2025-Q3', '2025-M06'],
    ['2025-6M', '2024-6M'],
    ['2025-9M', '2025-6M'],
    ['2025-Y', '2025-9M'],
    ['2025-Y', '2024-M11'],
  ])('of %s says nothing beside %s alone', (period, other) => {
    const outcome = judged({ [other]: closing(6), [period]: opening(7) }, period)
    expect(judgedBy(outcome, 'T-01')).toBe(0)
    expect(said(outcome, 'T-01')).toEqual([])
  })

  test('the year before goes before its last month', () => {
    const stored = { '2024-M12': closing(9), '2024-Y': closing(6), '2025-6M': opening(6) }
    expect(said(judged(stored, '2025-6M'), 'T-01')).toEqual([])
  })

  test('a late correction of the software is a note, never a block', () => {
    const stored = { '2025-M03': closing(6), '2025-M04': opening(7) }
    const at = 'KSTT-06a/HC/carried_over'
    const text = 'Phần mềm ghi bổ sung một hồ sơ của tháng 3'
    expect(judged(stored, '2025-M04').verdict).toBe('needs-reason')
    expect(judged(stored, '2025-M04', [{ rule: 'T-01', at, text }]).verdict).toBe('accepted')
  })
})

describe('procedures follow from those of the period before', () => {
  const procedures = (own: number, more = {}): Filed => ({
    figures: {
      ...{ tthc_one_stop: own, tthc_interconnected: 16, tthc_by_central: 24, tthc_by_local: 0 },
      ...more,
    },
  })
  test('the arithmetic is shown', () => {
    const now = procedures(130, { tthc_new: 3, tthc_abolished: 1 })
    const stored = { '2025-M03': procedures(126), '2025-M04': now }
    expect(said(judged(stored, '2025-M04'), 'T-04')).toEqual([
      expect.stringContaining('166 + 3 - 1 = 168, lệch 2.'),
    ])
  })
  test('a whole year adds to the year before', () => {
    const now = procedures(140, { tthc_new: 20, tthc_abolished: 6 })
    expect(said(judged({ '2024-Y': procedures(126), '2025-Y': now }, '2025-Y'), 'T-04')).toEqual([])
  })
})

describe('what never falls and what never changes', () => {
  const done = (money: number): Filed => ({ figures: { investment_done: money } })
  test('a sum through the year is held against the last one told, gap or not', () => {
    const stored = { '2025-M01': done(900), '2025-M02': {}, '2025-M05': done(850) }
    expect(said(judged(stored, '2025-M05'), 'T-03')).toEqual([
      expect.stringContaining('850. Số lũy kế đã báo cáo Tháng 1/2025 là 900, thiếu 50.'),
    ])
  })
  test('and begins anew with the year', () => {
    const stored = { '2024-M12': done(9000), '2025-M01': done(40) }
    expect(said(judged(stored, '2025-M01'), 'T-03')).toEqual([])
    // quarters say nothing of months
    expect(
      said(judged({ '2025-Q1': done(900), '2025-M04': done(850) }, '2025-M04'), 'T-03'),
    ).toEqual([])
  })

  const base = (people: number): Filed => ({ figures: { officials_base: people } })
  test('a base year may not change within a year, and only with a reason between years', () => {
    const within = judged({ '2025-M02': base(44), '2025-M03': base(40) }, '2025-M03')
    expect(within.verdict).toBe('rejected')
    expect(said(within, 'T-05')).toEqual([
      expect.stringContaining('40. Số của năm mốc đã báo cáo Tháng 2/2025 là 44, lệch 4.'),
    ])
    const between = judged({ '2025-M12': base(44), '2026-M01': base(40) }, '2026-M01')
    expect(between.verdict).toBe('needs-reason')
    expect(said(between, 'T-05')).toEqual([])
    expect(said(between, 'T-05-STAGE')).toHaveLength(1)
  })

  test('a new row has the rule by saying so itself', () => {
    const forms = shipped.catalogue.forms.map(form =>
      form.id === 'CCHC-7' && form.layout === 'indicators'
        ? {
            ...form,
            rows: form.rows.map(row =>
              row.key === 'documents_out' ? { ...row, overTime: 'cumulative' as const } : row,
            ),
          }
        : form,
    )
    const index = indexCatalogue({ ...shipped.catalogue, forms })
    const sent = (n: number): Filed => ({ figures: { documents_out: n } })
    const stored = { '2025-M03': sent(300), '2025-M04': sent(290) }
    expect(said(judged(stored, '2025-M04'), 'T-03')).toEqual([])
    expect(said(judged(stored, '2025-M04', [], index), 'T-03')).toHaveLength(1)
  })
})

describe('a figure unlike itself', () => {
  const usual = [268, 251, 290, 233, 331, 275, 210, 262, 284, 301, 247, 268]
  const received = (n: number) => dossiers({ received_online: n })
  const following = (figures: readonly number[], now: number): Outcome => {
    const before = periodsBefore('2025-M04', figures.length)
    const stored = Object.fromEntries(figures.map((n, i) => [before[i] ?? '', received(n)]))
    return judged({ ...stored, '2025-M04': received(now) }, '2025-M04')
  }

  test('is said with what it usually is, and has to be explained when it is far off', () => {
    const outcome = following(usual, 1290)
    expect(outcome.verdict).toBe('needs-reason')
    expect(said(outcome, 'TRD-02')).toEqual([
      'Biểu II.06a, dòng “HC”, cột 4 “Số lượng hồ sơ tiếp nhận – Trong kỳ – Trực tuyến”: 12 kỳ trước từ 210 đến 331, trung vị 268; kỳ này 1.290, gấp 4,8 lần trung vị. Sửa số liệu, hoặc nêu lý do, ví dụ việc gì đã làm số liệu thay đổi.',
    ])
    expect(said(outcome, 'TRD-01')).toEqual([])
  })
  test('nearer by it is only a remark', () => {
    const outcome = following(usual, 750)
    expect(outcome.verdict).toBe('clean')
    expect(said(outcome, 'TRD-01')).toHaveLength(1)
  })
  test('explained, it stays explained until it changes', () => {
    const text = 'Chuyển hồ sơ của cấp huyện về Sở từ tháng 4'
    const reason = { rule: 'TRD-02', at: 'KSTT-06a/HC/received_online', text }
    const stored = Object.fromEntries(
      periodsBefore('2025-M04', 12).map((key, i) => [key, received(usual[i] ?? 0)]),
    )
    const now = (n: number, boundTo: string) =>
      judged({ ...stored, '2025-M04': received(n) }, '2025-M04', [{ ...reason, boundTo }]).verdict
    expect(now(1290, '1290')).toBe('accepted')
    expect(now(1390, '1290')).toBe('needs-reason')
  })
  test.each([
    ['five periods are not enough', usual.slice(0, 5), 1290],
    ['mostly nothing tells nothing', [0, 0, 12, 0, 0, 9, 0, 11, 0, 0, 14, 0], 60],
    ['a handful more is nothing', [3, 1, 4, 2, 3, 2, 5, 1, 2, 3, 4, 2], 15],
  ])('%s', (_what, figures, now) => {
    const outcome = following(figures, now)
    expect([...said(outcome, 'TRD-01'), ...said(outcome, 'TRD-02')]).toEqual([])
  })

  const year = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 6, maxLength: 12 })
  test('never inside what it was before', () => {
    fc.assert(
      fc.property(year, fc.double({ min: 0, max: 1, noNaN: true }), (figures, share) => {
        const [least, most] = [Math.min(...figures), Math.max(...figures)]
        const outcome = following(figures, Math.round(least + share * (most - least)))
        expect([...said(outcome, 'TRD-01'), ...said(outcome, 'TRD-02')]).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
  test('always when it is typed in thousands where months are alike', () => {
    const alike = fc.integer({ min: 20, max: 3000 }).chain(level =>
      fc.array(fc.integer({ min: Math.ceil(level * 0.7), max: Math.ceil(level * 1.3) }), {
        minLength: 6,
        maxLength: 12,
      }),
    )
    fc.assert(
      fc.property(alike, figures => {
        expect(said(following(figures, (figures[0] ?? 0) * 1000), 'TRD-02')).toHaveLength(1)
      }),
      { numRuns: 150 },
    )
  })
})

describe('rates over time in the narrative', () => {
  const online = (n: number, text?: string): Filed => ({
    figures: { dossiers_online: n, dossiers_new: 100 },
    ...(text === undefined ? {} : { text }),
  })
  const told = (text: string, lastYear = false) =>
    said(
      judged(
        { [lastYear ? '2024-M04' : '2025-M03']: online(50), '2025-M04': online(60, text) },
        '2025-M04',
      ),
      'T-06',
    )
  test('percent of a percentage is asked about, with what the stored figures say', () => {
    expect(told('Tỷ lệ hồ sơ trực tuyến đạt 60%, tăng 20% so với tháng trước.')).toEqual([
      expect.stringContaining(
        'Tháng 3/2025 là 50%, kỳ này 60%, chênh lệch 10 điểm phần trăm, tức 20% của tỷ lệ ấy.',
      ),
    ])
  })
  test.each([
    ['points', 'tăng 10 điểm phần trăm so với tháng trước', []],
    ['points of the year before', 'tăng 10 điểm % so với cùng kỳ năm trước', []],
    ['points that are not those', 'tăng 20 điểm phần trăm so với tháng trước', [expect.anything()]],
    ['the wrong way', 'giảm 10 điểm phần trăm so với tháng trước', [expect.anything()]],
    ['a share', 'tăng 20% (tương đối) so với tháng trước', []],
    ['a period that is not stored', 'tăng 44 điểm phần trăm so với năm 2019', []],
  ])('%s', (_what, words, expected) => {
    const text = `Tỷ lệ hồ sơ trực tuyến đạt 60%, ${words}.`
    expect(told(text, text.includes('cùng kỳ'))).toEqual(expected)
  })
})
