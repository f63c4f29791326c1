/** What the help desk asks for. */
import type { FactName } from '../../features/diagnostics/facts.ts'

export const diagnostics = {
  title: 'Thông tin hỗ trợ',
  lead: 'Gửi những dòng này cho Văn phòng khi cần giúp. Trong đó không có số liệu, tên người, mã truy cập.',
  loading: 'Đang lấy thông tin hỗ trợ…',
  copy: 'Sao chép',
  copied: 'Đã sao chép. Dán vào thư gửi Văn phòng.',
  notCopied: 'Chưa sao chép được: bôi đen các dòng dưới đây rồi nhấn Ctrl + C.',
  close: 'Quay lại',
  facts: {
    build: 'Phiên bản ngăn biểu mẫu',
    place: 'Nơi chạy',
    platform: 'Nền tảng',
    office: 'Phiên bản Office',
    requirements: 'Bộ chức năng của Excel',
    lacking: 'Chức năng Excel này thiếu',
    language: 'Ngôn ngữ hiển thị',
    engine: 'Trình duyệt nhúng',
    online: 'Mạng',
    storage: 'Bộ nhớ trên máy',
  } satisfies Record<FactName, string>,
  yes: 'có',
  no: 'không',
  nothing: 'không thiếu gì',
  unknown: 'không rõ',
  operations: 'Việc gần đây với Excel',
  failures: 'Trục trặc gần đây',
  none: 'Chưa có.',
}
