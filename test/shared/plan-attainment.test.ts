/** Targets against merged figures: whether attained, and how many of what people count are lacking. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentFromWire, valuesOf } from '../../shared/content.ts'
import type { WireFigure } from '../../shared/figure.ts'
import { attainmentOf, gapOf } from '../../shared/plan/attainment.ts'
import type { Target } from '../../shared/plan/schema.ts'
import '../seed.ts'
import { agency, index } from '../fixtures/bac-giang.ts'

const target = (changed: Partial<Target> = {}): Target => ({
  ...{ code: 'M1', name: 'Tỷ lệ TTHC có hồ sơ trực tuyến', indicator: 'work_files_rate' },
  ...{ year: 2025, comparison: '>=', threshold: 90, unit: '%', lead: 'van_phong' },
  ...changed,
})
const standing = (figures: Record<string, WireFigure>, changed: Partial<Target> = {}) =>
  attainmentOf(
    index,
    agency,
    valuesOf(index, contentFromWire({ figures, tables: {}, narrative: {} })),
    target(changed),
    2025,
  )
const files = (online: WireFigure, total: WireFigure) => ({
  work_files_online: online,
  work_files_total: total,
})

describe('the gap', () => {
  const parts = fc
    .integer({ min: 1, max: 100_000 })
    .chain(total => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)))
  // up to four decimals, as plans and formulas have them
  const threshold = fc.integer({ min: 0, max: 1_000_000 }).map(n => n / 10_000)

  test('added attains a least share, and one fewer does not', () => {
    fc.assert(
      fc.property(parts, threshold, ([done, total], least) => {
        const aim = { threshold: least, comparison: '>=' } as const
        const gap = gapOf(done, total, aim)
        expect(gapOf(done + gap, total, aim)).toBe(0)
        if (gap > 0) expect(gapOf(done + gap - 1, total, aim)).toBe(1)
        expect(done + gap).toBeLessThanOrEqual(total)
      }),
      { numRuns: 300 },
    )
  })

  test('taken away attains a greatest share, and one fewer does not', () => {
    fc.assert(
      fc.property(parts, threshold, ([done, total], most) => {
        const aim = { threshold: most, comparison: '<=' } as const
        const gap = gapOf(done, total, aim)
        expect(gapOf(done - gap, total, aim)).toBe(0)
        if (gap > 0) expect(gapOf(done - gap + 1, total, aim)).toBe(1)
        expect(gap).toBeLessThanOrEqual(done)
      }),
      { numRuns: 300 },
    )
  })

  test('is 0 exactly where the share reaches the threshold', () => {
    fc.assert(
      fc.property(parts, threshold, ([done, total], least) => {
        // whole numbers below 2^53, so both sides are exact
        const reached = done * 1_000_000 >= Math.round(least * 10_000) * total
        expect(gapOf(done, total, { threshold: least, comparison: '>=' }) === 0).toBe(reached)
      }),
      { numRuns: 300 },
    )
  })
})

describe('what is said', () => {
  test('attained: no gap', () => {
    expect(standing(files(190, 194))).toMatchObject({ attained: true, gap: null, due: true })
    expect(standing(files(190, 194)).words).toBe(
      'Tỷ lệ TTHC có hồ sơ trực tuyến: đạt 97,94%, đạt mục tiêu năm 2025 (tối thiểu 90%)',
    )
  })

  test('missed: how many are lacking, in the unit people count, and who leads', () => {
    const found = standing(files(100, 152))
    expect(found).toMatchObject({ attained: false, gap: { count: 37, unit: 'hồ sơ' } })
    expect(found.words).toBe(
      'Tỷ lệ TTHC có hồ sơ trực tuyến: đạt 65,79%, chưa đạt mục tiêu năm 2025 (tối thiểu 90%), còn thiếu 37 hồ sơ; đơn vị chủ trì: Văn phòng',
    )
  })

  test('a share that only rounds to the target does not attain it, and shows why', () => {
    const found = standing(files(89_999, 100_000))
    expect(found).toMatchObject({ attained: false, gap: { count: 1, unit: 'hồ sơ' } })
    expect(found.words).toContain('đạt 89,999%, chưa đạt')
  })

  test('at most: how many are too many', () => {
    const found = standing(files(10, 100), { comparison: '<=', threshold: 5 })
    expect(found).toMatchObject({ attained: false, gap: { count: 5, unit: 'hồ sơ' } })
    expect(found.words).toContain('(tối đa 5%), vượt 5 hồ sơ')
  })

  test('a count is held against the target as it is', () => {
    const found = standing(
      { initiatives: 2 },
      { indicator: 'initiatives', threshold: 5, unit: 'sáng kiến' },
    )
    expect(found).toMatchObject({ value: 2, attained: false, gap: { count: 3, unit: 'sáng kiến' } })
    expect(found.words).toContain(
      'đạt 2 sáng kiến, chưa đạt mục tiêu năm 2025 (tối thiểu 5 sáng kiến)',
    )
  })

  test('a target of a later year is not missed yet', () => {
    const found = standing(files(100, 152), { year: 2030 })
    expect(found).toMatchObject({ due: false, attained: false })
    expect(found.words).toContain('hiện đạt 65,79%, hướng tới mục tiêu năm 2030')
  })

  test.each<[string, Record<string, WireFigure>, Partial<Target>, string]>([
    ['nothing to divide by', files(0, 0), {}, 'không phát sinh trong kỳ'],
    ['none arising', files({ state: 'none' }, { state: 'none' }), {}, 'không phát sinh trong kỳ'],
    ['nobody reported', {}, {}, 'chưa có số liệu báo cáo'],
    ['a part is missing', { work_files_online: 5 }, {}, 'chưa có số liệu báo cáo'],
    ['nothing measures it', {}, { indicator: null }, 'biểu mẫu chưa có chỉ tiêu để đo'],
    ['the forms no longer have it', {}, { indicator: 'gone' }, 'biểu mẫu chưa có chỉ tiêu để đo'],
    ['another unit of measure', files(1, 2), { unit: 'hồ sơ' }, 'tính theo đơn vị khác'],
  ])('cannot be told: %s', (_name, figures, changed, why) => {
    const found = standing(figures, changed)
    expect(found).toMatchObject({ attained: null, gap: null })
    expect(found.words).toContain(why)
    expect(found.words).toContain('nên chưa đánh giá được mục tiêu năm 2025')
  })
})
