/**
 * Every word the pane says, in Vietnamese; sentences with figures are functions. Findings have their own dictionary in
 * `shared/rules/messages.ts`, refusals of the server arrive as sentences.
 */
import type { Counts } from '../features/check/findings.ts'
import type { HostErrorCode } from '../host/port.ts'

export const vi = {
  product: 'Biểu mẫu CCHC',

  place: {
    total: 'Tổng số',
    column: (code: string) => `cột ${code}`,
    cell: (cell: string) => `ô ${cell}`,
    blank: '(trống)',
  },

  host: {
    opening: 'Đang nối với Excel…',
    cellEdited: 'Nhấn Enter để kết thúc ô đang nhập; việc đang làm sẽ tự tiếp tục.',
    alone: {
      title: 'Chưa có Excel bên cạnh',
      text: 'Điền, kiểm tra và nộp biểu làm trong Excel: thẻ Trang đầu, nút “Biểu mẫu CCHC”. Ở đây vẫn xem được tình hình nộp và biên nhận.',
    },
    unreachable: {
      title: 'Chưa nối được với Excel',
      text: 'Máy này chưa tải được thành phần của Microsoft. Kiểm tra mạng rồi thử lại; sổ tính không bị ảnh hưởng.',
    },
    retry: 'Thử lại',
    troubles: {
      'cell-being-edited': 'Đang có một ô chưa nhập xong. Nhấn Enter trong ô đó rồi bấm Thử lại.',
      protected:
        'Trang tính đang được bảo vệ bằng mật khẩu khác. Bỏ bảo vệ trang tính (thẻ Xem lại) rồi thử lại.',
      'sheets-damaged':
        'Không tìm thấy đủ biểu trong sổ tính: có trang tính đã bị xóa hoặc đổi tên. Bấm Mở lại biểu để tạo lại.',
      'other-workbook': 'Một sổ tính khác đang được chọn. Bấm vào sổ tính có biểu rồi thử lại.',
      'too-old':
        'Bản Excel này thiếu chức năng cần dùng. Cập nhật Office, hoặc đề nghị Văn phòng gửi biểu dạng tệp.',
      unknown: 'Excel chưa thực hiện được. Số liệu còn nguyên trong sổ tính; thử lại sau ít giây.',
    } satisfies Record<HostErrorCode, string>,
  },

  trouble: {
    offline: 'Không có mạng. Kiểm tra kết nối rồi thử lại.',
    server: (status: number) =>
      `Máy chủ chưa trả lời được (${status}). Thử lại sau ít phút; nếu vẫn vậy, báo Văn phòng.`,
    unexpected: 'Có lỗi ngoài dự kiến. Số liệu trong sổ tính không bị ảnh hưởng.',
    reload: 'Tải lại',
    dismiss: 'Bỏ qua',
  },

  signIn: {
    lead: 'Mở biểu, điền và nộp số liệu cải cách hành chính ngay trong Excel.',
    code: 'Mã truy cập do Văn phòng cấp',
    enter: 'Đăng nhập',
    entering: 'Đang kiểm tra mã…',
    needed: 'Nhập mã truy cập trước.',
    expired: 'Phiên làm việc đã hết hạn. Nhập lại mã để làm tiếp; số liệu vẫn còn trong sổ tính.',
    leave: 'Đăng xuất',
    help: 'Trợ giúp',
    otherRoles: {
      dashboard:
        'Mã này dành cho hệ thống tổng hợp của tỉnh lấy số liệu qua API, không dùng để điền biểu. Cán bộ đơn vị đăng nhập bằng mã của đơn vị mình.',
      admin:
        'Mã này dành cho quản trị (đơn vị, mã truy cập, danh mục biểu mẫu), làm bằng dòng lệnh trên máy chủ. Để điền biểu, đăng nhập bằng mã của đơn vị.',
    },
  },

  period: {
    choose: 'Kỳ báo cáo',
    loading: 'Đang tải kỳ báo cáo…',
    none: 'Văn phòng chưa mở kỳ báo cáo nào.',
    window: (from: string, to: string) => `Số liệu từ ${from} đến hết ${to}`,
    due: (date: string) => `Hạn ${date}`,
    ahead: (days: number) => `còn ${days} ngày`,
    today: 'hôm nay là ngày cuối',
    past: (days: number) => `quá hạn ${days} ngày`,
    locked: 'đã khóa',
    lockedNamed: (name: string) => `${name} (đã khóa)`,
  },

  status: {
    none: 'Chưa nộp',
    submitted: (revision: number, at: string) => `Đã nộp bản ${revision} lúc ${at}`,
    changed: (count: number, revision: number) =>
      `${count} thay đổi chưa nộp so với bản ${revision}`,
    sending: 'Đang gửi…',
    waiting: 'Chờ gửi lại',
  },

  tabs: { label: 'Các bước', fill: 'Điền', check: 'Kiểm tra', submit: 'Nộp' },

  fill: {
    loading: 'Đang tải biểu của kỳ…',
    looking: 'Đang xem sổ tính…',
    open: (count: number) => `Mở biểu (${count})`,
    replace: (period: string) => `Thay bằng biểu ${period}`,
    again: 'Mở lại biểu',
    opening: (n: number, of: number, form: string) => `Đang mở biểu ${n}/${of}: ${form}…`,
    none: 'Sổ tính này chưa có biểu. Các biểu sẽ được thêm vào, trang tính đang có không bị đụng tới.',
    prefilled: (revision: number) => `Số liệu của bản ${revision} được điền sẵn.`,
    other: {
      agency: 'Sổ tính này chứa biểu của một sở khác.',
      unit: (unit: string) => `Sổ tính này chứa biểu của ${unit}.`,
      period: (period: string) => `Sổ tính này chứa biểu ${period}.`,
      catalogue: 'Biểu trong sổ tính này theo mẫu cũ; mẫu của kỳ đã thay đổi.',
    },
    replacing:
      'Mở biểu sẽ thay các biểu đang có. Muốn giữ lại, hãy lưu sổ tính này rồi mở một sổ tính trống trước.',
    rebuilding: 'Mở lại sẽ dựng các biểu từ bản đã nộp; số chưa nộp trong sổ tính không được giữ.',
    forms: 'Biểu của đơn vị',
    lines: (n: number) => `${n} dòng`,
    sections: (n: number) => `${n} mục`,
    complete: 'đã điền đủ',
    selected: 'Ô đang chọn',
    selectHint: 'Chọn một ô trên biểu để xem kỳ trước và cùng kỳ.',
    now: 'Kỳ này',
    before: 'Kỳ trước',
    lastYear: 'Cùng kỳ năm trước',
    change: 'So kỳ trước',
    percent: (by: string) => `${by} %`,
    points: (by: string) => `${by} điểm %`,
  },

  check: {
    run: 'Kiểm tra lại',
    running: 'Đang kiểm tra…',
    groups: { error: 'Lỗi phải sửa', warning: 'Cần giải trình', info: 'Lưu ý' },
    severity: { error: 'Lỗi', warning: 'Cần giải trình', info: 'Lưu ý' },
    counts: ({ errors, unexplained, explained, infos }: Counts) =>
      [
        [errors, 'lỗi phải sửa'],
        [unexplained, 'cần giải trình'],
        [explained, 'đã giải trình'],
        [infos, 'lưu ý'],
      ]
        .flatMap(([count, words]) => (count ? `${count} ${words}` : []))
        .join(' · ') || 'Không có phát hiện nào',
    empty: 'Chưa có số liệu để kiểm tra. Điền vào biểu, kết quả hiện ngay ở đây.',
    clean: 'Không có lỗi',
    cleanText: (checks: number) => `${checks} phép kiểm tra đều đạt.`,
    ready: 'Không còn lỗi, giải trình đã đủ',
    readyText: 'Có thể nộp.',
    toSubmit: 'Sang bước Nộp',
    closed: 'Mở biểu ở thẻ Điền trước, rồi kiểm tra.',
    reason: 'Lý do',
    reasonHint: 'Viết vì sao số liệu đúng, ví dụ “đợt khuyến mại 30/4, có danh sách kèm theo”.',
    tooShort: 'Viết rõ hơn một chút: vì sao số liệu này đúng?',
    explained: 'Đã giải trình',
    dependents: (n: number) => `${n} kiểm tra khác phụ thuộc ô này`,
    keys: 'Alt + ↓ ↑: phát hiện kế tiếp, trước đó',
    fromServer: 'Máy chủ chưa nhận bản nộp vì các phát hiện dưới đây.',
  },

  submit: {
    title: 'Trước khi nộp',
    filled: (filled: number, total: number) => `${filled}/${total} chỉ tiêu, dòng đã điền`,
    blanks: (n: number) => `${n} để trống`,
    noBlanks: 'Không để trống ô nào',
    reasons: (n: number) => `${n} giải trình`,
    changes: (n: number, revision: number) => `${n} thay đổi so với bản ${revision}`,
    noChanges: (revision: number) => `Không có thay đổi so với bản ${revision}`,
    first: 'Bản đầu tiên của kỳ này',
    errors: (n: number) => `${n} lỗi phải sửa`,
    unexplained: (n: number) => `${n} chỗ chưa giải trình`,
    preparedBy: 'Người lập',
    approvedBy: 'Người phê duyệt',
    approved: 'Đã được lãnh đạo đơn vị duyệt',
    send: (revision: number) => `Nộp bản ${revision}`,
    sending: (revision: number) => `Đang nộp bản ${revision}…`,
    kept: (revision: number) =>
      `Thay cho bản ${revision}; bản ${revision} vẫn được giữ trong lịch sử.`,
    obstacles: {
      locked: 'Kỳ này đã khóa. Cần sửa số liệu thì đề nghị Văn phòng mở lại kỳ.',
      outdated: 'Chọn lấy số của bản mới hay giữ số trong sổ tính, ở đầu thẻ này, rồi mới nộp.',
      'not-read': 'Mở biểu ở thẻ Điền trước.',
      empty: 'Chưa điền số liệu nào. Không có việc phát sinh thì ghi “Không phát sinh”.',
      errors: (n: number) => `Còn ${n} lỗi phải sửa ở thẻ Kiểm tra.`,
      reasons: (n: number) => `Còn ${n} chỗ cần giải trình ở thẻ Kiểm tra.`,
      unchanged: 'Số liệu giống bản đã nộp, chưa có gì mới để nộp.',
      names: 'Ghi tên người lập và người phê duyệt.',
      approval: 'Đánh dấu khi lãnh đạo đơn vị đã duyệt.',
    },
    toCheck: 'Xem kiểm tra',
    offline:
      'Chưa gửi được: không có mạng. Số liệu còn nguyên trong sổ tính; bấm Gửi lại khi có mạng.',
    unanswered:
      'Lần nộp trước chưa có trả lời của máy chủ. Bấm Gửi lại để biết kết quả; không bị nộp hai lần.',
    sendAgain: 'Gửi lại',
    reload: 'Tải lại bản mới',
    reloadKeeps: 'Số trong sổ tính giữ nguyên để so sánh.',
  },

  outdated: {
    since: (base: number | null, revision: number, preparedBy: string, at: string) =>
      `${base === null ? 'Sổ tính này không ghi lập từ bản nào' : `Sổ tính này lập từ bản ${base}`}; đơn vị đã có bản ${revision} do ${preparedBy} lập, nhận ${at}.`,
    gone: (base: number | null) =>
      `Sổ tính này lập từ bản ${base ?? 0}, nhưng đơn vị chưa có bản nào trong kỳ.`,
    changes: (n: number, revision: number) => `${n} chỗ khác nhau: bản ${revision} → sổ tính`,
    same: (revision: number) => `Số trong sổ tính giống bản ${revision}.`,
    take: (revision: number) => `Lấy số của bản ${revision} vào biểu`,
    taking: (revision: number) =>
      `Lấy số của bản ${revision} thì số đang có trong sổ tính được thay.`,
    keep: (revision: number) => `Giữ số trong sổ tính, nộp tiếp trên bản ${revision}`,
    keepFirst: 'Giữ số trong sổ tính, nộp như bản đầu tiên',
    choose: 'So sánh và chọn ở thẻ Nộp',
  },

  receipt: {
    title: 'Biên nhận',
    heading: 'BIÊN NHẬN NỘP SỐ LIỆU',
    received: (at: string) => `Đã nhận lúc ${at}`,
    number: 'Số biên nhận',
    revision: 'Bản',
    time: 'Thời gian nhận',
    timeZone: 'giờ Việt Nam',
    unit: 'Đơn vị',
    period: 'Kỳ báo cáo',
    digest: 'Mã nội dung',
    id: 'Mã lần nộp',
    copy: 'Sao chép',
    copied: 'Đã sao chép',
    notCopied: 'Chưa sao chép được; bôi đen biên nhận rồi nhấn Ctrl + C.',
    print: 'In biên nhận',
  },

  board: {
    loading: 'Đang tải tình hình nộp…',
    submitted: (n: number, of: number) => `${n}/${of} đơn vị đã nộp`,
    missing: (n: number) => `Đang chờ (${n})`,
    done: (n: number) => `Đã nộp (${n})`,
    everyone: 'Tất cả đơn vị đã nộp.',
    unit: {
      submitted: (revision: number, at: string) => `Đã nộp bản ${revision} lúc ${at}`,
      by: (name: string) => `Người lập: ${name}`,
      missing: 'Chưa nộp',
      late: 'Chưa nộp, quá hạn',
      lateSubmitted: 'nộp sau hạn',
      accepted: 'đã duyệt',
      returned: (note: string) => `đã trả lại: ${note}`,
      changedSinceAccepted: 'nộp lại sau khi đã duyệt',
    },
    annex: 'Tải phụ lục (.xlsx)',
    fetching: 'Đang tổng hợp phụ lục…',
    saved: (name: string) => `Đã tải ${name}. Tệp nằm trong thư mục Tải xuống.`,
    provisional: (missing: number) => `Phụ lục tạm tính: còn thiếu ${missing} đơn vị.`,
    refresh: 'Làm mới',
    refreshing: 'Đang làm mới…',
    asOf: (at: string) => `Cập nhật ${at}`,
  },
} as const
