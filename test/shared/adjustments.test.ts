// The office's entries in the merge: added or standing in place, seen beside the units, lapsing when a unit corrects.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isComputed } from '../../shared/catalogue/catalogue.ts'
import { type Adjustment, canAdjust } from '../../shared/consolidate.ts'
import { type Cell, cellFromWire } from '../../shared/content.ts'
import { notReported, numberFigure, quantity, toWire } from '../../shared/figure.ts'
import { type Place, placeOf } from '../../shared/place.ts'
import { index } from '../fixtures/bac-giang.ts'
import {
  agency,
  anyContent,
  image,
  inputs,
  merge,
  mergeAdjusted,
  none,
  submitted,
  value,
} from './merging.ts'

const at = (text: string): Place => {
  const place = placeOf(index, text)
  if (!place) throw new Error(`no place ${text}`)
  return place
}
const entry = (
  place: string | Place,
  wire: Parameters<typeof cellFromWire>[0],
  basis: Parameters<typeof cellFromWire>[0],
  number = 1,
): Adjustment => ({
  number,
  place: typeof place === 'string' ? at(place) : place,
  value: cellFromWire(wire),
  basis: cellFromWire(basis),
  reason: 'Trừ hồ sơ trùng',
  by: 'Lê Thị Hà',
  at: '2025-04-16T02:00:00Z',
})
const office = (value: Cell | number) => ({
  unit: null,
  revision: null,
  value: typeof value === 'number' ? numberFigure(value) : value,
  adjustment: { reason: 'Trừ hồ sơ trùng', by: 'Lê Thị Hà', at: '2025-04-16T02:00:00Z' },
})

describe('figures', () => {
  const two = [
    submitted('vp', { figures: { initiatives: 3, officials_quota: 136 } }),
    submitted('p1', { figures: { initiatives: 4 } }),
  ]

  test('is added where units are added up, and stands among the parts as the office’s', () => {
    const merged = mergeAdjusted(two, [entry('initiatives', -3, 7)])
    expect(value(merged, 'initiatives')).toBe(4)
    const figure = merged.figures.get('initiatives')
    expect(figure?.contributions.slice(2)).toEqual([office(-3)])
    expect(figure?.coverage).toEqual({ expected: 3, reported: 2 })
    expect(merged.lapsed).toEqual([])
  })

  test('stands in place of what the owner said, who is still quoted', () => {
    const merged = mergeAdjusted(two, [entry('officials_quota', 130, 136)])
    expect(value(merged, 'officials_quota')).toBe(130)
    expect(merged.figures.get('officials_quota')?.contributions.map(c => toWire(c.value))).toEqual([
      136, 130,
    ])
  })

  test('answers for units that said nothing, without counting as their report', () => {
    const merged = mergeAdjusted([], [entry('initiatives', 2, undefined)])
    expect(value(merged, 'initiatives')).toBe(2)
    expect(merged.figures.get('initiatives')?.coverage).toEqual({ expected: 3, reported: 0 })
  })

  test.each<[string, Adjustment]>([
    ['the units say something else now', entry('initiatives', -3, 8)],
    ['it was made upon a blank', entry('initiatives', -3, undefined)],
    ['the row is computed', entry('staff_total', 5, undefined)],
    ['words would be added', entry('initiatives', 'ba', 7)],
    ['words stand where a figure belongs', entry('officials_quota', 'ba', 136)],
    ['it says nothing', entry('initiatives', undefined, 7)],
  ])('lapses, changing nothing, when %s', (_why, adjustment) => {
    const merged = mergeAdjusted(two, [adjustment])
    expect(merged.lapsed).toEqual([adjustment])
    expect({ ...image(merged), lapsed: [] }).toEqual(image(merge(...two)))
  })

  test('zero and none arising are two bases: a unit that changes one to the other makes it lapse', () => {
    const zero = [submitted('vp', { figures: { officials_quota: 0 } })]
    expect(mergeAdjusted(zero, [entry('officials_quota', 1, none)]).lapsed).toHaveLength(1)
    expect(mergeAdjusted(zero, [entry('officials_quota', 1, 0)]).lapsed).toEqual([])
  })

  test('flows on into the ratio and the sum, where the office’s part is shown too', () => {
    const merged = mergeAdjusted(
      [
        submitted('p1', { figures: { dossiers_online: 8, dossiers_new: 10 } }),
        submitted('p2', { figures: { employees_quota: 5 } }),
      ],
      [entry('dossiers_online', 1, 8), entry('employees_quota', 2, 5, 2)],
    )
    expect(value(merged, 'dossiers_online_rate')).toBe(90)
    expect(
      merged.figures.get('dossiers_online_rate')?.contributions.map(({ unit }) => unit),
    ).toEqual(['p1'])
    const ofOffice = merged.figures.get('staff_total')?.contributions.filter(c => c.unit === null)
    expect(ofOffice).toEqual([office(2)])
  })

  test('an owner’s figure replaced moves the sum over it by the difference', () => {
    const vp = { officials_exam: 4, officials_selection: 1, officials_received: 0 }
    const merged = mergeAdjusted(
      [submitted('vp', { figures: vp })],
      [entry('officials_exam', 1, 4)],
    )
    expect(value(merged, 'officials_recruited')).toBe(2)
    expect(
      merged.figures.get('officials_recruited')?.contributions.map(c => toWire(c.value)),
    ).toEqual([5, -3])
  })
})

