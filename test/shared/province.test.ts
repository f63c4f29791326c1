// Merging agencies as units are merged: sums are added, ratios are ratios of sums, and what nobody can tell of several is left out.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Agency } from '../../shared/agency.ts'
import { entryOf, type Index } from '../../shared/catalogue/catalogue.ts'
import { consolidate, type Submitted } from '../../shared/consolidate.ts'
import { contentToWire } from '../../shared/content.ts'
import { toWire, type WireFigure } from '../../shared/figure.ts'
import { operandsOf, parseFormula } from '../../shared/formula.ts'
import { type MergedAgency, mergeAgencies, type Province } from '../../shared/province.ts'
import { index } from '../fixtures/bac-giang.ts'
import { anyContent, agency as first, none, submitted } from './merging.ts'

/** The same offices again under keys of its own: "b" has the units b_vp, b_p1, b_p2. */
const named = (key: string): Agency => {
  const own = (unit: string) => `${key}_${unit}`
  return {
    ...first,
    key,
    units: first.units.map(unit => ({ ...unit, key: own(unit.key) })),
    roles: Object.fromEntries(Object.entries(first.roles).map(([role, us]) => [role, us.map(own)])),
    tasks: first.tasks.map(task => ({
      ...task,
      lead: own(task.lead),
      supporting: task.supporting.map(own),
    })),
  }
}
const [a, b, c] = [named('a'), named('b'), named('c')]

const merged = (agency: Agency, submissions: readonly Submitted[], of: Index = index) =>
  ({ agency, index: of, merged: consolidate({ index: of, agency, submissions }) }) as const
const told = (province: Province, key: string) => toWire(province.values.figure(key)) ?? null
const image = ({ values, figures, tables }: Province) => ({
  content: contentToWire(values.content),
  figures,
  tables,
})

describe('what each kind of merge is over agencies', () => {
  test.each<[string, string, string, WireFigure[], WireFigure | null]>([
    ['sum adds', 'initiatives', 'p1', [2, 4], 6],
    ['none arising counts as 0', 'initiatives', 'p1', [2, none], 2],
    ['nothing but none arising is none arising', 'initiatives', 'p1', [none, none], none],
    [
      'not applicable to one leaves the other’s',
      'investment_plan',
      'vp',
      [{ state: 'not-applicable', why: 'x' }, 7],
      7,
    ],
    ['each agency has an owner of its own, so counts add', 'officials_quota', 'vp', [136, 20], 156],
    ['one agency that did it makes the province have it', 'dialogue', 'vp', [0, 1], 1],
    ['documents of two agencies are different ones', 'directives_issued', 'vp', [3, 4], 7],
  ])('%s', (_what, key, unit, parts, expected) => {
    const province = mergeAgencies(
      [a, b].map((one, i) =>
        merged(one, [submitted(`${one.key}_${unit}`, { figures: { [key]: parts[i] ?? none } })]),
      ),
    )
    expect(told(province, key)).toEqual(expected)
    expect(province.figures.get(key)?.contributions.map(({ value }) => toWire(value))).toEqual(
      parts,
    )
  })

  test('a ratio is one of sums: 1/2 and 9/10 make 10/12, not 70 %', () => {
    const of = (one: Agency, dossiers_online: number, dossiers_new: number) =>
      merged(one, [submitted(`${one.key}_p1`, { figures: { dossiers_online, dossiers_new } })])
    const province = mergeAgencies([of(a, 1, 2), of(b, 9, 10)])
    expect(told(province, 'dossiers_online_rate')).toBeCloseTo(83.3333, 3)
  })

  test('a percentage that was typed, a choice, words and the tasks of a plan are not told of several', () => {
    const filed = (one: Agency) =>
      merged(one, [
        submitted(`${one.key}_vp`, { figures: { psu_self_financing: 40, survey_mode: 1 } }),
        submitted(`${one.key}_p2`, { tables: { PLAN: { '1.1': { status: 'done' } } } }),
      ])
    const { figures, tables, values } = mergeAgencies([filed(a), filed(b)])
    for (const key of ['psu_self_financing', 'survey_mode', 'decentralised_rate'])
      expect([figures.has(key), toWire(values.figure(key))]).toEqual([false, undefined])
    expect([...tables.keys()]).toEqual(['KSTT-06a', 'TTHC-DS', 'KSTT-DC'])
    // how many tasks there are can: each agency has a plan of its own
    expect(toWire(values.figure('plan_tasks_total'))).toBe(2)
    expect(toWire(values.figure('plan_tasks_done'))).toBe(2)
  })

  test('neither is a formula over one of them', () => {
    const rate = index.indicators.get('on_time_rate')
    if (!rate) throw new Error('the catalogue has on_time_rate')
    const over = (key: string, formula: string) =>
      [key, { ...rate, row: { ...rate.row, key }, expression: parseFormula(formula) }] as const
    const more: Index = {
      ...index,
      indicators: new Map([
        ...index.indicators,
        over('twice', 'psu_self_financing * 2'),
        over('then', 'previous.initiatives'),
        over('twice_known', 'initiatives * 2'),
      ]),
    }
    const { figures } = mergeAgencies([merged(a, [], more)])
    expect(['twice', 'then', 'twice_known'].filter(key => figures.has(key))).toEqual([
      'twice_known',
    ])
  })

  test('rows of the same field become one, and a procedure two agencies list is counted once', () => {
    const filed = (one: Agency, online: number, codes: string[]) =>
      merged(one, [
        submitted(`${one.key}_p2`, {
          tables: {
            'KSTT-06a': { F2: { received_online: online } },
            'TTHC-DS': Object.fromEntries(codes.map(code => [code, {}])),
          },
        }),
      ])
    const { values, tables } = mergeAgencies([
      filed(a, 3, ['1.000001', '1.000002']),
      filed(b, 4, ['1.000002', '1.000003']),
    ])
    expect(toWire(values.total('KSTT-06a', 'received_online'))).toBe(7)
    expect([...(tables.get('KSTT-06a')?.rows ?? [])]).toEqual([['F2', 'F2']])
    expect(toWire(values.figure('tthc_online_used'))).toBe(3)
  })
})

