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
  tooShort: 'Viết rõ hơn một chút: vì sao số liệu này đúng?',
  explained: 'Đã giải trình',
  dependents: (n: number) => `${n} kiểm tra khác phụ thuộc ô này`,
  keys: 'Alt + ↓ ↑: phát hiện kế tiếp, trước đó',
  fromServer: 'Máy chủ chưa nhận bản nộp vì các phát hiện dưới đây.',
}
