// Every Vietnamese text of the preview page, in one table. Refusals say what Excel itself says.
// Never holds a text of the pane.
import type { Reason } from '../workbook/workbook.ts'

export const words = {
  page: {
    firstSheet: 'Trang tính1',
    notKept: 'Sổ tính quá lớn để giữ lại khi tải lại trang.',
  },
  codes: {
    intro: 'Chọn một vai để đăng nhập trong ngăn bên phải:',
    none: 'Chưa có mã dùng thử. Chạy npm start với cơ sở dữ liệu trống để tạo đơn vị mẫu.',
    attempt: 'Thử',
    attemptAs: (name: string) => `Thử với vai ${name}`,
    copied: (name: string) => `Đã chép mã của ${name}. Dán vào ô mã truy cập trong ngăn bên phải.`,
    field: 'Mã truy cập do Văn phòng cấp',
    signOut: /đăng xuất|đổi mã|thoát/i,
    roles: {
      unit: 'Cán bộ đầu mối',
      clerk: 'Văn phòng tổng hợp',
      dashboard: 'Bảng điều hành',
      admin: 'Quản trị',
    } as Readonly<Record<string, string>>,
  },
  pane: {
    title: 'Ngăn biểu mẫu CCHC',
    narrow: 'Hẹp 320',
    wide: 'Rộng 350',
    width: 'Độ rộng của ngăn',
  },
  switches: {
    latency: 'Độ trễ mỗi lượt',
    none: 'không',
    milliseconds: (count: number) => `${count} ms`,
    editing: 'Đang sửa ô',
    protection: 'Bảo vệ trang tính',
    remote: 'Người khác sửa ô đang chọn',
    remoteLocked: 'Ô đang chọn bị khóa: người khác cũng không sửa được.',
    events: 'Mất sự kiện',
    offline: 'Mất mạng',
    dark: 'Cửa sổ tối',
    password: 'Trang tính có mật khẩu bảo vệ: bỏ bảo vệ trong ngăn, không bỏ ở đây.',
  },
  sheet: {
    grid: (name: string) => `Trang tính ${name}`,
    tabs: 'Các trang tính',
    addSheet: 'Thêm trang tính',
    column: (letters: string) => `Cột ${letters}`,
    row: (number: number) => `Dòng ${number}`,
    expand: (first: number, last: number) => `Mở nhóm dòng ${first}–${last}`,
    collapse: (first: number, last: number) => `Gập nhóm dòng ${first}–${last}`,
    nameBox: 'Hộp tên',
    formula: 'Thanh công thức',
    editor: (address: string) => `Sửa ô ${address}`,
    choices: (address: string) => `Danh sách chọn cho ô ${address}`,
    openChoices: 'Mở danh sách chọn (Alt + ↓)',
    noSuchPlace: 'Không có ô hay tên này trong sổ tính.',
    beyondView: 'Bản xem thử chỉ vẽ 2.000 dòng và 200 cột đầu của trang tính.',
  },
  status: {
    ready: 'Sẵn sàng',
    enter: 'Nhập',
    edit: 'Sửa',
    smaller: 'Thu nhỏ',
    larger: 'Phóng to',
    average: 'Trung bình',
    count: 'Đếm',
    sum: 'Tổng',
  },
  notice: {
    close: 'Đóng',
    retry: 'Thử lại',
    cancel: 'Hủy bỏ',
    keep: 'Giữ giá trị này',
    correct: 'Sửa lại',
    invalid: 'Giá trị này không khớp với các hạn chế xác thực dữ liệu được xác định cho ô này.',
  },
} as const

const guarded =
  'Ô bạn đang cố thay đổi nằm trên trang tính được bảo vệ. ' +
  'Để thay đổi, hãy bỏ bảo vệ trang tính. Bạn có thể được yêu cầu nhập mật khẩu.'

/** What the page says when the workbook refuses something. */
export const refusals: Record<Reason, string> = {
  locked: guarded,
  protected: 'Trang tính đang được bảo vệ nên không làm được việc này.',
  'not-protected': 'Trang tính không được bảo vệ.',
  'wrong-password': words.switches.password,
  address: 'Vùng dán vượt ra ngoài trang tính.',
  shape: 'Vùng dán không cùng cỡ với vùng được chép.',
  'too-large': 'Vùng này quá lớn.',
  formula: 'Có vấn đề với công thức này. Nếu không định nhập công thức, hãy gõ dấu nháy đơn ở đầu.',
  'not-valid': words.notice.invalid,
  name: 'Tên này không dùng được.',
  taken: 'Tên này đã được dùng.',
  missing: words.sheet.noSuchPlace,
  'last-sheet': 'Sổ tính phải có ít nhất một trang tính nhìn thấy được.',
  argument: 'Không làm được việc này với vùng đang chọn.',
}
