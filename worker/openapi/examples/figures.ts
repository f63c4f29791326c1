/** Examples of merged figures and texts: invented figures that the rules have nothing against. */
import type { ExamplesOf } from '../example.ts'
import { agency, digests, office, received, window } from './facts.ts'

const counted = { coverage: { expected: 4, reported: 4 }, status: 'provisional' }
const three = [counted.coverage, counted.coverage, counted.coverage]
const of = { kind: 'agency', key: agency.agency, name: agency.agencyName }
const parts = (values: Readonly<Record<string, number>>) =>
  Object.entries(values).map(([unit, value]) => ({ unit, revision: 1, value }))

const adjustment = {
  ...{ id: '5f0c9f5e-8a57-4c41-9d0c-2f8f4f3f9b11', number: 1, at: 'articles_own_site' },
  name: 'Biểu 1, dòng 6.1 “trên Cổng/Trang thông tin điện tử của Sở”',
  ...{ value: 2, basis: 22, reason: 'Hai tin bài đăng sau giờ chốt' },
  ...{ by: office, time: '2025-04-15T03:00:00.000Z', state: 'stands' },
}
const section = {
  ...{ code: 'II.1.a', depth: 2 },
  title: 'a) Công tác tham mưu, xây dựng, ban hành và tổ chức thực hiện VBQPPL',
  merged: [
    {
      ...{ unit: null, text: '- Số VBQPPL đã tham mưu ban hành: không phát sinh.' },
      told: [{ at: 'legal_docs_advised', name: 'tổng số văn bản', printed: 'không phát sinh' }],
      remarks: [],
    },
  ],
}
const edit = {
  ...{ number: 1, text: 'Trong kỳ, Sở không tham mưu ban hành VBQPPL.' },
  ...{ by: office, at: '2025-04-15T04:00:00.000Z', outdated: [], remarks: [] },
}
const sentence = 'Đã tiếp nhận 6.279 hồ sơ, trong đó trực tuyến 3.924 hồ sơ, đạt 67,73%.'

