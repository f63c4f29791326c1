// The consolidated figures of Sở Công Thương Bắc Giang, 4/2025, equal the published report (figures B-01 … B-19).
import { describe, expect, test } from 'vitest'
import { rowNames } from '../../shared/consolidate.ts'
import { quantity } from '../../shared/figure.ts'
import { check } from '../../shared/rules/engine.ts'
import { agency, index, merged, submissions } from '../fixtures/bac-giang.ts'

const march = merged('2025-M03')
const april = merged('2025-M04', march.values)
const figure = (key: string) => quantity(april.values.figure(key))
const total = (column: string) => quantity(april.values.total('KSTT-06a', column))

test.each([
  ['tthc_total', 166], // B-02
  ['tthc_own', 142],
  ['tthc_one_stop', 126],
  ['tthc_interconnected', 16],
  ['tthc_lower_levels', 24],
  ['tthc_by_central', 24],
  ['tthc_by_local', 0],
  ['staff_total', 181], // B-13
  ['officials_quota', 136],
  ['employees_quota', 18],
  ['contracts_admin', 22],
  ['contracts_service_revenue', 5],
  ['tthc_online', 141], // B-19
  ['tthc_online_used', 18],
  ['plan_tasks_total', 29], // B-01
  ['plan_tasks_done', 1],
  ['plan_tasks_recurring', 24],
  ['divisions', 7], // B-12
  ['sub_departments', 1],
  ['public_service_units', 1],
  ['dossiers_new', 325], // B-03
  ['dossiers_online', 325],
  ['dossiers_resolved', 322],
  ['dossiers_on_time', 322],
  ['dossiers_online_rate', 100],
])('%s is %d', (key, published) => {
  expect(figure(key)).toBe(published)
})

test.each([
  ['received_total', 331],
  ['received_online', 325],
  ['received_direct', 0],
  ['carried_over', 6],
  ['resolved_total', 322],
  ['resolved_early', 319],
  ['resolved_on_time', 3],
  ['resolved_late', 0],
  ['pending_total', 9],
  ['pending_in_time', 9],
  ['pending_overdue', 0],
])('II.06a %s is %d over all fields', (column, published) => {
  expect(total(column)).toBe(published)
})

test('181 = 136 + 18 + 22 + 5 and 166 = 142 + 24 are computed, not stored', () => {
  for (const { content } of submissions('2025-M04'))
    expect([...content.figures.keys()]).not.toEqual(expect.arrayContaining(['staff_total']))
  expect(april.values.content.figures.has('tthc_total')).toBe(false)
})

test('the contributions of the units add up to every total of the dossier table', () => {
  for (const [column, merged] of april.tables.get('KSTT-06a')?.totals ?? []) {
    const parts = merged.contributions.map(({ value }) => quantity(value) ?? 0)
    expect(
      parts.reduce((a, b) => a + b, 0),
      column,
    ).toBe(quantity(merged.figure))
    expect(merged.coverage, column).toEqual({ expected: 4, reported: 4 })
  }
})

test('181 posts come from two units, each with the parts it holds', () => {
  const contributions = april.figures.get('staff_total')?.contributions
  expect(contributions?.map(({ unit, value }) => [unit, quantity(value)])).toEqual([
    ['van_phong', 136 + 22],
    ['ttkc', 18 + 5],
  ])
})

test('one procedure listed by two units is counted once: 19 lines, 18 procedures', () => {
  const listed = submissions('2025-M04').map(
    ({ content }) => content.tables.get('TTHC-DS')?.size ?? 0,
  )
  expect(listed.reduce((a, b) => a + b, 0)).toBe(19)
  expect(figure('tthc_online_used')).toBe(18)
})

test('what is not reported stays not reported: Thanh tra and Chi cục QLTT have not submitted', () => {
  expect(april.figures.get('articles_own_site')?.coverage).toEqual({ expected: 9, reported: 7 })
  expect(april.values.figure('investment_rate').state).toBe('not-applicable')
  expect(april.values.figure('petitions_received').state).toBe('none')
})

describe('the rules over the demo', () => {
  const naming = { rowName: rowNames(agency), unitName: (unit: string) => unit }

  test('the merged figures raise no error; the warnings are 4 plan tasks without a status and one result entered late', () => {
    const outcome = check(
      index,
      { level: 'agency', period: '2025-M04', values: april.values, conflicts: april.conflicts },
      { naming },
    )
    expect(outcome.results.map(finding => [finding.rule, finding.at.place])).toEqual([
      ['PLAN-R2', 'plan_tasks_total'],
      ['T-01', 'KSTT-06a/G02-CT21/carried_over'],
    ])
    expect(outcome.results[0]?.message).toContain('1 + 24 = 25, lệch 4')
    expect(outcome.counts.pass).toBeGreaterThan(300)
  })

  test('the rates published wrongly are found: 226 of 322 is not 100 %', () => {
    const outcome = check(
      index,
      {
        level: 'agency',
        period: '2025-M04',
        values: april.values,
        stated: new Map([
          ['dossiers_resolved_online_rate', { value: 100, decimals: 0 }],
          ['tthc_online_used_rate', { value: 13, decimals: 0 }],
          ['tthc_online_rate', { value: 100, decimals: 0 }],
        ]),
      },
      { naming },
    )
    const failed = outcome.results.map(finding => finding.rule)
    expect(failed).toContain('DVCTT-R4') // B-19-4
    expect(failed).toContain('DVCTT-R1') // B-20: 141 of 142 is not 100 %
    expect(failed).not.toContain('DVCTT-R2') // B-19-1: 18/141 prints as 13 %
  })
})
