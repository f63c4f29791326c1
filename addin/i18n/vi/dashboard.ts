/** The page for the leaders of the Sở and of the province. */

import type { PeriodKind } from '../../../shared/period.ts'
import type { ChangeKind } from '../../../shared/protocol/changes.ts'
import type { FigureStatus } from '../../../shared/protocol/status.ts'
import type { UnitMark } from '../../dashboard/completeness.ts'

const listed = (names: readonly string[]) => names.join(', ')

export const dashboard = {
  product: 'Tình hình cải cách hành chính',
  titled: (agency: string, period: string) => `${agency} – ${period} – Cải cách hành chính`,
  skip: 'Đến phần số liệu',
  signIn: {
    lead: 'Số liệu cải cách hành chính theo kỳ: tiến độ nộp, hồ sơ thủ tục hành chính, kết quả so với chỉ tiêu kế hoạch.',
    code: 'Mã truy cập dành cho lãnh đạo',
    hint: 'Mã do Văn phòng Sở hoặc quản trị hệ thống của tỉnh cấp. Trang này chỉ đọc số liệu, không sửa được gì.',
    enter: 'Xem số liệu',
    entering: 'Đang kiểm tra mã…',
    needed: 'Nhập mã truy cập trước.',
    expired: 'Phiên xem đã hết hạn. Nhập lại mã; cơ quan, kỳ và đơn vị đang chọn vẫn giữ nguyên.',
    unitCode:
      'Đây là mã của đơn vị, dùng để điền và nộp biểu trong Excel. Trang này cần mã xem số liệu hoặc mã của Văn phòng; xin mã tại Văn phòng Sở.',
    adminCode:
      'Đây là mã quản trị, chỉ dùng bằng dòng lệnh trên máy chủ. Trang này cần mã xem số liệu hoặc mã của Văn phòng.',
    offline: 'Chưa nối được tới máy chủ. Kiểm tra mạng rồi thử lại.',
    server: (status: number) => `Máy chủ chưa trả lời được (${status}). Thử lại sau ít phút.`,
  },
  bar: {
    filters: 'Chọn số liệu',
    agency: 'Cơ quan',
    allAgencies: (n: number) => `Cả ${n} cơ quan`,
    kind: 'Loại kỳ',
    period: 'Kỳ báo cáo',
    older: 'Kỳ các năm trước nữa…',
    unit: 'Đơn vị',
    allUnits: 'Toàn cơ quan',
    print: 'In trang này',
    leave: 'Đăng xuất',
  },
  kinds: {
    M: 'Tháng',
    Q: 'Quý',
    '6M': '6 tháng',
    '9M': '9 tháng',
    Y: 'Năm',
  } satisfies Record<PeriodKind, string>,
  short: {
    M: (n: number) => `T${n}`,
    Q: (n: number) => `Quý ${['I', 'II', 'III', 'IV'][n - 1] ?? n}`,
    Y: (year: number) => `${year}`,
  },
  printed: (who: string, at: string) => `In lúc ${at}, người xem: ${who}.`,
  loading: 'Đang tải số liệu…',
  loaded: 'Đã tải xong số liệu.',
  stale: (at: string) =>
    `Không nối được tới máy chủ. Đang xem số liệu lúc ${at}; trang tự thử lại mỗi phút.`,
  unreachable: 'Chưa nối được tới máy chủ. Trang tự thử lại mỗi phút.',
  retry: 'Thử lại ngay',
  refused: (status: number) => `Máy chủ chưa đưa được phần này (${status}).`,
  notThere: {
    agency: (asked: string) => `Mã này không xem được cơ quan “${asked}” trong địa chỉ của trang.`,
    period: (asked: string, shown: string) =>
      `Chưa mở kỳ “${asked}” trong địa chỉ của trang; đang xem ${shown}.`,
    unit: (asked: string) => `Không có đơn vị “${asked}” trong kỳ này; đang xem toàn cơ quan.`,
  },
  noPeriods: 'Cơ quan chưa mở kỳ báo cáo nào, nên chưa có số liệu để xem.',
  nobodyYet: (period: string) => `${period} chưa có đơn vị nào nộp.`,
  seeBefore: (period: string) => `Xem ${period}`,
  statuses: {
    final: 'Chính thức',
    provisional: 'Tạm tính',
    incomplete: 'Chưa đủ',
    late: 'Thiếu, quá hạn',
  } satisfies Record<FigureStatus, string>,
  meanings: {
    final: 'kỳ đã khóa, số không đổi nữa',
    provisional: 'mọi nơi phải báo cáo đã báo cáo, kỳ chưa khóa',
    incomplete: 'còn nơi chưa báo cáo, chưa hết hạn',
    late: 'còn nơi chưa báo cáo, đã quá hạn',
  } satisfies Record<FigureStatus, string>,
  coverage: (reported: number, expected: number) => `có số của ${reported}/${expected} đơn vị`,
  coverageAgencies: (reported: number, expected: number) =>
    `đủ số của ${reported}/${expected} cơ quan`,
  figure: {
    notReported: 'Chưa báo cáo',
    noPeriod: 'Không có kỳ này',
    none: 'Không phát sinh',
    notApplicable: 'Không áp dụng',
    points: (text: string) => `${text} điểm\u00a0%`,
    same: 'không đổi',
  },
  headline: {
    title: 'Tình hình kỳ báo cáo',
    state: {
      final: 'Số liệu chính thức: kỳ đã khóa.',
      provisional: 'Số liệu tạm tính: kỳ chưa khóa, số còn có thể thay đổi.',
    },
    asOf: (at: string) => `Số liệu tính đến ${at}.`,
    window: (from: string, to: string) => `Lấy số liệu từ ${from} đến ${to}`,
    due: (date: string) => `hạn nộp ${date}`,
    submitted: 'đơn vị đã nộp',
    accepted: 'đã duyệt',
    late: 'nộp sau hạn',
    missing: 'quá hạn chưa nộp',
    awaited: 'chưa nộp, còn hạn',
    returned: 'đang bị trả lại',
    of: (n: number, all: number) => `${n}/${all}`,
    who: {
      missing: (names: readonly string[]) => `Quá hạn chưa nộp: ${listed(names)}.`,
      awaited: (names: readonly string[]) => `Chưa nộp, còn hạn: ${listed(names)}.`,
      late: (names: readonly string[]) => `Nộp sau hạn: ${listed(names)}.`,
      returned: (names: readonly string[]) => `Trả lại để sửa: ${listed(names)}.`,
    },
    everyone: 'Mọi đơn vị đã nộp đúng hạn.',
    unitStands: (name: string, mark: string) => `${name}: ${mark}.`,
  },
  rates: {
    title: 'Kết quả chính so với chỉ tiêu',
    titleOf: (unit: string) => `Kết quả chính của ${unit}`,
    allMet: (n: number) => `Đạt cả ${n} chỉ tiêu đến hạn trong năm.`,
    met: (n: number, of: number) => `Đạt ${n}/${of} chỉ tiêu đến hạn trong năm.`,
    unmet: (names: readonly string[]) => `Chưa đạt: ${names.join('; ')}.`,
    unmeasured: (names: readonly string[]) =>
      `Chưa đánh giá được vì chưa có số: ${names.join('; ')}.`,
    noTargets: 'Chưa có chỉ tiêu kế hoạch nào đến hạn mà đo được bằng số liệu này.',
    derived: (missing: readonly string[]) =>
      missing.length > 0
        ? `Chưa có báo cáo riêng của kỳ này: các tỷ lệ dưới đây tính từ những tháng đã có, còn thiếu ${listed(missing)}.`
        : 'Chưa có báo cáo riêng của kỳ này: các tỷ lệ dưới đây tính từ các tháng.',
    ofUnit: 'Số của riêng đơn vị; chỉ tiêu kế hoạch giao cho toàn cơ quan nên chỉ để đối chiếu.',
    target: (sign: string, threshold: string, unit: string, year: number) =>
      `Chỉ tiêu ${year}: ${sign}\u00a0${threshold}${unit}`,
    attained: 'Đạt',
    notAttained: 'Chưa đạt',
    untold: 'Chưa đánh giá được',
    notDue: 'Chưa đến hạn',
    less: (count: string, unit: string) => `còn thiếu ${count} ${unit}`,
    more: (count: string, unit: string) => `vượt ${count} ${unit}`,
    previous: 'Kỳ trước',
    lastYear: 'Cùng kỳ năm trước',
    course: (name: string) => `Diễn biến: ${name}`,
    courseSays: (name: string, from: string, first: string, to: string, last: string) =>
      `${name}: ${from} là ${first}, ${to} là ${last}.`,
    courseOne: (name: string, period: string, value: string) =>
      `${name}: mới có số của ${period}, là ${value}.`,
    courseNone: (name: string) => `${name}: chưa có số của kỳ nào.`,
  },
  fields: {
    title: 'Hồ sơ theo lĩnh vực',
    row: 'Lĩnh vực',
    all: 'Tổng số',
    most: (field: string, n: string, all: string) =>
      `nhiều nhất là ${field} (${n} trong ${all} hồ sơ)`,
    worse: (part: string, n: string, where: readonly string[]) =>
      `${part.toLocaleLowerCase('vi')}: ${n} hồ sơ (${where.join(', ')})`,
    noWorse: (part: string) => `không có hồ sơ ${part.toLocaleLowerCase('vi')}`,
    sentence: (group: string, clauses: readonly string[]) => `${group}: ${clauses.join('; ')}.`,
    nothing: (group: string) => `${group}: chưa có số liệu theo lĩnh vực.`,
    unit: 'hồ sơ',
    zero: 'không phát sinh hồ sơ',
  },
  time: {
    title: 'Hồ sơ qua các kỳ',
    period: 'Kỳ',
    status: 'Tình trạng',
    sentence: (name: string, now: string, period: string, change: string) =>
      `${name} ${period}: ${now} (${change} so với kỳ trước).`,
    alone: (name: string, now: string, period: string) => `${name} ${period}: ${now}.`,
    nothing: 'Chưa có số liệu qua các kỳ.',
    worse: (name: string, n: string, period: string) => `${name}: ${n} hồ sơ trong ${period}.`,
    open: 'Chấm rỗng: số chưa chính thức. Kỳ không có số liệu để trống.',
  },
  units: {
    title: 'Mức độ đầy đủ của các đơn vị',
    unit: 'Đơn vị',
    marks: {
      accepted: 'Đã duyệt',
      submitted: 'Đã nộp, chưa duyệt',
      late: 'Nộp sau hạn',
      returned: 'Trả lại để sửa',
      missing: 'Quá hạn chưa nộp',
      awaited: 'Chưa nộp, còn hạn',
      absent: 'Không có trong kỳ',
    } satisfies Record<UnitMark, string>,
    sentence: (periods: number) =>
      `Tình hình nộp của từng đơn vị trong ${periods} kỳ gần nhất cùng loại.`,
    often: (names: readonly string[]) =>
      `Từ hai kỳ trở lên nộp sau hạn hoặc chưa nộp: ${names.join(', ')}.`,
    noneOften: 'Không đơn vị nào nộp sau hạn hoặc chưa nộp quá một kỳ.',
    times: (name: string, n: number, of: number) => `${name} (${n}/${of} kỳ)`,
    loading: 'đang tải',
  },
  changes: {
    title: 'Có gì thay đổi',
    since: (at: string) => `Số liệu đã đổi từ lần bạn xem trước (${at})`,
    sinceNone: (at: string) =>
      `Từ lần bạn xem trước (${at}), không số liệu nào của kỳ này thay đổi.`,
    firstVisit: 'Lần đầu xem kỳ này trên máy này; lần sau, các số đã đổi sẽ hiện ở đây.',
    figure: (name: string, old: string, now: string) => `${name}: ${old} → ${now}`,
    by: (who: string, why: string | null) => (why ? `${who}: “${why}”` : who),
    moved: 'Tổng và tỷ lệ đổi theo',
    feed: 'Việc mới nhất',
    none: 'Chưa có thay đổi nào được ghi.',
    more: 'Xem thêm',
    office: 'Văn phòng',
    kinds: {
      'period-opened': (_who: string, period: string) => `Mở ${period}`,
      'period-rescheduled': (_who: string, period: string) => `Đổi hạn nộp ${period}`,
      locked: (_who: string, period: string) => `Khóa ${period}: số liệu thành chính thức`,
      reopened: (_who: string, period: string) => `Mở lại ${period}: số liệu trở về tạm tính`,
      submitted: (who: string, period: string, revision: string) =>
        `${who} nộp${revision} ${period}`,
      accepted: (who: string, period: string, revision: string) =>
        `Duyệt${revision} của ${who}, ${period}`,
      returned: (who: string, period: string, revision: string) =>
        `Trả lại${revision} của ${who}, ${period}`,
      adjusted: (_who: string, period: string) => `Văn phòng điều chỉnh số liệu ${period}`,
      'plan-changed': () => 'Sửa kế hoạch cải cách hành chính',
      'rules-changed': () => 'Sửa quy tắc kiểm tra số liệu',
    } satisfies Record<ChangeKind, (who: string, period: string, revision: string) => string>,
    revision: (n: number) => ` bản ${n}`,
  },
  province: {
    title: 'Tình hình các cơ quan',
    all: (n: number) => `${n} cơ quan`,
    locked: 'cơ quan đã khóa kỳ',
    unitsSubmitted: 'đơn vị đã nộp',
    unitsMissing: 'đơn vị quá hạn chưa nộp',
    unitsLate: 'đơn vị nộp sau hạn',
    absent: (names: readonly string[]) => `Chưa mở kỳ: ${listed(names)}.`,
    lacking: (names: readonly string[]) => `Còn đơn vị quá hạn chưa nộp: ${listed(names)}.`,
    lackingOne: (name: string, n: number) => `${name} (${n})`,
    everyone: 'Mọi đơn vị của các cơ quan đã nộp.',
    rates: 'Kết quả chính của các cơ quan cộng lại',
    compare: 'So sánh giữa các cơ quan',
    compareSays: (name: string, high: string, highest: string, low: string, lowest: string) =>
      `${name}: cao nhất ${high} (${highest}), thấp nhất ${low} (${lowest}).`,
    compareNone: (name: string) => `${name}: chưa cơ quan nào có số.`,
    notReported: (names: readonly string[]) => `Chưa có số: ${listed(names)}.`,
    completeness: 'Mức độ đầy đủ theo cơ quan',
    completenessSays: (full: number, all: number) =>
      `${full}/${all} cơ quan đã nhận đủ báo cáo của các đơn vị.`,
    agency: 'Cơ quan',
    state: 'Kỳ báo cáo',
    states: { provisional: 'Đang mở', final: 'Đã khóa', absent: 'Chưa mở kỳ' },
    columns: {
      expected: 'Phải nộp',
      submitted: 'Đã nộp',
      accepted: 'Đã duyệt',
      returned: 'Trả lại',
      late: 'Nộp sau hạn',
      missing: 'Quá hạn chưa nộp',
    },
    open: (name: string) => `Xem ${name}`,
  },
  chart: {
    table: 'Xem bảng số liệu',
    tableOf: (name: string) => `Bảng số liệu: ${name}`,
    csv: 'Tải CSV',
    csvOf: (name: string) => `Tải CSV: ${name}`,
    csvFailed: 'Chưa tải được tệp. Kiểm tra mạng rồi thử lại; số liệu vẫn có trong bảng ở trên.',
  },
}
