/** The messages of the protocol by the names they have in the description, each with a sentence for who reads it there. */
import * as z from 'zod'
import {
  adjustmentEntrySchema,
  adjustmentSchema,
  auditAnswerSchema,
  catalogueAnswerSchema,
  changePeriodSchema,
  changesSinceSchema,
  checkedCodeSchema,
  consolidatedFigureSchema,
  consolidatedTableSchema,
  consolidationSchema,
  contentSchema,
  currentSubmissionSchema,
  differenceSchema,
  earlierFiguresSchema,
  findingSchema,
  holidaysAnswerSchema,
  holidaysSchema,
  importedDossiersSchema,
  meSchema,
  narrativeAnswerSchema,
  openPeriodSchema,
  periodSummarySchema,
  problemSchema,
  progressSchema,
  receiptSchema,
  repairSchema,
  reportSectionSchema,
  reviewedSchema,
  reviewSchema,
  reviewSheetSchema,
  revisionDifferencesSchema,
  sectionWritingSchema,
  sessionSchema,
  sheetAnswerSchema,
  signInSchema,
  submissionSchema,
  submissionSummarySchema,
  unitProgressSchema,
  unitStandingSchema,
  uploadedSheetSchema,
  validationReportSchema,
  whoSchema,
  windowSchema,
  wireFigureSchema,
} from '../../shared/protocol.ts'
import { problems, type Slug } from '../problem.ts'

/** Object.keys forgets what the table knows. */
const slugs = Object.keys(problems) as Slug[]