describe('tables', () => {
  const part = (unit: string, received_online: number) =>
    submitted(unit, { tables: { 'KSTT-06a': { F2: { received_online } } } })
  const both = [part('p1', 4), part('p2', 10)]

  test('a cell is adjusted, its total and its computed column follow', () => {
    const merged = mergeAdjusted(both, [entry('KSTT-06a/F2/received_online', -3, 14)])
    const table = merged.tables.get('KSTT-06a')
    expect(merged.values.cell('KSTT-06a', 'F2', 'received_online')).toEqual(numberFigure(11))
    expect(merged.values.total('KSTT-06a', 'received_online')).toEqual(numberFigure(11))
    expect(table?.totals.get('received_online')?.contributions.at(-1)).toEqual(office(-3))
    expect(table?.totals.get('received_online')?.coverage).toEqual({ expected: 2, reported: 2 })
    expect(table?.rows.get('F2')?.contributions.at(-1)).toEqual({
      ...office(-3),
      value: new Map([['received_online', numberFigure(-3)]]),
    })
  })

  test('gives a field a line nobody reported, unless it has lapsed', () => {
    const merged = mergeAdjusted(both, [entry('KSTT-06a/F1/received_online', 2, undefined)])
    expect([...(merged.tables.get('KSTT-06a')?.rows.keys() ?? [])]).toEqual(['F1', 'F2'])
    expect(merged.values.total('KSTT-06a', 'received_online')).toEqual(numberFigure(16))
    const lapsed = mergeAdjusted(both, [entry('KSTT-06a/F1/received_online', 2, 5)])
    expect([...(lapsed.tables.get('KSTT-06a')?.rows.keys() ?? [])]).toEqual(['F2'])
  })

  test('a cell that one unit owns is replaced; the total names what that moved it by', () => {
    const counts = { F1: { control_received: 8 }, F2: { control_received: 5 } }
    const merged = mergeAdjusted(
      [submitted('p2', { tables: { 'KSTT-DC': counts } })],
      [entry('KSTT-DC/F1/control_received', 6, 8)],
    )
    const total = merged.tables.get('KSTT-DC')?.totals.get('control_received')
    expect(merged.values.cell('KSTT-DC', 'F1', 'control_received')).toEqual(numberFigure(6))
    expect(total?.figure).toEqual(numberFigure(11))
    expect(total?.contributions.map(part => toWire(part.value))).toEqual([13, -2])
  })

  test('makes a table that nobody sent a reported one', () => {
    const merged = mergeAdjusted([], [entry('KSTT-06a/F1/received_online', 2, undefined)])
    expect(merged.values.total('KSTT-06a', 'received_online')).toEqual(numberFigure(2))
    expect(merged.lapsed).toEqual([])
  })

  test('a task’s status stands in place of the lead’s', () => {
    const told = submitted('p2', { tables: { PLAN: { '1.1': { status: 'overdue' } } } })
    const merged = mergeAdjusted([told], [entry('PLAN/1.1/status', 'done', 'overdue')])
    expect(merged.values.cell('PLAN', '1.1', 'status')).toEqual({ state: 'text', text: 'done' })
  })
})

