/** Submitting, what was submitted, the office's decision. Rows of the table in `../operations.ts`. */
import { type Operations, opened, unit } from '../operation.ts'

export const submissions: Operations = {
  [`PUT ${unit}/submissions/:id`]: {
    id: 'submit',
    tag: 'submissions',
    action: 'submission.write',
    does: 'Nộp một bản; mã lần nộp là UUID do phần mềm tạo, gửi lại cùng nội dung thì nhận lại cùng biên nhận',
    query: ['dryRun'],
    body: 'Submission',
    answers: {
      200: { of: 'Receipt', says: 'Đã nhận từ trước, hoặc kết quả kiểm tra khi dryRun=1' },
      201: { of: 'Receipt', says: 'Đã nhận' },
    },
    refuses: [
      ...opened,
      'invalid-figures',
      'findings',
      'submitted-differently',
      'revision-stale',
      'catalogue-outdated',
      'period-locked',
    ],
  },
  [`GET ${unit}/submissions`]: {
    id: 'submissions',
    tag: 'submissions',
    action: 'submission.read',
    does: 'Lịch sử nộp của một đơn vị',
    answers: { 200: { of: 'SubmissionHistory', says: 'Các bản' } },
    refuses: opened,
  },
  [`GET ${unit}/submissions/:id`]: {
    id: 'submission',
    tag: 'submissions',
    action: 'submission.read',
    does: 'Một bản với đủ nội dung',
    answers: { 200: { of: 'CurrentSubmission', says: 'Bản đã nộp' } },
    refuses: [...opened, 'malformed'],
  },
  [`GET ${unit}/differences`]: {
    id: 'differences',
    tag: 'submissions',
    action: 'submission.read',
    does: 'Khác nhau giữa hai bản, kèm giải trình và các tổng, tỷ lệ đổi theo',
    query: ['from', 'to'],
    answers: { 200: { of: 'RevisionDifferences', says: 'Những chỗ khác nhau' } },
    refuses: opened,
  },
  [`GET ${unit}/review`]: {
    id: 'reviewSheet',
    tag: 'submissions',
    action: 'review.read',
    does: 'Bản mới nhất của một đơn vị để Văn phòng xem trước khi duyệt',
    answers: { 200: { of: 'ReviewSheet', says: 'Bản nộp, kết quả kiểm tra và số kỳ trước' } },
    refuses: opened,
  },
  [`POST ${unit}/review`]: {
    id: 'review',
    tag: 'submissions',
    action: 'review.write',
    does: 'Nhận bản mới nhất của đơn vị hoặc trả lại kèm lý do',
    body: 'Review',
    answers: {
      200: { of: 'UnitStanding', says: 'Đã quyết định như vậy từ trước' },
      201: { of: 'UnitStanding', says: 'Đã ghi quyết định' },
    },
    refuses: [...opened, 'revision-stale', 'period-locked'],
  },
}
