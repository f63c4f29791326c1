/** What a paste brought along, what became of the sheets, and how it is mended. */
import type { Damage } from '../../host/port.ts'

const cells = (n: number) => `${n} ô`

export const repair = {
  region: 'Tình trạng bảng tính',
  pasted: (n: number, found: readonly string[]) =>
    found.length > 0
      ? `Vừa dán ${cells(n)}: ${found.join(', ')}.`
      : `Vừa dán ${cells(n)}, ô nào cũng đọc được.`,
  edited: (sheet: string, where: string, found: readonly string[]) =>
    `Người khác vừa sửa ${sheet}, ô ${where}${found.length > 0 ? `: ${found.join(', ')}` : ''}. Số mới đã được đọc lại, không bị ghi đè.`,
  single: (cell: string, found: readonly string[]) => `Ô ${cell}: ${found.join(', ')}.`,
  found: {
    text: (n: number) => `${n} số dạng chữ`,
    negative: (n: number) => `${n} số âm`,
    fractions: (n: number) => `${n} tỷ lệ ghi dưới dạng phần của 1`,
    unreadable: (n: number) => `${n} ô không phải số`,
    locked: (n: number) => `${n} ô bị khóa lại`,
    restyled: (n: number) => `${n} ô mất định dạng`,
    unguarded: (n: number) => `${n} ô mất gợi ý nhập`,
  },
  one: {
    text: 'số ghi dưới dạng chữ',
    negative: 'số âm',
    fractions: 'tỷ lệ ghi dưới dạng phần của 1',
    unreadable: 'không phải số',
    locked: 'bị khóa lại',
    restyled: 'mất định dạng',
    unguarded: 'mất gợi ý nhập',
  },
  unreadableOne: 'Sửa lại tại ô: ghi bằng số, hoặc “Không phát sinh”.',
  convert: (n: number) => `Chuyển ${cells(n)} thành số`,
  converted: (where: string) => `Số dạng chữ ở ô ${where}.`,
  ask: (where: string, text: string) => `Ô ${where}: “${text}” là số nào?`,
  asNumber: (text: string, number: string) => `“${text}” là ${number}`,
  fraction: (cell: string, value: string, percent: string) =>
    `Ô ${cell}, “${value}”: ý là ${percent} %?`,
  toPercent: (n: number) => `Đổi ${cells(n)} sang phần trăm`,
  restore: (n: number) => `Khôi phục ${cells(n)} như mẫu`,
  restoring: (where: string) => `Định dạng, khóa và gợi ý nhập ở ô ${where}; số giữ nguyên.`,
  negatives: (where: string) => `Số âm ở ô ${where}: xem lại, số liệu báo cáo không âm.`,
  unreadables: (where: string) => `Ô ${where} không đọc được thành số: sửa lại tại ô.`,
  mended: (n: number) => `Đã chuyển số ở ${cells(n)}.`,
  tidy: 'Đã khôi phục định dạng và khóa như mẫu.',
  undo: 'Hoàn tác',
  skipped: (where: string) => `Ô ${where} đã có người sửa trước, nên để nguyên.`,
  close: 'Đóng',
  working: 'Đang sửa trong bảng tính…',
  unprotected: (sheets: string) =>
    `${sheets} đang bỏ bảo vệ, nên dễ xóa nhầm dòng và công thức. Bấm Bảo vệ lại; không đặt mật khẩu, ô nhập vẫn mở.`,
  protect: 'Bảo vệ lại',
  copied: (sheets: string) => `${sheets} có bản sao. Chỉ trang gốc được đọc và nộp.`,
  nameless: (sheets: string) =>
    `${sheets} mất tên vùng số liệu, tạm đọc theo tên trang tính. Dựng lại biểu để gắn lại; số đã nhập được giữ.`,
  damages: {
    gone: (sheet: string) => `${sheet}: trang tính không còn.`,
    moved: (sheet: string) => `${sheet}: cả bảng bị dời, do chèn hoặc xóa dòng, cột phía trên.`,
    resized: (sheet: string) => `${sheet}: có dòng hoặc cột bị chèn vào hay xóa khỏi bảng.`,
    shuffled: (sheet: string) =>
      `${sheet}: có dòng không còn đúng chỗ, do chèn, xóa, sắp xếp hoặc cắt dán.`,
  } satisfies Record<Damage, (sheet: string) => string>,
  searching: 'Đang tìm số đã nhập theo mã chỉ tiêu…',
  kept: (n: number) =>
    n > 0
      ? `Tìm thấy ${n} ô đã nhập; dựng lại biểu giữ nguyên các số này.`
      : 'Không thấy ô nào đã nhập.',
  moved: (n: number) => `${n} ô bị dời, sẽ về đúng chỗ`,
  missing: (n: number) => `${n} dòng không còn`,
  missingFrom: (revision: number) => `Các dòng này lấy lại số của bản ${revision}.`,
  missingBlank: 'Các dòng này để trống, cần nhập lại.',
  doubled: (n: number) => `${n} ô có hai số, chỉ giữ một`,
  doubledAt: (cell: string, other: string, kept: string) =>
    `${cell}: “${other}” không lấy, giữ “${kept}”`,
  strange: (n: number) => `${n} ô nhập ở dòng không có trong biểu, không lấy được`,
  rebuild: 'Dựng lại biểu',
  rebuildKeeping: (n: number) => `Dựng lại biểu, giữ ${n} ô`,
  rebuilding:
    'Ghi chú của riêng anh, chị trong vùng biểu sẽ mất; trang tính khác không bị đụng tới.',
  changedMeanwhile: 'Bảng tính vừa có thay đổi nên chưa dựng lại. Xem lại rồi bấm lần nữa.',
  carry: (n: number) => `Chuyển ${n} ô sang mẫu mới`,
  carrying:
    'Mẫu biểu đã đổi từ khi mở sổ tính này. Số được chuyển theo mã và tên chỉ tiêu; chỉ tiêu mới để trống.',
}
