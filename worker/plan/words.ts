/** Every sentence about a plan's workbook, and the words on it. */
import { printNumber } from '../../shared/figure.ts'

const quoted = (text: string): string => `“${text.slice(0, 80)}”`

export const planWords = {
  line: (sheet: string, line: number, says: string) => `${sheet}, dòng ${line}: ${says}`,
  sheet: (sheet: string, says: string) => `${sheet}: ${says}`,

  // ------------------------------------------------------------ what is refused
  noTasks: (columns: string) =>
    `Tệp không có bảng nhiệm vụ: không trang nào có đủ các cột ${columns}. Tải tệp kế hoạch mẫu từ phần mềm, chép các nhiệm vụ vào rồi gửi lại.`,
  noLead: 'chưa ghi đơn vị chủ trì. Ghi tên, tên viết tắt của một đơn vị thuộc Sở.',
  twoLeads: (text: string) =>
    `${quoted(text)} nêu nhiều đơn vị chủ trì, mà chỉ một đơn vị được tính trạng thái. Ghi một đơn vị, các đơn vị khác chuyển sang cột phối hợp.`,
  unknownUnit: (text: string, near: string | undefined) =>
    near === undefined
      ? `${quoted(text)} không phải đơn vị của cơ quan. Sửa tên cho đúng; nếu là cơ quan ngoài Sở thì chuyển sang cột Phối hợp ngoài Sở.`
      : `${quoted(text)} không phải đơn vị của cơ quan, có thể là “${near}”. Sửa tên cho đúng; nếu là cơ quan ngoài Sở thì chuyển sang cột Phối hợp ngoài Sở.`,
  leadOutside: (text: string, near: string | undefined) =>
    near === undefined
      ? `đơn vị chủ trì ${quoted(text)} không phải đơn vị của cơ quan. Ghi tên hoặc tên viết tắt của một đơn vị thuộc Sở.`
      : `đơn vị chủ trì ${quoted(text)} không phải đơn vị của cơ quan, có thể là “${near}”. Sửa tên cho đúng.`,
  noCode: 'chưa có mã. Ghi mã như trong kế hoạch, ví dụ 1.1.',
  noName: 'chưa có nội dung. Ghi nội dung, hoặc xóa cả dòng.',
  tooLong: (column: string, most: number) =>
    `cột ${column} dài quá ${printNumber(most)} ký tự. Rút gọn rồi gửi lại.`,
  notAYear: (column: string, text: string) =>
    `cột ${column} ghi ${quoted(text)}, không phải một năm. Ghi bốn chữ số, ví dụ 2025.`,
  unknownKind: (text: string) =>
    `loại nhiệm vụ ${quoted(text)} không rõ. Ghi “Thường xuyên” hoặc “Có hạn”.`,
  unknownComparison: (text: string) =>
    `cột So sánh ghi ${quoted(text)}. Ghi “≥” (ít nhất) hoặc “≤” (nhiều nhất).`,
  notANumber: (text: string) =>
    text === ''
      ? 'chưa ghi mức phải đạt. Ghi một số, ví dụ 95.'
      : `mức phải đạt ${quoted(text)} không phải một số. Ghi một số, ví dụ 95 hoặc 98,5.`,
  unknownIndicator: (text: string) =>
    `danh mục biểu mẫu không có chỉ tiêu ${quoted(text)}. Ghi biểu và mã như “Biểu 1, mã 4.3”, hoặc bỏ trống nếu chưa có số liệu để đo.`,
  tooMany: (list: 'tasks' | 'targets', most: number) =>
    `có hơn ${printNumber(most)} ${{ tasks: 'nhiệm vụ', targets: 'chỉ tiêu' }[list]}, nhiều hơn mọi kế hoạch. Bỏ các dòng thừa rồi gửi lại.`,
  tooMuch: (most: number) =>
    `các ô của bảng cộng lại dài quá ${printNumber(most)} ký tự, nhiều hơn mọi kế hoạch và không lưu được. Bỏ các dòng, cột thừa hoặc rút gọn rồi gửi lại.`,
  strange:
    'có ô chứa chữ hoặc số mà kế hoạch không lưu được. Tải tệp kế hoạch mẫu, chép các nhiệm vụ vào bằng cách gõ lại hoặc dán dạng chữ rồi gửi lại.',
  otherYear: (told: number, asked: number) =>
    `tệp ghi kế hoạch bắt đầu từ năm ${told}, đang nhập vào năm ${asked}. Mở năm ${told} để nhập, hoặc sửa dòng Giai đoạn trong tệp.`,
  unreadableYears: (text: string) =>
    `dòng Giai đoạn ghi ${quoted(text)}, không đọc được. Ghi như “2021 – 2025” hoặc “2025”.`,

  // ------------------------------------------------------------ what is told
  noTargets: 'Tệp không có bảng chỉ tiêu; kế hoạch được đọc không có chỉ tiêu nào.',
  titleOf: (year: number) => `Kế hoạch cải cách hành chính năm ${year}`,
  titleGuessed: (title: string) => `Tệp không ghi tên kế hoạch, lấy “${title}”.`,
  yearsGuessed: (year: number) => `Tệp không ghi giai đoạn, lấy năm ${year}.`,
  kindGuessed: (recurring: boolean) =>
    `cột Loại bỏ trống, đọc theo thời gian thực hiện là “${recurring ? 'Thường xuyên' : 'Có hạn'}”.`,
  comparisonGuessed: 'cột So sánh bỏ trống, đọc là “≥”.',
  unitGuessed: 'cột Đơn vị tính bỏ trống, đọc là “%”.',
  tooManyFaults: (left: number) =>
    `Còn ${printNumber(left)} lỗi nữa; sửa các lỗi trên rồi gửi lại.`,

  // ------------------------------------------------------------ on the workbook
  labels: { title: 'Tên kế hoạch', basis: 'Văn bản ban hành', years: 'Giai đoạn' },
  headings: {
    tasks: 'KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH: CÁC NHIỆM VỤ',
    targets: 'KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH: CÁC CHỈ TIÊU',
  },
  kinds: { recurring: 'Thường xuyên', once: 'Có hạn' },
  everyUnit: 'Các phòng, đơn vị thuộc Sở',
  file: (year: number) => `Kế hoạch CCHC ${year}.xlsx`,
} as const
