/** The sentences of section II.2, administrative procedures (thủ tục hành chính): Biểu 3, Biểu 7 and II.06a. */
import type { Sentence } from './sentences.ts'

export const procedureSentences: readonly Sentence[] = [
  {
    section: 'II.2',
    subject: 'Công bố, công khai TTHC trong kỳ',
    clauses: [
      ['tthc_new', 'công bố mới # thủ tục', 'thủ tục công bố mới'],
      ['tthc_amended', 'sửa đổi, bổ sung # thủ tục', 'thủ tục sửa đổi, bổ sung'],
      ['tthc_abolished', 'bãi bỏ, thay thế # thủ tục', 'thủ tục bãi bỏ, thay thế'],
    ],
  },
  {
    section: 'II.2',
    subject: 'Kết quả rà soát, đơn giản hóa TTHC',
    clauses: [
      ['tthc_reviewed', 'số lượng TTHC được rà soát: #', 'số TTHC được rà soát'],
      [
        'tthc_simplified',
        'số lượng TTHC đã được phê duyệt, thực thi phương án đơn giản hóa: #',
        'số TTHC được đơn giản hóa',
      ],
    ],
  },
  {
    section: 'II.2',
    subject: 'Kết quả rà soát, đơn giản hóa TTHC nội bộ trong các cơ quan hành chính nhà nước',
    clauses: [
      ['internal_tthc_reviewed', 'số lượng TTHC được rà soát: #', 'số TTHC nội bộ được rà soát'],
      [
        'internal_tthc_simplified',
        'số lượng TTHC đã được phê duyệt, thực thi phương án đơn giản hóa: #',
        'số TTHC nội bộ được đơn giản hóa',
      ],
    ],
  },
  {
    section: 'II.2',
    subject: 'Rút ngắn thời gian giải quyết TTHC theo mức của biểu thống kê',
    clauses: [
      ['tthc_time_cut', '# thủ tục', 'số thủ tục'],
      ['tthc_time_cut_rate', 'đạt tỷ lệ #', 'tỷ lệ thủ tục'],
    ],
    whenReported: true,
  },
  {
    section: 'II.2',
    subject: 'Thống kê TTHC thuộc thẩm quyền quản lý, theo dõi của cơ quan',
    lead: '',
    clauses: [
      [
        'tthc_total',
        'Tổng số TTHC thuộc thẩm quyền quản lý, theo dõi của cơ quan tính đến thời điểm báo cáo: #',
        'Tổng số TTHC thuộc thẩm quyền quản lý, theo dõi của cơ quan',
      ],
      [
        'tthc_own',
        'số TTHC thuộc thẩm quyền giải quyết của cơ quan: #',
        'số TTHC thuộc thẩm quyền giải quyết của cơ quan',
        {
          among: [
            ['tthc_one_stop', 'một cửa: #', 'một cửa'],
            ['tthc_interconnected', 'một cửa liên thông: #', 'một cửa liên thông'],
          ],
        },
      ],
      [
        'tthc_lower_levels',
        'tổng số TTHC thuộc thẩm quyền giải quyết của địa phương: #',
        'tổng số TTHC thuộc thẩm quyền giải quyết của địa phương',
        {
          among: [
            [
              'tthc_by_central',
              'số TTHC do Trung ương quy định: #',
              'số TTHC do Trung ương quy định',
            ],
            [
              'tthc_by_local',
              'số TTHC do địa phương quy định: #',
              'số TTHC do địa phương quy định',
            ],
          ],
        },
      ],
    ],
  },
  {
    section: 'II.2',
    subject: 'Kết quả giải quyết hồ sơ TTHC tại cơ quan',
    lead: 'Tổng hợp kết quả giải quyết hồ sơ TTHC tại cơ quan: {period}, {agency}',
    clauses: [
      [
        'KSTT-06a.received_total',
        'đã tiếp nhận tổng số: # hồ sơ',
        'tổng số hồ sơ tiếp nhận',
        {
          among: [
            [
              'KSTT-06a.carried_over',
              'kỳ trước chuyển sang là # hồ sơ',
              'hồ sơ kỳ trước chuyển sang',
            ],
            ['dossiers_new', 'trong kỳ là # hồ sơ', 'hồ sơ tiếp nhận trong kỳ'],
          ],
        },
      ],
      [
        'KSTT-06a.resolved_total',
        'đã trả kết quả # hồ sơ',
        'hồ sơ đã trả kết quả',
        {
          among: [
            [
              'KSTT-06a.resolved_early',
              'hồ sơ giải quyết trước hạn là #',
              'hồ sơ giải quyết trước hạn',
            ],
            ['KSTT-06a.resolved_on_time', 'đúng hạn là # hồ sơ', 'hồ sơ giải quyết đúng hạn'],
            ['KSTT-06a.resolved_late', 'quá hạn là # hồ sơ', 'hồ sơ giải quyết quá hạn'],
          ],
        },
      ],
      ['on_time_rate', 'tỷ lệ hồ sơ giải quyết đúng hạn đạt #', 'tỷ lệ hồ sơ giải quyết đúng hạn'],
      [
        'KSTT-06a.pending_total',
        'hồ sơ đang giải quyết là #',
        'hồ sơ đang giải quyết',
        {
          among: [
            ['KSTT-06a.pending_in_time', 'chưa đến hạn là #', 'hồ sơ chưa đến hạn'],
            ['KSTT-06a.pending_overdue', 'quá hạn là # hồ sơ', 'hồ sơ đang giải quyết quá hạn'],
          ],
        },
      ],
    ],
  },
  {
    section: 'II.2',
    subject: 'Thư xin lỗi đối với hồ sơ quá hạn',
    clauses: [['apologies', '# hồ sơ', 'hồ sơ quá hạn đã có thư xin lỗi']],
    whenReported: true,
  },
  {
    section: 'II.2',
    subject: 'Kết quả tiếp nhận, xử lý phản ánh, kiến nghị về quy định TTHC',
    clauses: [
      ['petitions_received', 'đã tiếp nhận # phản ánh, kiến nghị', 'phản ánh, kiến nghị tiếp nhận'],
      [
        'petitions_done',
        'đã giải quyết xong # phản ánh, kiến nghị',
        'phản ánh, kiến nghị đã giải quyết xong',
        {
          among: [
            [
              'petitions_on_time',
              'đúng hạn hoặc trước hạn là #',
              'phản ánh, kiến nghị giải quyết đúng hạn',
            ],
          ],
        },
      ],
    ],
  },
  {
    section: 'II.2',
    subject: 'Kết quả số hóa hồ sơ, giấy tờ, kết quả giải quyết TTHC',
    clauses: [
      [
        'digit_in_done',
        'số hóa thành phần của # hồ sơ tiếp nhận',
        'hồ sơ được số hóa thành phần',
        {
          against: [
            ['digit_in_total', 'trên # hồ sơ thuộc diện số hóa', 'hồ sơ thuộc diện số hóa'],
            ['digit_in_rate', 'đạt tỷ lệ #', 'tỷ lệ số hóa thành phần hồ sơ'],
          ],
        },
      ],
      [
        'digit_out_done',
        'số hóa, cấp kết quả điện tử cho # hồ sơ',
        'hồ sơ được số hóa, cấp kết quả điện tử',
        {
          against: [
            [
              'digit_out_total',
              'trên # hồ sơ thuộc diện cấp kết quả điện tử',
              'hồ sơ thuộc diện cấp kết quả điện tử',
            ],
            ['digit_out_rate', 'đạt tỷ lệ #', 'tỷ lệ số hóa kết quả giải quyết'],
          ],
        },
      ],
    ],
  },
  {
    section: 'II.2',
    subject: 'Kết quả thực hiện tiếp nhận TTHC không phụ thuộc địa giới hành chính',
    clauses: [['tthc_cross_boundary', '# thủ tục', 'số thủ tục']],
  },
]
