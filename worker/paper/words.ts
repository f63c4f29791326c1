/** The few words every printed workbook says for itself. */
import { printNumber } from '../../shared/figure.ts'

export const paperWords = {
  cut: (length: number) =>
    ` […] (Đã cắt: nội dung dài ${printNumber(length)} ký tự, vượt giới hạn của một ô; bản đầy đủ lưu tại hệ thống.)`,
  page: 'Trang &P/&N',
} as const
