/** The pane itself, whatever is in it. */
export const shell = {
  skip: 'Tới nội dung chính',
  help: 'Trợ giúp',
  checkCode: 'Tra mã kiểm chứng',
  plain: 'Điền bằng tệp Excel thường',
  withoutExcel: 'Dùng không có Excel',
  tooOld: {
    title: 'Excel trên máy này quá cũ',
    text: 'Mở biểu và kiểm tra tại ô cần Microsoft 365, Office 2021 trở lên hoặc Excel trên web. Cập nhật Office (Tệp → Tài khoản → Tùy chọn cập nhật), hoặc điền bằng tệp Excel thường. Ở đây vẫn xem được tình hình nộp và biên nhận.',
  },
}
