/** Every sentence about what had to be put right to read a filled workbook, and why one is another's. */
import { printInstant } from '../../shared/period.ts'

const quoted = (text: string): string => `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`

export const repairWords = {
  // ------------------------------------------------------------ somebody else's file
  anotherAgency: (key: string, own: string) =>
    `Tệp này của một sở khác (mã ${quoted(key)}), trong khi đang mở biểu của ${own}. Chọn đúng tệp rồi gửi lại.`,
  another: (theirs: Belonging, open: Belonging) =>
    `Tệp này của ${theirs.unit}, kỳ ${lowered(theirs.period)}; đang mở biểu của ${open.unit}, kỳ ${lowered(open.period)}. Chọn đúng tệp, hoặc mở đúng kỳ và đơn vị rồi gửi lại.`,
  anotherByHeading: (tab: string, says: string, open: Belonging) =>
    `Trang tính ${quoted(tab)} trong tệp ghi ${quoted(says)}; đang mở biểu của ${open.unit}, kỳ ${lowered(open.period)}. Chọn đúng tệp, hoặc mở đúng kỳ và đơn vị rồi gửi lại.`,
  anotherCatalogue: (theirs: string, wanted: string, period: string) =>
    `Tệp này lập theo danh mục biểu mẫu ${quoted(theirs)}, trong khi ${lowered(period)} dùng danh mục ${quoted(wanted)}. Tải lại biểu của kỳ này, chép số liệu sang rồi gửi lại.`,
  notOurs: (unit: string) =>
    `Trong tệp này không có trang tính nào là biểu của ${unit}. Chọn tệp biểu (.xlsx) đã tải từ phần mềm, điền vào đó rồi gửi lại.`,

  // ------------------------------------------------------------ whose file it is
  identityLost: () =>
    'Tệp không còn phần nhận dạng (đơn vị, kỳ, bản), thường do lưu lại bằng phần mềm khác. Đã nhận ra biểu theo tiêu đề; không biết tệp lấy từ bản đã nộp nào, xem lại trước khi nộp.',
  identityHalf: () =>
    'Tệp mất một phần nhận dạng (thuộc tính tệp hoặc trang NhanDang), thường do lưu lại bằng phần mềm khác. Phần còn lại đủ để nhận ra đơn vị, kỳ và bản.',
  headingDiffers: (tab: string, says: string) =>
    `Trang tính ${quoted(tab)} ghi ${quoted(says)}, khác với kỳ hoặc đơn vị của tệp, có thể dán từ tệp khác. Xem lại số liệu của trang này.`,
  outrun: (
    basedOn: number | null,
    newest: { revision: number; receivedAt: string; preparedBy: string },
  ) =>
    `Tệp được điền từ ${basedOn === null ? 'lúc chưa có bản nào' : `bản ${basedOn}`}; sau đó ${newest.preparedBy} đã lập bản ${newest.revision}, nhận ${printInstant(newest.receivedAt)}. So sánh với bản ${newest.revision} rồi mới nộp.`,
  revisionUnknown: (basedOn: number) =>
    `Tệp ghi là điền từ bản ${basedOn}, nhưng trong kỳ chưa có bản ấy. Xem lại tệp trước khi nộp.`,

  // ------------------------------------------------------------ sheets and lines
  renamed: (tab: string, sheet: string) =>
    `Trang tính ${quoted(tab)} đã bị đổi tên; đã nhận ra là ${quoted(sheet)} theo nội dung.`,
  sheetMissing: (sheet: string) =>
    `Không còn trang tính ${quoted(sheet)}; mọi số liệu của biểu này để trống (chưa báo cáo). Tải lại biểu nếu cần điền.`,
  copied: (tab: string, sheet: string) =>
    `Trang tính ${quoted(tab)} là bản sao của ${quoted(sheet)} và giống hệt; chỉ đọc ${quoted(sheet)}.`,
  copiedDiffering: (tab: string, sheet: string, count: number) =>
    `Trang tính ${quoted(tab)} là bản sao của ${quoted(sheet)} nhưng khác ở ${count} ô; chỉ đọc ${quoted(sheet)}. Xem số liệu đúng nằm ở trang nào.`,
  namesLost: (count: number) =>
    `${count} tên vùng (BM_…) của biểu không còn trong tệp; đã tìm số liệu theo tiêu đề và mã dòng.`,
  moved: (count: number, from: string, to: string, first: string) =>
    count === 1
      ? `Ô ${from} đã bị chuyển chỗ (trong biểu gốc là ${to}); đã tìm theo mã và tên dòng.`
      : `${count} ô từ ${from} đã bị chuyển chỗ (trong biểu gốc bắt đầu ở ${to}, ${first}); đã tìm theo mã và tên dòng.`,
  shuffled: (count: number) =>
    `${count} ô đã bị chuyển sang nhiều chỗ khác nhau; đã tìm từng ô theo mã và tên dòng.`,
  lineMissing: (name: string) =>
    `Không còn dòng ${quoted(name)}; số liệu của dòng này để trống (chưa báo cáo). Nếu có số thì thêm lại dòng, hoặc tải lại biểu.`,
  lineDoubled: (where: string, value: string, kept: string) =>
    `${where}: dòng này có hai lần với hai số khác nhau; lấy ${quoted(kept)}, không lấy ${quoted(value)}. Xem số nào đúng.`,
  lineStrange: (value: string) =>
    `${quoted(value)} nằm ở một dòng không thuộc biểu nên không được lấy. Nếu là số liệu thì chuyển vào đúng dòng.`,
  notYourSection: (where: string) =>
    `${where}: phần lời văn này không giao cho đơn vị nên không được lấy. Gửi cho đơn vị được giao.`,

  // ------------------------------------------------------------ single cells; `where` is the place in the forms
  numberFromText: (where: string, text: string, number: string) =>
    `${where}: ô ghi chữ ${quoted(text)}, được đọc là số ${number}.`,
  stateFromText: (where: string, text: string, state: string) =>
    `${where}: ô ghi ${quoted(text)}, được đọc là “${state}”.`,
  ambiguous: (where: string, text: string, taken: string, other: string) =>
    `${where}: ô ghi chữ ${quoted(text)}, có thể là ${taken} hoặc ${other}; tạm lấy ${taken} theo cách viết Việt Nam. Xem lại và sửa nếu không đúng.`,
  share: (where: string, taken: string, other: string) =>
    `${where}: ô ghi ${taken}, có thể là ${taken}% hoặc ${other}% (Excel đổi như vậy khi gõ dấu %); tạm lấy ${taken}%. Xem lại, ghi số từ 0 đến 100 không kèm dấu %.`,
  isDate: (where: string, text: string) =>
    `${where}: ô chứa ngày ${text} chứ không phải số, thường do Excel tự đổi khi gõ dấu / hoặc -. Ghi lại số; ô này đang để trống.`,
  unread: (where: string, text: string) =>
    `${where}: không đọc được ${quoted(text)} thành số nên để trống. Ghi số; không có thì ghi “Không phát sinh”; không áp dụng thì ghi “Không áp dụng: lý do”.`,
  reasonless: (where: string) =>
    `${where}: ghi “Không áp dụng” nhưng chưa có lý do nên để trống. Ghi “Không áp dụng: lý do”, ví dụ “Không áp dụng: không được giao vốn”.`,
  rowUnread: (where: string, text: string) =>
    text === ''
      ? `${where}: dòng có số liệu nhưng thiếu mã thủ tục nên không được lấy. Ghi mã, ví dụ 2.000033.`
      : `${where}: mã thủ tục ${quoted(text)} không đúng dạng hoặc đã có ở dòng trên nên cả dòng không được lấy. Ghi lại mã, ví dụ 2.000033.`,
  tooLong: (where: string) =>
    `${where}: nội dung quá dài nên không được lấy. Rút gọn rồi gửi lại tệp.`,
  formula: (where: string, formula: string, value: string) =>
    value === ''
      ? `${where}: ô nhập có công thức ${quoted(`=${formula}`)} nhưng tệp không lưu kết quả nên để trống. Ghi số trực tiếp vào ô.`
      : `${where}: ô nhập có công thức ${quoted(`=${formula}`)}; đã lấy kết quả ${value} lưu trong tệp.`,
  overwritten: (where: string, typed: string, computed: string) =>
    `${where}: công thức trong ô đã bị ghi đè bằng ${quoted(typed)}, trong khi tính từ số liệu thành phần được ${computed}. Ô này không nhập được; sửa số liệu thành phần.`,
} as const

export type Belonging = { readonly unit: string; readonly period: string }

/** "Tháng 4/2025" within a sentence. */
const lowered = (period: string): string =>
  `${period.charAt(0).toLocaleLowerCase('vi')}${period.slice(1)}`