test.each<[string, Place, 'figure' | 'cell' | undefined]>([
  ['a sum', at('initiatives'), 'figure'],
  ['a choice', at('survey_mode'), 'figure'],
  ['a ratio', at('dossiers_online_rate'), undefined],
  ['a sum of rows', at('staff_total'), undefined],
  ['a heading', at('structure'), undefined],
  ['a count of listed members', at('tthc_online_used'), undefined],
  ['an indicator of another form', { form: 'CCHC-7', row: 'initiatives' }, undefined],
  ['a cell', at('KSTT-06a/F1/received_online'), 'cell'],
  ['a choice in words', at('PLAN/1.1/status'), 'cell'],
  ['a computed column', at('KSTT-06a/F1/received_total'), undefined],
  ['a given column', at('PLAN/1.1/task_name'), undefined],
  ['words', at('PLAN/1.1/evidence'), undefined],
  ['a total row', at('KSTT-06a//received_online'), undefined],
  ['a field the agency does not have', at('KSTT-06a/F9/received_online'), undefined],
  ['a procedure', at('TTHC-DS/2.000033/procedure_dossiers'), 'cell'],
  ['not a procedure', at('TTHC-DS/abc/procedure_dossiers'), undefined],
  ['a section', at('NARR/II.1'), undefined],
  ['nothing', { form: 'CCHC-1', row: 'nothing' }, undefined],
])('%s takes an adjustment or not', (_what, place, expected) => {
  expect(canAdjust(index, agency, place)).toBe(expected)
})

// ---------------------------------------------------------------- properties

const trio = fc.tuple(anyContent('vp'), anyContent('p1'), anyContent('p2'))
const places: readonly Place[] = [
  ...inputs.map(row => at(row.key)),
  ...['F1', 'F2', 'F3'].map(row => ({ form: 'KSTT-06a', row, column: 'received_online' })),
  ...['1.000001', '1.000005'].map(row => ({ form: 'TTHC-DS', row, column: 'procedure_dossiers' })),
]
const anyEntries = fc.uniqueArray(
  fc.record({ place: fc.constantFrom(...places), added: fc.integer({ min: -50, max: 50 }) }),
  { selector: ({ place }) => JSON.stringify(place), maxLength: 8 },
)
const baseAt = (merged: ReturnType<typeof merge>, { form, row, column }: Place): Cell =>
  column === undefined ? merged.values.figure(row) : merged.values.cell(form, row, column)
const byOf = ({ form, row, column }: Place) =>
  (column === undefined ? index.indicators.get(row) : index.columns.get(`${form}.${column}`))?.row
    .merge?.by

