/** Messages a client sends; what may be left out of them is never missing in an answer. */
import type * as z from 'zod'
import {
  adjustmentSchema,
  changePeriodSchema,
  changeWebhookSchema,
  exclusionWritingSchema,
  holidaysSchema,
  judgementWritingSchema,
  openPeriodSchema,
  pastYearWritingSchema,
  planWritingSchema,
  problemWritingSchema,
  proseAskingSchema,
  reviewSchema,
  roundWritingSchema,
  ruleChangeSchema,
  sectionWritingSchema,
  signInSchema,
  statementWritingSchema,
  submissionSchema,
} from '../../../shared/protocol.ts'

export const sentSchemas = {
  SignIn: [signInSchema, 'Mã truy cập do Văn phòng cấp, hoặc thẻ đăng nhập một lần của tỉnh.'],
  OpenPeriod: [openPeriodSchema, 'Kỳ cần mở; bỏ trống ngày thì lấy theo quy định.'],
  ProseAsking: [proseAskingSchema, 'Lời văn cần đối chiếu, mỗi đoạn một dòng.'],
  ChangePeriod: [
    changePeriodSchema,
    'Khóa, mở lại (phải ghi lý do) hoặc đổi hạn nộp của một kỳ đã mở.',
  ],
  Submission: [
    submissionSchema,
    'Một bản nộp. Khóa không có mặt nghĩa là chưa báo cáo; ô tính không gửi, máy chủ tự tính.',
  ],
  ChangeWebhook: [changeWebhookSchema, 'Tạm dừng (paused) hoặc báo tiếp (active).'],
  Review: [reviewSchema, 'Quyết định về bản mới nhất của một đơn vị; trả lại thì phải ghi lý do.'],
  NewAdjustment: [
    adjustmentSchema,
    'Điều chỉnh của Văn phòng đặt cạnh số của đơn vị; giá trị null là rút điều chỉnh đang có.',
  ],
  PlanWriting: [
    planWritingSchema,
    'Một bản kế hoạch; basedOn là số của bản đang mở, 0 nếu chưa có bản nào.',
  ],
  SectionWriting: [
    sectionWritingSchema,
    'Lời văn của Văn phòng cho một mục, sửa từ bản số mấy; null là rút, khi ấy bản gộp được dùng lại.',
  ],
  RuleChange: [
    ruleChangeSchema,
    'Trạng thái mới của một quy tắc, kể từ thay đổi số mấy, vì sao; để một quy tắc đang chặn lỗi thôi chặn thì ghi thêm mã của nó.',
  ],
  ExclusionWriting: [
    exclusionWritingSchema,
    'Một nhóm đứng ngoài tỷ lệ, từ ngày nào, theo văn bản nào; null là rút khai báo.',
  ],
  RoundWriting: [
    roundWritingSchema,
    'Đợt kiểm tra, sửa từ lần ghi số mấy (0 là lần đầu): căn cứ, đoàn, thời kỳ, đơn vị, hạn tự báo cáo, trạng thái.',
  ],
  StatementWriting: [
    statementWritingSchema,
    'Đơn vị tự báo cáo: mỗi mục của đề cương một nội dung, số liệu nếu có, tài liệu kiểm chứng.',
  ],
  ProblemWriting: [
    problemWritingSchema,
    'Một vấn đề phát hiện, yêu cầu, hạn và kết quả xử lý; null là rút vấn đề.',
  ],
  JudgementWriting: [judgementWritingSchema, 'Nhận xét từng đơn vị và kiến nghị chung.'],
  PastYearWriting: [
    pastYearWritingSchema,
    'Số liệu một năm trước: văn bản nguồn và các số theo khóa chỉ tiêu, sửa từ bản số mấy (0 là lần đầu).',
  ],
  SetHolidays: [holidaysSchema, 'Các ngày nghỉ trong năm ngoài thứ Bảy và Chủ nhật.'],
} as const satisfies Record<string, readonly [z.ZodType, string]>
