/** Texts of "Chi tiết theo đơn vị". */
import { signs } from '../../shared/layout/sheet.ts'

export const detailWords = {
  sheet: 'Chi tiết theo đơn vị',
  contents: 'Số của từng đơn vị bên cạnh tổng của từng biểu',
  title: 'CHI TIẾT THEO ĐƠN VỊ',
  subtitle: `Số toàn Sở là phép cộng trông thấy được của các cột đơn vị ở những dòng “Cộng”; ở những dòng khác nối với ô trong biểu. Ký hiệu: “${signs.none}” không phát sinh; “${signs['not-applicable']}” không áp dụng; “${signs['not-reported']}” chưa báo cáo; ô trống: không thuộc trách nhiệm của đơn vị.`,
  singles:
    'Biểu có dòng tổng số: dòng nào chỉ một đơn vị báo cáo thì không nhắc lại ở đây, đã có ở trang “Nguồn số liệu”.',
  head: { code: 'Mã', name: 'Chỉ tiêu', way: 'Cách tổng hợp', total: 'Toàn Sở' },
  adjustment: 'Điều chỉnh của Văn phòng',
  note: 'Ghi chú',
  uncounted: (value: string) => `${value} (không tính)`,
  revision: 'Bản được tính',
  preparedBy: 'Người lập',
  approvedBy: 'Người duyệt',
  receivedAt: 'Nhận lúc',
  notFiled: 'Chưa nộp',
} as const
