/** Examples of the catalogue, sheets, rules: invented figures that the rules have nothing against. */
import type { ExamplesOf } from '../example.ts'
import { content, document, office, period, report, window } from './facts.ts'

const tried = { ...report.run, trigger: 'check' }
const unnumbered = { ...report.subject, revision: null }
const stored = { number: 1, by: office, at: '2025-04-15T03:00:00.000Z' }
const off = { rule: 'CCHC3-R4', status: 'off', from: null, until: null }
const rule = {
  ...{ rule: 'CCHC3-R4', version: 1, formerId: null, severity: 'error', change: null },
  title: 'Tỷ lệ TTHC được đơn giản hóa',
  basis: 'Biểu 3 dòng 1.5.3',
  fix: 'Sửa tỷ lệ này hoặc dòng 1.5.1, 1.5.2 của Biểu 3.',
  compares: {
    words: 'Biểu 3: dòng 1.5.3 = dòng 1.5.2 ÷ dòng 1.5.1 × 100, làm tròn như số in',
    terms: [{ at: 'Biểu 3, dòng 1.5.1', name: 'Số TTHC được rà soát' }],
  },
  unrehearsed: false,
}
const changed = {
  ...rule,
  standing: off,
  changes: [
    {
      ...{ ...off, ...stored },
      reason: 'Biểu 3 dòng 1.5 không còn yêu cầu báo cáo từ năm 2026.',
    },
  ],
}
const exclusion = {
  ...{ id: 'tthc-thong-bao', indicator: 'digit_in_rate', excluded: 'digit_excluded' },
  name: '4 TTHC thông báo không có kết quả trả ra',
  basis: 'Công văn số 12/SCT-VP ngày 05/3/2025',
  ...{ from: '2025-01-01', until: null },
}

/** 16 new dossiers and 15 in time, of which an older export says no more. */
const divided = [
  { heading: 'Số mới tiếp nhận', columns: ['received_online', 'received_direct'], sum: 16 },
  { heading: 'Trả đúng thời hạn', columns: ['resolved_early', 'resolved_on_time'], sum: 15 },
]

export const forms: ExamplesOf = {
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
  Rules: {
    one: {
      summary: 'Rút gọn còn một quy tắc, chưa ai đổi',
      value: [{ ...rule, standing: { ...off, status: 'active' }, changes: [] }],
    },
  },
  Rule: { off: { summary: 'Quy tắc đã thôi áp dụng', value: changed } },
  Rehearsal: {
    silent: {
      summary: 'Ba bản đã nộp, một bản sẽ vướng',
      value: {
        ...{ rule: 'X-07', title: 'Hồ sơ thuộc diện số hóa so với hồ sơ tiếp nhận mới' },
        ...{ from: '2025-M02', to: '2025-M04', judges: 'unit', skipped: [] },
        ...{ submissions: 3, failing: 1, hidden: 0 },
        units: [
          {
            ...{ unit: 'qltm', name: 'Phòng Quản lý Thương mại' },
            ...{ submissions: 3, failing: 1, findings: 1 },
          },
        ],
        findings: [
          {
            ...{ unit: 'qltm', period: '2025-M04', revision: 1, at: 'digit_in_total' },
            message:
              'Biểu 7, dòng 8.1 “Số hồ sơ tiếp nhận thuộc diện số hóa”: 36. Dòng 5.6 trừ dòng 8.8 được 258 - 220 = 38, lệch 2. Nêu lý do hoặc sửa số liệu.',
          },
        ],
      },
    },
  },
  Exclusions: {
    one: { summary: 'Một nhóm đứng ngoài tỷ lệ', value: [{ ...stored, exclusion }] },
  },
  Catalogue: {
    short: {
      summary: 'Rút gọn còn một biểu, một chỉ tiêu, chưa có quy tắc',
      value: {
        ...{ id: 'sct-2025.1', effectiveFrom: '2024-12-15', effectiveTo: null },
        name: 'Biểu mẫu thống kê CCHC của Sở Công Thương, 2025',
        roles: { office: 'Văn phòng', dossiers: 'mỗi phòng, đơn vị có hồ sơ TTHC' },
        forms: [
          {
            ...{ id: 'CCHC-3', layout: 'indicators', sheet: 'Biểu 3', short: 'Biểu 3' },
            title: 'Biểu 3. Cải cách thủ tục hành chính',
            basis: 'Phụ lục của Bộ Nội vụ',
            rows: [
              {
                ...{ key: 'dossiers_resolved', code: '3.1.1', parent: null, kind: 'integer' },
                name: 'Tổng số hồ sơ TTHC đã giải quyết trong kỳ',
                ...{ unit: 'Hồ sơ', owner: 'dossiers', merge: { by: 'sum' }, overPeriods: 'sum' },
                ...{ source: 'Phụ lục của Bộ Nội vụ', certainty: 'high' },
              },
            ],
          },
        ],
        rules: [],
      },
    },
  },
  Sheet: {
    blank: {
      summary: 'Biểu của một đơn vị chưa nộp bản nào, kỳ đầu tiên',
      value: {
        ...{ agency: document, unit: 'qltm', period, catalogue: 'sct-2025.1' },
        ...{ forms: ['CCHC-3', 'KSTT-06a'], previous: null, opening: null },
        ...{ samePeriodLastYear: null, history: [], rolledUp: null, current: null },
        standing: {
          ...{ state: 'not-started', revision: null, counted: null },
          ...{ changedSinceAccepted: false, review: null },
        },
      },
    },
  },
  UploadedSheet: {
    repaired: {
      summary: 'Tệp đọc được, một số ghi dạng chữ đã hiểu thành số',
      value: {
        ...{ period: '2025-M04', unit: 'qltm', catalogue: 'sct-2025.1', window },
        ...{ basedOn: null, content, report: { ...report, run: tried, subject: unnumbered } },
        repairs: [
          {
            ...{ kind: 'number-from-text', at: 'dossiers_resolved', sheet: 'Biểu 3' },
            ...{ cell: 'E34', needsLook: false },
            message: 'Biểu 3, ô E34 ghi “8” dạng chữ; đã hiểu là số 8.',
          },
        ],
      },
    },
  },
}
