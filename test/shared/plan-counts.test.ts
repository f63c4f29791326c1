/** CCHC-1 rows 1.1–1.5 out of the plan and the lead units' words (domain §5.1, "plan task"). */
import { describe, expect, test } from 'vitest'
import type { Agency } from '../../shared/agency.ts'
import { indexFor, isInput } from '../../shared/catalogue/catalogue.ts'
import { consolidate } from '../../shared/consolidate.ts'
import { contentFromWire } from '../../shared/content.ts'
import { toWire, type WireFigure } from '../../shared/figure.ts'
import { namesDocument } from '../../shared/plan/dates.ts'
import { tasksStanding } from '../../shared/plan/standing.ts'
import { withTasksOf } from '../../shared/plan/tasks.ts'
import { agency as bacGiang, index, merged as mergedOf } from '../fixtures/bac-giang.ts'
import { giaLai, giaLaiPlan } from '../fixtures/gia-lai-plan.ts'

const agency = withTasksOf(giaLai, giaLaiPlan)
type Rows = Record<string, Record<string, string>>
const merge = (
  said: Record<string, Rows>,
  typed: Record<string, WireFigure> = {},
  of: Agency = agency,
) =>
  consolidate({
    index: indexFor(index, of),
    agency: of,
    submissions: Object.entries(said).map(([unit, PLAN]) => ({
      unit,
      revision: 1,
      content: contentFromWire({
        figures: unit === 'van_phong' ? typed : {},
        tables: Object.keys(PLAN).length > 0 ? { PLAN } : {},
        narrative: {},
      }),
    })),
  })
const counts = (found: ReturnType<typeof merge>) =>
  ['total', 'done', 'recurring', 'open'].map(key =>
    toWire(found.values.figure(`plan_tasks_${key}`)),
  )

describe('the counts', () => {
  test('are those of the plan, of which those count as done whose lead says so', () => {
    const found = merge({
      van_phong: { '4.1': { status: 'done' }, '4.3': { status: 'done-late' } },
      ttkc: { '4.2': { status: 'in-progress' } },
    })
    expect(counts(found)).toEqual([23, 2, 19, 2])
    expect(toWire(found.values.figure('plan_done_rate'))).toBeCloseTo((2 / 23) * 100, 10)
  })

  test('take no word of a unit that only supports', () => {
    const found = merge({ qlcn: { '4.1': { status: 'done', evidence: 'QĐ 9' } } })
    expect(counts(found)).toEqual([23, 0, 19, 4])
    const [task] = tasksStanding(index, agency, found).tasks.filter(({ code }) => code === '4.1')
    expect(task).toMatchObject({ status: null, words: 'chưa báo cáo', evidence: 'QĐ 9' })
  })

  test('count a recurring task once, as recurring, whatever its status', () => {
    expect(counts(merge({ van_phong: { '2.1': { status: 'done' } } }))).toEqual([23, 0, 19, 4])
  })

  test('say who gave what, and whose word is awaited', () => {
    const found = merge({
      van_phong: {
        '2.6': { status: 'done' },
        '4.1': { status: 'done' },
        '4.3': { status: 'overdue' },
      },
    })
    expect(found.figures.get('plan_tasks_done')).toMatchObject({
      // Văn phòng leads three one-off tasks, the centre one
      coverage: { expected: 2, reported: 1 },
      contributions: [{ unit: 'van_phong', value: { state: 'number', value: 2 } }],
    })
    expect(found.figures.get('plan_done_rate')?.coverage).toEqual({ expected: 2, reported: 1 })
  })

  test('are not there while no unit sent its tasks', () => {
    expect(counts(merge({ van_phong: {} }))).toEqual([undefined, undefined, undefined, undefined])
  })

  test('stand aside for what the office typed before there was a plan', () => {
    const typed = { plan_tasks_total: 30, plan_tasks_done: 3, plan_tasks_recurring: 20 }
    expect(counts(merge({ van_phong: { '4.1': { status: 'done' } } }, typed))).toEqual([
      30, 3, 20, 7,
    ])
  })

  test('are typed where an agency has no tasks', () => {
    const none: Agency = { ...agency, tasks: [] }
    const rows = (of: Agency) =>
      ['plan_tasks_total', 'plan_tasks_done', 'plan_tasks_recurring'].map(key => {
        const row = indexFor(index, of).indicators.get(key)?.row
        return row !== undefined && isInput(row)
      })
    expect(rows(none)).toEqual([true, true, true])
    expect(rows(agency)).toEqual([false, false, false])
    expect(counts(merge({ van_phong: {} }, { plan_tasks_total: 4 }, none))[0]).toBe(4)
  })

  test('of the demo are the published 29, 1 and 24, with the four that go on', () => {
    expect(counts(mergedOf('2025-M04'))).toEqual([29, 1, 24, 4])
    expect(tasksStanding(index, bacGiang, mergedOf('2025-M04')).counts).toEqual({
      ...{ total: 29, done: 1, recurring: 24, open: 4 },
      // Thanh tra and the market authority, which lead three, have not submitted
      unsaid: 3,
    })
  })
})

