/** What the compiled rules say, shorter than the pane: a line of a sheet has room for one sentence, the list for two. */
import type { Severity } from '../schema.ts'

export const compiledWords = {
  severity: { error: 'Lỗi', warning: 'Cần giải trình', info: 'Lưu ý' } satisfies Record<
    Severity,
    string
  >,
  column: (code: string, name: string) => `cột ${code} “${name}”`,
  total: 'dòng Tổng số',
  numberAsText: {
    rule: 'NUMBER-TEXT',
    title: 'Số ghi ở dạng chữ',
    says: 'đang là chữ, không phải số; chưa được cộng.',
    fix: 'Gõ lại số vào ô này, không có dấu nháy ở đầu và không có chữ đi kèm.',
  },
  unreadable: 'không đọc được thành số.',
  reasonless: 'chưa kèm lý do, phải ghi “Không áp dụng: lý do”.',
  unlisted: 'không có trong danh sách của ô.',
  negative: 'là số âm.',
  notWhole: 'không phải số nguyên.',
  outOfPercent: 'nằm ngoài khoảng từ 0 đến 100%.',
  part: (whole: string) => `Đây là phần “trong đó” của ${whole}, không được quá`,
  derived: 'Tính từ số liệu thành phần được',
  summed: 'Cộng các dòng được',
  code: {
    w: 'dòng có nội dung nhưng chưa ghi mã.',
    m: 'không phải mã thủ tục.',
    d: 'đã ghi ở dòng trên.',
  },
  gap: { '=': 'lệch', '<=': 'vượt', '>=': 'thiếu' },
  onSubmit: {
    prose: 'đọc lời văn',
    evidence: 'đọc số, ngày văn bản minh chứng',
    window: 'theo thời gian chốt số liệu của kỳ',
    previous: 'chưa có số liệu kỳ trước',
    history: 'so với các kỳ trước của đơn vị',
    months: 'so với số liệu các tháng',
  },
} as const
