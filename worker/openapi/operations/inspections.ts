/** Inspection rounds, problems, the notice. Rows of the table in `../operations.ts`. */
import type { Operations } from '../operation.ts'

const inspection = '/api/v1/inspections/:id' as const
/** what a writing to a round may meet besides what every writing may */
const writingToRound = ['not-found', 'invalid-inspection', 'section-stale', 'round-closed'] as const
const roundAnswers = {
  200: { of: 'Inspection', says: 'Đã như vậy từ trước' },
  201: { of: 'Inspection', says: 'Đợt kiểm tra sau khi ghi' },
} as const

export const inspections: Operations = {
  'GET /api/v1/inspections': {
    id: 'inspections',
    tag: 'inspections',
    action: 'inspection.read',
    does: 'Các đợt kiểm tra CCHC, mới nhất trước; đơn vị chỉ thấy đợt đã mở có mình',
    answers: { 200: { of: 'Inspections', says: 'Các đợt kiểm tra' } },
  },
  [`GET ${inspection}`]: {
    id: 'inspection',
    tag: 'inspections',
    action: 'inspection.read',
    does: 'Một đợt kiểm tra: quyết định, đề cương, báo cáo của đơn vị, vấn đề phát hiện, nhận xét; đơn vị chỉ thấy phần của mình',
    answers: { 200: { of: 'Inspection', says: 'Đợt kiểm tra' } },
    refuses: ['not-found', 'malformed'],
  },
  [`PUT ${inspection}`]: {
    id: 'writeInspection',
    tag: 'inspections',
    action: 'inspection.write',
    does: 'Lập, sửa, mở hoặc kết thúc một đợt kiểm tra; mã là UUID do phần mềm tạo',
    body: 'RoundWriting',
    answers: roundAnswers,
    refuses: writingToRound,
  },
  [`PUT ${inspection}/units/:unit/statement`]: {
    id: 'writeStatement',
    tag: 'inspections',
    action: 'statement.write',
    does: 'Đơn vị được kiểm tra tự báo cáo theo đề cương, khi đợt đang mở',
    body: 'StatementWriting',
    answers: roundAnswers,
    refuses: [...writingToRound, 'invalid-figures'],
  },
  [`PUT ${inspection}/problems/:problem`]: {
    id: 'writeProblem',
    tag: 'inspections',
    action: 'inspection.write',
    does: 'Ghi, sửa hoặc rút một vấn đề đoàn kiểm tra phát hiện; mã là UUID do phần mềm tạo',
    body: 'ProblemWriting',
    answers: roundAnswers,
    refuses: writingToRound,
  },
  [`PUT ${inspection}/judgement`]: {
    id: 'writeJudgement',
    tag: 'inspections',
    action: 'inspection.write',
    does: 'Ghi ưu điểm, tồn tại của từng đơn vị và kiến nghị chung của đoàn kiểm tra',
    body: 'JudgementWriting',
    answers: roundAnswers,
    refuses: writingToRound,
  },
  'GET /api/v1/problems': {
    id: 'problems',
    tag: 'inspections',
    action: 'inspection.read',
    does: 'Vấn đề phát hiện qua các đợt kiểm tra, quá hạn lâu nhất trước; đơn vị chỉ thấy vấn đề của mình',
    query: ['state'],
    answers: { 200: { of: 'FoundProblems', says: 'Các vấn đề' } },
  },
  [`GET ${inspection}/notice.docx`]: {
    id: 'notice',
    tag: 'inspections',
    action: 'notice.read',
    does: 'Thông báo kết quả kiểm tra dưới dạng tệp Word',
    answers: { 200: { of: 'document', says: 'Thông báo', tagged: true } },
    refuses: ['not-found', 'malformed'],
  },
  [`GET ${inspection}/annex.xlsx`]: {
    id: 'noticeAnnex',
    tag: 'inspections',
    action: 'notice.read',
    does: 'Phụ lục của thông báo: nội dung, số liệu của các đơn vị và vấn đề phát hiện',
    answers: { 200: { of: 'workbook', says: 'Phụ lục', tagged: true } },
    refuses: ['not-found', 'malformed'],
  },
}
