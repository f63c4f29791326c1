/** Words of the sheet "Nguồn số liệu". */
import { printNumber } from '../../shared/figure.ts'

const count = (n: number): string => printNumber(n)

export const lineageWords = {
  title: 'NGUỒN SỐ LIỆU TỔNG HỢP',
  subtitle:
    'Dòng đầu của mỗi số liệu ghi tên và số toàn Sở; mỗi dòng là phần của một đơn vị. Cột “Ô” dẫn đến ô trong biểu; ô số liệu trong biểu dẫn trở lại đây.',
  shortened: (contributions: number) =>
    `Có ${count(contributions)} số của các đơn vị: số của từng đơn vị ở phần “Chi tiết theo đơn vị”; ở đây chỉ ghi số toàn Sở và những số có giải trình, điều chỉnh hoặc báo cáo trùng.`,
  head: [
    'Biểu',
    'Mã',
    'Chỉ tiêu',
    'Ô',
    'Toàn Sở',
    'Cách tổng hợp',
    'Đơn vị',
    'Số của đơn vị',
    'Bản',
    'Người lập / duyệt',
    'Thời điểm nhận',
    'Lý do, giải trình',
  ],
  units: (n: number) => `${count(n)} đơn vị`,
  prepared: (by: string, approved: string) => (by === approved ? by : `${by} / ${approved}`),
  uncounted: 'Không tính vào số toàn Sở',
} as const