export const schemas = {
  // ------------------------------------------------------------ what is sent
  SignIn: [signInSchema, 'Mã truy cập do Văn phòng cấp, hoặc thẻ đăng nhập một lần của tỉnh.'],
  OpenPeriod: [openPeriodSchema, 'Kỳ cần mở; bỏ trống ngày thì lấy theo quy định.'],
  ChangePeriod: [
    changePeriodSchema,
    'Khóa, mở lại (phải ghi lý do) hoặc đổi hạn nộp của một kỳ đã mở.',
  ],
  Submission: [
    submissionSchema,
    'Một bản nộp. Khóa không có mặt nghĩa là chưa báo cáo; ô tính không gửi, máy chủ tự tính.',
  ],
  Review: [reviewSchema, 'Quyết định về bản mới nhất của một đơn vị; trả lại thì phải ghi lý do.'],
  NewAdjustment: [
    adjustmentSchema,
    'Điều chỉnh của Văn phòng đặt cạnh số của đơn vị; giá trị null là rút điều chỉnh đang có.',
  ],
  SectionWriting: [
    sectionWritingSchema,
    'Lời văn của Văn phòng cho một mục, sửa từ bản số mấy; null là rút, khi ấy bản gộp được dùng lại.',
  ],
  SetHolidays: [holidaysSchema, 'Các ngày nghỉ trong năm ngoài thứ Bảy và Chủ nhật.'],

  // ------------------------------------------------------------ what is answered
  Health: [z.strictObject({ ok: z.literal(true) }), 'Máy chủ đang chạy.'],
  Session: [sessionSchema, 'Phiên làm việc; mã phiên chỉ hiện một lần này.'],
  Me: [meSchema, 'Người đang đăng nhập và các cơ quan được đọc.'],
  Who: [whoSchema, 'Người giữ mã truy cập: cơ quan, đơn vị, vai trò, tên.'],
  Catalogue: [catalogueAnswerSchema, 'Danh mục biểu mẫu đang áp dụng; mỗi phiên bản không đổi.'],
  Period: [periodSummarySchema, 'Một kỳ báo cáo đã mở.'],
  Periods: [z.array(periodSummarySchema), 'Các kỳ báo cáo, kỳ mới nhất trước.'],
  Progress: [progressSchema, 'Đơn vị nào đã nộp, được nhận, bị trả lại, nộp muộn hoặc chưa nộp.'],
  UnitProgress: [unitProgressSchema, 'Tiến độ của một đơn vị.'],
  UnitStanding: [unitStandingSchema, 'Đơn vị đang ở bước nào và bản nào nằm trong số tổng hợp.'],
  ReviewGiven: [reviewedSchema, 'Quyết định của Văn phòng về một bản.'],
  ReviewSheet: [
    reviewSheetSchema,
    'Bản mới nhất của một đơn vị với kết quả kiểm tra, giải trình và số kỳ trước, để Văn phòng duyệt.',
  ],
  EarlierFigures: [
    earlierFiguresSchema,
    'Số liệu được tính của đơn vị ở một kỳ trước, không kèm lời.',
  ],
  Sheet: [sheetAnswerSchema, 'Mọi thứ một đơn vị cần để điền biểu, kể cả khi mất mạng sau đó.'],
  UploadedSheet: [
    uploadedSheetSchema,
    'Tệp biểu đọc lại được gì: nội dung để nộp, điền từ bản nào, đã sửa những chỗ nào, quy tắc thấy gì.',
  ],
  Repair: [repairSchema, 'Một chỗ phải sửa để đọc được tệp, ở trang tính và ô nào.'],
  ImportedDossiers: [
    importedDossiersSchema,
    'Hồ sơ theo lĩnh vực đọc từ tệp của phần mềm một cửa: số khớp với bảng của đơn vị, số chưa tách được và những chỗ cần xem.',
  ],
  Content: [contentSchema, 'Số liệu, bảng và lời văn của một lần báo cáo.'],
  CurrentSubmission: [currentSubmissionSchema, 'Một bản đã nộp với đủ nội dung.'],
  Receipt: [
    receiptSchema,
    'Biên nhận: bản số mấy, nhận lúc nào, mã băm nội dung và kết quả kiểm tra.',
  ],
  ValidationReport: [validationReportSchema, 'Kết quả kiểm tra của toàn bộ quy tắc.'],
  Finding: [findingSchema, 'Một phát hiện, kèm phép tính và cách sửa.'],
  SubmissionSummary: [submissionSummarySchema, 'Một bản trong lịch sử nộp.'],
  SubmissionHistory: [z.array(submissionSummarySchema), 'Các bản đã nộp, bản đầu tiên trước.'],
  Difference: [differenceSchema, 'Một chỗ khác nhau: giá trị cũ và mới.'],
  RevisionDifferences: [revisionDifferencesSchema, 'Khác nhau giữa hai bản của một đơn vị.'],
  Adjustment: [adjustmentEntrySchema, 'Một điều chỉnh và tình trạng hiện nay của nó.'],
  Adjustments: [z.array(adjustmentEntrySchema), 'Các điều chỉnh của kỳ theo thứ tự ghi.'],
  Narrative: [narrativeAnswerSchema, 'Lời văn của báo cáo: bản gộp từ các đơn vị và bản đã sửa.'],
  ReportSection: [reportSectionSchema, 'Một mục của báo cáo.'],
  Consolidation: [
    consolidationSchema,
    'Số liệu tổng hợp của cơ quan, kèm phần đóng góp của từng đơn vị.',
  ],
  ConsolidatedFigure: [consolidatedFigureSchema, 'Một chỉ tiêu đã tổng hợp.'],
  ConsolidatedTable: [consolidatedTableSchema, 'Một bảng đã tổng hợp.'],
  ChangesSince: [
    changesSinceSchema,
    'Những gì đổi từ lần tải trước: ai, chỗ nào, cũ, mới, vì sao.',
  ],
  CheckedCode: [
    checkedCodeSchema,
    'Bản tổng hợp mang một mã kiểm chứng: của cơ quan nào, kỳ nào, gồm những bản nộp nào; không có số liệu, không có tên người.',
  ],
  Holidays: [holidaysAnswerSchema, 'Các ngày nghỉ của một năm.'],
  Audit: [auditAnswerSchema, 'Nhật ký, mới nhất trước; mỗi dòng mang mã băm của dòng liền trước.'],
  Figure: [wireFigureSchema, 'Một số liệu: con số, không phát sinh, hoặc không áp dụng kèm lý do.'],
  Window: [windowSchema, 'Thời gian chốt số liệu, tính cả hai ngày.'],
  Problem: [
    problemSchema.extend({ type: z.enum(slugs) }),
    'Mọi lần từ chối đều có dạng này (RFC 9457): “detail” nói rõ ở đâu, vì sao và cần làm gì.',
  ],
} as const satisfies Record<string, readonly [z.ZodType, string]>

export type SchemaName = keyof typeof schemas

/** Messages a client sends; what may be left out of them is never missing in an answer. */
export const sent: ReadonlySet<SchemaName> = new Set<SchemaName>([
  'SignIn',
  'OpenPeriod',
  'ChangePeriod',
  'Submission',
  'Review',
  'NewAdjustment',
  'SectionWriting',
  'SetHolidays',
])
