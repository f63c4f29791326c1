/** The words of the table of operations: what a row says, and what every row of a kind need not say again. */
import type { Slug } from '../problem.ts'
import type { Action } from '../roles.ts'
import type { SchemaName } from './schemas.ts'

export type Answer = {
  /** null: no content */
  readonly of: SchemaName | 'workbook' | 'document' | 'description' | null
  readonly says: string
  /** carries an ETag and answers 304 to it */
  readonly tagged?: true
  /** comes as JSON-stat and CSV too, by `format` or Accept */
  readonly formats?: true
}

export type Operation = {
  readonly id: string
  readonly tag: keyof typeof tags
  /** in `roles.ts`; null: anyone, without a session */
  readonly action: Action | null
  readonly does: string
  readonly query?: readonly Query[]
  readonly body?: SchemaName
  /** takes a workbook as it is; the words say which */
  readonly file?: string
  /** the file is a document, not a workbook */
  readonly fileIs?: 'document'
  readonly answers: Readonly<Record<number, Answer>>
  /** besides those every route of its kind has, see `refusals` */
  readonly refuses?: readonly Slug[]
}

/** Rows of the table: method and path as the router writes them → what is there. */
export type Operations = Readonly<Record<string, Operation>>

export const period = '/api/v1/periods/:period' as const
export const unit = `${period}/units/:unit` as const
/** what every route of a period may refuse: one that was not opened */
export const opened = ['not-found'] as const

export const tags = {
  access: 'Đăng nhập và phiên làm việc',
  periods: 'Kỳ báo cáo, hạn nộp, tiến độ',
  forms: 'Danh mục biểu mẫu và biểu của đơn vị',
  submissions: 'Nộp, lịch sử nộp, duyệt',
  figures: 'Số liệu tổng hợp, điều chỉnh, phụ lục',
  plans: 'Kế hoạch CCHC, chỉ tiêu',
  inspections: 'Kiểm tra công tác CCHC, vấn đề phát hiện, thông báo kết quả',
  province: 'Hệ thống tổng hợp của tỉnh: các cơ quan, tổng của tỉnh, những gì đã thay đổi',
  years: 'Tổng kết nhiều năm, số liệu các năm trước',
  webhooks: 'Báo cho hệ thống khác (webhook)',
  server: 'Máy chủ',
} as const

export const queries = {
  agency: 'Cơ quan cần đọc, khi mã truy cập được đọc nhiều cơ quan.',
  period: 'Kỳ báo cáo, ví dụ 2025-M04; bỏ trống thì lấy danh mục đang áp dụng hôm nay.',
  dryRun: 'Ghi 1 để chỉ kiểm tra, không ghi nhận.',
  // other operations mean periods or years by these, see examples/queries.ts
  from: 'Bản trước, số thứ tự; bỏ trống thì lấy bản liền trước bản mới nhất.',
  to: 'Bản sau, số thứ tự; bỏ trống thì lấy bản mới nhất.',
  indicators:
    'Khóa các chỉ tiêu, cách nhau bằng dấu phẩy, nhiều nhất 50; BIỂU.cột là dòng Tổng số của cột ấy, ví dụ KSTT-06a.received_total; BIỂU.dòng.cột là một ô, ví dụ KSTT-06a.G02-CT11.received_total.',
  units:
    'Khóa các đơn vị cần lấy thêm bên cạnh số tổng hợp, cách nhau bằng dấu phẩy; * là mọi đơn vị; bỏ trống thì chỉ lấy số của cơ quan.',
  base: 'Năm gốc để so sánh, ví dụ 2020.',
  since: 'Mã băm (digest) của lần tải trước, để biết những gì đã đổi từ lần ấy.',
  state: 'Ghi all để lấy cả vấn đề đã xử lý xong; bỏ trống hoặc open thì chỉ lấy vấn đề chưa xong.',
  format:
    'json, json-stat hoặc csv; bỏ trống thì theo Accept, không có Accept thì JSON. CSV và JSON-stat chỉ có số, mỗi số kèm tình trạng; lời văn chỉ có trong JSON.',
  headers: 'Tiêu đề các cột của CSV: en hoặc vi.',
  before: 'Chỉ lấy các dòng cũ hơn số thứ tự này.',
  agencies:
    'Mã các cơ quan, cách nhau bằng dấu phẩy, trong phạm vi của mã truy cập; bỏ trống thì lấy tất cả.',
  after: 'Lấy tiếp sau chỗ này: số next của lần lấy trước; bỏ trống hoặc 0 thì lấy từ đầu.',
  limit: 'Nhiều nhất bao nhiêu dòng một lần.',
} as const
export type Query = keyof typeof queries

/** What an address may ask: a session that reads several agencies says of which it speaks. */
export const queriesOf = ({ action, query = [] }: Operation): readonly Query[] =>
  action ? ['agency', ...query] : query

/** What every route of a kind may answer besides its own refusals. */
export const refusals = {
  always: ['internal', 'try-again'],
  withSession: ['sign-in-needed', 'not-yours'],
  /** a session that reads several agencies must say which */
  withAgency: ['agency-needed'],
  withFormats: ['malformed', 'not-acceptable'],
  /** something in the address that the operation does not know */
  reading: ['malformed'],
  withBody: ['malformed', 'not-json', 'too-large'],
  withFile: ['not-a-workbook', 'too-large'],
  withDocument: ['no-text', 'too-large'],
  writing: ['slow-down', 'too-large'],
} as const satisfies Record<string, readonly Slug[]>