describe('what is missing', () => {
  test('an agency of which a unit has not reported lacks the figure; one that owes nothing is not awaited', () => {
    const idle: Agency = { ...c, roles: { ...c.roles, dossiers: [] } }
    const province = mergeAgencies([
      merged(a, [
        submitted('a_p1', { figures: { dossiers_new: 1 } }),
        submitted('a_p2', { figures: { dossiers_new: 2 } }),
      ]),
      merged(b, [submitted('b_p1', { figures: { dossiers_new: 5 } })]),
      merged(idle, []),
    ])
    expect(province.figures.get('dossiers_new')).toMatchObject({
      figure: { value: 8 },
      coverage: { expected: 2, reported: 1 },
      lacking: ['b'],
    })
  })

  test('an agency on a version without the figure lacks it, and what only that version had stays', () => {
    const former = index.indicators.get('apologies')
    if (!former) throw new Error('the catalogue has apologies')
    const letters = { ...former, row: { ...former.row, key: 'letters' } }
    const older: Index = {
      ...index,
      catalogue: { ...index.catalogue, id: 'sct-2024.1', effectiveFrom: '2024-01-01' },
      indicators: new Map(
        [...index.indicators, ['letters', letters] as const].filter(
          ([key]) => key !== 'initiatives',
        ),
      ),
    }
    const figures = { letters: 3, apologies: 1 }
    const units = ['vp', 'p1', 'p2'].map(unit => submitted(`b_${unit}`, { figures }))
    const province = mergeAgencies([
      merged(a, [submitted('a_vp', { figures: { initiatives: 2 } })]),
      merged(b, units, older),
    ])
    expect(province.index.catalogue.id).toBe(index.catalogue.id)
    expect(province.figures.get('initiatives')).toMatchObject({
      figure: { value: 2 },
      coverage: { expected: 2, reported: 0 },
    })
    expect(province.figures.get('letters')).toMatchObject({ coverage: { expected: 2 } })
    expect(told(province, 'letters')).toBe(
      toWire(consolidate({ index: older, agency: b, submissions: units }).values.figure('letters')),
    )
  })
})

// ---------------------------------------------------------------- whatever they report

const anyAgency = ({ key }: Agency) =>
  fc.tuple(...['vp', 'p1', 'p2'].map(unit => anyContent(`${key}_${unit}`)))
const anyProvince = fc.tuple(anyAgency(a), anyAgency(b), anyAgency(c))
const all = (filed: readonly (readonly Submitted[])[]): MergedAgency[] =>
  [a, b, c].map((one, i) => merged(one, filed[i] ?? []))

/** Sums, and formulas over nothing else. */
const rests = (key: string): boolean => {
  const entry = index.indicators.get(key)
  if (!entry?.expression) return entry?.row.merge?.by === 'sum'
  return operandsOf(entry.expression).every(operand => {
    const found = entryOf(index, operand, {})
    return found !== undefined && rests(found.row.key)
  })
}
const sums = [...index.indicators.keys()].filter(rests)

/** All units of the three as one agency. */
const whole: Agency = {
  ...a,
  key: 'whole',
  units: [a, b, c].flatMap(one => one.units),
  roles: Object.fromEntries(
    Object.keys(first.roles).map(role => [role, [a, b, c].flatMap(one => one.roles[role] ?? [])]),
  ),
}

test('merging agencies of units is merging all units as one agency, for sums and for ratios of them', () => {
  expect(sums).toEqual(expect.arrayContaining(['dossiers_new', 'on_time_rate', 'psu_total']))
  fc.assert(
    fc.property(anyProvince, filed => {
      const { values } = mergeAgencies(all(filed))
      const one = consolidate({ index, agency: whole, submissions: filed.flat() }).values
      for (const key of sums) expect([key, values.figure(key)]).toEqual([key, one.figure(key)])
      for (const { key } of index.tables.get('KSTT-06a')?.columns ?? [])
        expect(values.total('KSTT-06a', key)).toEqual(one.total('KSTT-06a', key))
    }),
    { numRuns: 40 },
  )
})

test('the order of agencies decides nothing', () => {
  fc.assert(
    fc.property(anyProvince, filed => {
      const agencies = all(filed)
      const [x, y, z] = agencies
      const turned = [z, x, y].filter(one => one !== undefined)
      expect(image(mergeAgencies(turned))).toEqual(image(mergeAgencies(agencies)))
    }),
    { numRuns: 25 },
  )
})

test('a province of one agency says what the agency says, wherever it says anything', () => {
  fc.assert(
    fc.property(anyAgency(a), filed => {
      const own = merged(a, filed)
      const province = mergeAgencies([own])
      expect(province.figures.size).toBeGreaterThan(100)
      for (const [key, { figure }] of province.figures)
        expect([key, figure]).toEqual([key, own.merged.values.figure(key)])
      for (const [form, { rows, columns, totals }] of province.tables) {
        for (const column of columns)
          for (const row of rows.keys())
            expect(province.values.cell(form, row, column)).toEqual(
              own.merged.values.cell(form, row, column),
            )
        for (const [column, { figure }] of totals)
          expect(figure).toEqual(own.merged.values.total(form, column))
      }
    }),
    { numRuns: 25 },
  )
})
