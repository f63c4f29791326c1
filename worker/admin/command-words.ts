/** What each command of the administrator does. Arguments as typed, then the sentence; the list of `help` is this table. */

export const commandWords = {
  'agency admit': [
    '<tệp.json> [--force]',
    'Thêm cơ quan (Sở) hoặc thay hồ sơ của cơ quan. Bỏ một đơn vị đã nộp số liệu thì phải thêm --force.',
  ],
  'agency list': ['', 'Liệt kê các cơ quan.'],
  'agency move': [
    '<cơ quan…> --to <khóa> [--drop-coverage] [--back-out]',
    'Chuyển cơ quan sang cơ sở dữ liệu khác, cả khi máy chủ đang chạy; nơi đi ghi ở --database. Bị ngắt thì chạy lại đúng lệnh ấy; --back-out thôi chuyển khi chưa đến nơi.',
  ],
  'agency show': [
    '<cơ quan> [--json]',
    'In hồ sơ cơ quan; --json in nguyên văn để sửa rồi nạp lại.',
  ],
  'catalogue load': [
    '<thư mục | phiên bản>',
    'Nạp một phiên bản danh mục biểu mẫu. Phiên bản đã nạp thì không đổi được nữa.',
  ],
  'catalogue list': ['', 'Liệt kê các phiên bản danh mục.'],
  'codes issue': [
    '<cơ quan> --all | --role <vai trò> [--unit <đơn vị>] [--name "…"] [--out <tệp>]',
    'Cấp mã truy cập. Vai trò: unit, clerk, dashboard, admin. Mã chỉ hiện một lần; --out ghi vào tệp thay vì màn hình.',
  ],
  'codes list': ['<cơ quan>', 'Liệt kê mã đã cấp: số hiệu, vai trò, tên. Không hiện mã.'],
  'codes revoke': [
    '<cơ quan> <số hiệu> | --unit <đơn vị> | --all',
    'Thu hồi mã; các phiên đang mở bằng mã đó kết thúc ngay.',
  ],
  'codes widen': [
    '<cơ quan> <số hiệu> <cơ quan khác…>',
    'Cho mã của hệ thống tổng hợp đọc thêm cơ quan khác.',
  ],
  'identities add': [
    '<cơ quan> --issuer <URL> --subject <mã người dùng> --role <vai trò> [--unit <đơn vị>] [--name "…"]',
    'Cho một tài khoản đăng nhập một lần (SSO) vào thay mã truy cập.',
  ],
  'audit verify': [
    '[cơ quan…] [--heads <thư mục>] [--against <số>:<mã>]',
    'Kiểm tra chuỗi nhật ký và đối chiếu với số liệu đang lưu; --against lấy số và mã in trên bìa phụ lục.',
  ],
  'webhook add': [
    '<cơ quan> <địa chỉ https> [--events accepted,returned,locked] [--plain-http]',
    'Báo cho hệ thống khác khi số liệu được duyệt, trả lại, khóa kỳ; in mã bí mật để bên nhận kiểm tra chữ ký. --plain-http: cho địa chỉ http trong mạng nội bộ của máy chủ đặt tại Sở.',
  ],
  'webhook list': ['<cơ quan>', 'Liệt kê các địa chỉ đang được báo, trạng thái, lần gửi tới.'],
  'webhook remove': ['<cơ quan> <số hiệu>', 'Thôi báo cho một địa chỉ.'],
  'webhook secret': [
    '<cơ quan> <số hiệu> --renew',
    'Cấp mã bí mật mới; tin gửi đi mang cả chữ ký theo mã cũ trong 7 ngày.',
  ],
  backup: ['<tệp>', 'Sao lưu cơ sở dữ liệu của máy chủ, cả khi máy chủ đang chạy.'],
  restore: ['<tệp>', 'Khôi phục bản sao lưu vào một DATA_DIR trống rồi kiểm tra nhật ký.'],
  clock: ['', 'Chạy ngay việc hằng giờ: nhắc nộp, xuất đầu chuỗi nhật ký, dọn phiên hết hạn.'],
  'rules list': ['<cơ quan>', 'Liệt kê quy tắc kiểm tra: mức, trạng thái, thời gian áp dụng.'],
  'rules rehearse': [
    '<cơ quan> [quy tắc… | --file <tệp.json>] [--from <kỳ> --to <kỳ>] [--json]',
    'Chạy thử quy tắc trên các bản đã nộp: đơn vị nào sẽ vướng, bao nhiêu bản, vướng gì. --file chạy thử quy tắc chưa nạp vào danh mục; không ghi mã thì chạy mọi quy tắc đang ở trạng thái chạy thử. Không ghi gì vào dữ liệu.',
  ],
  'rules set': [
    '<cơ quan> <quy tắc> --status <draft|rehearsal|active|off> [--from <ngày>] [--until <ngày>] --reason "…" [--confirm <quy tắc>]',
    'Đổi trạng thái hoặc thời gian áp dụng của một quy tắc. Để một quy tắc mức Lỗi thôi chặn thì phải ghi lại mã của nó ở --confirm.',
  ],
  'prose check': [
    '<tệp.docx | tệp.txt> [--json]',
    'Đối chiếu lời văn của một báo cáo với chính số liệu trong đó. Mã kết thúc: 0 không thấy gì, 1 có chỗ cần xem, 2 có chỗ sai, 3 không đọc được. Không cần nơi để dữ liệu.',
  ],
  help: ['', 'In danh sách này.'],
} as const satisfies Record<string, readonly [string, string]>

export type CommandName = keyof typeof commandWords
