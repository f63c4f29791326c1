/** What the formats say: labels of JSON-stat, the Vietnamese header of CSV, names of downloads, refusals. */
import { formatTypes } from './format.ts'

const listed = (names: readonly string[]): string => names.map(name => `“${name}”`).join(', ')
const asked = (text: string): string => `“${text.slice(0, 80)}”`

export const formatWords = {
  series: (from: string, to: string) => `Số liệu cải cách hành chính từ kỳ ${from} đến kỳ ${to}`,
  seriesFile: (from: string, to: string) => `Số liệu CCHC ${from} đến ${to}`,
  consolidation: (period: string) => `Số liệu cải cách hành chính tổng hợp kỳ ${period}`,
  consolidationFile: (period: string) => `Số liệu CCHC ${period}`,
  progress: (period: string) => `Tiến độ báo cáo cải cách hành chính kỳ ${period}`,
  progressFile: (period: string) => `Tiến độ CCHC ${period}`,
  office: 'Văn phòng điều chỉnh',
  unitsCounted: 'đơn vị',
  counts: {
    expected: 'Đơn vị phải nộp',
    submitted: 'Đơn vị đã nộp',
    accepted: 'Đơn vị đã được duyệt',
    returned: 'Đơn vị bị trả lại',
    late: 'Đơn vị nộp sau hạn',
    missing: 'Đơn vị quá hạn chưa nộp',
  },
  dimensions: { of: 'Số liệu của', indicator: 'Chỉ tiêu', period: 'Kỳ báo cáo' },
  statuses: {
    final: 'Chính thức: kỳ đã khóa',
    provisional: 'Tạm tính: mọi nơi đã báo cáo, Văn phòng còn có thể sửa',
    late: 'Quá hạn mà còn nơi chưa báo cáo',
    incomplete: 'Chưa đủ: còn nơi chưa báo cáo hoặc còn thiếu tháng',
  },
  states: {
    none: 'Không phát sinh',
    'not-applicable': 'Không áp dụng, lý do ở reasons',
    'not-reported': 'Chưa báo cáo',
  },

  unknownFormat: (format: string, nearest: readonly string[]) =>
    `Máy chủ không có định dạng ${asked(format)}. Ghi format là một trong ${listed(nearest)}, hoặc bỏ format để nhận JSON.`,
  notAcceptable: (accept: string) =>
    `Địa chỉ này không trả lời bằng loại nội dung nào trong Accept ${asked(accept)}. Các loại có thể nhận: ${listed(formatTypes)}; hoặc ghi format=json, format=json-stat, format=csv vào địa chỉ.`,
  unknownHeaders: (headers: string, nearest: readonly string[]) =>
    `Máy chủ không có dòng tiêu đề kiểu ${asked(headers)}. Ghi headers là một trong ${listed(nearest)}, hoặc bỏ headers để nhận tiêu đề tiếng Anh.`,
  changesOnlyInJson: (format: string) =>
    `Những gì đã đổi từ lần tải trước (since) chỉ có trong JSON, không có trong ${asked(format)}. Bỏ since, hoặc ghi format=json.`,
}
