/** The reform plan and how it stands. Rows of the table in `../operations.ts`. */
import { type Operations, opened, period } from '../operation.ts'

export const plans: Operations = {
  'GET /api/v1/plans': {
    id: 'plans',
    tag: 'plans',
    action: 'plan.read',
    does: 'Các kế hoạch CCHC, bản mới nhất của mỗi năm; chưa lưu bản nào thì là nhiệm vụ trong hồ sơ cơ quan',
    answers: { 200: { of: 'Plans', says: 'Năm mới nhất trước' } },
  },
  'GET /api/v1/plans/:year': {
    id: 'plan',
    tag: 'plans',
    action: 'plan.read',
    does: 'Kế hoạch đang áp dụng trong năm, có thể bắt đầu từ năm trước đó',
    answers: { 200: { of: 'Plan', says: 'Nhiệm vụ và chỉ tiêu' } },
    refuses: ['not-found'],
  },
  'PUT /api/v1/plans/:year': {
    id: 'writePlan',
    tag: 'plans',
    action: 'plan.write',
    does: 'Lưu một bản kế hoạch bắt đầu từ năm này; bản đã lưu không bao giờ đổi',
    body: 'PlanWriting',
    answers: {
      200: { of: 'Plan', says: 'Đã lưu như vậy từ trước' },
      201: { of: 'Plan', says: 'Bản vừa lưu' },
    },
    refuses: ['not-found', 'invalid-plan', 'plan-stale'],
  },
  'POST /api/v1/plans/:year/workbook': {
    id: 'readPlan',
    tag: 'plans',
    action: 'plan.write',
    does: 'Đọc kế hoạch từ tệp Excel để xem trước; không lưu gì',
    file: 'Tệp .xlsx có bảng nhiệm vụ, bảng chỉ tiêu',
    answers: {
      200: { of: 'PlanReading', says: 'Kế hoạch đọc được, hoặc từng lỗi theo trang và dòng' },
    },
    refuses: ['not-found'],
  },
  'GET /api/v1/plans/:year/plan.xlsx': {
    id: 'planWorkbook',
    tag: 'plans',
    action: 'plan.read',
    does: 'Kế hoạch đang áp dụng trong năm dạng tệp Excel, in được và nhập lại được',
    answers: { 200: { of: 'workbook', says: 'Tệp kế hoạch' } },
    refuses: ['not-found'],
  },
  [`GET ${period}/plan`]: {
    id: 'planStanding',
    tag: 'plans',
    action: 'plan.read',
    does: 'Nhiệm vụ và chỉ tiêu của kế hoạch trong kỳ: trạng thái theo đơn vị chủ trì, chỉ tiêu đạt hay chưa; đơn vị chỉ thấy lời báo cáo của mình',
    answers: { 200: { of: 'PlanStanding', says: 'Tình hình thực hiện kế hoạch' } },
    refuses: opened,
  },
}