test('on an unchanged basis the figure is base + adjustment, or the adjustment; every row that rests on no adjustment stays', () => {
  let added = 0
  fc.assert(
    fc.property(trio, anyEntries, (parts, entries) => {
      const bare = merge(...parts)
      const adjustments = entries
        .filter(({ place }) => place.row !== 'F3')
        .map(({ place, added: n }, i) => ({
          ...entry(place, n, undefined, i + 1),
          basis: baseAt(bare, place),
        }))
      const merged = mergeAdjusted(parts, adjustments)
      expect(merged.lapsed).toEqual([])
      for (const { place, value: given, basis } of adjustments) {
        if (basis.state === 'text' || given.state === 'text') throw new Error('figures only')
        const expected =
          byOf(place) === 'sum' ? (quantity(basis) ?? 0) + (quantity(given) ?? 0) : quantity(given)
        const now = baseAt(merged, place)
        expect(now.state === 'text' ? undefined : quantity(now), JSON.stringify(place)).toBe(
          expected,
        )
        added += 1
      }
      const touched = new Set(adjustments.map(({ place }) => place.row))
      for (const { key } of inputs)
        if (!touched.has(key)) expect(merged.figures.get(key)).toEqual(bare.figures.get(key))
    }),
    { numRuns: 60 },
  )
  expect(added).toBeGreaterThan(60)
})

test('the office’s parts in a sum, of units or of rows, are what the figure moved by', () => {
  let compared = 0
  fc.assert(
    fc.property(trio, anyEntries, (parts, entries) => {
      const bare = merge(...parts)
      const held = entries.filter(({ place }) => place.row !== 'F3')
      const adjustments = held.map(({ place, added }, i) => ({
        ...entry(place, added, undefined, i + 1),
        basis: baseAt(bare, place),
      }))
      const merged = mergeAdjusted(parts, adjustments)
      const figures = [...merged.figures].map(([key, now]) => {
        const row = index.indicators.get(key)?.row
        const computed = row ? isComputed(row) : true
        const added = computed || row?.merge?.by === 'sum'
        // what stands in place of a figure is quoted beside it as it is
        return { before: bare.figures.get(key), now: added ? now : undefined, computed }
      })
      const totals = [...merged.tables].flatMap(([form, table]) =>
        [...table.totals].map(([column, now]) => ({
          before: bare.tables.get(form)?.totals.get(column),
          now,
          computed: false,
        })),
      )
      for (const { before, now, computed } of [...figures, ...totals]) {
        const given = now?.contributions.filter(({ unit }) => unit === null) ?? []
        // a sum that could not be computed before has not moved by anything
        const [from, to] = [before?.figure ?? notReported, now?.figure ?? notReported].map(
          figure => quantity(figure) ?? (computed ? undefined : 0),
        )
        if (given.length === 0 || from === undefined || to === undefined) continue
        const moved = given.reduce((n, { value: part }) => n + (quantity(part) ?? 0), 0)
        expect(moved).toBeCloseTo(to - from, 9)
        compared += 1
      }
    }),
    { numRuns: 60 },
  )
  expect(compared).toBeGreaterThan(60)
})

test('one that has lapsed changes no figure, no row and no part', () => {
  fc.assert(
    fc.property(trio, anyEntries, (parts, entries) => {
      const bare = merge(...parts)
      const adjustments = entries.map(({ place, added }, i) => ({
        ...entry(place, added, undefined, i + 1),
        basis: numberFigure(1_000_000 + i),
      }))
      const merged = mergeAdjusted(parts, adjustments)
      expect(merged.lapsed).toEqual(adjustments)
      expect({ ...image(merged), lapsed: [] }).toEqual(image(bare))
      for (const { row } of index.indicators.values())
        if (isComputed(row))
          expect(merged.values.figure(row.key)).toEqual(bare.values.figure(row.key))
    }),
    { numRuns: 40 },
  )
})

test('the order in which units submit and adjustments come changes nothing', () => {
  fc.assert(
    fc.property(trio, anyEntries, fc.boolean(), ([a, b, c], entries, holds) => {
      const bare = merge(a, b, c)
      const adjustments = entries.map(({ place, added }, i) => ({
        ...entry(place, added, undefined, i + 1),
        basis: holds || i % 2 === 0 ? baseAt(bare, place) : numberFigure(-1),
      }))
      const expected = image(mergeAdjusted([a, b, c], adjustments))
      expect(image(mergeAdjusted([c, a, b], [...adjustments].reverse()))).toEqual(expected)
    }),
    { numRuns: 40 },
  )
})
