/** Every sentence about an uploaded workbook that cannot be used: what it is, why not, what to do. */

import { printNumber } from '../../shared/figure.ts'
import type { NoText } from './document-text.ts'

const save = 'Mở tệp bằng Excel, LibreOffice hoặc WPS, lưu thành kiểu “Excel Workbook (*.xlsx)”'

/** What was to be sent: a form of ours, an export of the one-stop software, a sheet of past years. */
export type Expected = 'form' | 'export' | 'years' | 'plan'
const wanted: Readonly<Record<Expected, string>> = {
  form: 'tệp biểu (.xlsx) đã tải từ phần mềm',
  export: 'tệp .xlsx kết xuất từ phần mềm một cửa',
  plan: 'tệp kế hoạch (.xlsx) có bảng nhiệm vụ và bảng chỉ tiêu',
  years: 'tệp số liệu các năm trước (.xlsx) đã tải từ phần mềm',
}

/** Why nothing of a document was read, to whoever sent it. */
export const documentWords = {
  noText: {
    empty: 'Tệp rỗng, có thể chép chưa xong. Chọn lại tệp.',
    'too-large':
      'Tệp quá lớn so với một báo cáo. Bỏ hình ảnh trong tệp rồi gửi lại, hoặc dán phần lời vào ô.',
    pdf: 'Tệp PDF không đọc được. Chọn bản Word (.docx) của báo cáo, hoặc dán phần lời vào ô.',
    'old-word':
      'Tệp theo kiểu Word 97–2003 (.doc) nên không đọc được. Mở bằng Word, lưu thành .docx rồi chọn lại.',
    damaged:
      'Tệp hỏng hoặc đặt mật khẩu nên không đọc được. Mở bằng Word, lưu lại thành .docx không mật khẩu rồi chọn lại.',
    'not-word':
      'Tệp không phải văn bản Word (.docx): bên trong không có phần lời. Kiểm tra lại tệp, hoặc lưu lại từ Word.',
    'not-text':
      'Tệp không phải văn bản Word (.docx) và cũng không phải tệp chữ UTF-8. Lưu lại từ Word thành .docx rồi chọn lại.',
  } satisfies Record<NoText, string>,
  nothing:
    'Không có chữ nào để kiểm tra. Dán phần lời của báo cáo vào ô, hoặc chọn tệp .docx, .txt.',
  tooLong: (most: number) =>
    `Văn bản dài quá ${printNumber(most)} ký tự. Chia thành từng phần rồi kiểm tra từng phần.`,
  otherPeriod: (told: string, asked: string) =>
    `Văn bản này là của ${told}, kỳ đang mở là ${asked}: chỉ đối chiếu các số trong văn bản với nhau, không đối chiếu với số tổng hợp. Chọn đúng kỳ rồi kiểm tra lại.`,
} as const

