/** What the administrator's commands say of rules. */
import { printNumber } from '../../shared/figure.ts'
import { printDate } from '../../shared/period.ts'
import type { Rehearsal, RuleStanding, RuleStatus } from '../../shared/protocol.ts'
import type { Severity } from '../../shared/rules/schema.ts'

export const statusNames: Record<RuleStatus, string> = {
  draft: 'bản thảo',
  rehearsal: 'chạy thử',
  active: 'đang áp dụng',
  off: 'đã tắt',
}
const severityNames: Record<Severity, string> = {
  error: 'Lỗi',
  warning: 'Cần giải trình',
  info: 'Lưu ý',
}

export const rulesWords = {
  listHead: ['Quy tắc', 'Mức', 'Trạng thái', 'Áp dụng', 'Nội dung'],
  severity: (severity: Severity) => severityNames[severity],
  unrehearsed: (status: RuleStatus) => `${statusNames[status]} (chưa chạy thử)`,
  span: ({ from, until }: RuleStanding) =>
    [from === null ? '' : `từ ${printDate(from)}`, until === null ? '' : `đến ${printDate(until)}`]
      .filter(part => part !== '')
      .join(' ') || 'mọi kỳ',
  notAStatus: (typed: string) =>
    `“${typed.slice(0, 40)}” không phải trạng thái. Chọn --status draft, rehearsal, active hoặc off.`,
  notADay: (typed: string) => `“${typed.slice(0, 40)}” không phải ngày. Ghi như 2025-07-01.`,
  reasonNeeded: () => 'Cần --reason "…" dài ít nhất 10 ký tự: vì sao đổi quy tắc này.',
  set: (rule: string, status: RuleStatus, span: string) =>
    `Quy tắc ${rule} nay ${statusNames[status]}, ${span}. Bản đã nhận giữ nguyên kết quả kiểm tra.`,
  setAlready: (rule: string) => `Quy tắc ${rule} đã được đổi như vậy từ trước.`,
  bothKinds: () =>
    'Chạy thử quy tắc trong danh mục (ghi mã) hoặc trong tệp (--file), không cùng lúc.',
  nothingToRehearse: () =>
    'Không có quy tắc nào ở trạng thái chạy thử. Ghi mã quy tắc cần chạy, hoặc --file <tệp.json>.',
  noPeriods: (agency: string) => `${agency} chưa mở kỳ nào nên chưa có gì để chạy thử.`,
  fileFaults: (file: string, count: number) =>
    `${file} có ${count} chỗ sai nên chưa chạy thử quy tắc nào:`,
  notInCatalogue: (rule: string) => `${rule} (chưa có trong danh mục)`,
  heading: ({ rule, title, from, to }: Rehearsal) => `${rule}  ${title}, ${from} đến ${to}`,
  countHead: ['Đơn vị', 'Lần nộp đã đọc', 'Lần nộp vướng', 'Số chỗ'],
  total: 'Cộng',
  count: (n: number) => printNumber(n),
  sentence: (unit: string, period: string, revision: number, message: string) =>
    `  ${unit}, ${period}, bản ${revision}: ${message}`,
  more: (n: number) => `  … và ${printNumber(n)} chỗ khác (xem hết bằng --json).`,
  nobody: () => 'Không lần nộp nào vướng quy tắc này.',
  nothingFiled: () => 'Trong khoảng này chưa có bản nào được tính.',
  skipped: (periods: readonly string[]) =>
    `Không đọc ${periods.join(', ')}: danh mục của các kỳ này thiếu chỉ tiêu mà quy tắc cần.`,
} as const
