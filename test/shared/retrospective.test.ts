/** The review of several years: changes, best and worst years, what is missing, and the sentences (domain §4.3, T-08). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Content, emptyContent } from '../../shared/content.ts'
import { type Figure, fromWire, notReported, type WireFigure } from '../../shared/figure.ts'
import { areas, areasOf } from '../../shared/retrospective/areas.ts'
import { linesOf, type ReviewedLine } from '../../shared/retrospective/lines.ts'
import { chaptersOf } from '../../shared/retrospective/outline.ts'
import {
  type KnownYear,
  retrospectiveOf,
  yearsOf,
} from '../../shared/retrospective/retrospective.ts'
import { yearRolledUp } from '../../shared/retrospective/year.ts'
import { index } from '../fixtures/bac-giang.ts'

type Typed = Record<string, WireFigure>
const year = (of: number, figures: Typed): KnownYear => ({
  year: of,
  ...{ origin: 'typed', status: 'final' },
  words: `Nhập từ báo cáo năm ${of}`,
  figure: ({ key }) => fromWire(figures[key]),
})
const span = { from: 2021, to: 2025, base: 2020 }
/** 2023 is missing. */
const invented = (of: Record<number, Typed>) =>
  retrospectiveOf(
    index,
    'sct-thu',
    span,
    Object.entries(of).map(([at, figures]) => year(Number(at), figures)),
  )
const lineOf = (review: ReturnType<typeof invented>, key: string) => {
  const found = review.indicators.find(one => one.key === key)
  if (!found) throw new Error(`no line ${key}`)
  return found
}
const one = (key: string, values: Record<number, WireFigure>) =>
  lineOf(
    invented(
      Object.fromEntries(Object.entries(values).map(([at, value]) => [at, { [key]: value }])),
    ),
    key,
  )

describe('change against the base', () => {
  test('ratios change by points, with the values the points are between', () => {
    const rate = one('on_time_rate', { 2020: 86.6, 2021: 90, 2022: 99.5, 2024: 98, 2025: 99.1 })
    expect(rate.change).toEqual({ kind: 'points', value: 12.5, until: 2025 })
    expect(rate.words).toBe('Tăng 12,5 điểm phần trăm so với năm 2020 (từ 86,6% lên 99,1%)')
    expect([rate.best, rate.worst, rate.missing]).toEqual([2022, 2021, [2023]])
  })

  test('counts change by percent of the base, as the published 5/44 does', () => {
    const staff = one('officials_present', {
      2020: 44,
      2021: 43,
      2022: 42,
      2023: 41,
      2024: 40,
      2025: 39,
    })
    expect(staff.change?.kind).toBe('percent')
    expect(staff.change?.value).toBeCloseTo(-11.3636, 3)
    expect(staff.words).toBe('Giảm 11,4% (từ 44 xuống 39 người) so với năm 2020')
    // fewer staff is neither better nor worse by itself
    expect([staff.best, staff.worst]).toEqual([null, null])
  })

  test('a base of 0 or none gives no percent, and both are said', () => {
    const fromZero = one('initiatives', { 2020: { state: 'none' }, 2025: 4 })
    expect(fromZero.change).toBeNull()
    expect(fromZero.words).toContain('Từ 0 lên 4 sáng kiến so với năm 2020')
    const noBase = one('initiatives', { 2021: 2, 2025: 4 })
    expect(noBase.change).toBeNull()
    expect(noBase.words).toContain('Năm 2020 chưa có số liệu để so sánh; năm 2025 là 4 sáng kiến')
    expect(noBase.missing).toEqual([2020, 2022, 2023, 2024])
  })

  test('the last year that is there is the one compared, and is named', () => {
    const money = one('investment_plan', { 2020: 1000, 2022: 1250.5 })
    expect(money.change).toMatchObject({ kind: 'percent', until: 2022 })
    expect(money.words).toMatch(
      /^Tăng 25,1% \(từ 1\.000 lên 1\.250,5 triệu đồng\) so với năm 2020 đến năm 2022/u,
    )
  })

  test('nothing at all, not applicable and no change each have words of their own', () => {
    expect(one('initiatives', {}).words).toBe('Chưa có số liệu')
    expect(
      one('investment_plan', { 2025: { state: 'not-applicable', why: 'không được giao vốn' } })
        .words,
    ).toBe('Không áp dụng: không được giao vốn')
    expect(one('initiatives', { 2020: 3, 2025: 3 }).words).toContain(
      'Không đổi so với năm 2020 (3 sáng kiến)',
    )
  })
})

describe('best and worst', () => {
  test('where less is better the least is best', () => {
    const late = one('KSTT-06a.resolved_late', {
      2020: 9,
      2021: 5,
      2022: { state: 'none' },
      2025: 2,
    })
    expect([late.best, late.worst]).toEqual([2022, 2021])
  })
  test('one year, or years all alike, have neither', () => {
    expect(one('on_time_rate', { 2020: 90, 2025: 99 })).toMatchObject({ best: null, worst: null })
    expect(one('on_time_rate', { 2021: 99, 2025: 99 })).toMatchObject({ best: null, worst: null })
  })
  test('they are among the years of the span and hold the extremes, whatever the figures', () => {
    const rate = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined })
    fc.assert(
      fc.property(fc.array(rate, { minLength: 6, maxLength: 6 }), values => {
        const given = values.flatMap((value, i) => (value === undefined ? [] : [[2020 + i, value]]))
        const { best, worst } = one('on_time_rate', Object.fromEntries(given))
        const inSpan = values.slice(1).filter(value => value !== undefined)
        if (best === null || worst === null)
          return expect(new Set(inSpan).size).toBeLessThanOrEqual(1)
        expect(values[best - 2020]).toBe(Math.max(...inSpan))
        expect(values[worst - 2020]).toBe(Math.min(...inSpan))
      }),
      { numRuns: 60 },
    )
  })
})

