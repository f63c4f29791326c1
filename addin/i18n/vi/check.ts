/** Findings and reasons. */
import type { Counts } from '../../features/check/findings.ts'

export const check = {
  run: 'Kiểm tra lại',
  running: 'Đang kiểm tra…',
  groups: { error: 'Lỗi phải sửa', warning: 'Cần giải trình', info: 'Lưu ý' },
  severity: { error: 'Lỗi', warning: 'Cần giải trình', info: 'Lưu ý' },
  counts: ({ errors, unexplained, explained, infos }: Counts) =>
    [
      [errors, 'lỗi phải sửa'],
      [unexplained, 'cần giải trình'],
      [explained, 'đã giải trình'],
      [infos, 'lưu ý'],
    ]
      .flatMap(([count, words]) => (count ? `${count} ${words}` : []))
      .join(' · ') || 'Không có phát hiện nào',
  empty: 'Chưa có số liệu để kiểm tra. Điền vào biểu, kết quả hiện ngay ở đây.',
  clean: 'Không có lỗi',
  cleanText: (checks: number) => `${checks} phép kiểm tra đều đạt.`,
  ready: 'Không còn lỗi, giải trình đã đủ',
  readyText: 'Có thể nộp.',
  toSubmit: 'Sang bước Nộp',
  closed: 'Mở biểu ở thẻ Điền trước, rồi kiểm tra.',
  reason: 'Lý do',
  reasonHint: 'Viết vì sao số liệu đúng, ví dụ “đợt khuyến mại 30/4, có danh sách kèm theo”.',
  /** what keeps a text from being a reason */
  emptiness: {
    short: 'Viết rõ hơn một chút: vì sao số liệu này đúng?',
    boilerplate:
      'Câu này dùng cho số nào cũng được. Viết điều đã xảy ra ở đây: việc gì, bao nhiêu hồ sơ, văn bản nào.',
    copied:
      'Câu này đang dùng cho nhiều phép kiểm tra khác nhau. Viết riêng cho chỗ này: điều gì làm số này khác đi?',
  },
  refusedReason:
    'Máy chủ chưa nhận lý do này. Viết rõ điều đã xảy ra: việc gì, bao nhiêu hồ sơ, văn bản nào.',
  cause: (where: string) => `Cùng nguyên nhân với ${where}; sửa ở đó thì hết.`,
  lapsed: (old: string) =>
    `Lý do cũ không còn dùng vì số đã đổi: “${old}”. Viết lý do cho số mới; trả lại số cũ thì lý do cũ lại có hiệu lực.`,
  lapsedCount: (n: number) => `${n} lý do hết hiệu lực`,
  explained: 'Đã giải trình',
  dependents: (n: number) => `${n} phát hiện khác cùng nguyên nhân`,
  suspects: (cells: number) =>
    cells === 1 ? 'Có thể chỉ sai một ô, xem lại:' : 'Có thể chỉ sai một trong các ô, xem lại:',
  keys: 'Enter: tới ô. Alt + ↓ ↑: phát hiện kế tiếp, trước đó.',
  filter: { label: 'Xem biểu', all: (n: number) => `Tất cả (${n})` },
  questioned: {
    title: 'Văn phòng hỏi lại',
    changed: (before: string, now: string) => `Đã đổi: ${before} → ${now}`,
    unchanged: (n: number) =>
      `Còn ${n} số Văn phòng hỏi lại chưa đổi: sửa ở trên, hoặc để nguyên nếu số đã đúng.`,
    same: (now: string) => `Chưa đổi: ${now}`,
  },
  fromServer: 'Máy chủ chưa nhận bản nộp vì các phát hiện dưới đây.',
}
