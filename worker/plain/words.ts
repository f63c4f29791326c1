/** Every Vietnamese text the plain workbook adds to what the forms and the rules say. */
import { printDate } from '../../shared/period.ts'

export const plainWords = {
  sheets: { overview: 'Kiểm tra', rules: 'PhepKiem', identity: 'NhanDang' },
  /** the column beside every form */
  column: 'Kiểm tra',
  /** behind the first finding of a line */
  more: (count: string) => `" (còn "&${count}&" điểm khác)"`,
  title: (unit: string) => `KIỂM TRA BIỂU CỦA ${unit.toLocaleUpperCase('vi')}`,
  subtitle: (period: string, from: string, to: string, revision: number | null) =>
    `Kỳ báo cáo: ${period} (từ ${printDate(from)} đến hết ${printDate(to)}). ${
      revision === null ? 'Chưa nộp bản nào.' : `Số liệu điền sẵn là bản ${revision} đã nộp.`
    }`,
  filledFrom: (months: string, missing: string) =>
    `Số điền sẵn tính từ ${months}${missing ? `; chưa có số của ${missing}, phải bổ sung` : ''}. Xem lại từng ô trước khi gửi.`,
  how: [
    'Điền các ô có viền xanh bên trái, ở từng trang tính. Không có thì ghi “Không phát sinh”; chưa có số thì để trống.',
    'Cột “Kiểm tra” bên phải mỗi biểu nói dòng nào sai, sai ra sao. Ô đỏ nhạt: lỗi, phải sửa. Ô vàng: nêu lý do khi gửi tệp.',
    'Không thêm, xóa, chuyển dòng; không đổi tên sheet. Hết lỗi thì lưu tệp và gửi cho Văn phòng Sở trước hạn.',
  ],
  counts: {
    title: 'Số điểm phát hiện theo biểu',
    head: ['STT', 'Biểu', 'Lỗi', 'Cần giải trình', 'Tình trạng'],
    broken: 'Còn lỗi phải sửa',
    unexplained: 'Không có lỗi; có điểm cần nêu lý do',
    clean: 'Chưa thấy lỗi',
    total: 'Cộng',
  },
  list: {
    title: 'Các điểm phát hiện',
    head: ['STT', 'Biểu', 'Ô', 'Mức', 'Nội dung', 'Cách sửa'],
    more: (count: string, shown: number) =>
      `IF(${count}>${shown},"Còn "&(${count}-${shown})&" điểm nữa, xem cột Kiểm tra của từng biểu.","")`,
  },
  onSubmit: {
    title: 'Kiểm tra khi nộp (tệp này không tự kiểm tra được)',
    head: ['STT', 'Nội dung', 'Vì sao'],
  },
  validation: {
    alert: 'Xem lại ô này',
    prompt: 'Cách điền',
    chooseOne: (choices: readonly string[]) =>
      `Chọn một trong: ${choices.join(', ')}. Không có thì ghi “Không phát sinh”.`,
    keep: 'Vẫn giữ nội dung vừa nhập?',
  },
  identity: {
    agency: 'Sở',
    unit: 'Đơn vị',
    period: 'Kỳ báo cáo',
    catalogue: 'Danh mục biểu mẫu',
    revision: 'Bản đã nộp',
  },
  properties: { title: (unit: string, period: string) => `Biểu CCHC ${period}, ${unit}` },
  hidden: {
    figures: [
      'Chỗ',
      'Chữ trong ô',
      'Giá trị',
      'Đang hiện',
      'Theo số liệu',
      'Không đọc được',
      'Bằng chữ',
      'Không phát sinh',
    ],
    rules: [
      'Quy tắc',
      'Mức',
      'Biểu',
      'Ô',
      'Sai',
      'Vế trái',
      'Vế phải',
      'Nội dung',
      'Đánh dấu',
      'Lũy kế',
      'Cách sửa',
      'Lỗi',
      'Giải trình',
    ],
  },
} as const
