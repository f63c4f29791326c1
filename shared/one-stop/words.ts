/** Every sentence about a table of the one-stop software: where, what is, what was done with it, what to do. */
import { printNumber } from '../figure.ts'
import { printDate } from '../period.ts'

const print = (value: number): string => printNumber(value)
const list = (parts: readonly (string | number)[]): string => parts.join(', ')
const most = 12
const rows = (numbers: readonly number[]): string => {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted.length > most
    ? `dòng ${list(sorted.slice(0, most))} và ${sorted.length - most} dòng khác`
    : `dòng ${list(sorted)}`
}
const begin = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
const quoted = (texts: readonly string[]): string =>
  texts.map(text => `“${text.slice(0, 80)}”`).join(', ')
export type Shown = { readonly name: string; readonly value: number }
const sum = (terms: readonly Shown[]): string =>
  `${terms.map(({ name }) => name).join(' + ')} = ${terms.map(({ value }) => print(value)).join(' + ')} = ${print(terms.reduce((all, { value }) => all + value, 0))}`
const at = (row: number, label: string): string => `Dòng ${row} “${label.slice(0, 80)}”`

export const oneStopWords = {
  // ------------------------------------------------------------ what the file is
  noHeading: () =>
    'Phần đầu bảng không ghi kỳ báo cáo hay khoảng thời gian. Kiểm tra tệp được kết xuất đúng kỳ này.',
  otherWindow: (file: readonly [string, string], window: { from: string; to: string }) =>
    `Tệp lấy số liệu từ ${printDate(file[0])} đến ${printDate(file[1])}, trong khi kỳ này chốt từ ${printDate(window.from)} đến ${printDate(window.to)}. Kết xuất lại theo đúng khoảng thời gian rồi nhập.`,
  otherMonth: (file: string, period: string) =>
    `Tệp ghi số liệu ${file}, trong khi đang nhập cho ${period}. Kết xuất lại đúng kỳ rồi nhập.`,
  otherSheets: (names: readonly string[]) =>
    `Tệp còn trang ${quoted(names)} cũng có bảng hồ sơ; chỉ đọc trang đầu tiên. Cần trang khác thì đưa trang ấy lên đầu rồi gửi lại.`,

  // ------------------------------------------------------------ columns
  cannotDivide: (heading: string, columns: readonly string[], fields: readonly string[]) =>
    `Cột “${heading}” gộp ${columns.join(' và ')} nên tệp không cho biết mỗi cột bao nhiêu. Hai ô này để trống ở ${fields.length > 1 ? `${fields.length} lĩnh vực` : 'lĩnh vực'} ${list(fields)}; tách theo hồ sơ của đơn vị rồi điền.`,
  setAside: (headings: readonly string[]) =>
    `Biểu II.06a không có cột ${quoted(headings)} nên các cột này không được nhập.`,
  setAsideCounted: (headings: readonly string[], count: number) =>
    `Biểu II.06a không có cột ${quoted(headings)}, trong khi các dòng của đơn vị ghi ${print(count)} ở đó. Các số này không được cộng vào cột nào; kiểm tra phần mềm đã tính chúng vào “Đúng hạn”, “Trong hạn” hay chưa.`,
  unknownColumns: (headings: readonly string[]) =>
    `Không rõ cột ${quoted(headings)} ghi gì nên không đọc. Nếu là số hồ sơ của biểu, điền tay vào cột tương ứng.`,
  doubledColumns: (headings: readonly string[]) =>
    `Có hai cột cùng nghĩa trong bảng (${quoted(headings)}) nên không đọc cột nào trong số đó. Xóa cột thừa trong tệp rồi gửi lại, hoặc điền tay.`,
  missingColumns: (names: readonly string[]) =>
    `Tệp không có cột ${quoted(names)} nên các ô ấy để trống. Điền tay sau khi nhập.`,
  addedColumns: (headings: readonly string[], name: string) =>
    `${begin(name)} lấy tổng các cột ${quoted(headings)} của tệp.`,

  // ------------------------------------------------------------ rows
  totalsSkipped: (numbers: readonly number[]) =>
    `${begin(rows(numbers))} là dòng tổng cộng nên không nhập, chỉ dùng để đối chiếu.`,
  sectionsSkipped: (numbers: readonly number[]) =>
    `${begin(rows(numbers))} là dòng mục, đã gồm các dòng bên dưới nên không cộng lần nữa.`,
  insideSkipped: (numbers: readonly number[]) =>
    `${begin(rows(numbers))} nằm trong một lĩnh vực đã có dòng riêng nên không cộng lần nữa.`,
  nameless: (numbers: readonly number[]) =>
    `${begin(rows(numbers))} có số nhưng không ghi tên lĩnh vực nên không nhập. Xem lại trong tệp.`,
  unread: (cells: readonly { cell: string; text: string }[]) =>
    `Ô ${list(cells.slice(0, most).map(({ cell, text }) => `${cell} ghi “${text}”`))}${cells.length > most ? ` và ${cells.length - most} ô khác` : ''} không đọc được thành số hồ sơ nên để trống. Sửa trong tệp rồi gửi lại, hoặc điền tay.`,
  blank: (numbers: readonly number[]) =>
    `${begin(rows(numbers))} có ô trống trong tệp; ô trống không được coi là 0 nên để trống trong biểu. Điền số, hoặc ghi “Không phát sinh”.`,

  more: (count: number) =>
    `Còn ${count} điều khác về tệp này không kể hết. Nếu nhiều như vậy, nên kết xuất lại từ phần mềm một cửa.`,
  cutAt: (row: number) =>
    `Bảng dài hơn mọi bảng hồ sơ thường gặp nên từ dòng ${row} trở đi không đọc. Kết xuất theo lĩnh vực, không theo từng hồ sơ, rồi gửi lại.`,

  // ------------------------------------------------------------ fields
  addedUp: (field: string, numbers: readonly number[]) =>
    `Lĩnh vực ${field}: cộng ${rows(numbers)} của tệp.`,
  shared: (field: string, units: readonly string[]) =>
    `Lĩnh vực ${field} do ${units.join(' và ')} cùng báo cáo, nên số trong tệp có thể gồm hồ sơ của đơn vị khác. Chỉ giữ phần của đơn vị mình.`,
  unmatched: (numbers: readonly number[]) =>
    `${begin(rows(numbers))} chưa khớp tên với lĩnh vực nào của Sở nên chưa nhập. Chọn lĩnh vực cho từng dòng, hoặc bỏ qua.`,
  elsewhere: (numbers: readonly number[]) =>
    `${begin(rows(numbers))} thuộc lĩnh vực không giao cho đơn vị này nên không nhập.`,
  notInFile: (fields: readonly string[]) =>
    `Tệp không có dòng nào cho lĩnh vực ${list(fields)}; các dòng này trong biểu giữ nguyên. Không có hồ sơ thì ghi “Không phát sinh”.`,

  // ------------------------------------------------------------ arithmetic
  identity: (row: number, label: string, whole: Shown, parts: readonly Shown[], hint: string) => {
    const all = parts.reduce((total, { value }) => total + value, 0)
    return `${at(row, label)}: ${whole.name} ghi ${print(whole.value)}, trong khi ${sum(parts)}, lệch ${print(Math.abs(whole.value - all))}.${hint} Kiểm tra trong phần mềm một cửa trước khi dùng số này.`
  },
  asideHint: (headings: readonly string[]) => ` Phần lệch bằng đúng số ở cột ${quoted(headings)}.`,
  columnTotal: (name: string, said: number, lines: number) =>
    `${name} ghi ${print(said)}, cộng các dòng được ${print(lines)}`,
  totalDiffers: (row: number, label: string, differences: readonly string[]) =>
    `${at(row, label)} không bằng tổng các dòng: ${differences.join('; ')}. Có thể tệp thiếu dòng hoặc đã bị sửa; kết xuất lại để chắc chắn.`,
} as const
