/** The published plan of Gia Lai as data: complete, and the numbers anyone can count in it. */
import { expect, test } from 'vitest'
import { planFaults } from '../../shared/plan/faults.ts'
import { withTasksOf } from '../../shared/plan/tasks.ts'
import { index } from '../fixtures/bac-giang.ts'
import { giaLai, giaLaiPlan } from '../fixtures/gia-lai-plan.ts'

const counted = <T>(items: readonly T[], by: (item: T) => string) =>
  Object.fromEntries([...Map.groupBy(items, by)].map(([key, found]) => [key, found.length]))

test('23 tasks = 3 + 8 + 2 + 4 + 2 + 4 by group', () => {
  expect(giaLaiPlan.tasks).toHaveLength(23)
  expect(counted(giaLaiPlan.tasks, ({ code }) => code.split('.')[0] ?? '')).toEqual({
    ...{ 1: 3, 2: 8, 3: 2, 4: 4, 5: 2, 6: 4 },
  })
  expect(giaLaiPlan.groups).toHaveLength(6)
})

test('18 are led by Văn phòng, 3 by Thanh tra, 2 by the centre', () => {
  expect(counted(giaLaiPlan.tasks, ({ lead }) => lead)).toEqual({
    van_phong: 18,
    thanh_tra: 3,
    ttkc: 2,
  })
})

test('10 go on from 2021, 9 from 2022, 4 end in 2022', () => {
  const spans = counted(giaLaiPlan.tasks, ({ from, until, recurring }) =>
    recurring ? `${from} on` : `until ${until}`,
  )
  expect(spans).toEqual({ '2021 on': 10, '2022 on': 9, 'until 2022': 4 })
})

test('every target with a number: 12 for 2025, 8 for 2030, 1 for 2022', () => {
  expect(counted(giaLaiPlan.targets, ({ year }) => String(year))).toEqual({
    2022: 1,
    2025: 12,
    2030: 8,
  })
})

test('a plan that fits its agency and the forms', () => {
  expect(planFaults(giaLaiPlan, giaLai, index)).toEqual([])
})

test('every unit but the lead takes part where all units do, and bodies outside are kept', () => {
  const { tasks } = withTasksOf(giaLai, giaLaiPlan)
  const [law] = tasks
  expect(law?.lead).toBe('thanh_tra')
  expect(law?.supporting).toEqual(['van_phong', 'qlcn', 'qltm', 'ktat', 'qlnl', 'ttkc'])
  expect(tasks.find(({ code }) => code === '2.3')?.outside).toEqual([
    'Trung tâm Phục vụ hành chính công',
    'Bưu điện tỉnh',
  ])
})
