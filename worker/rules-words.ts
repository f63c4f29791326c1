/** Every sentence about rules over their life and about groups outside a ratio: where, what, why, what to do. */
import { printDate, printInstant } from '../shared/period.ts'
import type { ExclusionRow, RuleChangeRow } from './store/rules.ts'

export const ruleWords = {
  mergedFigures: () => 'Số liệu tổng hợp toàn cơ quan',
  unknownRule: (id: string) =>
    `Không có quy tắc “${id.slice(0, 60)}” trong danh mục đang áp dụng. Chọn một quy tắc trong danh sách.`,
  same: (id: string) =>
    `Quy tắc ${id} đang đúng như vậy nên không có gì để ghi. Chọn trạng thái hoặc ngày khác.`,
  reversed: (id: string, from: string, until: string) =>
    `Quy tắc ${id}: ngày bắt đầu ${printDate(from)} sau ngày kết thúc ${printDate(until)}. Ghi lại hai ngày.`,
  confirm: (id: string, title: string) =>
    `Quy tắc ${id} “${title}” đang chặn bản nộp có lỗi; sau thay đổi này lỗi ấy sẽ được nhận ở một số kỳ. Nếu đúng là muốn vậy, ghi thêm mã ${id} để xác nhận rồi gửi lại.`,
  ruleStale: (id: string, last: RuleChangeRow | undefined) =>
    last
      ? `Quy tắc ${id} đã được ${last.changedBy} đổi ${printInstant(last.changedAt)}, sau khi mở ở đây. Tải lại để xem thay đổi ấy rồi quyết định tiếp; chữ đang viết chưa mất.`
      : `Quy tắc ${id} chưa có thay đổi nào, trong khi yêu cầu nói đã xem một thay đổi. Tải lại danh sách rồi gửi lại.`,
  kinds: (from: string, to: string) =>
    `Chạy thử từ ${from} đến ${to} không được vì hai kỳ khác loại. Chọn hai kỳ cùng là tháng, quý, 6 tháng, 9 tháng hoặc năm.`,
  order: (from: string, to: string) =>
    `Chạy thử từ ${from} đến ${to} không được vì kỳ đầu sau kỳ cuối. Đổi chỗ hai kỳ.`,
  tooLong: (most: number) =>
    `Mỗi lần chỉ chạy thử được ${most} kỳ. Chọn khoảng ngắn hơn, chạy nhiều lần.`,
  notAnExclusionId: () =>
    'Mã loại trừ chỉ gồm chữ thường không dấu, chữ số và gạch nối, dài nhất 40 ký tự. Đặt mã khác, ví dụ tttc-thong-bao.',
  unknownExclusion: (id: string) =>
    `Không có khai báo loại trừ “${id}” đang còn hiệu lực để rút. Tải lại danh sách.`,
  exclusionElsewhere: (id: string) =>
    `Nội dung gửi lên mang mã khác với địa chỉ “${id}”. Dùng cùng một mã rồi gửi lại.`,
  exclusionReversed: (from: string, until: string) =>
    `Ngày bắt đầu ${printDate(from)} sau ngày kết thúc ${printDate(until)}. Ghi lại hai ngày.`,
  notARatio: (key: string) =>
    `“${key.slice(0, 60)}” không phải tỷ lệ phần trăm tính từ hai số trong danh mục đang áp dụng. Chọn một tỷ lệ trong danh sách.`,
  notACount: (key: string) =>
    `“${key.slice(0, 60)}” không phải chỉ tiêu đếm trong danh mục đang áp dụng. Chọn chỉ tiêu đếm nhóm được loại trừ.`,
  exclusionStale: (id: string, last: ExclusionRow | undefined) =>
    last
      ? `Khai báo loại trừ “${id}” đã được ${last.writtenBy} ${last.document === null ? 'rút' : 'ghi'} ${printInstant(last.writtenAt)}, sau khi mở ở đây. Tải lại danh sách rồi ghi tiếp; chữ đang viết chưa mất.`
      : `Chưa có khai báo loại trừ “${id}”, trong khi yêu cầu sửa một khai báo đã có. Tải lại danh sách rồi gửi lại.`,
} as const