export const uploadWords = {
  // ------------------------------------------------------------ what was sent instead
  empty: () => 'Tệp gửi lên rỗng (0 byte), có thể chép chưa xong. Chọn lại tệp biểu rồi gửi lại.',
  tooLarge: (megabytes: number) =>
    `Tệp gửi lên vượt ${megabytes} MB, trong khi một tệp biểu đã điền chỉ khoảng 0,1 MB. Bỏ hình ảnh và các trang tính không thuộc biểu, lưu lại rồi gửi.`,
  oldExcel: () =>
    `Tệp này theo kiểu Excel 97–2003 (.xls) nên không đọc được, dù tên tệp có thể ghi khác. ${save} rồi gửi lại.`,
  locked: () =>
    'Tệp này đặt mật khẩu mở tệp nên không đọc được. Mở bằng Excel, vào Tệp › Thông tin › Bảo vệ sổ làm việc, bỏ mật khẩu, lưu lại rồi gửi.',
  oldOffice: (expected: Expected) =>
    `Tệp này là tài liệu Office kiểu cũ, không phải bảng tính. Chọn ${wanted[expected]} rồi gửi lại.`,
  macros: () =>
    `Tệp này có macro (.xlsm) nên không được nhận, vì macro có thể mang mã độc. ${save}; số liệu trong ô vẫn giữ nguyên; rồi gửi lại.`,
  binary: () => `Tệp này theo kiểu Excel nhị phân (.xlsb) nên không đọc được. ${save} rồi gửi lại.`,
  openDocument: () =>
    `Tệp này là bảng tính OpenDocument (.ods) của LibreOffice. ${save} rồi gửi lại.`,
  otherOffice: (what: string, expected: Expected) =>
    `Tệp này là ${what}, không phải bảng tính. Chọn ${wanted[expected]} rồi gửi lại.`,
  webPage: () =>
    `Tệp này thực ra là một trang web (HTML) được đặt tên như tệp Excel, thường do phần mềm khác kết xuất. ${save} rồi gửi lại.`,
  oldXml: () => `Tệp này là bảng tính XML 2003, không phải .xlsx. ${save} rồi gửi lại.`,
  text: (expected: Expected) =>
    `Tệp này là tệp chữ (csv hoặc txt), không phải bảng tính. ${expected === 'form' ? 'Điền vào' : 'Chọn'} ${wanted[expected]} rồi gửi lại.`,
  noWorkbook: (expected: Expected) =>
    `Tệp này là tệp nén (zip), bên trong không có bảng tính nào. Giải nén, chọn ${wanted[expected]} rồi gửi lại.`,
  unknown: (expected: Expected) =>
    `Tệp này không phải bảng tính Excel (.xlsx). Chọn ${wanted[expected]} rồi gửi lại.`,
  kinds: {
    pdf: 'tệp PDF',
    word: 'văn bản Word',
    slides: 'bản trình chiếu PowerPoint',
    picture: 'hình ảnh',
    archive: 'tệp nén RAR, 7z hoặc gzip',
    richText: 'văn bản RTF',
  },

  // ------------------------------------------------------------ a workbook that is not read
  damaged: () =>
    'Tệp này bị hỏng hoặc chép chưa xong nên không đọc được. Mở lại tệp trên máy, lưu lại rồi gửi; nếu Excel cũng báo hỏng thì lấy lại tệp từ phần mềm (biểu đã điền thì chép số liệu sang) rồi gửi.',
  lockedParts: () =>
    'Các phần bên trong tệp này được mã hóa nên không đọc được. Bỏ mật khẩu, lưu lại rồi gửi.',
  unpacksTooLarge: (megabytes: number) =>
    `Tệp này giải nén ra hơn ${megabytes} MB, không tệp biểu nào lớn như vậy, nên không được mở. ${save} với riêng các trang tính của biểu rồi gửi lại.`,
  tooManyParts: (most: number) =>
    `Tệp này gồm hơn ${most} phần, nhiều hơn mọi tệp biểu. Bỏ hình ảnh và các trang tính không thuộc biểu, lưu lại rồi gửi.`,
  tooMuch: () =>
    'Tệp này có quá nhiều ô hoặc quá nhiều định dạng, nhiều hơn mọi tệp biểu. Bỏ các trang tính không thuộc biểu, lưu lại rồi gửi.',
  doctype: () =>
    `Tệp này có phần khai báo DTD, Excel không bao giờ ghi như vậy và có thể gây hại, nên không được mở. ${save} rồi gửi lại.`,
  encoding: () =>
    `Chữ trong tệp này không lưu theo UTF-8 nên có thể bị đọc sai. ${save} rồi gửi lại.`,
  farCell: (cell: string, lastRow: string, lastColumn: string) =>
    `Tệp này có ô ${cell}, nằm quá xa ngoài biểu (sau dòng ${lastRow} hoặc cột ${lastColumn}). Xóa các dòng, cột thừa ở cuối trang tính (chọn cả dòng hoặc cột rồi Xóa), lưu lại rồi gửi.`,
} as const
