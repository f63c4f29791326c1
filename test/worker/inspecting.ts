/** A round in which the house's two divisions are inspected, what one of them says, and a problem; invented. */
import type {
  JudgementWriting,
  ProblemWriting,
  Round,
  RoundWriting,
  StatementWriting,
} from '../../shared/protocol.ts'
export const roundOf = (over: Partial<Round> = {}, basedOn = 0): RoundWriting => ({
  basedOn,
  round: {
    year: 2025,
    basis: 'Kế hoạch số 12/KH-SCT ngày 05/02/2025',
    title: 'Kiểm tra công tác CCHC năm 2025',
    team: [
      { name: 'Nguyễn Thị Lan', title: 'Phó Giám đốc Sở', duty: 'Trưởng đoàn' },
      { name: 'Trần Văn Bình', title: 'Chuyên viên Văn phòng', duty: 'Thư ký' },
    ],
    window: { from: '2025-01-01', to: '2025-03-31' },
    units: [
      { unit: 'thuong_mai', visitOn: '2025-04-08' },
      { unit: 'cong_nghiep', visitOn: '2025-04-09' },
    ],
    dueDate: '2025-04-07',
    state: 'open',
    ...over,
  },
})

export const statementOf = (
  answers: StatementWriting['answers'] = {},
  basedOn = 0,
): StatementWriting => ({
  basedOn,
  answers: {
    '1.1': {
      statement: 'Đã ban hành kế hoạch của phòng.',
      figure: 2,
      evidence: '05/KH-TM ngày 20/02/2025',
    },
    '2.2.4': { statement: '', figure: 8, evidence: '' },
    '2.2.5': { statement: 'Không có hồ sơ quá hạn', figure: 8, evidence: '' },
    '2.2.11': { statement: '', figure: { state: 'none' }, evidence: '' },
    ...answers,
  },
  preparedBy: 'Lê Thị Mai',
  approvedBy: 'Phạm Văn Hùng',
})

type Found = NonNullable<ProblemWriting['problem']>
export const problemOf = (over: Partial<Found> = {}, basedOn = 0): ProblemWriting => ({
  basedOn,
  problem: {
    unit: 'thuong_mai',
    item: '2.2.10',
    words: 'Còn niêm yết 02 TTHC đã bãi bỏ',
    request: 'Gỡ 02 TTHC đã bãi bỏ, niêm yết danh mục mới',
    dueDate: '2025-04-30',
    resolvedOn: null,
    resolution: '',
    ...over,
  },
})

export const judgementOf = (basedOn = 0): JudgementWriting => ({
  basedOn,
  units: {
    thuong_mai: {
      strengths: 'Giải quyết hồ sơ trước hạn',
      weaknesses: 'Niêm yết TTHC chưa kịp thời',
    },
  },
  requests: 'Các phòng rà soát việc niêm yết TTHC trước ngày 15 hằng tháng.',
})
