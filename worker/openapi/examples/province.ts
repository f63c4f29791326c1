/** Examples of what the province's system reads: invented figures that the rules have nothing against. */
import type { ExamplesOf } from '../example.ts'

const [ours, theirs] = ['sct-bac-giang', 'sxd-bac-giang']
const figures = '1b7c40d2e95f83a6b0c4d8e1f2a3957640bd1e7c85f92a03d6c4b8e7f1052a39'

export const province: ExamplesOf = {
  Agencies: {
    two: {
      summary: 'Mã truy cập đọc được hai cơ quan',
      value: {
        agencies: [
          {
            ...{ agency: ours, name: 'Sở Công Thương Bắc Giang' },
            ...{ superior: 'UBND tỉnh Bắc Giang', place: 'Bắc Giang' },
            units: [{ unit: 'qltm', name: 'Phòng Quản lý Thương mại' }],
            fields: [{ field: 'G02-CT23', name: 'Xúc tiến thương mại' }],
            ...{ periods: 3, newest: '2025-M04' },
          },
          {
            ...{ agency: theirs, name: 'Sở Xây dựng Bắc Giang' },
            ...{ superior: 'UBND tỉnh Bắc Giang', place: 'Bắc Giang' },
            units: [{ unit: 'vp', name: 'Văn phòng' }],
            fields: [],
            ...{ periods: 0, newest: null },
          },
        ],
      },
    },
  },
  Province: {
    incomplete: {
      summary: 'Một cơ quan đã đủ số, một cơ quan còn thiếu và đã quá hạn',
      value: {
        period: '2025-M04',
        digest: figures,
        asOf: '2025-04-15T02:40:00.000Z',
        agencies: [
          {
            ...{ agency: ours, name: 'Sở Công Thương Bắc Giang', state: 'provisional' },
            units: { expected: 8, submitted: 8, accepted: 6, returned: 0, late: 0, missing: 0 },
          },
          {
            ...{ agency: theirs, name: 'Sở Xây dựng Bắc Giang', state: 'provisional' },
            units: { expected: 9, submitted: 7, accepted: 2, returned: 1, late: 1, missing: 2 },
          },
        ],
        figures: {
          dossiers_resolved: {
            ...{ value: 810, unit: 'Hồ sơ', status: 'late' },
            coverage: { expected: 2, reported: 1 },
            contributions: [
              {
                ...{ agency: ours, value: 322 },
                ...{ status: 'provisional', coverage: { expected: 4, reported: 4 } },
              },
              {
                ...{ agency: theirs, value: 488 },
                ...{ status: 'late', coverage: { expected: 6, reported: 5 } },
              },
            ],
          },
        },
        tables: {
          'KSTT-06a': {
            columns: {
              received_online: {
                name: 'Biểu II.06a – Số lượng hồ sơ tiếp nhận – Trong kỳ – Trực tuyến',
                unit: 'Hồ sơ',
              },
            },
            rows: {
              'G02-CT23': {
                ...{ name: 'Xúc tiến thương mại', status: 'late' },
                coverage: { expected: 2, reported: 1 },
                cells: { received_online: 300 },
              },
            },
            total: {
              received_online: {
                ...{ value: 814, unit: 'Hồ sơ', status: 'late' },
                coverage: { expected: 2, reported: 1 },
                contributions: [
                  {
                    ...{ agency: ours, value: 325 },
                    ...{ status: 'provisional', coverage: { expected: 4, reported: 4 } },
                  },
                  {
                    ...{ agency: theirs, value: 489 },
                    ...{ status: 'late', coverage: { expected: 6, reported: 5 } },
                  },
                ],
              },
            },
          },
        },
      },
    },
  },
  Changes: {
    day: {
      summary: 'Một đơn vị nộp, Văn phòng nhận, kỳ được khóa',
      value: {
        ...{ agency: ours, after: 120 },
        changes: [
          {
            ...{ seq: 121, at: '2025-04-14T03:00:00.000Z', kind: 'submitted' },
            ...{ period: '2025-M04', unit: 'qltm', revision: 1, digest: figures },
          },
          {
            ...{ seq: 124, at: '2025-04-14T08:15:00.000Z', kind: 'accepted' },
            ...{ period: '2025-M04', unit: 'qltm', revision: 1, digest: null },
          },
          {
            ...{ seq: 130, at: '2025-04-16T09:00:00.000Z', kind: 'locked' },
            ...{ period: '2025-M04', unit: null, revision: null, digest: figures },
          },
        ],
        ...{ next: 131, more: false, head: 131 },
      },
    },
  },
}
