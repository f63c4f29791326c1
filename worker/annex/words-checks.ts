/** Words of the sheet "Kiểm tra". */
import { printNumber } from '../../shared/figure.ts'
import type { Severity } from '../../shared/rules/schema.ts'

const count = (n: number): string => printNumber(n)

export const checkWords = {
  title: 'KẾT QUẢ KIỂM TRA SỐ LIỆU TỔNG HỢP',
  passed: (rules: number) =>
    `Đã kiểm tra số liệu tổng hợp theo ${count(rules)} quy tắc: tất cả đều đạt.`,
  summary: (rules: number, parts: readonly string[]) =>
    `Đã kiểm tra số liệu tổng hợp theo ${count(rules)} quy tắc: ${parts.join(', ')}.`,
  counted: {
    error: (n: number) => `${count(n)} lỗi`,
    warning: (n: number) => `${count(n)} nội dung cần giải trình`,
    info: (n: number) => `${count(n)} lưu ý`,
    accepted: (n: number) => `${count(n)} nội dung đã giải trình`,
  },
  /** rules without anything to look at among merged figures */
  unjudged: (n: number) =>
    `${count(n)} quy tắc không có số liệu để kiểm tra ở đây: ô gõ tay được kiểm tra khi từng đơn vị nộp, chỗ chưa báo cáo thì chưa so sánh được.`,
  head: [
    'TT',
    'Quy tắc',
    'Nội dung kiểm tra',
    'Khi không đạt',
    'Vị trí',
    'Số chỗ',
    'Kết quả',
    'Phép tính',
    'Giải trình',
  ],
  severity: {
    error: 'Lỗi',
    warning: 'Cần giải trình',
    info: 'Lưu ý',
  } satisfies Record<Severity, string>,
  accepted: 'Đã giải trình',
  passing: 'Đạt',
  unlooked: 'Không có số liệu để kiểm tra',
  at: (sheet: string, cell: string) => `${sheet}, ô ${cell}`,
  window: 'Thời gian chốt số liệu',
} as const
