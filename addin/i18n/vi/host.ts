/** What stands between the pane and Excel, and what the person can do about it. */
import type { HostErrorCode } from '../../host/port.ts'

export const host = {
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
}
