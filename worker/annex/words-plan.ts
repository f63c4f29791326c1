/** The words of the sheet "Kế hoạch, chỉ tiêu". */
import { printNumber } from '../../shared/figure.ts'
import type { PlanStanding } from '../../shared/protocol.ts'

type Judged = { readonly due: number; readonly attained: number; readonly missed: number }

export const planSheetWords = {
  sheet: 'Kế hoạch, chỉ tiêu',
  contents: 'Chỉ tiêu đạt hay chưa, tình hình thực hiện từng nhiệm vụ của kế hoạch',
  title: 'TÌNH HÌNH THỰC HIỆN KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH',
  head: [
    'Mã',
    'Nội dung',
    'Đơn vị chủ trì',
    'Mục tiêu, thời gian',
    'Kết quả, trạng thái',
    'Còn thiếu, minh chứng',
    'Đánh giá, ngày hoàn thành',
  ],
  of: (title: string, basis: string, number: number) =>
    `${title}${basis === '' ? '' : ` (${basis})`}; lần sửa ${number}.`,
  counts: ({ total, done, recurring, open, unsaid }: PlanStanding['counts']) =>
    `${printNumber(total)} nhiệm vụ: ${printNumber(done)} đã hoàn thành, ${printNumber(recurring)} thực hiện thường xuyên, ${printNumber(open)} chưa hoàn thành${
      unsaid === 0 ? '' : `; ${printNumber(unsaid)} nhiệm vụ đơn vị chủ trì chưa báo cáo`
    }. Trạng thái theo đơn vị chủ trì.`,
  judged: ({ due, attained, missed }: Judged) =>
    `${printNumber(due)} chỉ tiêu đến hạn trong năm: ${printNumber(attained)} đạt, ${printNumber(missed)} chưa đạt, ${printNumber(due - attained - missed)} chưa đánh giá được.`,
  targets: 'Chỉ tiêu',
  tasks: 'Nhiệm vụ',
  former: 'Đã báo cáo nhưng không còn trong kế hoạch',
  aimed: (aim: string, year: number) => `${aim} (năm ${year})`,
  attained: 'Đạt',
  missed: 'Chưa đạt',
  later: 'Chưa đến hạn',
  untold: 'Chưa đánh giá được',
  lead: 'Chưa giao',
  evidence: (units: string, evidence: string) => `${units}: ${evidence}`,
} as const
