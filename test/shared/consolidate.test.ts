// Merging over units, one way per kind (domain §5.1): what is added, whose figure stands, what is never added silently.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { playsRole } from '../../shared/catalogue/catalogue.ts'
import { consolidate } from '../../shared/consolidate.ts'
import { toWire, type WireFigure } from '../../shared/figure.ts'
import { index } from '../fixtures/bac-giang.ts'
import { agency, anyContent, image, inputs, merge, none, submitted, value } from './merging.ts'

describe('figures', () => {
  test.each<[string, string, Record<string, WireFigure>, WireFigure | null]>([
    ['sum adds numbers', 'initiatives', { vp: 1, p1: 2, p2: 4 }, 7],
    ['sum counts none arising as 0', 'initiatives', { vp: 1, p1: none }, 1],
    [
      'sum of nothing but none arising is none arising',
      'initiatives',
      { vp: none, p1: none },
      none,
    ],
    ['sum of blanks stays blank', 'initiatives', {}, null],
    ['owner: the owner’s figure stands', 'officials_quota', { vp: 136 }, 136],
    ['owner: a stranger’s figure is not taken', 'officials_quota', { p1: 9 }, null],
    ['owner: a second figure is not added', 'officials_quota', { vp: 136, p1: 9 }, 136],
    ['or: the owner answers', 'dialogue', { vp: 1 }, 1],
    ['union of counts: the owner’s count stands', 'tthc_one_stop', { vp: 126, p1: 3 }, 126],
    ['a ratio is recomputed, never averaged', 'dossiers_online_rate', {}, null],
  ])('%s', (_what, key, parts, expected) => {
    const merged = merge(
      ...Object.entries(parts).map(([unit, f]) => submitted(unit, { figures: { [key]: f } })),
    )
    expect(value(merged, key)).toEqual(expected)
  })

  test('a ratio comes from the merged operands: 1/2 and 9/10 make 10/12, not 70 %', () => {
    const merged = merge(
      submitted('p1', { figures: { dossiers_online: 1, dossiers_new: 2 } }),
      submitted('p2', { figures: { dossiers_online: 9, dossiers_new: 10 } }),
    )
    expect(value(merged, 'dossiers_online_rate')).toBeCloseTo(83.3333, 3)
    expect(
      merged.figures.get('dossiers_online_rate')?.contributions.map(c => toWire(c.value)),
    ).toEqual([50, 90])
  })

  test('a second report of an owner’s figure is a conflict that names the unit', () => {
    const merged = merge(
      submitted('vp', { figures: { officials_quota: 136 } }),
      submitted('p1', { figures: { officials_quota: 9 } }),
    )
    expect(merged.conflicts).toEqual(new Map([['officials_quota', ['p1']]]))
  })

  test('a figure of a unit that does not play the role is a conflict too, not a part of the sum', () => {
    const merged = merge(
      submitted('p1', { figures: { dossiers_new: 5 } }),
      submitted('vp', { figures: { dossiers_new: 7 } }),
    )
    expect(value(merged, 'dossiers_new')).toBe(5)
    expect(merged.conflicts.get('dossiers_new')).toEqual(['vp'])
  })

  test('two units that both own a figure only one may give are in conflict; the first stands', () => {
    const shared = { ...agency, roles: { ...agency.roles, office: ['vp', 'p1'] } }
    const submissions = [
      submitted('p1', { figures: { officials_quota: 9, initiatives: 1 } }),
      submitted('vp', { figures: { officials_quota: 136, initiatives: 2 } }),
    ]
    const merged = consolidate({ index, agency: shared, submissions })
    expect(value(merged, 'officials_quota')).toBe(136)
    expect(merged.conflicts).toEqual(new Map([['officials_quota', ['p1']]]))
  })

  test('coverage says how many of the expected units reported', () => {
    const merged = merge(submitted('p1', { figures: { dossiers_new: none, initiatives: 1 } }))
    expect(merged.figures.get('dossiers_new')?.coverage).toEqual({ expected: 2, reported: 1 })
    expect(merged.figures.get('initiatives')?.coverage).toEqual({ expected: 3, reported: 1 })
    expect(merged.figures.get('dossiers_online_rate')?.coverage).toEqual({
      expected: 2,
      reported: 0,
    })
  })
})

