/** Examples of inspection rounds: invented figures that the rules have nothing against. */
import type { ExamplesOf } from '../example.ts'
import { approvedBy, office, preparedBy } from './facts.ts'

const id = '7c9a1f52-6d3e-4b88-9c41-2a5e60d1b7f4'
const written = { number: 1, by: office, at: '2025-04-11T02:40:00.000Z' }
const round = {
  ...{ year: 2025, title: 'Kiểm tra công tác CCHC năm 2025', state: 'open', dueDate: '2025-04-07' },
  basis: 'Kế hoạch số 12/KH-SCT ngày 05/02/2025',
  team: [{ name: 'Nguyễn Thị Lan', title: 'Chánh Văn phòng', duty: 'Trưởng đoàn' }],
  window: { from: '2025-01-01', to: '2025-03-31' },
  units: [{ unit: 'qltm', visitOn: '2025-04-10' }],
}
const problem = {
  ...written,
  ...{ id: '0d8c1b7a-43f2-4d0e-9b59-6f4d8a7c2e10', round: id, unit: 'qltm', item: '2.2.10' },
  words: 'Còn niêm yết 02 TTHC đã bãi bỏ',
  request: 'Gỡ 02 TTHC đã bãi bỏ, niêm yết danh mục mới',
  ...{ dueDate: '2025-04-30', resolvedOn: null, resolution: '', standing: 'open' },
}

export const inspections: ExamplesOf = {
  RoundWriting: {
    open: {
      summary: 'Mở đợt kiểm tra một đơn vị',
      value: {
        basedOn: 0,
        round: {
          year: 2025,
          basis: 'Kế hoạch số 12/KH-SCT ngày 05/02/2025',
          title: 'Kiểm tra công tác CCHC năm 2025',
          team: [{ name: 'Nguyễn Thị Lan', title: 'Chánh Văn phòng', duty: 'Trưởng đoàn' }],
          window: { from: '2025-01-01', to: '2025-03-31' },
          units: [{ unit: 'qltm', visitOn: '2025-04-10' }],
          dueDate: '2025-04-07',
          state: 'open',
        },
      },
    },
  },
  StatementWriting: {
    say: {
      summary: 'Báo cáo một mục',
      value: {
        basedOn: 0,
        answers: {
          '1.1': {
            ...{ statement: 'Đã ban hành kế hoạch của phòng.', figure: 1 },
            evidence: '05/KH-QLTM ngày 20/02/2025',
          },
          '2.2.11': { statement: '', figure: { state: 'none' }, evidence: '' },
        },
        ...{ preparedBy: 'Trần Văn Bình', approvedBy: 'Lê Văn Cường' },
      },
    },
  },
  ProblemWriting: {
    record: {
      summary: 'Ghi một vấn đề',
      value: {
        basedOn: 0,
        problem: {
          ...{ unit: 'qltm', item: '2.2.10' },
          words: 'Còn niêm yết 02 TTHC đã bãi bỏ',
          request: 'Gỡ 02 TTHC đã bãi bỏ, niêm yết danh mục mới',
          ...{ dueDate: '2025-04-30', resolvedOn: null, resolution: '' },
        },
      },
    },
    withdraw: { summary: 'Rút vấn đề', value: { basedOn: 1, problem: null } },
  },
  JudgementWriting: {
    judge: {
      summary: 'Nhận xét và kiến nghị',
      value: {
        basedOn: 0,
        units: {
          qltm: {
            strengths: 'Giải quyết hồ sơ trước hạn',
            weaknesses: 'Niêm yết TTHC chưa kịp thời',
          },
        },
        requests: 'Các phòng rà soát việc niêm yết TTHC trước ngày 15 hằng tháng.',
      },
    },
  },
  Inspections: {
    one: {
      summary: 'Một đợt đang mở',
      value: [
        {
          ...{ id, year: 2025, title: round.title, state: 'open', dueDate: round.dueDate },
          ...{ units: 1, stated: 1, problems: 1, resolved: 0 },
        },
      ],
    },
  },
  Inspection: {
    open: {
      summary: 'Rút gọn: một mục của đề cương, báo cáo của một đơn vị, một vấn đề',
      value: {
        ...{ id, ...written, round },
        groups: [{ code: '2.2', name: 'Cải cách thủ tục hành chính' }],
        items: [
          {
            ...{ code: '2.2.10', group: '2.2', measure: null },
            name: 'Niêm yết, công khai thủ tục hành chính',
            prompt: 'Nêu nơi niêm yết, lần cập nhật gần nhất.',
          },
        ],
        statements: [
          {
            ...{ ...written, unit: 'qltm', preparedBy, approvedBy },
            at: '2025-04-07T03:00:00.000Z',
            by: 'Phòng Quản lý Thương mại',
            answers: {
              '2.2.10': {
                ...{ statement: 'Niêm yết đủ tại Bộ phận Một cửa.', figure: null, evidence: '' },
              },
            },
          },
        ],
        problems: [problem],
        judgement: {
          number: 1,
          units: {
            qltm: {
              strengths: 'Giải quyết hồ sơ trước hạn',
              weaknesses: 'Niêm yết TTHC chưa kịp thời',
            },
          },
          requests: 'Các phòng rà soát việc niêm yết TTHC trước ngày 15 hằng tháng.',
        },
      },
    },
  },
  FoundProblems: {
    one: {
      summary: 'Một vấn đề chưa xử lý, còn trong hạn',
      value: [
        {
          ...{ ...problem, roundTitle: round.title, unitName: 'Phòng Quản lý Thương mại' },
          ...{ itemName: 'Niêm yết, công khai thủ tục hành chính', reminded: [] },
        },
      ],
    },
  },
}
