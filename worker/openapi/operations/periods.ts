/** Periods, their due dates, progress, days off. Rows of the table in `../operations.ts`. */
import { type Operations, opened, period } from '../operation.ts'

export const periods: Operations = {
  'GET /api/v1/periods': {
    id: 'listPeriods',
    tag: 'periods',
    action: 'period.list',
    does: 'Danh sách kỳ báo cáo của ba năm mới nhất có kỳ; còn năm cũ hơn thì có tiêu đề Link rel="next"',
    query: ['from', 'to'],
    answers: { 200: { of: 'Periods', says: 'Các kỳ đã mở', tagged: true } },
    refuses: ['malformed'],
  },
  'POST /api/v1/periods': {
    id: 'openPeriod',
    tag: 'periods',
    action: 'period.open',
    does: 'Mở một kỳ báo cáo',
    body: 'OpenPeriod',
    answers: { 201: { of: 'Period', says: 'Kỳ vừa mở' } },
    refuses: ['not-found', 'period-exists'],
  },
  [`PATCH ${period}`]: {
    id: 'changePeriod',
    tag: 'periods',
    action: 'period.change',
    does: 'Khóa kỳ, mở lại kỳ hoặc đổi hạn nộp',
    body: 'ChangePeriod',
    answers: { 200: { of: 'Period', says: 'Kỳ sau khi đổi' } },
    refuses: [...opened, 'period-locked'],
  },
  [`GET ${period}/progress`]: {
    id: 'progress',
    tag: 'periods',
    action: 'progress.read',
    does: 'Tiến độ nộp của các đơn vị',
    query: ['format', 'headers'],
    answers: { 200: { of: 'Progress', says: 'Tiến độ', tagged: true, formats: true } },
    refuses: opened,
  },
  'GET /api/v1/holidays/:year': {
    id: 'holidays',
    tag: 'periods',
    action: 'holiday.read',
    does: 'Các ngày nghỉ của một năm',
    answers: { 200: { of: 'Holidays', says: 'Ngày nghỉ' } },
    refuses: ['not-found'],
  },
  'PUT /api/v1/holidays/:year': {
    id: 'setHolidays',
    tag: 'periods',
    action: 'holiday.write',
    does: 'Đặt các ngày nghỉ của một năm, theo đó hạn nộp được dời',
    body: 'SetHolidays',
    answers: { 200: { of: 'Holidays', says: 'Ngày nghỉ sau khi đặt' } },
    refuses: ['not-found'],
  },
}
