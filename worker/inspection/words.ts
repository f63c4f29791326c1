/** Every Vietnamese text the notice and its annex add to what the form, the units and the team say. */
import { printNumber } from '../../shared/figure.ts'
import type { ProblemStanding } from '../../shared/inspection/standing.ts'
import { printDate, type Window } from '../../shared/period.ts'

const count = (n: number): string => printNumber(n)

export const inspectionPaperWords = {
  kind: 'THÔNG BÁO',
  subject: (title: string) => `Kết quả ${within(title)}`,
  draft: (isOpen: boolean, missing: readonly string[]) =>
    `DỰ THẢO – ${[
      ...(isOpen ? ['đợt kiểm tra chưa kết thúc'] : []),
      ...(missing.length > 0 ? [`chưa có báo cáo tự kiểm tra của ${missing.join(', ')}`] : []),
    ].join('; ')}`,

  opening: (basis: string, agency: string, units: readonly string[]) =>
    `${/^(?:thực hiện|căn cứ)/iu.test(basis) ? '' : 'Thực hiện '}${ended(basis)}, ${agency} đã tổ chức kiểm tra công tác cải cách hành chính (CCHC) tại ${String(units.length).padStart(2, '0')} phòng, đơn vị: ${units.join('; ')}.`,
  visited: (unit: string, day: string | null) =>
    day === null ? unit : `${unit} (ngày ${printDate(day)})`,
  window: ({ from, to }: Window) =>
    `Thời kỳ kiểm tra: từ ngày ${printDate(from)} đến hết ngày ${printDate(to)}.`,
  team: (members: readonly string[]) => `Thành phần đoàn kiểm tra: ${members.join('; ')}.`,
  member: (name: string, title: string, duty: string) =>
    `${[name, title].filter(part => part !== '').join(', ')}${duty === '' ? '' : ` (${duty})`}`,
  begins: (agency: string) => `${agency} thông báo kết quả kiểm tra như sau:`,

  results: 'I. KẾT QUẢ KIỂM TRA',
  direction: (name: string) => `1. ${name}`,
  reforms: '2. Kết quả thực hiện các nội dung cải cách hành chính',
  group: (code: string, name: string) => `${code}. ${name}`,
  judgement: 'II. NHẬN XÉT, ĐÁNH GIÁ',
  strengths: '1. Ưu điểm',
  weaknesses: '2. Tồn tại, hạn chế',
  requests: 'III. KIẾN NGHỊ',
  toUnits: '1. Đối với các phòng, đơn vị được kiểm tra',
  ofAll: '2. Kiến nghị chung',
  unsaid: '[Chưa có đơn vị nào báo cáo nội dung này]',
  unjudged: '[Đoàn kiểm tra chưa ghi nhận xét]',
  unfound: 'Đoàn kiểm tra không ghi nhận vấn đề phải khắc phục.',
  unrequested: '[Đoàn kiểm tra chưa ghi kiến nghị]',

  evidence: (evidence: string) => ` (tài liệu kiểm chứng: ${ended(evidence)})`,
  counted: (value: number, measure: string) => `${count(value)} ${within(measure)}`,
  /** between a sum and what the units say of it */
  namely: '; cụ thể:',
  none: 'không phát sinh',
  notApplicable: (why: string) => `không áp dụng (${ended(why)})`,
  found: (item: string, words: string) => `${item}: ${ended(words)}`,
  resolved: (day: string, resolution: string) =>
    `; đã khắc phục ngày ${printDate(day)}: ${ended(resolution)}`,
  request: (request: string, dueDate: string) =>
    `${ended(request)}; hoàn thành trước hết ngày ${printDate(dueDate)}`,
  mend: (words: string) => `Khắc phục vấn đề: ${ended(words)}`,
  done: (day: string) => ` (đã hoàn thành ngày ${printDate(day)})`,
  closing: (title: string, agency: string) =>
    `Trên đây là Thông báo kết quả ${within(title)} (kèm theo Phụ lục), ${agency} thông báo để các phòng, đơn vị biết, thực hiện./.`,

  file: { notice: (year: number) => `Thông báo kết quả kiểm tra CCHC ${year}.docx` },
  properties: (title: string) => `Thông báo kết quả ${within(title)}`,
} as const

export const inspectionAnnexWords = {
  file: (year: number) => `Phụ lục thông báo kiểm tra CCHC ${year}.xlsx`,
  sheets: { items: 'Tổng hợp', figures: 'Số liệu', problems: 'Vấn đề phát hiện' },
  titles: {
    items: 'TỔNG HỢP NỘI DUNG TỰ KIỂM TRA CỦA CÁC PHÒNG, ĐƠN VỊ',
    figures: 'SỐ LIỆU TỰ KIỂM TRA CỦA CÁC PHÒNG, ĐƠN VỊ',
    problems: 'VẤN ĐỀ PHÁT HIỆN QUA KIỂM TRA',
  },
  attached: (symbol: string, agency: string) =>
    `(Kèm theo Thông báo số ……/${symbol} ngày …… tháng …… năm …… của ${agency})`,
  of: (title: string, { from, to }: Window) =>
    `${title}; thời kỳ kiểm tra từ ${printDate(from)} đến hết ${printDate(to)}`,
  standingOn: (today: string, found: number, resolved: number) =>
    `Tính đến ngày ${printDate(today)}: ${count(found)} vấn đề phát hiện, ${count(resolved)} đã xử lý xong, ${count(found - resolved)} chưa xử lý xong.`,
  noProblems: (today: string) => `Tính đến ngày ${printDate(today)}: chưa ghi nhận vấn đề nào.`,
  head: {
    items: ['Mục', 'Nội dung'],
    figures: ['Mục', 'Chỉ tiêu', 'Đơn vị tính'],
    total: 'Tổng số',
    problems: [
      ...['STT', 'Phòng, đơn vị', 'Mục', 'Vấn đề phát hiện', 'Yêu cầu khắc phục'],
      ...['Hạn', 'Ngày xử lý xong', 'Kết quả xử lý', 'Tình trạng'],
    ],
  },
  unsaid: 'Chưa báo cáo',
  evidence: (evidence: string) => `Tài liệu kiểm chứng: ${evidence}`,
  standing: {
    open: 'Trong hạn',
    'due-soon': 'Sắp đến hạn',
    overdue: 'Quá hạn',
    resolved: 'Đã xử lý đúng hạn',
    'resolved-late': 'Đã xử lý, quá hạn',
  } satisfies Record<ProblemStanding, string>,
} as const

/** A text that goes on: its own full stop would end the sentence. */
export const ended = (text: string): string => text.replace(/[\s.;,]+$/u, '')
/** Within a sentence; capitals of an abbreviation stay: "Hồ sơ" → "hồ sơ", "TTHC" as it is. */
const within = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
