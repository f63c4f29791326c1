/** Texts of "Tổng quan". */
import { printNumber } from '../../shared/figure.ts'

export const overviewWords = {
  sheet: 'Tổng quan',
  contents: 'Biểu đồ hồ sơ, tỷ lệ qua các kỳ và mức độ đầy đủ của các đơn vị',
  title: 'TỔNG QUAN SỐ LIỆU CẢI CÁCH HÀNH CHÍNH',
  fields: {
    section: 'I. Hồ sơ theo lĩnh vực',
    head: ['Lĩnh vực', 'Tiếp nhận', 'Đã giải quyết', 'Đang giải quyết'],
    others: (n: number) => `${printNumber(n)} lĩnh vực khác`,
    total: 'Tổng số',
    chart: 'Hồ sơ tiếp nhận, đã giải quyết, đang giải quyết theo lĩnh vực',
    nothing: 'Chưa có đơn vị nào báo cáo số hồ sơ theo lĩnh vực.',
  },
  rates: {
    section: 'II. Tỷ lệ giải quyết đúng hạn và tỷ lệ hồ sơ trực tuyến',
    period: 'Kỳ báo cáo',
    target: 'Chỉ tiêu của kế hoạch',
    chart: 'Tỷ lệ qua các kỳ (%)',
    left: 'Kỳ chưa có số liệu thì không vẽ vào biểu đồ.',
    nothing: 'Chưa đủ số liệu của kỳ này để vẽ biểu đồ.',
  },
  units: {
    section: (received: number, expected: number) =>
      `III. Mức độ đầy đủ (đã nhận ${printNumber(received)}/${printNumber(expected)} đơn vị)`,
    head: [
      ...['Đơn vị', 'Tình trạng', 'Nhận ngày'],
      ...['Số liệu phải báo cáo', 'Đã báo cáo', 'Đạt (%)', 'Mức đầy đủ'],
    ],
    all: 'Cộng',
    nothingOwed: 'x',
    note: 'Số liệu: chỉ tiêu được giao và dòng của các bảng (một dòng đủ các ô số tính là một). “x”: không có số liệu nào phải báo cáo.',
  },
} as const
