/** Coming in and leaving. */
export const signIn = {
  lead: 'Mở biểu, điền và nộp số liệu cải cách hành chính ngay trong Excel.',
  code: 'Mã truy cập do Văn phòng cấp',
  enter: 'Đăng nhập',
  entering: 'Đang kiểm tra mã…',
  needed: 'Nhập mã truy cập trước.',
  expired: 'Phiên làm việc đã hết hạn. Nhập lại mã để làm tiếp; số liệu vẫn còn trong sổ tính.',
  leave: 'Đăng xuất',
  toDashboard: 'Mở trang tình hình CCHC',
  otherRoles: {
    dashboard:
      'Mã này để lãnh đạo và hệ thống của tỉnh xem số liệu, không dùng để điền biểu. Mở trang tình hình và nhập mã này ở đó. Cán bộ đơn vị đăng nhập bằng mã của đơn vị mình.',
    admin:
      'Mã này dành cho quản trị (đơn vị, mã truy cập, danh mục biểu mẫu), làm bằng dòng lệnh trên máy chủ. Để điền biểu, đăng nhập bằng mã của đơn vị.',
  },
}
