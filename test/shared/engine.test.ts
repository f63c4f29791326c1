// The engine around the rules: verdicts, reasons bound to values, causes before consequences, places and cells.
import { describe, expect, test } from 'vitest'
import { contentFromWire, valuesOf } from '../../shared/content.ts'
import type { WireFigure } from '../../shared/figure.ts'
import { check, type Reason } from '../../shared/rules/engine.ts'
import { index } from '../fixtures/bac-giang.ts'

const naming = { rowName: (_form: string, row: string) => row, unitName: (unit: string) => unit }
const run = (figures: Record<string, WireFigure>, reasons: Reason[] = []) =>
  check(
    index,
    {
      level: 'unit',
      period: '2025-M04',
      values: valuesOf(index, contentFromWire({ figures, tables: {}, narrative: {} })),
    },
    {
      naming,
      reasons,
      locate: place =>
        place.row === 'plan_tasks_total' ? { sheet: 'Biểu 1', cell: 'E9' } : undefined,
    },
  )

const open = { plan_tasks_total: 29, plan_tasks_done: 1, plan_tasks_recurring: 24 }
const reason = (text: string): Reason => ({ rule: 'PLAN-R2', at: 'plan_tasks_total', text })

describe('verdict', () => {
  test('nothing wrong is clean, and says how much was checked', () => {
    const outcome = run({ ...open, plan_tasks_done: 5 })
    expect(outcome.verdict).toBe('clean')
    expect(outcome.counts.pass).toBeGreaterThan(1)
    expect(outcome.counts.checks).toBe(outcome.counts.pass + outcome.counts.na)
  })

  test('a warning without a reason holds the submission back', () => {
    const outcome = run(open)
    expect(outcome.verdict).toBe('needs-reason')
    expect(outcome.counts).toMatchObject({ warning: 1, error: 0, fail: 1 })
  })

  test('a reason lets it through and stands beside the finding', () => {
    const outcome = run(open, [reason('4 nhiệm vụ chưa đến hạn')])
    expect(outcome.verdict).toBe('accepted')
    expect(outcome.results[0]).toMatchObject({
      outcome: 'accepted',
      justification: '4 nhiệm vụ chưa đến hạn',
    })
  })

  test.each([
    ['too short to say why', reason('ok')],
    ['that would fit any figure', reason('Đã kiểm tra, số liệu đúng')],
    ['for another place', { ...reason('4 nhiệm vụ chưa đến hạn'), at: 'plan_tasks_done' }],
    ['for another rule', { ...reason('4 nhiệm vụ chưa đến hạn'), rule: 'PLAN-R1' }],
  ])('a reason %s does not', (_what, given) => {
    expect(run(open, [given]).verdict).toBe('needs-reason')
  })

  test('a reason carried to the merged figures holds only while the values are the ones it explains', () => {
    const given = { ...reason('4 nhiệm vụ chưa đến hạn'), boundTo: '29|1|24' }
    expect(run(open, [given]).verdict).toBe('accepted')
    expect(run({ ...open, plan_tasks_recurring: 23 }, [given]).verdict).toBe('needs-reason')
  })

  test('an error is never explained away', () => {
    const outcome = run({ ...open, plan_tasks_done: 20 }, [
      { rule: 'PLAN-R1', at: 'plan_tasks_done', text: 'Số liệu của phần mềm, sẽ sửa kỳ sau' },
    ])
    expect(outcome.verdict).toBe('rejected')
    expect(outcome.results[0]).toMatchObject({
      rule: 'PLAN-R1',
      severity: 'error',
      outcome: 'fail',
    })
  })
})

test('a finding binds to the very values it judged, so a reason dies when one changes', () => {
  const [before] = run(open).results
  const [same] = run(open).results
  const [after] = run({ ...open, plan_tasks_recurring: 23 }).results
  expect(before?.boundTo).toBe(same?.boundTo)
  expect(before?.boundTo).not.toBe(after?.boundTo)
})

test('points at the cell, with expected, actual and difference beside the sentence', () => {
  const [finding] = run(open).results
  expect(finding).toMatchObject({
    at: {
      form: 'CCHC-1',
      row: 'plan_tasks_total',
      place: 'plan_tasks_total',
      sheet: 'Biểu 1',
      cell: 'E9',
    },
    actual: 29,
    expected: { operator: '=', value: 25 },
    difference: 4,
  })
  expect(finding?.message).toBe(
    'Biểu 1, dòng 1.1 “Số nhiệm vụ đề ra trong kế hoạch” (ô E9): 29. Số nhiệm vụ đã hoàn thành và thực hiện thường xuyên cộng được 1 + 24 = 25, lệch 4. Nêu lý do, ví dụ các nhiệm vụ còn lại chưa đến hạn, hoặc sửa số liệu.',
  )
})

test('one root cause, one message: what follows from a negative figure is folded under it', () => {
  const outcome = run({ tthc_reviewed: -3, tthc_simplified: 2 })
  const root = outcome.results.find(finding => finding.rule === 'NONNEG-INT')
  const follower = outcome.results.find(finding => finding.rule === 'SUBSET')
  expect(root?.causedBy).toBeUndefined()
  expect(follower?.causedBy).toBe('tthc_reviewed')
  expect(outcome.counts.error).toBe(1)
})

test('findings come errors first', () => {
  const severities = run({ ...open, tthc_reviewed: 1, tthc_simplified: 2 }).results.map(
    f => f.severity,
  )
  expect(severities).toEqual([...severities].sort((a, b) => a.localeCompare(b)))
})

describe('trace', () => {
  test('tells every rule with all it judged, passed or not, and as many as were counted', () => {
    const traced = new Map<string, number>()
    const values = valuesOf(index, contentFromWire({ figures: open, tables: {}, narrative: {} }))
    const { counts } = check(
      index,
      { level: 'unit', period: '2025-M04', values },
      { naming, trace: (rule, verdicts) => traced.set(rule.id, verdicts.length) },
    )
    expect([...traced.keys()]).toEqual(index.catalogue.rules.map(rule => rule.id))
    expect([...traced.values()].reduce((sum, judged) => sum + judged, 0)).toBe(counts.checks)
  })
})
