/** Failures nobody expected, and a network that is not there. */
export const trouble = {
  offline: 'Không có mạng. Kiểm tra kết nối rồi thử lại.',
  server: (status: number) =>
    `Máy chủ chưa trả lời được (${status}). Thử lại sau ít phút; nếu vẫn vậy, báo Văn phòng.`,
  unexpected: 'Có lỗi ngoài dự kiến. Số liệu trong sổ tính không bị ảnh hưởng.',
  reload: 'Tải lại',
  dismiss: 'Bỏ qua',
}
