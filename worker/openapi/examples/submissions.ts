/** Examples of submitting and review: invented figures that the rules have nothing against. */
import type { ExamplesOf } from '../example.ts'
import { current, document, period, received, report, standing } from './facts.ts'

const corrected = {
  ...received,
  ...{ id: '0b6f2c1d-7e94-4a35-8c0e-5d1f9a7b3e22', revision: 2 },
  receivedAt: '2025-04-14T03:20:00.000Z',
  digest: 'c7e1b5a90d4f2863ab19c5e7f03d8426b15a9c7e4d02f8361e9b7a5c3d0f4e18',
}

export const submissions: ExamplesOf = {
  Submission: {
    first: {
      summary: 'Bản đầu tiên của kỳ',
      value: {
        catalogue: 'sct-2025.1',
        basedOn: null,
        window: { from: '2025-03-15', to: '2025-04-14' },
        figures: {
          dossiers_resolved: 8,
          dossiers_on_time: 8,
          articles_own_site: { state: 'none' },
        },
        tables: {
          'KSTT-06a': {
            'G02-CT23': {
              received_online: 10,
              received_direct: 0,
              carried_over: 0,
              resolved_early: 8,
              resolved_on_time: 0,
              resolved_late: 0,
              pending_in_time: 2,
              pending_overdue: 0,
            },
          },
        },
        preparedBy: 'Nguyễn Thị Lan',
        approvedBy: 'Trần Văn Bình',
      },
    },
  },
  Review: {
    accept: { summary: 'Nhận', value: { revision: 1, decision: 'accept' } },
    return: {
      summary: 'Trả lại',
      value: {
        ...{ revision: 1, decision: 'return', note: 'Rà soát lại số hồ sơ chuyển kỳ trước' },
        questioned: ['KSTT-06a/G02-CT23/carried_over'],
      },
    },
  },
  Receipt: {
    received: {
      summary: 'Đã nhận; kết quả kiểm tra rút gọn còn ba quy tắc',
      value: { ...received, state: 'submitted', report },
    },
  },
  CurrentSubmission: { first: { summary: 'Bản đầu tiên của kỳ', value: current } },
  SubmissionHistory: {
    two: {
      summary: 'Bản 1 đã được bản 2 thay',
      value: [
        { ...received, state: 'superseded', review: null },
        { ...corrected, state: 'submitted', review: null },
      ],
    },
  },
  RevisionDifferences: {
    corrected: {
      summary: 'Sửa một ô, tổng đổi theo',
      value: {
        from: { ...received, state: 'superseded', review: null },
        to: { ...corrected, state: 'submitted', review: null },
        figures: [
          {
            at: 'KSTT-06a/G02-CT23/received_online',
            name: 'Biểu II.06a, lĩnh vực “Xúc tiến thương mại”, cột 4',
            ...{ old: 10, new: 11, reason: null },
          },
        ],
        moved: [
          {
            at: 'KSTT-06a//received_total',
            name: 'Biểu II.06a, dòng Tổng số, cột 3',
            ...{ old: 10, new: 11 },
          },
        ],
      },
    },
  },
  ReviewSheet: {
    first: {
      summary: 'Bản đầu tiên của một đơn vị, chưa duyệt',
      value: {
        ...{ agency: document, unit: 'qltm', period, catalogue: 'sct-2025.1' },
        ...{ forms: ['CCHC-3', 'KSTT-06a'], current, report, previous: null },
        standing: { ...standing, state: 'submitted', review: null },
      },
    },
  },
  UnitStanding: { accepted: { summary: 'Bản 1 đã được duyệt', value: standing } },
}
