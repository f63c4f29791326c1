/** Examples of the reform plan: invented figures that the rules have nothing against. */
import type { ExamplesOf } from '../example.ts'
import { digests, office } from './facts.ts'

const task = {
  ...{ code: '1.1', name: 'Rà soát văn bản quy phạm pháp luật', lead: 'van_phong' },
  ...{ deliverable: 'Báo cáo kết quả rà soát', supporting: [], allUnits: true, outside: [] },
  ...{ timeline: 'Quý IV/2025', recurring: false, from: 2025, until: 2025 },
}
const target = {
  ...{ code: '1', name: 'Tỷ lệ hồ sơ giải quyết đúng hạn', indicator: 'on_time_rate' },
  ...{ year: 2025, comparison: '>=', threshold: 98, unit: '%', lead: 'van_phong' },
}
const plan = {
  ...{ year: 2025, until: 2025, title: 'Kế hoạch cải cách hành chính năm 2025' },
  basis: 'Kế hoạch số 12/KH-SCT ngày 15/01/2025',
  groups: [{ code: '1', name: 'Cải cách thể chế' }],
  ...{ tasks: [task], targets: [target] },
}
const stored = { number: 1, by: office, at: '2025-01-20T02:00:00.000Z' }
const done = {
  status: 'done',
  evidence: 'Báo cáo số 31/BC-SCT ngày 10/4/2025',
  doneOn: '2025-04-10',
}

export const plans: ExamplesOf = {
  PlanWriting: {
    first: {
      summary: 'Bản đầu tiên của năm',
      value: {
        basedOn: 0,
        plan: {
          ...{ year: 2025, until: 2025, title: 'Kế hoạch cải cách hành chính năm 2025' },
          basis: 'Kế hoạch số 12/KH-SCT ngày 15/01/2025',
          groups: [{ code: '1', name: 'Cải cách thể chế' }],
          tasks: [
            {
              ...{ code: '1.1', name: 'Rà soát văn bản quy phạm pháp luật' },
              ...{ deliverable: 'Báo cáo kết quả rà soát', lead: 'van_phong' },
              ...{ supporting: [], allUnits: true, outside: [] },
              ...{ timeline: 'Quý IV/2025', recurring: false, from: 2025, until: 2025 },
            },
          ],
          targets: [
            {
              ...{ code: '1', name: 'Tỷ lệ hồ sơ giải quyết đúng hạn', indicator: 'on_time_rate' },
              ...{ year: 2025, comparison: '>=', threshold: 98, unit: '%', lead: 'van_phong' },
            },
          ],
        },
      },
    },
  },
  Plans: {
    one: {
      summary: 'Một kế hoạch đã lưu',
      value: [
        {
          ...{ year: 2025, until: 2025, title: plan.title, tasks: 1, targets: 1 },
          ...stored,
        },
      ],
    },
  },
  Plan: {
    first: {
      summary: 'Bản đầu tiên của năm',
      value: { ...stored, digest: digests.plan, plan },
    },
  },
  PlanReading: {
    fault: {
      summary: 'Tệp có một chỗ phải sửa nên chưa đọc thành kế hoạch',
      value: {
        plan: null,
        faults: [
          {
            pointer: '/tasks/0/lead',
            detail:
              'Nhiệm vụ, dòng 12: Sở không có đơn vị “Phòng Thương nghiệp”. Ghi đúng tên hoặc mã đơn vị rồi gửi lại.',
          },
        ],
        remarks: [],
      },
    },
    read: {
      summary: 'Kế hoạch đọc được, có một chỗ nên xem lại',
      value: {
        ...{ plan, faults: [] },
        remarks: ['Nhiệm vụ, dòng 5: “VP Sở” được hiểu là Văn phòng.'],
      },
    },
  },
  PlanStanding: {
    april: {
      summary: 'Một nhiệm vụ đã xong, một chỉ tiêu đạt',
      value: {
        ...{ period: '2025-M04', number: 1, plan, former: [] },
        counts: { total: 1, done: 1, recurring: 0, open: 0, unsaid: 0 },
        tasks: [
          {
            ...{ code: '1.1', words: 'đã hoàn thành', ...done },
            said: [{ unit: 'van_phong', lead: true, revision: 1, ...done }],
          },
        ],
        attainment: [
          {
            ...{ target: '1', name: target.name, indicator: 'on_time_rate', year: 2025 },
            ...{ comparison: '>=', threshold: 98, unit: '%', lead: 'van_phong', value: 100 },
            ...{ attained: true, gap: null, due: true, status: 'provisional' },
            words:
              'Tỷ lệ hồ sơ giải quyết đúng hạn: đạt 100%, đạt mục tiêu năm 2025 (tối thiểu 98%)',
          },
        ],
      },
    },
  },
}