export const figures: ExamplesOf = {
  ProseAsking: {
    sentence: {
      summary: 'Một câu có tỷ lệ sai',
      value: { text: 'Đã tiếp nhận 6.279 hồ sơ, trong đó trực tuyến 3.924 hồ sơ, đạt 67,73%.' },
    },
  },
  NewAdjustment: {
    adjust: {
      summary: 'Đặt điều chỉnh',
      value: { place: 'articles_own_site', value: 2, reason: 'Hai tin bài đăng sau giờ chốt' },
    },
    withdraw: {
      summary: 'Rút điều chỉnh',
      value: { place: 'articles_own_site', value: null, reason: 'Đơn vị đã báo cáo bổ sung' },
    },
  },
  SectionWriting: {
    write: {
      summary: 'Sửa lời văn',
      value: { basedOn: null, text: 'Trong kỳ, Sở không tham mưu ban hành VBQPPL.' },
    },
    withdraw: { summary: 'Dùng lại bản gộp', value: { basedOn: 1, text: null } },
  },
  CheckedCode: {
    current: {
      summary: 'Mã của bản đang là hiện hành',
      value: {
        ...{ code: 'K7M2Q-9XB4T', agency: agency.agencyName, period: '2025-M04' },
        ...{ state: 'provisional', asOf: received.receivedAt, takenAt: '2025-04-15T04:00:00.000Z' },
        units: [{ unit: 'qltm', name: 'Phòng Quản lý Thương mại', revision: 1 }],
        ...{ current: true, newerCode: null },
      },
    },
  },
  Consolidation: {
    short: {
      summary: 'Rút gọn: hai chỉ tiêu và một lĩnh vực của tháng 4',
      value: {
        ...{ agency: agency.agency, period: '2025-M04', catalogue: 'sct-2025.1' },
        ...{ digest: digests.merged, asOf: '2025-04-15T08:50:00.000Z', state: 'provisional' },
        window,
        units: [
          {
            ...{ unit: 'qltm', name: 'Phòng Quản lý Thương mại', state: 'submitted' },
            ...{ revision: 1, counted: 1, changedSinceAccepted: false, status: 'provisional' },
          },
        ],
        compared: { previous: '2025-M03', samePeriodLastYear: '2024-M04' },
        figures: {
          dossiers_resolved: {
            ...{ value: 322, unit: 'Hồ sơ', ...counted, previous: 298, samePeriodLastYear: null },
            contributions: parts({ qlcn: 10, qltm: 255, ktat: 25, qlnl: 32 }),
          },
          assigned_total: {
            ...{ value: null, unit: 'Nhiệm vụ', status: 'late' },
            coverage: { expected: 1, reported: 0 },
            ...{ previous: null, samePeriodLastYear: null, contributions: [] },
          },
        },
        tables: {
          'KSTT-06a': {
            columns: {
              received_total: {
                name: 'Biểu II.06a – Số lượng hồ sơ tiếp nhận – Tổng số',
                unit: 'Hồ sơ',
              },
            },
            rows: {
              'G02-CT23': {
                ...{ name: 'Xúc tiến thương mại', status: 'provisional' },
                coverage: { expected: 1, reported: 1 },
                cells: {
                  ...{ received_total: 225, received_online: 225, received_direct: 0 },
                  ...{ carried_over: 0, resolved_total: 225, pending_total: 0 },
                },
                contributions: [
                  {
                    ...{ unit: 'qltm', revision: 1 },
                    value: { received_online: 225, received_direct: 0, carried_over: 0 },
                  },
                ],
              },
            },
            total: {
              received_total: {
                ...{ value: 331, unit: 'Hồ sơ', ...counted },
                ...{ previous: 305, samePeriodLastYear: null },
                contributions: parts({ qlcn: 11, qltm: 260, ktat: 27, qlnl: 33 }),
              },
            },
          },
        },
        narrative: {},
        ...{ findings: [], lapsed: [], exclusions: [], windows: [] },
      },
    },
  },
  Series: {
    months: {
      summary: 'Hai chỉ tiêu qua ba tháng: hai tháng đã khóa, một tháng tạm tính',
      value: {
        ...{ agency: agency.agency, from: '2025-M02', to: '2025-M04' },
        periods: [
          { period: '2025-M02', state: 'final', missing: [] },
          { period: '2025-M03', state: 'final', missing: [] },
          { period: '2025-M04', state: 'provisional', missing: [] },
        ],
        series: [
          {
            ...{ indicator: 'dossiers_resolved', unit: 'Hồ sơ', of, values: [151, 298, 322] },
            name: 'Tổng số hồ sơ TTHC đã giải quyết trong kỳ',
            ...{ statuses: ['final', 'final', 'provisional'], coverage: three },
          },
          {
            ...{ indicator: 'KSTT-06a.received_total', unit: 'Hồ sơ', of, values: [155, 305, 331] },
            name: 'Biểu II.06a – Số lượng hồ sơ tiếp nhận – Tổng số',
            ...{ statuses: ['final', 'final', 'provisional'], coverage: three },
          },
        ],
        page: { lines: 2, before: 0, next: null },
      },
    },
  },
  Prose: {
    rate: {
      summary: 'Tỷ lệ trong câu không khớp với hai số của câu',
      value: {
        ...{ period: '2025-M04', told: null, lines: 1, figures: 3 },
        findings: [
          {
            ...{ rule: 'PCT-PRINT', verdict: 'wrong', figure: null },
            message:
              'Tỷ lệ 67,73% không khớp với số lượng nêu trong văn bản. Tính lại tỷ lệ, hoặc ghi rõ tỷ lệ tính trên tổng nào.',
            arithmetic: '3.924 / 6.279 = 62,49 %, văn bản ghi 67,73 %',
            at: [
              {
                line: 1,
                sentence,
                marks: [
                  [13, 18],
                  [46, 51],
                  [63, 69],
                ],
              },
            ],
          },
        ],
      },
    },
  },
  Narrative: {
    one: {
      summary: 'Rút gọn còn một mục, Văn phòng chưa sửa',
      value: {
        ...{ period: '2025-M04', digest: digests.merged },
        sections: [{ ...section, edit: null }],
      },
    },
  },
  ReportSection: {
    edited: { summary: 'Mục sau khi Văn phòng sửa', value: { ...section, edit } },
  },
  Adjustment: { stands: { summary: 'Điều chỉnh đang có hiệu lực', value: adjustment } },
  Adjustments: { one: { summary: 'Một điều chỉnh trong kỳ', value: [adjustment] } },
}
