/** Every Vietnamese text of the review of several years that is not about one indicator: refusals, workbook, Word. */
import type { Retrospective } from '../../shared/protocol.ts'
import type { Span } from '../../shared/retrospective/retrospective.ts'

const listed = (years: readonly number[]): string =>
  years.length === 0 ? 'chưa có năm nào' : `năm ${years.join(', ')}`
const stage = ({ from, to }: Pick<Span, 'from' | 'to'>): string =>
  from === to ? `năm ${from}` : `giai đoạn ${from} - ${to}`

export const retrospectiveWords = {
  stage,
  // ------------------------------------------------------------ refusals
  needed: () =>
    'Địa chỉ cần đủ ba năm bằng bốn chữ số: from (năm đầu), to (năm cuối), base (năm gốc để so sánh). Ví dụ: ?from=2021&to=2025&base=2020.',
  reversed: ({ from, to }: Span) =>
    `Năm đầu ${from} đứng sau năm cuối ${to}. Đổi chỗ hai năm rồi làm lại.`,
  tooLong: ({ from, to }: Span, most: number) =>
    `Từ năm ${from} đến năm ${to} là ${to - from + 1} năm; một bản tổng kết nhiều nhất ${most} năm. Chọn giai đoạn ngắn hơn.`,
  baseLate: ({ base, to }: Span) =>
    `Năm gốc ${base} không trước năm cuối ${to} nên không có gì để so sánh. Chọn năm gốc trước năm cuối, thường là năm liền trước giai đoạn.`,
  nothing: (span: Span, known: readonly number[]) =>
    `Chưa có số liệu nào của ${stage(span)}; phần mềm hiện có số liệu: ${listed(known)}. Chọn năm khác, hoặc nhập số liệu các năm trước rồi làm lại.`,
  noBase: (base: number, known: readonly number[]) =>
    `Năm gốc ${base} chưa có số liệu; phần mềm hiện có số liệu: ${listed(known)}. Chọn năm gốc trong các năm này, hoặc nhập số liệu năm ${base} rồi làm lại.`,

  fileName: (review: Pick<Retrospective, 'from' | 'to'>, kind: 'xlsx' | 'docx') =>
    `${kind === 'xlsx' ? 'Số liệu tổng kết' : 'Báo cáo tổng kết'} CCHC ${review.from}-${review.to}.${kind}`,

  // ------------------------------------------------------------ workbook
  sheets: { overview: 'Tổng quan' },
  overviewTitle: 'Biểu đồ các tỷ lệ chính và hồ sơ TTHC qua các năm',
  title: (span: Span) =>
    `SỐ LIỆU TỔNG KẾT CÔNG TÁC CẢI CÁCH HÀNH CHÍNH ${stage(span).toLocaleUpperCase('vi')}`,
  against: (base: number) => `So sánh với năm ${base}`,
  yearsHead: ['Năm', 'Nguồn số liệu'],
  yearsSection: 'Nguồn số liệu của từng năm',
  chartsSection: 'Các tỷ lệ chính qua các năm (%)',
  countsSection: 'Hồ sơ TTHC qua các năm',
  noChart: 'Chưa đủ số liệu hai năm để vẽ biểu đồ.',
  contents: 'Các biểu',
  head: {
    code: 'Mã',
    name: 'Chỉ tiêu',
    unit: 'ĐVT',
    change: 'Tăng, giảm so với năm gốc',
    remark: 'Nhận xét',
  },
  baseYear: (year: number) => `${year} (gốc)`,
  unitOfChange: { points: 'điểm %', percent: '%' },
  bestIn: (year: number) => `Tốt nhất: năm ${year}`,
  worstIn: (year: number) => `Kém nhất: năm ${year}`,
  missingIn: (years: readonly number[]) => `Chưa có số liệu năm ${years.join(', ')}`,
  signs:
    'Ô “…”: chưa có số liệu; “-”: không phát sinh; “x”: không áp dụng. Tỷ lệ so bằng điểm phần trăm, số lượng và tiền so bằng phần trăm của năm gốc; năm gốc bằng 0 hoặc chưa có thì không tính.',
  of: (stage: string, base: number) => `${stage}, so với năm ${base}`,

  // ------------------------------------------------------------ Word
  report: {
    subject: (span: Span) => `Tổng kết công tác cải cách hành chính ${stage(span)}`,
    opening: (basis: string, agency: string, span: Span) =>
      `${basis.replace(/[.\s]+$/u, '')}, ${agency} báo cáo tổng kết công tác cải cách hành chính (CCHC) ${stage(span)}, so với năm ${span.base}, như sau:`,
    sources: (years: Retrospective['years']) =>
      `Số liệu: ${years.map(({ year, words }) => `năm ${year}: ${words.charAt(0).toLocaleLowerCase('vi')}${words.slice(1)}`).join('; ')}.`,
    results: '1. Kết quả đạt được',
    limits: '2. Hạn chế, nguyên nhân',
    ahead: 'PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM',
    proposals: 'KIẾN NGHỊ, ĐỀ XUẤT',
    nothingKnown: 'Chưa có số liệu của lĩnh vực này trong giai đoạn.',
    noResult: '[Chưa có chỉ tiêu nào so sánh được với năm gốc; người soạn thảo nêu kết quả]',
    fell: (base: number) => `Các chỉ tiêu kém hơn năm ${base}:`,
    missed: 'Các chỉ tiêu kế hoạch chưa đạt:',
    noneFell: (base: number) => `Theo số liệu, không có chỉ tiêu nào kém hơn năm ${base}.`,
    causes:
      '[Nêu hạn chế khác nếu có; nguyên nhân khách quan, nguyên nhân chủ quan và trách nhiệm; người soạn thảo bổ sung]',
    aheadPlace: '[Nêu mục tiêu, nhiệm vụ, giải pháp của giai đoạn tới; người soạn thảo bổ sung]',
    proposalsPlace: '[Nêu kiến nghị với cơ quan cấp trên nếu có; người soạn thảo bổ sung]',
    closing: (agency: string, span: Span) =>
      `Trên đây là Báo cáo tổng kết công tác cải cách hành chính ${stage(span)}, ${agency} trân trọng báo cáo./.`,
  },
} as const
