/** Words of the sheet "Thay đổi". */
import { printNumber } from '../../shared/figure.ts'
import { printInstant } from '../../shared/period.ts'

const count = (n: number): string => printNumber(n)

export const changeWords = {
  title: 'SỐ LIỆU THAY ĐỔI SO VỚI LẦN LẤY TRƯỚC',
  first: 'Đây là lần đầu số liệu tổng hợp của kỳ này được lấy ra, chưa có lần trước để so sánh.',
  since: (takenAt: string, figures: number, sections: number) => {
    const parts = [
      ...(figures > 0 ? [`${count(figures)} số liệu thay đổi`] : ['không có số liệu nào thay đổi']),
      ...(sections > 0 ? [`${count(sections)} mục lời văn sửa đổi`] : []),
    ]
    return `So với lần lấy trước lúc ${printInstant(takenAt)} (giờ Việt Nam): ${parts.join(', ')}.`
  },
  state: {
    provisional: 'Lần trước là bản chính thức, lần này là bản tạm tính.',
    final: 'Lần trước là bản tạm tính, lần này là bản chính thức.',
  },
  units: (changed: string) => `Đơn vị thay đổi bản: ${changed}.`,
  head: ['Biểu', 'Mã', 'Chỉ tiêu', 'Ô', 'Trước', 'Nay', 'Chênh lệch', 'Đơn vị làm thay đổi'],
  /** the revision that counted then and the one that counts now */
  revisions: (before: number | undefined, now: number | undefined) => {
    if (before === undefined) return `bản ${count(now ?? 0)}, trước chưa tính`
    if (now === undefined) return `bản ${count(before)} → không tính`
    return before === now ? `bản ${count(now)}` : `bản ${count(before)} → ${count(now)}`
  },
  unit: (name: string, revisions: string) => `${name} (${revisions})`,
  part: (who: string, from: string, to: string) => `${who}: ${from} → ${to}`,
  written: (units: string) => `Sửa lời văn: ${units}`,
  follows: 'Tính lại từ các số đã thay đổi',
  more: (n: number) => `và ${count(n)} đơn vị khác`,
} as const
