/** Every sentence about what a text says wrongly: what it says, what follows from its own figures, what to do. */
import { printNumber } from '../figure.ts'
import { printDate } from '../period.ts'
import type { Verdict } from './finding.ts'

export const verdictNames: Record<Verdict, string> = {
  wrong: 'Sai',
  doubt: 'Cần xem lại',
  note: 'Lưu ý',
}

const percent = (value: number, decimals: number) => `${printNumber(value, decimals)} %`
const plus = (values: readonly number[]) => values.map(value => printNumber(value)).join(' + ')
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

export const arithmetic = {
  sum: (parts: readonly number[], whole: readonly number[]) =>
    `${plus(parts)}${parts.length > 1 ? ` = ${printNumber(sum(parts))}` : ''}, văn bản ghi ${plus(whole)}${whole.length > 1 ? ` = ${printNumber(sum(whole))}` : ''}`,
  share: (part: number, whole: number, exact: number, stated: number, decimals: number) =>
    `${printNumber(part)} / ${printNumber(whole)} = ${percent(exact, Math.max(decimals, 2))}, văn bản ghi ${percent(stated, decimals)}`,
  difference: (after: number, before: number, stated: number) =>
    `${printNumber(after)} − ${printNumber(before)} = ${printNumber(after - before)}, văn bản ghi ${printNumber(stated)}`,
  growth: (after: number, before: number, exact: number, stated: number, decimals: number) =>
    `(${printNumber(after)} − ${printNumber(before)}) / ${printNumber(before)} = ${percent(exact, Math.max(decimals, 2))}, văn bản ghi ${percent(stated, decimals)}`,
  points: (after: number, before: number, stated: number, decimals: number) =>
    `${percent(after, decimals)} − ${percent(before, decimals)} = ${printNumber(after - before, decimals)} điểm phần trăm, văn bản ghi ${printNumber(stated, decimals)}`,
  factor: (after: number, before: number, exact: number, stated: number, decimals: number) =>
    `${printNumber(after)} / ${printNumber(before)} = ${printNumber(exact, Math.max(decimals, 2))} lần, văn bản ghi ${printNumber(stated, decimals)} lần`,
  more: (part: string, whole: string) => `${part} > ${whole}`,
  against: (first: string, second: string) => `${first} ≠ ${second}`,
  gap: (whole: number, parts: readonly number[]) =>
    `${printNumber(whole)} − (${plus(parts)}) = ${printNumber(whole - sum(parts))}`,
}

export const words = {
  sum: (whole: string) =>
    `Các số thành phần cộng lại không bằng ${whole}. Đối chiếu từng số với sổ theo dõi rồi sửa số sai.`,
  remainder: (whole: string) =>
    `Phần còn lại không bằng ${whole} trừ đi phần đã nêu. Đối chiếu ba số rồi sửa số sai.`,
  sumExceeds: (whole: string) =>
    `Các số “trong đó” cộng lại lớn hơn ${whole}. Đối chiếu từng số rồi sửa số sai.`,
  partExceeds: (part: string, whole: string) =>
    `${part} là một phần của ${whole} nhưng lại lớn hơn. Đối chiếu hai số rồi sửa số sai.`,
  identity: () => 'Các số liệu của cùng một kỳ không khớp nhau. Đối chiếu từng số rồi sửa số sai.',
  share: (stated: string) =>
    `Tỷ lệ ${stated} không khớp với số lượng nêu trong văn bản. Tính lại tỷ lệ, hoặc ghi rõ tỷ lệ tính trên tổng nào.`,
  shareOfNamed: (stated: string, base: string) =>
    `Tỷ lệ ${stated} không khớp với ${base} nêu trong văn bản. Tính lại tỷ lệ, hoặc ghi rõ tỷ lệ tính trên tổng nào.`,
  gap: (left: string) =>
    `Còn ${left} chưa nói thuộc nhóm nào. Bổ sung phần còn lại hoặc sửa số đã ghi.`,
  range: (stated: string) => `Tỷ lệ ${stated} vượt 100 %. Kiểm tra lại tử số và mẫu số.`,
  notWhole: (printed: string) =>
    `${printed} không phải số nguyên. Nếu là tỷ lệ thì ghi dấu %; nếu là số lượng thì sửa lại.`,
  allButSome: (stated: string, count: string) =>
    `Văn bản ghi tỷ lệ ${stated} nhưng cũng ghi ${count}. Sửa một trong hai chỗ.`,
  sameFigure: (first: string, second: string) =>
    `Cùng một số liệu nhưng chỗ này ghi ${first}, chỗ kia ghi ${second}. Sửa cho thống nhất, hoặc nói rõ hai số khác nhau ở điểm nào.`,
  noneButSome: (count: string) =>
    `Một chỗ ghi không có (không phát sinh), chỗ khác ghi ${count}. Sửa một trong hai chỗ.`,
  fullButLow: (stated: string) =>
    `Một chỗ ghi tỷ lệ ${stated}, chỗ khác nói tỷ lệ này còn thấp. Thống nhất hai chỗ, hoặc ghi rõ phần không tính.`,
  fullButPart: (stated: string) =>
    `Văn bản ghi ${stated} nhưng số lượng nêu ở chỗ khác chưa đủ toàn bộ. Ghi rõ phần không tính, hoặc sửa tỷ lệ.`,
  list: (stated: string, listed: number) =>
    `Văn bản báo trước ${stated} nhưng liệt kê ${printNumber(listed)}. Bổ sung mục còn thiếu hoặc sửa con số.`,
  change: (stated: string) =>
    `Mức “${stated}” không khớp với hai số được so sánh. Tính lại mức tăng, giảm.`,
  direction: (stated: string) =>
    `Văn bản ghi “${stated}” nhưng hai số được so sánh cho chiều ngược lại. Sửa chữ hoặc sửa số.`,
  points: (stated: string) =>
    `“${stated}” là chênh lệch giữa hai tỷ lệ. Ghi “điểm phần trăm” để không hiểu thành tăng, giảm tương đối.`,
  noSuchDay: (date: string) => `Không có ngày ${date}. Kiểm tra lại ngày, tháng.`,
  symbolYear: (symbol: string, date: string) =>
    `Ký hiệu ${symbol} mang năm khác với ngày ban hành ${date}. Đối chiếu với văn bản gốc.`,
  twoDates: (symbol: string) =>
    `Văn bản ${symbol} được ghi hai ngày ban hành khác nhau trong cùng một năm. Đối chiếu với văn bản gốc.`,
  noYear: (symbol: string, year: number) =>
    `Ký hiệu ${symbol} thiếu năm ban hành; văn bản quy phạm pháp luật ghi cả năm, ở đây là ${year}.`,
  afterReport: (date: string, report: string) =>
    `Ngày ${date} sau ngày của báo cáo (${report}). Kiểm tra lại ngày.`,
  outsideWindow: (date: string, from: string, to: string) =>
    `Ngày ${date} nằm ngoài kỳ số liệu (${printDate(from)} – ${printDate(to)}). Kiểm tra văn bản có thuộc kỳ này không.`,
  cutOff: (stated: string, due: string) =>
    `Số liệu lấy đến ${stated}, trong khi kỳ báo cáo chốt ngày ${printDate(due)} (Nghị định 09/2019/NĐ-CP). Ghi rõ lý do hoặc lấy lại số liệu.`,
  consolidation: (name: string, kept: string) =>
    `Văn bản ghi khác số tổng hợp: ${name} là ${kept}. Sửa văn bản, hoặc đề nghị đơn vị sửa số liệu.`,
}
