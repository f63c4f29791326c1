/** Coming in and leaving. */
export const signIn = {
  lead: 'Mở biểu, điền và nộp số liệu cải cách hành chính ngay trong Excel.',
  code: 'Mã truy cập do Văn phòng cấp',
  enter: 'Đăng nhập',
  entering: 'Đang kiểm tra mã…',
  needed: 'Nhập mã truy cập trước.',
  expired: 'Phiên làm việc đã hết hạn. Nhập lại mã để làm tiếp; số liệu vẫn còn trong sổ tính.',
  leave: 'Đăng xuất',
  otherRoles: {
    dashboard:
      'Mã này dành cho hệ thống tổng hợp của tỉnh lấy số liệu qua API, không dùng để điền biểu. Cán bộ đơn vị đăng nhập bằng mã của đơn vị mình.',
    admin:
      'Mã này dành cho quản trị (đơn vị, mã truy cập, danh mục biểu mẫu), làm bằng dòng lệnh trên máy chủ. Để điền biểu, đăng nhập bằng mã của đơn vị.',
  },
}
