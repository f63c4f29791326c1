/** Every Vietnamese text the Word report adds to what the catalogue, the agency, the units and the sentences say. */
import { printNumber } from '../../shared/figure.ts'
import { printDate } from '../../shared/period.ts'
import type { LeftOut } from '../annex/units.ts'

/** "Tháng 4/2025" within a sentence. */
const within = (period: string): string => period.charAt(0).toLowerCase() + period.slice(1)

const leftOut = ({ missing, returned }: LeftOut): string[] => [
  ...(missing.length > 0 ? [`báo cáo của ${missing.join(', ')}`] : []),
  ...(returned.length > 0 ? [`số liệu đang bị trả lại của ${returned.join(', ')}`] : []),
]

type Reported = { readonly name: string; readonly reported: number; readonly expected: number }

export const reportWords = {
  // heading of Nghị định 30/2020/NĐ-CP, Phụ lục I
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: (symbol: string) => `Số:        /${symbol}`,
  dated: (place: string) => `${place}, ngày …… tháng …… năm ……`,
  kind: 'BÁO CÁO',
  subject: (period: string) => `Công tác cải cách hành chính ${within(period)}`,

  provisional: (left: LeftOut) =>
    `BẢN TẠM TÍNH – ${
      leftOut(left).length > 0
        ? `còn thiếu ${leftOut(left).join(' và ')}`
        : 'các đơn vị đã nộp đủ, số liệu chưa chốt'
    }`,
  opening: (basis: string, agency: string, period: string) => ({
    before: `${basis.replace(/[.\s]+$/u, '')}, ${agency} báo cáo công tác cải cách hành chính (CCHC) ${within(period)}`,
    after: ' như sau:',
  }),
  window: ({ from, to }: { from: string; to: string }, final: LeftOut | undefined) =>
    [
      `Số liệu từ ngày ${printDate(from)} đến hết ngày ${printDate(to)}`,
      ...(final && leftOut(final).length > 0 ? [`không có ${leftOut(final).join(' và ')}`] : []),
    ].join('; '),
  unwritten: '[Chưa có đơn vị nào báo cáo nội dung này]',
  closing: (agency: string, period: string, withAnnex: boolean) =>
    `Trên đây là Báo cáo công tác cải cách hành chính ${within(period)}${
      withAnnex ? ' (kèm theo Phụ lục số liệu)' : ''
    }, ${agency} trân trọng báo cáo./.`,
  recipients: 'Nơi nhận:',

  /** what a person who edits the file is told beside a paragraph; never printed */
  remarks: {
    author: 'Biểu mẫu CCHC',
    initials: 'BM',
    ofFigures: 'câu có số liệu tổng hợp',
    ofOffice: 'lời văn Văn phòng đã sửa',
    ofUnit: (unit: string) => `đoạn của ${unit}`,
    twin: (whose: string, section: string, same: boolean) =>
      `${same ? 'Trùng với' : 'Gần giống'} ${whose} ở mục ${section}. Đối chiếu rồi giữ lại một đoạn.`,
    missing: (names: readonly string[]) =>
      `Chưa có số liệu nên không in: ${names.join('; ')}. Đơn vị báo cáo thì câu tự có; nếu không có thì ghi rõ.`,
    said: (figures: readonly string[]) =>
      `Khớp số liệu tổng hợp nên không in thêm câu có số liệu: ${figures.join('; ')}.`,
    differing: (name: string, here: string, merged: string) =>
      `Đoạn này ghi ${here}, số liệu tổng hợp là ${merged} (${name}). Đối chiếu rồi sửa cho thống nhất.`,
    outdated: (name: string, was: string, now: string) =>
      `Câu này ghi ${was} (${name}); số liệu tổng hợp nay là ${now}. Sửa câu hoặc kiểm tra lại số liệu.`,
    contradiction: (message: string, arithmetic: string) =>
      arithmetic === '' ? message : `${message} (${arithmetic})`,
    incomplete: (figures: readonly Reported[]) =>
      `Chưa đủ đơn vị báo cáo: ${figures
        .map(
          ({ name, reported, expected }) =>
            `${name} (mới có ${printNumber(reported)}/${printNumber(expected)} đơn vị)`,
        )
        .join('; ')}.`,
    adjusted: (name: string, reason: string, by: string) =>
      `Số liệu “${name}” đã được Văn phòng điều chỉnh: ${reason} (${by}).`,
  },
  properties: {
    title: (period: string) => `Báo cáo công tác cải cách hành chính ${within(period)}`,
    digest: (code: string, state: 'provisional' | 'final') =>
      `Mã kiểm chứng ${code}, ${state === 'final' ? 'số liệu chính thức' : 'số liệu tạm tính'}`,
  },
} as const
