/** What is wrong with a chain, in sentences: which agency, which entry, when it was written, what became of it. */
import { isPeriodKey, periodName, printDate, printInstant as printed } from '../../shared/period.ts'
import type { Trace } from './traces.ts'
import type { Finding, HeadCopy } from './verify.ts'

/** What an entry that was tampered with calls an instant may be none. */
const printInstant = (utc: string): string => (Number.isNaN(Date.parse(utc)) ? utc : printed(utc))

const copyName = ({ from, day }: HeadCopy): string =>
  from === 'paper'
    ? 'bản in'
    : `bản sao ${from === 'archive' ? 'lưu ngoài' : 'trong cơ sở dữ liệu'} ngày ${printDate(day ?? '')}`

const subjects: Record<Trace['subject'], string> = {
  agency: 'hồ sơ cơ quan',
  access: 'mã truy cập',
  coverage: 'quyền đọc của mã thuộc cơ quan khác, số hiệu',
  period: 'kỳ',
  submission: 'bản nộp',
  review: 'quyết định duyệt',
  adjustment: 'điều chỉnh',
  narrative: 'lời văn đã sửa',
  plan: 'kế hoạch CCHC',
  inspection: 'nội dung đợt kiểm tra',
  rule: 'thay đổi quy tắc',
  exclusion: 'khai báo loại trừ',
  'past-year': 'số liệu nhập của năm',
  head: 'bản sao đầu chuỗi ngày',
  webhook: 'địa chỉ nhận tin',
}
const members: Record<string, string> = {
  digest: 'mã nội dung',
  report: 'báo cáo kiểm tra',
  receivedAt: 'thời điểm nhận',
  revision: 'số bản',
  state: 'trạng thái mở hay khóa',
  final: 'mã tổng hợp chốt khi khóa',
  dueDate: 'hạn nộp',
  note: 'ghi chú',
  decision: 'quyết định',
  questioned: 'chỗ cần xem lại',
  by: 'người quyết định',
  at: 'thời điểm',
  role: 'vai trò',
  unit: 'đơn vị',
  name: 'tên người giữ',
  issuedAt: 'thời điểm cấp',
  revokedAt: 'thời điểm thu hồi',
  edition: 'lần cấp mã bí mật',
  removedAt: 'thời điểm bỏ',
}

/** “bản nộp 2 của Phòng Quản lý Thương mại, tháng 4 năm 2025” */
function traceName({ subject, name, content }: Trace, unitName: (key: string) => string): string {
  const { period, unit, revision } = content
  const of = typeof unit === 'string' ? ` của ${unitName(unit)}` : ''
  const key = subject === 'period' ? name : String(period ?? '')
  const when = isPeriodKey(key) ? periodName(key) : key
  switch (subject) {
    case 'agency':
      return subjects.agency
    case 'period':
      return when
    case 'submission':
      return `${subjects.submission} số ${revision}${of}, ${when}`
    case 'review':
      return `${subjects.review} bản ${revision}${of}, ${when}`
    case 'adjustment':
      return `${subjects.adjustment} ${String(content.place)}, ${when}`
    case 'narrative':
      return `${subjects.narrative} của mục ${String(content.section)}, ${when}`
    case 'plan':
      return `${subjects.plan} năm ${name.replace(' ', ', bản ')}`
    case 'inspection':
      return `${subjects.inspection}, lần ghi ${content.number} (${String(content.part)})`
    case 'head':
      return `${subjects.head} ${printDate(name)}`
    default:
      return `${subjects[subject]} ${name}${of}`
  }
}

/** @param unitName of a key, as the agency calls it now */
export function findingSentence(
  agency: string,
  finding: Finding,
  unitName: (key: string) => string,
): string {
  const entry = (seq: number, at: string) => `${agency}, mục số ${seq}, lúc ${printInstant(at)}`
  switch (finding.fault) {
    case 'edited':
      return `${entry(finding.seq, finding.at)}: nội dung đã bị sửa sau khi ghi.`
    case 'unlinked':
      return `${entry(finding.seq, finding.at)}: không nối vào mục số ${finding.seq - 1}; mục số ${finding.seq - 1} đã bị sửa hoặc bị thay.`
    case 'moved':
      return `${entry(finding.seq, finding.at)}: đứng sai chỗ; mục này vốn đứng ngay sau mục nay mang số ${finding.follows}.`
    case 'missing':
      return finding.from === finding.to
        ? `${agency}, mục số ${finding.from}: đã bị xóa; mục kế tiếp còn lại ghi lúc ${printInstant(finding.at)}.`
        : `${agency}, các mục số ${finding.from} đến ${finding.to}: đã bị xóa; mục kế tiếp còn lại ghi lúc ${printInstant(finding.at)}.`
    case 'cut':
      return `${agency}, mục số ${finding.copy.seq}: không còn, nhưng có trong ${copyName(finding.copy)}; đuôi nhật ký đã bị cắt.`
    case 'rewritten':
      return `${entry(finding.copy.seq, finding.at)}: khác mã trong ${copyName(finding.copy)}; nhật ký đã bị ghi lại.`
    case 'unrecorded':
      return `${agency}, ${traceName(finding.trace, unitName)}: đang lưu nhưng nhật ký không có mục nào ghi nhận.`
    case 'vanished':
      return `${entry(finding.trace.seq, finding.trace.at)}: có ghi ${traceName(finding.trace, unitName)} nhưng không còn trong dữ liệu.`
    case 'altered':
      return `${entry(finding.trace.seq, finding.trace.at)}: ${traceName(finding.trace, unitName)} đang lưu khác nhật ký ở ${finding.members.map(one => members[one] ?? one).join(', ')}.`
    case 'body':
      return `${'seq' in finding.trace ? entry(finding.trace.seq, finding.trace.at) : agency}: nội dung đang lưu của ${traceName(finding.trace, unitName)} không phải nội dung đã nhận.`
  }
}
