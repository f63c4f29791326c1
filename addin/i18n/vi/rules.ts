/** The rules of the checks: how each stands, what one would say of stored figures, and groups outside a ratio. */
import type { RuleStatus } from '../../../shared/protocol.ts'
import type { Severity } from '../../../shared/rules/schema.ts'

export const rules = {
  loading: 'Đang tải các quy tắc…',
  retry: 'Thử lại',
  search: 'Tìm theo mã, nội dung, chỉ tiêu, căn cứ',
  shown: 'Trạng thái',
  all: (n: number) => `Mọi trạng thái (${n})`,
  found: (n: number) => `${n} quy tắc`,
  noneFound: 'Không có quy tắc nào như vậy. Xóa chữ trong ô tìm hoặc chọn trạng thái khác.',
  statuses: {
    draft: 'Bản thảo',
    rehearsal: 'Chạy thử',
    active: 'Đang áp dụng',
    off: 'Đã tắt',
  } satisfies Record<RuleStatus, string>,
  means: {
    draft: 'Chưa kiểm tra bản nộp nào.',
    rehearsal: 'Chỉ kiểm tra khi Văn phòng chạy thử; đơn vị không thấy.',
    active: 'Kiểm tra mọi bản nộp trong thời gian áp dụng.',
    off: 'Không còn kiểm tra.',
  } satisfies Record<RuleStatus, string>,
  severities: {
    error: 'Lỗi, chặn nộp',
    warning: 'Cần giải trình',
    info: 'Lưu ý',
  } satisfies Record<Severity, string>,
  span: (from: string | null, until: string | null) =>
    from === null
      ? until === null
        ? 'mọi kỳ'
        : `kỳ chốt số đến hết ${until}`
      : until === null
        ? `kỳ chốt số từ ${from}`
        : `kỳ chốt số từ ${from} đến ${until}`,
  inForce: (span: string) => `Kiểm tra mọi bản nộp, ${span}.`,
  back: 'Các quy tắc',
  compares: 'So sánh:',
  terms: (n: number) => `Tên ${n} dòng, cột được so`,
  basis: (text: string) => `Căn cứ: ${text}`,
  fix: (text: string) => `Khi vướng, đơn vị được nhắc: ${text}`,
  former: (id: string) => `Trước đây mang mã ${id}.`,
  changedInCatalogue: (why: string) => `Danh mục đã đổi quy tắc này: ${why}`,
  unrehearsed:
    'Quy tắc này đi thẳng từ bản thảo sang áp dụng, chưa chạy thử lần nào. Nên chạy thử để biết đơn vị nào sẽ vướng.',

  rehearse: 'Chạy thử',
  rehearseAbout:
    'Đọc các bản đã nộp như thể quy tắc đang áp dụng. Không ghi gì, đơn vị không thấy.',
  from: 'Từ kỳ',
  to: 'Đến kỳ',
  running: (done: number, of: number) => `Đã đọc ${done} trên ${of} kỳ…`,
  stop: 'Dừng',
  stopped: (done: number, of: number) => `Đã dừng sau ${done} trên ${of} kỳ.`,
  verdict: (submissions: number, failing: number) =>
    submissions === 0
      ? 'Trong khoảng này chưa có bản nào được tính.'
      : failing === 0
        ? `Không bản nào vướng trong ${submissions} bản đã đọc.`
        : `${failing} trên ${submissions} bản sẽ vướng.`,
  columns: { unit: 'Đơn vị', submissions: 'Đã đọc', failing: 'Vướng' },
  tableOf: (rule: string) => `Chạy thử ${rule} theo đơn vị`,
  sentences: (n: number) => `Xem ${n} chỗ vướng`,
  where: (unit: string, period: string, revision: number) => `${unit}, ${period}, bản ${revision}`,
  hidden: (n: number) => `Còn ${n} chỗ nữa không hiện ở đây.`,
  skipped: (periods: string) =>
    `Không đọc ${periods}: danh mục của kỳ này thiếu chỉ tiêu mà quy tắc cần.`,
  noPeriods: 'Chưa mở kỳ nào nên chưa có gì để chạy thử.',

  change: 'Đổi trạng thái',
  status: 'Trạng thái mới',
  fromDay: 'Áp dụng từ ngày',
  untilDay: 'Đến hết ngày',
  dayHint: 'So với ngày cuối chốt số của kỳ; để trống là không giới hạn.',
  reason: 'Vì sao đổi',
  reasonHint: 'Ít nhất 10 ký tự; ghi vào nhật ký.',
  confirm: (rule: string) => `Ghi lại mã ${rule} để xác nhận`,
  confirmAbout: 'Quy tắc này đang chặn bản nộp có lỗi. Sau thay đổi, lỗi ấy sẽ được nhận.',
  record: 'Ghi thay đổi',
  changed: (rule: string, status: string) => `Quy tắc ${rule}: ${status.toLowerCase()}.`,
  history: (n: number) => `Lịch sử thay đổi (${n})`,
  asCatalogue: 'Chưa đổi lần nào; đang theo danh mục.',
  by: (name: string, at: string) => `${name}, ${at}`,
  restore: 'Đổi lại',
  restoreOf: (at: string) => `Đổi lại như lần ghi ${at}`,

  exclusions: (n: number) => `Nhóm đứng ngoài tỷ lệ (${n})`,
  exclusionsAbout:
    'Nhóm được văn bản cho phép không tính vào mẫu số. Số liệu tổng hợp, phụ lục và báo cáo nói tỷ lệ khi tính và khi không tính nhóm này.',
  noExclusions: 'Chưa khai báo nhóm nào.',
  declare: 'Khai báo nhóm',
  ratio: 'Tỷ lệ',
  group: 'Chỉ tiêu đếm nhóm',
  choose: 'Chọn…',
  name: 'Tên nhóm',
  nameHint: 'Ví dụ: 4 TTHC thông báo không có kết quả trả ra',
  document: 'Theo văn bản',
  documentHint: 'Ví dụ: Công văn số 12/SCT-VP ngày 05/3/2025',
  recordExclusion: 'Ghi khai báo',
  edit: 'Sửa',
  editOf: (name: string) => `Sửa ${name}`,
  withdraw: 'Rút',
  withdrawOf: (name: string) => `Rút ${name}`,
  withdrawAsk: (name: string) =>
    `Rút “${name}” thì các kỳ chưa khóa không còn nói tỷ lệ hai cách. Muốn giữ cho các kỳ đã qua thì sửa ngày kết thúc.`,
  withdrawNow: 'Rút khai báo',
  recorded: (name: string) => `Đã ghi “${name}”.`,
  withdrawn: (name: string) => `Đã rút “${name}”.`,
  leaves: (ratio: string, group: string) => `${ratio}: không tính ${group}`,
}