describe('years', () => {
  test('the base comes first, unless it lies among the years', () => {
    expect(yearsOf(span)).toEqual([2020, 2021, 2022, 2023, 2024, 2025])
    expect(yearsOf({ from: 2021, to: 2023, base: 2021 })).toEqual([2021, 2022, 2023])
    expect(yearsOf({ from: 2021, to: 2022, base: 2015 })).toEqual([2015, 2021, 2022])
  })
  test('a year nothing is known of is said', () => {
    const { years } = invented({ 2020: {}, 2025: {} })
    expect(years[3]).toEqual({
      year: 2023,
      origin: 'missing',
      status: null,
      words: 'Chưa có số liệu năm 2023',
    })
  })
  test('a year that is there but lacks this figure is said in its sentence', () => {
    const review = invented({
      2020: { initiatives: 2, articles_own_site: 1 },
      2022: { articles_own_site: 1 },
      2025: { initiatives: 3, articles_own_site: 1 },
    })
    expect(lineOf(review, 'initiatives').words).toBe(
      'Tăng 50% (từ 2 lên 3 sáng kiến) so với năm 2020; chưa có số liệu năm 2022',
    )
  })
  test('values stand in the order of the years', () => {
    const { values } = one('initiatives', { 2020: 1, 2025: 6, 2022: { state: 'none' } })
    expect(values).toEqual([1, null, { state: 'none' }, null, null, 6])
  })
})

describe('a year out of its months', () => {
  const months = (figures: readonly (Typed | null)[]) =>
    figures.map((of, i) => ({
      period: `2024-M${String(i + 1).padStart(2, '0')}`,
      content: of && contentOf(of),
    }))
  const contentOf = (figures: Typed): Content => ({
    ...emptyContent,
    figures: new Map(Object.entries(figures).map(([key, figure]) => [key, fromWire(figure)])),
  })
  const line = (key: string): ReviewedLine => {
    const found = linesOf(index).find(one => one.key === key)
    if (!found) throw new Error(key)
    return found
  }
  const month = { dossiers_resolved: 10, dossiers_on_time: 9, officials_present: 40 }

  test('flows add, stocks are those of the last month, ratios are recomputed', () => {
    const all = Array.from({ length: 12 }, (_, i) => ({ ...month, officials_present: 40 - i }))
    const figure = yearRolledUp(index, months(all))
    const at = (key: string): Figure => figure(line(key))
    expect(at('dossiers_resolved')).toMatchObject({ value: 120 })
    expect(at('officials_present')).toMatchObject({ value: 29 })
    expect(at('on_time_rate')).toMatchObject({ value: 90 })
  })

  test('a sum that lacks a month is no year; the last stock and the ratio still are', () => {
    const ten = [...Array.from({ length: 10 }, () => month), null, null]
    const short = yearRolledUp(index, months(ten))
    expect(short(line('dossiers_resolved'))).toEqual(notReported)
    expect(short(line('officials_present'))).toMatchObject({ value: 40 })
    expect(short(line('on_time_rate'))).toMatchObject({ value: 90 })
    const hole = [month, null, ...Array.from({ length: 10 }, () => month)]
    expect(yearRolledUp(index, months(hole))(line('dossiers_resolved'))).toEqual(notReported)
  })
})

describe('the outline of the report', () => {
  const review = invented({
    2020: { on_time_rate: 99, satisfaction_rate: 90, 'KSTT-06a.resolved_late': 0 },
    2025: { on_time_rate: 95, satisfaction_rate: 96, 'KSTT-06a.resolved_late': 12 },
  })
  test('every form with figures belongs to an area the report has a section for', () => {
    const placed = areas.flatMap(({ forms }) => forms)
    for (const { form } of linesOf(index)) expect(placed).toContain(form)
    expect(areasOf(index)).toHaveLength(areas.length)
  })
  test('what got worse is a limitation, what got better a result', () => {
    const chapters = chaptersOf(index, review)
    const procedures = chapters.find(({ name }) => name.includes('thủ tục'))
    expect(procedures?.limits.join('\n')).toContain(
      'đúng hạn: giảm 4 điểm phần trăm so với năm 2020',
    )
    expect(procedures?.limits.join('\n')).toContain('từ 0 lên 12 hồ sơ')
    expect(procedures?.results).toEqual([])
    expect(chapters[0]?.results.join()).toContain('Mức độ hài lòng: tăng 6 điểm phần trăm')
    expect(chapters[0]?.limits).toEqual([])
  })
  test('a target that was missed is named where its form belongs', () => {
    const missed = [{ form: 'CCHC-4', words: 'Chưa đạt chỉ tiêu tinh giản 10%.' }]
    const chapter = chaptersOf(index, review, missed).find(one => one.missed.length > 0)
    expect(chapter?.name).toContain('tổ chức bộ máy')
  })
  test('an area without figures says so', () => {
    expect(chaptersOf(index, review).map(({ unknown }) => unknown)).toEqual([
      ...[false, true, false, true, true, true, true],
    ])
  })
})
