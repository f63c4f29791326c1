/** Examples of periods, progress and days off: an invented department. */
import type { ExamplesOf } from '../example.ts'
import { period, preparedBy, standing } from './facts.ts'

const march = {
  ...{ period: '2025-M03', name: 'Tháng 3/2025', dueDate: '2025-03-17', state: 'locked' },
  window: { from: '2025-02-15', to: '2025-03-14' },
  catalogue: 'sct-2025.1',
}
const tet = { day: '2025-01-29', name: 'Tết Nguyên đán' }

export const periods: ExamplesOf = {
  OpenPeriod: {
    statutory: { summary: 'Theo quy định', value: { period: '2025-M04' } },
    moved: { summary: 'Hạn nộp riêng', value: { period: '2025-M04', dueDate: '2025-04-17' } },
  },
  ChangePeriod: {
    lock: { summary: 'Khóa', value: { state: 'locked' } },
    reopen: { summary: 'Mở lại', value: { state: 'open', note: 'Bổ sung số liệu Phụ lục II' } },
  },
  Period: { april: { summary: 'Kỳ tháng 4 đang mở', value: period } },
  Periods: { two: { summary: 'Một kỳ đang mở, một kỳ đã khóa', value: [period, march] } },
  Progress: {
    two: {
      summary: 'Hai đơn vị: một đã được duyệt, một quá hạn chưa nộp',
      value: {
        period,
        ...{ expected: 2, submitted: 1, accepted: 1, returned: 0, late: 0, missing: 1 },
        units: [
          {
            ...{ unit: 'qltm', name: 'Phòng Quản lý Thương mại', ...standing },
            ...{ receivedAt: '2025-04-14T03:00:00.000Z', preparedBy, timing: 'on-time' },
            ...{ findings: { explained: 0, remarks: 0 }, reminders: [] },
          },
          {
            ...{ unit: 'thanh_tra', name: 'Thanh tra', state: 'not-started', revision: null },
            ...{ counted: null, changedSinceAccepted: false, review: null, receivedAt: null },
            ...{ preparedBy: null, findings: null, timing: 'missing' },
            reminders: [{ kind: 'overdue', at: '2025-04-16T01:00:00.000Z' }],
          },
        ],
      },
    },
  },
  SetHolidays: { tet: { summary: 'Tết Nguyên đán', value: { days: [tet] } } },
  Holidays: { tet: { summary: 'Tết Nguyên đán', value: { year: 2025, days: [tet] } } },
}
