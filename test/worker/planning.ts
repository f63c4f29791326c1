// A small plan for the agency of `house.ts`: two tasks, one target measured by what the tests file.
import type { Plan, PlanTask, Target } from '../../shared/plan/schema.ts'

export const taskOf = (changed: Partial<PlanTask> = {}): PlanTask => ({
  ...{ code: '1.1', name: 'Ban hành kế hoạch', deliverable: 'Kế hoạch', lead: 'thuong_mai' },
  ...{ supporting: [], allUnits: false, outside: [], timeline: 'Quý I' },
  ...{ recurring: false, from: null, until: null },
  ...changed,
})

export const targetOf = (changed: Partial<Target> = {}): Target => ({
  ...{ code: 'M1', name: 'Tỷ lệ hồ sơ giải quyết đúng hạn', indicator: 'on_time_rate' },
  ...{ year: 2025, comparison: '>=', threshold: 90, unit: '%', lead: 'thuong_mai' },
  ...changed,
})

export const planOf = (changed: Partial<Plan> = {}): Plan => ({
  ...{ year: 2025, until: 2025, title: 'Kế hoạch CCHC năm 2025' },
  basis: 'Kế hoạch số 05/KH-SCT ngày 20/01/2025',
  groups: [{ code: '1', name: 'Cải cách thể chế' }],
  tasks: [
    taskOf(),
    taskOf({
      ...{ code: '1.2', name: 'Rà soát văn bản', lead: 'van_phong' },
      ...{ allUnits: true, recurring: true, timeline: 'Thường xuyên' },
    }),
  ],
  targets: [targetOf()],
  ...changed,
})
