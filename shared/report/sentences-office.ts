/** The sentences on direction, institutions, organisation, public service and finance: Biểu 1, 2, 4, 5 and 6. */
import type { Clause, Sentence } from './sentences.ts'

/** Said every time, and by the annual report once more where it judges itself. */
const plan: readonly Clause[] = [
  ['plan_tasks_total', 'Kế hoạch đề ra # nhiệm vụ', 'nhiệm vụ đề ra trong kế hoạch'],
  ['plan_tasks_done', 'đã hoàn thành # nhiệm vụ', 'nhiệm vụ đã hoàn thành'],
  ['plan_tasks_recurring', '# nhiệm vụ thực hiện thường xuyên', 'nhiệm vụ thực hiện thường xuyên'],
  ['plan_tasks_open', '# nhiệm vụ đang thực hiện', 'nhiệm vụ đang thực hiện'],
  ['plan_done_rate', 'tỷ lệ hoàn thành kế hoạch đạt #', 'tỷ lệ hoàn thành kế hoạch'],
]

export const officeSentences: readonly Sentence[] = [
  { section: 'I', subject: 'Thực hiện Kế hoạch CCHC', clauses: plan },
  {
    section: 'I',
    subject: 'Kiểm tra CCHC',
    clauses: [
      [
        'units_inspected',
        'đã kiểm tra # phòng, đơn vị',
        'phòng, đơn vị đã kiểm tra',
        {
          against: [
            ['units_total', 'trên tổng số # phòng, đơn vị', 'tổng số phòng, đơn vị'],
            ['units_inspected_rate', 'đạt tỷ lệ #', 'tỷ lệ phòng, đơn vị được kiểm tra'],
          ],
        },
      ],
      ['issues_found', 'phát hiện # vấn đề', 'vấn đề phát hiện qua kiểm tra'],
      ['issues_resolved', 'đã xử lý xong # vấn đề', 'vấn đề đã xử lý xong'],
    ],
  },
  {
    section: 'I',
    subject: 'Thực hiện nhiệm vụ UBND tỉnh, Chủ tịch UBND tỉnh giao',
    clauses: [
      [
        'assigned_total',
        'tổng số # nhiệm vụ',
        'tổng số nhiệm vụ được giao',
        {
          among: [
            ['assigned_done_on_time', 'hoàn thành đúng hạn #', 'nhiệm vụ hoàn thành đúng hạn'],
            ['assigned_done_late', 'hoàn thành nhưng quá hạn #', 'nhiệm vụ hoàn thành quá hạn'],
            ['assigned_overdue', 'quá hạn chưa hoàn thành #', 'nhiệm vụ quá hạn chưa hoàn thành'],
            ['assigned_in_progress', 'đang thực hiện trong hạn #', 'nhiệm vụ đang thực hiện'],
          ],
        },
      ],
    ],
    whenReported: true,
  },
  {
    section: 'I',
    subject: 'Khảo sát sự hài lòng của người dân, tổ chức',
    clauses: [
      ['survey_forms', 'phát # phiếu', 'phiếu khảo sát'],
      ['satisfaction_rate', 'mức độ hài lòng đạt #', 'mức độ hài lòng'],
    ],
    whenReported: true,
  },
  {
    section: 'I',
    subject: 'Tuyên truyền CCHC',
    clauses: [
      [
        'publicity_articles',
        '# tin, bài',
        'tin, bài',
        {
          among: [
            ['articles_own_site', 'trên Cổng thông tin điện tử của Sở là #', 'tin, bài của Sở'],
            [
              'articles_province_site',
              'trên trang tin CCHC của tỉnh là #',
              'tin, bài trên trang tin của tỉnh',
            ],
          ],
        },
      ],
    ],
    whenReported: true,
  },
  {
    section: 'I',
    subject: 'Sáng kiến, giải pháp mới về CCHC được triển khai',
    clauses: [['initiatives', '# sáng kiến', 'số sáng kiến']],
  },
  {
    section: 'II.1.a',
    subject: 'Số VBQPPL đã tham mưu ban hành',
    clauses: [
      [
        'legal_docs_advised',
        '# văn bản',
        'tổng số văn bản',
        {
          among: [
            ['legal_docs_council', 'Nghị quyết của HĐND tỉnh: #', 'Nghị quyết của HĐND tỉnh'],
            ['legal_docs_committee', 'Quyết định của UBND tỉnh: #', 'Quyết định của UBND tỉnh'],
          ],
        },
      ],
    ],
  },
  {
    section: 'II.1.b',
    subject: 'Rà soát VBQPPL',
    clauses: [
      ['legal_docs_reviewed', 'đã rà soát # văn bản', 'văn bản đã rà soát'],
      ['legal_docs_review_needed', '# văn bản cần xử lý', 'văn bản cần xử lý sau rà soát'],
      ['legal_docs_review_done', 'đã xử lý xong # văn bản', 'văn bản đã xử lý xong'],
    ],
  },
  {
    section: 'II.1.c',
    subject: 'Kiểm tra VBQPPL theo thẩm quyền',
    clauses: [
      ['legal_docs_checked', 'đã kiểm tra # văn bản', 'văn bản đã kiểm tra'],
      ['legal_docs_check_needed', '# văn bản cần xử lý', 'văn bản cần xử lý sau kiểm tra'],
      ['legal_docs_check_done', 'đã xử lý xong # văn bản', 'văn bản đã xử lý xong'],
    ],
  },
  {
    section: 'II.1.d',
    subject: 'Phổ biến, giáo dục pháp luật',
    clauses: [['law_dissemination_events', '# cuộc', 'số cuộc']],
  },
  {
    section: 'II.3',
    subject: 'Cơ cấu tổ chức của Sở',
    lead: 'Cơ cấu tổ chức của Sở hiện nay gồm Lãnh đạo Sở và',
    clauses: [
      ['divisions', '# phòng chuyên môn', 'phòng chuyên môn'],
      ['sub_departments', '# chi cục', 'chi cục'],
      ['public_service_units', '# đơn vị sự nghiệp', 'đơn vị sự nghiệp'],
    ],
  },
  {
    section: 'II.3',
    subject: 'Biên chế, số người làm việc được giao',
    lead: '',
    clauses: [
      [
        'staff_total',
        'Tổng số chỉ tiêu biên chế được giao hiện nay: # chỉ tiêu',
        'Tổng số chỉ tiêu được giao',
        {
          among: [
            ['officials_quota', 'biên chế hành chính: # chỉ tiêu', 'biên chế hành chính'],
            ['employees_quota', 'biên chế sự nghiệp: # chỉ tiêu', 'biên chế sự nghiệp'],
            [
              'contracts_admin',
              'hợp đồng lao động tại cơ quan hành chính: # chỉ tiêu',
              'hợp đồng lao động tại cơ quan hành chính',
            ],
            [
              'contracts_service_revenue',
              'hợp đồng lao động hưởng lương từ nguồn thu sự nghiệp: # chỉ tiêu',
              'hợp đồng lao động hưởng lương từ nguồn thu sự nghiệp',
            ],
          ],
        },
      ],
    ],
  },
  {
    section: 'II.4.b',
    subject: 'Tuyển dụng, bổ nhiệm',
    clauses: [
      ['officials_recruited', 'tuyển dụng # công chức', 'công chức được tuyển dụng'],
      ['employees_recruited', 'tuyển dụng # viên chức', 'viên chức được tuyển dụng'],
      ['leaders_appointed', 'bổ nhiệm, bổ nhiệm lại # người', 'người được bổ nhiệm, bổ nhiệm lại'],
    ],
    whenReported: true,
  },
  {
    section: 'II.4.c',
    subject: 'Công chức, viên chức, người lao động bị xử lý kỷ luật',
    clauses: [['disciplined_total', '# người', 'số người']],
  },
  {
    section: 'II.4.d',
    subject: 'Đào tạo, bồi dưỡng',
    clauses: [
      [
        'trained',
        'đã cử # lượt công chức, viên chức tham gia',
        'lượt công chức, viên chức được cử đi đào tạo, bồi dưỡng',
      ],
      [
        'digital_skills',
        '# công chức, viên chức được bồi dưỡng kỹ năng số cơ bản',
        'công chức, viên chức được bồi dưỡng kỹ năng số cơ bản',
      ],
    ],
  },
  {
    section: 'II.5.a',
    subject: 'Giải ngân kế hoạch vốn đầu tư công',
    clauses: [
      ['investment_done', 'đã giải ngân # triệu đồng', 'số vốn đã giải ngân'],
      ['investment_plan', 'kế hoạch giao # triệu đồng', 'kế hoạch được giao'],
      ['investment_rate', 'đạt tỷ lệ #', 'tỷ lệ giải ngân'],
    ],
  },
  {
    section: 'II.5.a',
    subject:
      'Thực hiện kiến nghị sau thanh tra, kiểm tra, kiểm toán nhà nước về tài chính, ngân sách',
    clauses: [
      ['audit_due', 'phải thực hiện # triệu đồng', 'số tiền phải thực hiện'],
      ['audit_done', 'đã thực hiện # triệu đồng', 'số tiền đã thực hiện'],
    ],
  },
  {
    section: 'II.5.c',
    subject: 'Cơ chế tự chủ của đơn vị sự nghiệp công lập',
    clauses: [
      [
        'psu_total',
        '# đơn vị sự nghiệp',
        'đơn vị sự nghiệp',
        {
          among: [
            [
              'psu_group1',
              'tự bảo đảm chi thường xuyên và chi đầu tư: #',
              'nhóm tự bảo đảm toàn bộ',
            ],
            ['psu_group2', 'tự bảo đảm chi thường xuyên: #', 'nhóm tự bảo đảm chi thường xuyên'],
            ['psu_group3', 'tự bảo đảm một phần: #', 'nhóm tự bảo đảm một phần'],
            ['psu_group4', 'do Nhà nước bảo đảm: #', 'nhóm do Nhà nước bảo đảm'],
          ],
          arisingOnly: true,
        },
      ],
      [
        'psu_self_financing',
        'mức tự bảo đảm chi thường xuyên #',
        'mức tự bảo đảm chi thường xuyên',
      ],
    ],
  },
  { section: 'III.4', subject: 'Kết quả thực hiện Kế hoạch CCHC năm', clauses: plan },
]
