/** Examples beside the description: invented figures that the rules have nothing against. */
import type { SchemaName } from './schemas.ts'

type Parameter = {
  readonly description: string
  readonly schema: Readonly<Record<string, unknown>>
  readonly example: string
}

/** What stands in a path. */
export const parameters: Readonly<Record<string, Parameter>> = {
  period: {
    description: 'Kỳ báo cáo: tháng 2025-M04, quý 2025-Q1, 2025-6M, 2025-9M, năm 2025-Y',
    schema: { type: 'string', pattern: '^\\d{4}-(?:M(?:0[1-9]|1[0-2])|Q[1-4]|6M|9M|Y)$' },
    example: '2025-M04',
  },
  unit: {
    description: 'Mã đơn vị',
    schema: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
    example: 'qltm',
  },
  id: {
    description: 'UUID do phần mềm gửi tạo ra',
    schema: { type: 'string', format: 'uuid' },
    example: '5f0c9f5e-8a57-4c41-9d0c-2f8f4f3f9b11',
  },
  code: {
    description: 'Mã kiểm chứng in trên giấy; chữ thường, khoảng trắng, thiếu gạch nối đều được',
    schema: { type: 'string', maxLength: 64 },
    example: 'K7M2Q-9XB4T',
  },
  section: {
    description: 'Mục của báo cáo, theo mã trong phần lời văn của danh mục',
    schema: { type: 'string', pattern: '^[IVX]+(?:\\.\\d+(?:\\.[a-zđ\\d]+)?)?$' },
    example: 'II.1.a',
  },
  rule: {
    description: 'Mã quy tắc kiểm tra',
    schema: { type: 'string', pattern: '^[A-Z0-9][A-Z0-9-]*$' },
    example: 'X-07',
  },
  exclusion: {
    description: 'Mã khai báo loại trừ do Văn phòng đặt',
    schema: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,39}$' },
    example: 'tthc-thong-bao',
  },
  problem: {
    description: 'UUID của vấn đề, do phần mềm gửi tạo ra',
    schema: { type: 'string', format: 'uuid' },
    example: '0d8c1b7a-43f2-4d0e-9b59-6f4d8a7c2e10',
  },
  year: {
    description: 'Năm dương lịch',
    schema: { type: 'string', pattern: '^20\\d{2}$' },
    example: '2025',
  },
}

/** 16 new dossiers and 15 in time, of which an older export says no more. */
const divided = [
  { heading: 'Số mới tiếp nhận', columns: ['received_online', 'received_direct'], sum: 16 },
  { heading: 'Trả đúng thời hạn', columns: ['resolved_early', 'resolved_on_time'], sum: 15 },
]

type Examples = Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>

