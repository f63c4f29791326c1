/** What moved against the period before, and what of it is striking. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentFromWire, valuesOf, type WireContent } from '../../shared/content.ts'
import { isStriking, movements } from '../../shared/movements.ts'
import { placeText } from '../../shared/place.ts'
import { index } from '../fixtures/bac-giang.ts'

const values = (figures: WireContent['figures'], tables: WireContent['tables'] = {}) =>
  valuesOf(index, contentFromWire({ figures, tables, narrative: {} }))
const between = (...[before, after]: WireContent['figures'][]) =>
  movements(index, values(before ?? {}), values(after ?? {}))
const places = (found: ReturnType<typeof movements>) => found.map(one => placeText(one.place))

describe('movements', () => {
  test('counts move by percent of the earlier figure, the largest amount first', () => {
    const found = between(
      { articles_own_site: 4, dossiers_resolved: 300 },
      { articles_own_site: 10, dossiers_resolved: 322 },
    )
    expect(places(found)).toEqual(['dossiers_resolved', 'articles_own_site'])
    expect(found.map(one => one.change)).toEqual([(22 / 300) * 100, 150])
    expect(found.map(isStriking)).toEqual([false, true])
  })

  test('exactly half is not more than half', () => {
    const [half] = between({ articles_own_site: 10 }, { articles_own_site: 15 })
    expect(half && isStriking(half)).toBe(false)
  })

  test('something where nothing was is striking and has no percentage', () => {
    const [one] = between({ articles_own_site: { state: 'none' } }, { articles_own_site: 1 })
    expect(one).toMatchObject({ change: null })
    expect(one && isStriking(one)).toBe(true)
  })

  test('ratios move by points', () => {
    const [ratio] = between(
      { dossiers_resolved: 100, dossiers_on_time: 2 },
      { dossiers_resolved: 100, dossiers_on_time: 4 },
    ).filter(one => one.in === 'points')
    expect(ratio?.change).toBeCloseTo(2)
    expect(ratio && isStriking(ratio)).toBe(false)
  })

  test('a blank or "không áp dụng" on either side is no movement, choices never are', () => {
    expect(between({}, { articles_own_site: 9 })).toEqual([])
    const excused = { articles_own_site: { state: 'not-applicable' as const, why: 'Không giao' } }
    expect(between({ articles_own_site: 9 }, excused)).toEqual([])
  })

  test('tables move by their totals', () => {
    const dossiers = (n: number) => ({ 'KSTT-06a': { A: { received_online: n }, B: {} } })
    const found = movements(index, values({}, dossiers(10)), values({}, dossiers(30)))
    expect(places(found)).toContain('KSTT-06a//received_online')
  })

  test('nothing moves against itself, and the way back is the same length', () => {
    const figure = fc.record({
      articles_own_site: fc.nat(1000),
      dossiers_resolved: fc.nat(1000),
    })
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        expect(between(a, a)).toEqual([])
        expect(places(between(a, b)).sort()).toEqual(places(between(b, a)).sort())
      }),
    )
  })
})
