/** Every Vietnamese text the annex adds to what the catalogue, the agency and the units say. */
import type { Merge } from '../../shared/catalogue/schema.ts'
import { printNumber } from '../../shared/figure.ts'
import { dateInVietnam, printDate } from '../../shared/period.ts'
import type { LeftOut, Standing } from './units.ts'

const count = (n: number): string => printNumber(n)

export const annexWords = {
  /** names of the sheets beside the forms */
  sheets: {
    cover: 'Bìa',
    lineage: 'Nguồn số liệu',
    checks: 'Kiểm tra',
    notes: 'Giải trình',
    changes: 'Thay đổi',
  },
  remarkLead: 'Ghi chú',
  properties: {
    title: (period: string) => `Phụ lục số liệu cải cách hành chính ${period}`,
    digest: 'Mã kiểm chứng',
    period: 'Kỳ báo cáo',
    state: 'Tình trạng',
    asOf: 'Thời điểm tổng hợp',
    audit: 'Nhật ký',
  },

  // heading of Nghị định 30/2020/NĐ-CP, Phụ lục I
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  title: 'PHỤ LỤC SỐ LIỆU',
  subject: 'Báo cáo thống kê công tác cải cách hành chính',
  attachedTo: (symbol: string, agency: string) =>
    `(Kèm theo Báo cáo số ……/${symbol} ngày …… tháng …… năm …… của ${agency})`,
  otherWindows: (units: number) =>
    `${units} đơn vị chốt số liệu khác ngày của kỳ hoặc không liền với kỳ trước, xem trang Giải trình.`,
  period: (name: string, from: string, to: string) =>
    `Kỳ báo cáo: ${name} (số liệu từ ${from} đến hết ${to})`,
  state: {
    provisional: ({ missing, returned }: LeftOut) =>
      `Bản tạm tính: ${
        [
          missing.length > 0 ? `còn ${missing.join(', ')} chưa nộp` : '',
          returned.length > 0 ? `chưa tính số liệu bị trả lại của ${returned.join(', ')}` : '',
        ]
          .filter(part => part !== '')
          .join('; ') || 'các đơn vị đã nộp đủ, số liệu chưa chốt'
      }`,
    final: ({ missing, returned }: LeftOut) =>
      [
        'Bản chính thức',
        missing.length > 0 ? `không có số liệu của ${missing.join(', ')}` : '',
        returned.length > 0 ? `không tính số liệu bị trả lại của ${returned.join(', ')}` : '',
      ]
        .filter(part => part !== '')
        .join('; '),
  },
  consolidatedAt: (instant: string) => `Thời điểm tổng hợp: ${instant} (giờ Việt Nam)`,
  auditHead: (seq: number, code: string) => `Nhật ký: ${annexWords.audit(seq, code)}`,
  audit: (seq: number, hash: string) => `mục số ${count(seq)}, mã ${hash}`,
  received: (received: number, expected: number) =>
    `I. Đơn vị báo cáo (đã nhận ${count(received)}/${count(expected)})`,
  units: {
    ordinal: 'TT',
    unit: 'Đơn vị',
    revision: 'Bản',
    state: 'Tình trạng',
    states: {
      'not-started': 'Chưa nộp',
      submitted: 'Đã nộp',
      accepted: 'Đã duyệt',
      returned: 'Bị trả lại',
    } satisfies Record<Standing['state'], string>,
    uncounted: 'số liệu chưa tính',
    countedBy: (revision: number) => `tính theo bản ${count(revision)}`,
  },
  contents: 'II. Các biểu kèm theo',
  contentsHead: { ordinal: 'TT', sheet: 'Trang tính', title: 'Nội dung' },
  contentsOwn: {
    lineage: 'Số của từng đơn vị trong mỗi số liệu tổng hợp',
    checks: 'Kết quả kiểm tra số liệu tổng hợp',
    notes: 'Giải trình, điều chỉnh và phần còn thiếu, đánh số',
    changes: 'Số liệu thay đổi so với lần lấy trước',
  },
  signature: {
    dated: (place: string) => `${place}, ngày …… tháng …… năm ……`,
    preparer: 'NGƯỜI LẬP BIỂU',
    preparerHint: '(Ký, ghi rõ họ tên)',
    head: 'THỦ TRƯỞNG ĐƠN VỊ',
    headHint: '(Ký, đóng dấu, ghi rõ họ tên)',
  },

  coverage: (reported: number, expected: number) =>
    reported === 0
      ? 'Chưa có đơn vị nào báo cáo'
      : `Mới có ${count(reported)}/${count(expected)} đơn vị báo cáo`,
  incalculable: 'Chưa đủ số liệu để tính',
  awaited: (unit: string) => `Thiếu: ${unit}`,
  conflict: (units: readonly string[]) =>
    `${units.join(', ')} cũng báo cáo chỉ tiêu này; chỉ tính số của đơn vị được giao`,

  adjusted: ({ reason, by, at }: { reason: string; by: string; at: string }) =>
    `Điều chỉnh: ${reason} (${by}, ${printDate(dateInVietnam(Date.parse(at)))})`,

  totalRow: 'Tổng số',
  column: (code: string, heading: string) => `cột ${code} “${heading}”`,
  ways: {
    sum: 'Cộng',
    owner: 'Số của đơn vị được giao',
    recompute: 'Tính lại',
    or: 'Một đơn vị có là có',
    union: 'Không trùng',
    concatenate: 'Ghép',
    none: '',
  } satisfies Record<Merge['by'], string>,

  narrative: { head: ['Mục', 'Đơn vị', 'Nội dung'] },
} as const