describe('a task', () => {
  test('is told in the words of the report, with who said what', () => {
    const found = merge({
      van_phong: {
        '4.1': { status: 'done', evidence: '12/QĐ-SCT ngày 5/3/2022', done_date: '5/3/2022' },
        '2.1': { status: 'in-progress' },
      },
      qlcn: { '4.1': { evidence: 'CV 5' } },
    })
    const tasks = new Map(tasksStanding(index, agency, found).tasks.map(one => [one.code, one]))
    expect(tasks.get('4.1')).toEqual({
      ...{ code: '4.1', status: 'done', words: 'đã hoàn thành', doneOn: '2022-03-05' },
      evidence: '12/QĐ-SCT ngày 5/3/2022; CV 5',
      said: [
        {
          ...{ unit: 'van_phong', lead: true, revision: 1, status: 'done', doneOn: '2022-03-05' },
          evidence: '12/QĐ-SCT ngày 5/3/2022',
        },
        {
          ...{ unit: 'qlcn', lead: false, revision: 1, status: null, doneOn: null },
          evidence: 'CV 5',
        },
      ],
    })
    expect(tasks.get('2.1')?.words).toBe('thực hiện thường xuyên')
  })

  test('that a later edition left out keeps what was said of it, and counts nowhere', () => {
    const later = { ...agency, tasks: agency.tasks.filter(({ code }) => code !== '4.1') }
    const said = { van_phong: { '4.1': { status: 'done', evidence: 'QĐ 9' } } }
    const found = merge(said, {}, later)
    expect(counts(found)).toEqual([22, 0, 19, 3])
    expect(found.tables.get('PLAN')?.rows.has('4.1')).toBe(true)
    expect(tasksStanding(index, later, found).former).toMatchObject([
      { code: '4.1', status: 'done', evidence: 'QĐ 9', said: [{ unit: 'van_phong' }] },
    ])
  })
})

test.each([
  ['Quyết định số 10/2025/QĐ-UBND ngày 28/02/2025 của UBND tỉnh', true],
  ['Kế hoạch số 07/KH-SCT ngày 22/01/2025; cử 48 công chức', true],
  ['Số 12/BC-SCT ngày 5 tháng 3 năm 2025', true],
  ['05/NQ-HĐND, 5-3-2025', true],
  ['Kế hoạch số 07/KH-SCT', false],
  ['Đang xây dựng dự thảo, ngày 5/3/2025', false],
  ['Kế hoạch số 07/KH-SCT ngày 31/02/2025', false],
  ['', false],
])('evidence names a document by number and date: %s', (text, named) => {
  expect(namesDocument(text)).toBe(named)
})
