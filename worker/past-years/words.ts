/** Every Vietnamese text about figures of years before the system: the sheet to fill, its faults, refusals. */
import { printNumber } from '../../shared/figure.ts'
import { periodName, printInstant } from '../../shared/period.ts'

const at = (sheet: string, row: number, column: string) =>
  `Trang “${sheet}”, dòng ${row}, cột ${column}`
const yearsIn = (years: readonly number[]) => years.join(', ')

export const pastYearWords = {
  // ------------------------------------------------------------ refusals
  notAYear: (year: string) =>
    `“${year.slice(0, 20)}” không phải một năm từ 2000 đến nay. Viết năm bằng bốn chữ số, ví dụ 2020.`,
  yearToCome: (year: number, now: number) =>
    `Năm ${year} chưa đến (năm nay là ${now}) nên chưa có số liệu để nhập. Chọn một năm đã qua.`,
  inSystem: (year: number, periods: readonly string[]) =>
    `Năm ${year} đã có số liệu các đơn vị nộp trên phần mềm (${periods.map(period => periodName(period).toLocaleLowerCase('vi')).join('; ')}) nên không nhập tay đè lên. Muốn có số cả năm thì mở kỳ năm ${year} và tổng hợp; muốn sửa thì điều chỉnh ở kỳ ấy.`,
  stale: (year: number, by: string, at: string) =>
    `Số liệu năm ${year} vừa được ${by} ghi lúc ${printInstant(at)}, sau khi bạn mở. Xem bản mới rồi ghi lại nếu vẫn cần sửa.`,
  neverWritten: (year: number, basedOn: number) =>
    `Bản đang gửi sửa từ bản ${basedOn}, nhưng năm ${year} chưa được ghi lần nào. Gửi lại như lần đầu (basedOn là 0).`,
  unknownKey: (key: string) =>
    `Danh mục biểu mẫu không có chỉ tiêu số mang mã “${key.slice(0, 60)}”. Dùng đúng mã ở cột “Mã chỉ tiêu” của tệp tải từ phần mềm.`,
  negative: (name: string, value: number) =>
    `“${name}” ghi ${printNumber(value)}: số liệu không thể âm. Sửa lại theo văn bản gốc.`,
  tooLarge: (name: string, value: number, most: number) =>
    `“${name}” ghi ${printNumber(value)}: tỷ lệ không thể quá ${most}%. Sửa lại theo văn bản gốc.`,
  notWhole: (name: string, value: number) =>
    `“${name}” ghi ${printNumber(value)}: chỉ tiêu này đếm bằng số nguyên. Sửa lại theo văn bản gốc.`,
  nothingToType: (years: readonly number[]) =>
    `Các năm ${yearsIn(years)} đều đã có số liệu trong phần mềm nên không cần nhập. Chọn những năm trước khi dùng phần mềm.`,
  badSpan: () =>
    'Chọn năm đầu và năm cuối bằng bốn chữ số, năm đầu không sau năm cuối, nhiều nhất 15 năm; ví dụ from=2016&to=2020.',

  // ------------------------------------------------------------ the sheet to fill
  guide: 'Hướng dẫn',
  fileName: (from: number, to: number) => `Số liệu các năm ${from}-${to}.xlsx`,
  title: (agency: string) => `SỐ LIỆU CÁC NĂM TRƯỚC – ${agency.toLocaleUpperCase('vi')}`,
  heading: (from: number, to: number) => `Số liệu CCHC các năm ${from} – ${to}`,
  steps: [
    '1. Bảng dưới: ghi văn bản nguồn của từng năm (số, ký hiệu, ngày), ví dụ Báo cáo số 120/BC-SCT ngày 15/12/2020. Năm nào không có số thì để trống cả nguồn lẫn số.',
    '2. Mỗi biểu một trang: ghi số vào cột của năm. Không phát sinh thì ghi “Không phát sinh”; không có trong văn bản thì để trống, không ghi 0.',
    '3. Dòng tính (tỷ lệ, tổng) chỉ ghi khi văn bản có mà không có số thành phần; có đủ số thành phần thì phần mềm tự tính.',
    '4. Không sửa cột “Mã chỉ tiêu” và dòng ghi năm. Lưu kiểu .xlsx rồi gửi lại ở “Số liệu các năm trước”.',
  ],
  inSystemNote: (years: readonly number[]) =>
    `Năm ${yearsIn(years)} đã có số liệu trong phần mềm nên không có cột.`,
  head: {
    code: 'STT',
    name: 'Chỉ tiêu',
    unit: 'Đơn vị tính',
    key: 'Mã chỉ tiêu',
    year: 'Năm',
    source: 'Văn bản nguồn (số, ký hiệu, ngày)',
  },
  computed: 'dòng tính',

  // ------------------------------------------------------------ faults of a filled sheet
  notOurs: () =>
    'Tệp này không có trang nào có cột “Mã chỉ tiêu” và cột năm. Tải tệp mẫu ở “Số liệu các năm trước”, điền rồi gửi lại tệp ấy.',
  moreFaults: (left: number) => `Còn ${printNumber(left)} lỗi nữa; sửa các lỗi trên rồi gửi lại.`,
  noFigures: () =>
    'Tệp này chưa có số nào ở các cột năm. Điền số liệu vào các biểu, lưu lại rồi gửi.',
  yearTwice: (sheet: string, row: number, column: string, year: number, first: string) =>
    `${at(sheet, row, column)}: năm ${year} đã có ở cột ${first}. Giữ một cột cho mỗi năm.`,
  yearWrong: (sheet: string, row: number, column: string, text: string) =>
    `${at(sheet, row, column)}: “${text.slice(0, 30)}” không phải một năm đã qua, mà cột này có số. Ghi năm bằng bốn chữ số, ví dụ 2019.`,
  keyUnknown: (sheet: string, row: number, column: string, key: string) =>
    key === ''
      ? `${at(sheet, row, column)}: dòng có số nhưng trống mã chỉ tiêu. Chép lại mã từ tệp mẫu hoặc xóa số ở dòng này.`
      : `${at(sheet, row, column)}: không có chỉ tiêu nào mang mã “${key.slice(0, 60)}”. Chép lại mã từ tệp mẫu hoặc xóa số ở dòng này.`,
  keyTwice: (sheet: string, row: number, column: string, key: string, first: string) =>
    `${at(sheet, row, column)}: mã “${key}” đã có số ở ${first}. Giữ một dòng cho mỗi chỉ tiêu.`,
  notANumber: (sheet: string, row: number, column: string, year: number, text: string) =>
    `${at(sheet, row, column)} (năm ${year}): “${text.slice(0, 40)}” không phải số. Chỉ ghi số, hoặc “Không phát sinh”, hoặc để trống.`,
  twoReadings: (
    sheet: string,
    row: number,
    column: string,
    year: number,
    text: string,
    readings: readonly number[],
  ) =>
    `${at(sheet, row, column)} (năm ${year}): “${text.slice(0, 40)}” lưu dạng chữ, có thể là ${readings.map(one => printNumber(one)).join(' hoặc ')}. Gõ lại thành số.`,
  outOfRange: (sheet: string, row: number, column: string, year: number, why: string) =>
    `${at(sheet, row, column)} (năm ${year}): ${why}`,
  noReason: (sheet: string, row: number, column: string, year: number) =>
    `${at(sheet, row, column)} (năm ${year}): “Không áp dụng” phải kèm lý do, ví dụ “Không áp dụng: không được giao vốn”.`,
  yearInSystem: (sheet: string, row: number, column: string, year: number) =>
    `${at(sheet, row, column)}: năm ${year} đã có số liệu các đơn vị nộp trên phần mềm nên không nhập tay. Xóa số ở cột này rồi gửi lại.`,
  noSource: (year: number) =>
    `Trang “Hướng dẫn”: năm ${year} có số nhưng chưa ghi văn bản nguồn. Ghi số, ký hiệu, ngày của văn bản ở dòng năm ${year} rồi gửi lại.`,
  sourceTooLong: (sheet: string, row: number, column: string, most: number) =>
    `${at(sheet, row, column)}: tên văn bản nguồn dài quá ${most} ký tự. Ghi gọn loại văn bản, số, ký hiệu, ngày.`,
  sourceAlone: (sheet: string, row: number, column: string, year: number) =>
    `${at(sheet, row, column)}: năm ${year} có văn bản nguồn nhưng không biểu nào có số của năm này. Điền số, hoặc xóa văn bản nguồn.`,
  sourceTwice: (sheet: string, row: number, column: string, year: number) =>
    `${at(sheet, row, column)}: năm ${year} được ghi nguồn hai lần khác nhau. Giữ một dòng.`,

  // ------------------------------------------------------------ remarks on one that was read
  fromText: (sheet: string, cell: string, text: string, value: number) =>
    `Trang “${sheet}”, ô ${cell}: “${text.slice(0, 40)}” lưu dạng chữ, đã đọc là ${printNumber(value)}.`,
  looksLikeFraction: (sheet: string, cell: string, value: number) =>
    `Trang “${sheet}”, ô ${cell}: ghi ${printNumber(value)}%, nhỏ hơn 1%. Nếu văn bản ghi ${printNumber(value * 100)}% thì sửa lại.`,
  differs: (year: number, name: string, stated: number, computed: number) =>
    `Năm ${year}, “${name}”: tệp ghi ${printNumber(stated)}, tính từ số thành phần được ${printNumber(computed, 2)}; phần mềm lấy số tính. Đối chiếu lại văn bản gốc.`,
  yearEmpty: (year: number) => `Năm ${year} không có số nào nên không ghi.`,
} as const
