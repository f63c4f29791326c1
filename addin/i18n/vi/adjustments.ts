/** The office’s own entries beside the units’ figures. */
import type { Adjustment } from '../../../shared/protocol.ts'

export const adjustments = {
  loading: 'Đang tải các điều chỉnh…',
  about:
    'Điều chỉnh đứng cạnh số của đơn vị, kèm lý do và tên người ghi; số của đơn vị giữ nguyên. Đơn vị sửa số thì điều chỉnh hết hiệu lực.',
  none: 'Kỳ này chưa có điều chỉnh nào.',
  list: (n: number) => `Các điều chỉnh (${n})`,
  states: {
    stands: 'Đang áp dụng',
    lapsed: 'Hết hiệu lực: số gốc đã đổi',
    replaced: 'Đã thay bằng điều chỉnh sau',
    withdrawn: 'Rút điều chỉnh',
  } satisfies Record<Adjustment['state'], string>,
  value: (value: string) => `Giá trị ${value}`,
  by: (who: string, at: string) => `${who}, ${at}`,
  withdraw: 'Rút',
  withdrawOf: (place: string) => `Rút điều chỉnh ${place}`,
  withdrawReason: 'Lý do rút',
  confirmWithdraw: 'Rút điều chỉnh',
  add: 'Thêm điều chỉnh',
  search: 'Tìm chỉ tiêu',
  searchHint: 'Gõ mã hoặc tên, có dấu hay không đều được: “3.1.1”, “dung han”.',
  found: (n: number, more: boolean) =>
    more ? `${n} kết quả đầu; gõ thêm để hẹp lại` : `${n} kết quả`,
  notFound: 'Không tìm thấy chỉ tiêu nào. Thử mã hoặc một từ trong tên.',
  now: (words: string) => `Số tổng hợp hiện nay: ${words}`,
  other: 'Chọn chỉ tiêu khác',
  addsValue: 'Cộng thêm (ghi số âm để bớt)',
  replacesValue: 'Thay bằng',
  choose: 'Chọn',
  becomes: (from: string, by: string, to: string) => `${from} ${by} = ${to}`,
  notANumber: 'Chưa đọc được thành số. Ghi như 12, 1.234,5 hoặc -3.',
  reason: 'Lý do',
  reasonHint: 'Căn cứ của điều chỉnh; in trên phụ lục cùng tên người ghi.',
  record: 'Ghi điều chỉnh',
  recording: 'Đang ghi…',
  recorded: (place: string) => `Đã ghi điều chỉnh ${place}.`,
  withdrawn: (place: string) => `Đã rút điều chỉnh ${place}.`,
  cancel: 'Thôi',
  locked: 'Kỳ đã khóa nên không thêm hay rút được. Mở lại kỳ ở mục Kỳ báo cáo nếu cần.',
}
