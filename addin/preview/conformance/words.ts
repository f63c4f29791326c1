// Every Vietnamese text of the conformance page that is not in its markup.
// The items themselves are named in English, as tests are.
import type { Step } from './item.ts'

export const words = {
  ready: (excel: string) => `Đã nối với ${excel}.`,
  noExcel: 'Trang này chỉ chạy trong Excel.',
  running: (done: number, all: number) => `Đang chạy: ${done} trên ${all}.`,
  done: (right: number, wrong: number, open: number) =>
    `Xong: ${right} đúng, ${wrong} khác mong đợi, ${open} chỉ ghi lại.`,
  copied: 'Đã chép JSON.',
  notCopied: 'Chưa chép được: chọn khung chữ bên dưới rồi nhấn Ctrl+C.',
  right: '✓ Đúng',
  wrong: '✗ Khác',
  open: '○ Ghi lại',
  seen: (seen: string, expected: string) => `thấy ${seen}, mong đợi ${expected}`,
  steps: {
    'begin-edit': 'Bấm đúp vào ô A1 của trang tính đang mở và gõ một chữ. Đừng nhấn Enter.',
    'end-edit': 'Bấm vào ô đang sửa rồi nhấn Enter.',
    type: 'Gõ 5 vào ô A1 của trang tính đang mở rồi nhấn Enter.',
    paste: 'Chọn ô D9 còn trống, nhấn Ctrl+C, chọn ô A1, nhấn Ctrl+V.',
  } satisfies Record<Step, string>,
} as const
