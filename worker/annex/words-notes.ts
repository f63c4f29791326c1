/** Words of the sheet "Giải trình". */
import { printNumber } from '../../shared/figure.ts'
import type { Note } from './notes.ts'

const count = (n: number): string => printNumber(n)

export const noteWords = {
  title: 'GIẢI TRÌNH SỐ LIỆU TỔNG HỢP',
  subtitle:
    'Số trong ngoặc ở cột Ghi chú và số nhỏ trên cao cạnh số liệu trong các biểu chỉ đến giải trình mang số đó.',
  none: 'Không có số liệu nào phải giải trình, điều chỉnh hay còn thiếu đơn vị báo cáo.',
  head: [
    'Số',
    'Loại',
    'Đơn vị',
    'Số liệu được giải trình',
    'Ô đầu',
    'Giá trị và phép tính',
    'Nội dung',
    'Người lập',
    'Thời điểm',
  ],
  about: {
    reason: 'Giải trình',
    adjustment: 'Điều chỉnh',
    conflict: 'Báo cáo trùng',
    coverage: 'Còn thiếu',
    exclusion: 'Nhóm loại trừ',
    window: 'Ngày chốt số liệu',
  } satisfies Record<Note['about'], string>,
  wholeUnit: 'Mọi số liệu của đơn vị',
  adjusted: (basis: string, value: string) =>
    `Số tổng hợp trước điều chỉnh: ${basis}; điều chỉnh: ${value}`,
  excluded: (name: string, basis: string) => `${name}, theo ${basis}`,
  more: (n: number) => `và ${count(n)} số liệu khác`,
  moreUnits: (n: number) => `và ${count(n)} đơn vị khác`,
} as const
