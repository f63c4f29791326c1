/** What stands between the pane and Excel, and what the person can do about it. */
import type { HostErrorCode } from '../../host/port.ts'

export const host = {
  opening: 'Đang nối với Excel…',
  cellEdited: 'Nhấn Enter để kết thúc ô đang nhập; việc đang làm sẽ tự tiếp tục.',
  alone: {
    title: 'Chưa có Excel bên cạnh',
    text: 'Điền ngay trong Excel thì mở thẻ Trang đầu, nút “Biểu mẫu CCHC”. Ở đây tải biểu về, điền bằng phần mềm khác, rồi tải lên để kiểm tra và nộp.',
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
    blocked:
      'Excel không cho ngăn này xem sổ tính: có thể do phần mềm diệt vi-rút hoặc chính sách của máy. Đóng và mở lại Excel; vẫn bị chặn thì báo bộ phận tin học, kèm thông tin ở mục Chẩn đoán.',
    'sheets-damaged':
      'Biểu trong sổ tính không còn như lúc mở, nên chưa đọc số được. Số đã nhập vẫn nằm trong trang tính; bấm Dựng lại biểu để xem và giữ lại.',
    'other-workbook': 'Một sổ tính khác đang được chọn. Bấm vào sổ tính có biểu rồi thử lại.',
    'too-old':
      'Bản Excel này thiếu chức năng cần dùng. Cập nhật Office, hoặc đề nghị Văn phòng gửi biểu dạng tệp.',
    'too-large':
      'Một biểu quá lớn cho một lần truyền của Excel (bản web chỉ cho 5 MB). Rút ngắn phần lời văn dài nhất rồi thử lại, hoặc mở sổ tính này bằng Excel trên máy.',
    'edited-elsewhere':
      'Người khác vừa sửa cùng chỗ trong sổ tính dùng chung; chưa ghi gì đè lên. Xem số mới rồi thử lại.',
    'session-lost':
      'Excel trên web đã mất phiên làm việc. Tải lại trang Excel rồi mở lại ngăn này; số đã nhập được giữ.',
    unknown:
      'Excel chưa thực hiện được. Số liệu còn nguyên trong sổ tính. Đang mở nhiều sổ tính thì bấm vào sổ tính có biểu, rồi thử lại.',
  } satisfies Record<HostErrorCode, string>,
}