describe('tables and text', () => {
  test('lines of the same field are added, and the total knows each unit’s part', () => {
    const merged = merge(
      submitted('p1', {
        tables: { 'KSTT-06a': { F1: { received_online: 3 }, F2: { received_online: 4 } } },
      }),
      submitted('p2', { tables: { 'KSTT-06a': { F2: { received_online: 10 } } } }),
    )
    expect(merged.values.cell('KSTT-06a', 'F2', 'received_online')).toEqual({
      state: 'number',
      value: 14,
    })
    const total = merged.tables.get('KSTT-06a')?.totals.get('received_online')
    expect(total?.contributions.map(c => [c.unit, toWire(c.value)])).toEqual([
      ['p1', 7],
      ['p2', 10],
    ])
  })

  test('a procedure listed by two units is one member', () => {
    const list = (...codes: string[]) => ({
      tables: {
        'TTHC-DS': Object.fromEntries(codes.map(code => [code, { procedure_dossiers: 1 }])),
      },
    })
    const merged = merge(
      submitted('p1', list('1.000001', '1.000002')),
      submitted('p2', list('1.000002')),
    )
    expect(value(merged, 'tthc_online_used')).toBe(2)
    expect(merged.figures.get('tthc_online_used')?.contributions.map(c => toWire(c.value))).toEqual(
      [2, 1],
    )
  })

  test('an empty list says none arising; a missing list says nothing', () => {
    expect(
      value(merge(submitted('p1', { tables: { 'TTHC-DS': {} } })), 'tthc_online_used'),
    ).toEqual(none)
    expect(value(merge(submitted('p1', {})), 'tthc_online_used')).toBeNull()
  })

  test('the lead unit’s status of a task wins, supporting units add evidence', () => {
    const merged = merge(
      submitted('p1', { tables: { PLAN: { '1.1': { status: 'overdue', evidence: 'CV 5' } } } }),
      submitted('p2', { tables: { PLAN: { '1.1': { status: 'done', evidence: 'QĐ 9' } } } }),
    )
    expect(merged.values.cell('PLAN', '1.1', 'status')).toEqual({ state: 'text', text: 'done' })
    expect(merged.values.cell('PLAN', '1.1', 'evidence')).toEqual({
      state: 'text',
      text: 'QĐ 9; CV 5',
    })
  })

  test('narrative parts stand in unit order, whoever came first', () => {
    const merged = merge(
      submitted('p1', { narrative: { I: 'hai' } }),
      submitted('vp', { narrative: { I: 'một' } }),
    )
    expect(merged.narrative.get('I')?.map(part => part.value)).toEqual(['một', 'hai'])
  })
})

// ---------------------------------------------------------------- properties

test('the order in which units submit changes nothing', () => {
  const trio = fc.tuple(anyContent('vp'), anyContent('p1'), anyContent('p2'))
  fc.assert(
    fc.property(trio, ([a, b, c]) => {
      const expected = image(merge(a, b, c))
      expect(image(merge(c, b, a))).toEqual(expected)
      expect(image(merge(b, c, a))).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

test('what is summed is exactly the sum of the owners’ parts', () => {
  const summed = inputs.filter(row => row.merge?.by === 'sum')
  fc.assert(
    fc.property(fc.tuple(anyContent('vp'), anyContent('p1'), anyContent('p2')), parts => {
      const merged = merge(...parts)
      for (const row of summed) {
        const own = parts
          .filter(part => playsRole(agency, row.owner, part.unit))
          .map(part => part.content.figures.get(row.key))
          .map(figure => (figure?.state === 'number' ? figure.value : 0))
        const total = merged.values.figure(row.key)
        expect(total.state === 'number' ? total.value : 0, row.key).toBe(
          own.reduce((a, b) => a + b, 0),
        )
      }
    }),
    { numRuns: 60 },
  )
})
