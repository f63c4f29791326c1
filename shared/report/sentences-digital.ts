/** The sentences of section II.6, digital government: Biểu 7. */
import type { Sentence } from './sentences.ts'

export const digitalSentences: readonly Sentence[] = [
  {
    section: 'II.6.a',
    subject: 'Kế hoạch chuyển đổi số',
    clauses: [['digital_plan', '#', 'việc ban hành kế hoạch']],
    chosen: {
      0: 'Cơ quan chưa ban hành kế hoạch chuyển đổi số',
      1: 'Cơ quan đã ban hành kế hoạch chuyển đổi số',
    },
    whenReported: true,
  },
  {
    section: 'II.6.b',
    subject: 'Hệ thống họp trực tuyến',
    clauses: [['video_meetings', '#', 'việc vận hành hệ thống']],
    chosen: {
      0: 'Cơ quan chưa vận hành hệ thống họp trực tuyến',
      1: 'Cơ quan đã vận hành hệ thống họp trực tuyến',
    },
    whenReported: true,
  },
  {
    section: 'II.6.d',
    subject: 'Cơ sở dữ liệu, hệ thống thông tin chuyên ngành',
    clauses: [
      ['databases_total', 'tổng số: # hệ thống', 'tổng số hệ thống'],
      ['databases_connected', 'đã kết nối, chia sẻ: # hệ thống', 'hệ thống đã kết nối, chia sẻ'],
    ],
    whenReported: true,
  },
  {
    section: 'II.6.e',
    subject: 'Ký số văn bản điện tử',
    clauses: [
      ['documents_out', 'tổng số văn bản đi: # văn bản', 'tổng số văn bản đi'],
      [
        'documents_signed',
        'gửi dưới dạng điện tử có ký số: # văn bản',
        'văn bản gửi dưới dạng điện tử có ký số',
      ],
      ['documents_signed_rate', 'đạt tỷ lệ #', 'tỷ lệ văn bản điện tử ký số'],
    ],
  },
  {
    section: 'II.6.e',
    subject: 'Hồ sơ công việc trên môi trường mạng',
    clauses: [
      ['work_files_total', 'tổng số hồ sơ công việc: # hồ sơ', 'tổng số hồ sơ công việc'],
      [
        'work_files_online',
        'xử lý trên môi trường mạng: # hồ sơ',
        'hồ sơ xử lý trên môi trường mạng',
      ],
      ['work_files_rate', 'đạt tỷ lệ #', 'tỷ lệ hồ sơ xử lý trên môi trường mạng'],
    ],
  },
  {
    section: 'II.6.g',
    subject: 'Dịch vụ công trực tuyến',
    lead: '',
    clauses: [
      [
        'tthc_online',
        'Tổng số thủ tục cung cấp dịch vụ công trực tuyến toàn trình, một phần: # thủ tục',
        'Tổng số thủ tục cung cấp dịch vụ công trực tuyến',
        {
          among: [
            ['tthc_online_full', 'toàn trình: #', 'toàn trình'],
            ['tthc_online_partial', 'một phần: #', 'một phần'],
          ],
        },
      ],
      [
        'tthc_online_used',
        'số dịch vụ công trực tuyến có phát sinh hồ sơ: #',
        'số dịch vụ công trực tuyến có phát sinh hồ sơ',
      ],
      ['tthc_online_used_rate', 'đạt tỷ lệ: #', 'tỷ lệ dịch vụ công có phát sinh hồ sơ'],
    ],
  },
  {
    section: 'II.6.g',
    subject: 'Hồ sơ trực tuyến',
    clauses: [
      [
        'dossiers_online',
        'số hồ sơ tiếp nhận trực tuyến: # hồ sơ',
        'số hồ sơ tiếp nhận trực tuyến',
        {
          against: [
            ['dossiers_new', 'trên # hồ sơ tiếp nhận mới', 'hồ sơ tiếp nhận mới'],
            ['dossiers_online_rate', 'đạt tỷ lệ #', 'tỷ lệ hồ sơ trực tuyến'],
          ],
        },
      ],
      [
        'dossiers_resolved_online',
        'số hồ sơ được giải quyết trực tuyến: # hồ sơ',
        'số hồ sơ được giải quyết trực tuyến',
      ],
      [
        'dossiers_resolved_online_rate',
        'bằng # số hồ sơ đã giải quyết',
        'tỷ lệ hồ sơ giải quyết trực tuyến',
      ],
    ],
  },
  {
    section: 'II.6.g',
    subject: 'Tích hợp trên Cổng Dịch vụ công quốc gia',
    clauses: [['tthc_integrated', '# thủ tục', 'số thủ tục tích hợp']],
    whenReported: true,
  },
  {
    section: 'II.6.g',
    subject: 'Thanh toán trực tuyến',
    clauses: [
      [
        'tthc_fee_online',
        '# thủ tục đã triển khai thanh toán trực tuyến',
        'thủ tục đã triển khai thanh toán trực tuyến',
        {
          against: [
            ['tthc_fee', 'trên # thủ tục có nghĩa vụ tài chính', 'thủ tục có nghĩa vụ tài chính'],
            [
              'tthc_fee_online_rate',
              'đạt tỷ lệ #',
              'tỷ lệ thủ tục triển khai thanh toán trực tuyến',
            ],
          ],
        },
      ],
      [
        'dossiers_fee_online',
        '# hồ sơ đã thanh toán trực tuyến',
        'hồ sơ đã thanh toán trực tuyến',
        {
          against: [
            ['dossiers_fee', 'trên # hồ sơ có nghĩa vụ tài chính', 'hồ sơ có nghĩa vụ tài chính'],
            ['dossiers_fee_online_rate', 'đạt tỷ lệ #', 'tỷ lệ hồ sơ thanh toán trực tuyến'],
          ],
        },
      ],
    ],
    whenReported: true,
  },
  {
    section: 'II.6.g',
    subject: 'Dịch vụ bưu chính công ích',
    clauses: [
      ['dossiers_postal_in', 'tiếp nhận # hồ sơ', 'hồ sơ tiếp nhận'],
      ['dossiers_postal_out', 'trả kết quả # hồ sơ', 'hồ sơ trả kết quả'],
      ['dossiers_postal_rate', 'tỷ lệ tiếp nhận qua bưu chính #', 'tỷ lệ tiếp nhận qua bưu chính'],
    ],
    whenReported: true,
  },
]
