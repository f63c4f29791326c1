/** The work beside the period's figures: names, and the way there and back. */
import type { Work } from '../../features/work/state.ts'

export const work = {
  names: {
    plan: 'Kế hoạch CCHC',
    inspection: 'Kiểm tra CCHC',
    retrospective: 'Tổng kết giai đoạn',
    rules: 'Quy tắc kiểm tra số liệu',
    webhooks: 'Báo cho hệ thống khác',
  } satisfies Record<Work, string>,
  loading: 'Đang mở…',
  backToOffice: 'Việc khác',
  backToUnit: 'Về biểu của kỳ',
  ofUnit: {
    plan: (lead: number, support: number) =>
      `Nhiệm vụ theo kế hoạch: chủ trì ${lead}, phối hợp ${support}`,
  },
}

/** What each is for, to the office. */
export const officeWork = {
  plan: 'Nhiệm vụ, chỉ tiêu của năm; đơn vị nào đang làm đến đâu, chỉ tiêu nào đã đạt.',
  inspection: 'Mở đợt kiểm tra, ghi vấn đề, lập thông báo kết quả, theo dõi khắc phục.',
  retrospective: 'Số liệu nhiều năm so với năm gốc, kèm số liệu các năm trước khi có phần mềm.',
  rules: 'Quy tắc nào đang áp dụng; chạy thử một quy tắc trên số liệu đã nộp trước khi áp dụng.',
  webhooks:
    'Hệ thống nào được báo khi số liệu được duyệt, trả lại, khóa kỳ; tin nào chưa gửi được.',
} satisfies Record<Work, string>