/** Bodies as they are sent, and answers that words alone do not explain. */
export const examples: Partial<Record<SchemaName, Examples>> = {
  SignIn: {
    code: { summary: 'Mã truy cập', value: { code: '00000-00000-00000-00000-00000-0' } },
  },
  ProseAsking: {
    sentence: {
      summary: 'Một câu có tỷ lệ sai',
      value: { text: 'Đã tiếp nhận 6.279 hồ sơ, trong đó trực tuyến 3.924 hồ sơ, đạt 67,73%.' },
    },
  },
  OpenPeriod: {
    statutory: { summary: 'Theo quy định', value: { period: '2025-M04' } },
    moved: { summary: 'Hạn nộp riêng', value: { period: '2025-M04', dueDate: '2025-04-17' } },
  },
  RuleChange: {
    off: {
      summary: 'Thôi áp dụng một quy tắc chặn lỗi',
      value: {
        basedOn: 0,
        status: 'off',
        from: null,
        until: null,
        reason: 'Biểu 3 dòng 1.5 không còn yêu cầu báo cáo từ năm 2026.',
        confirm: 'CCHC3-R4',
      },
    },
  },
  ExclusionWriting: {
    declare: {
      summary: 'Thủ tục thông báo không có kết quả trả ra',
      value: {
        basedOn: 0,
        exclusion: {
          id: 'tthc-thong-bao',
          indicator: 'digit_in_rate',
          excluded: 'digit_excluded',
          name: '4 TTHC thông báo không có kết quả trả ra',
          basis: 'Công văn số 12/SCT-VP ngày 05/3/2025',
          from: '2025-01-01',
          until: null,
        },
      },
    },
  },
  ChangePeriod: {
    lock: { summary: 'Khóa', value: { state: 'locked' } },
    reopen: { summary: 'Mở lại', value: { state: 'open', note: 'Bổ sung số liệu Phụ lục II' } },
  },
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
  PlanWriting: {
    first: {
      summary: 'Bản đầu tiên của năm',
      value: {
        basedOn: 0,
        plan: {
          ...{ year: 2025, until: 2025, title: 'Kế hoạch cải cách hành chính năm 2025' },
          basis: 'Kế hoạch số 12/KH-SCT ngày 15/01/2025',
          groups: [{ code: '1', name: 'Cải cách thể chế' }],
          tasks: [
            {
              ...{ code: '1.1', name: 'Rà soát văn bản quy phạm pháp luật' },
              ...{ deliverable: 'Báo cáo kết quả rà soát', lead: 'van_phong' },
              ...{ supporting: [], allUnits: true, outside: [] },
              ...{ timeline: 'Quý IV/2025', recurring: false, from: 2025, until: 2025 },
            },
          ],
          targets: [
            {
              ...{ code: '1', name: 'Tỷ lệ hồ sơ giải quyết đúng hạn', indicator: 'on_time_rate' },
              ...{ year: 2025, comparison: '>=', threshold: 98, unit: '%', lead: 'van_phong' },
            },
          ],
        },
      },
    },
  },
  SectionWriting: {
    write: {
      summary: 'Sửa lời văn',
      value: { basedOn: null, text: 'Trong kỳ, Sở không tham mưu ban hành VBQPPL.' },
    },
    withdraw: { summary: 'Dùng lại bản gộp', value: { basedOn: 1, text: null } },
  },
  ImportedDossiers: {
    older: {
      summary: 'Biểu 07a: chưa rõ trực tuyến hay trực tiếp, trước hạn hay đúng hạn',
      value: {
        ...{ form: 'KSTT-06a', layout: '07a', sheet: 'Sheet1' },
        heading: 'Từ ngày 15/3/2025 đến ngày 14/4/2025',
        table: {
          'G02-CT11': { carried_over: 2, resolved_late: 0, pending_in_time: 3, pending_overdue: 0 },
        },
        undivided: { 'G02-CT11': divided },
        lines: [
          {
            ...{ row: 8, label: 'Lĩnh vực Lưu thông hàng hóa trong nước', field: 'G02-CT11' },
            ...{ candidates: [], elsewhere: [], undivided: divided },
            cells: {
              ...{ received_total: 18, carried_over: 2, resolved_total: 15, resolved_late: 0 },
              ...{ pending_total: 3, pending_in_time: 3, pending_overdue: 0 },
            },
          },
        ],
        notes: [
          {
            message: 'Dòng 9 là dòng tổng cộng nên không nhập, chỉ dùng để đối chiếu.',
            needsLook: false,
          },
        ],
      },
    },
  },
  PastYearWriting: {
    first: {
      summary: 'Nhập số liệu năm 2020',
      value: {
        basedOn: 0,
        source: 'Báo cáo số 120/BC-SCT ngày 15/12/2020',
        figures: { officials_present: 44, 'KSTT-06a.resolved_late': { state: 'none' } },
      },
    },
  },
  SetHolidays: {
    tet: {
      summary: 'Tết Nguyên đán',
      value: { days: [{ day: '2025-01-29', name: 'Tết Nguyên đán' }] },
    },
  },
}
