/** What is said while the server cannot be reached. */
export const offline = {
  network: 'Không có mạng. Số liệu vẫn được lưu trên máy này; sẽ tự gửi khi có mạng.',
  server: 'Máy chủ tạm ngừng. Số liệu vẫn được lưu trên máy này; sẽ tự gửi khi máy chủ trả lời.',
  copied: (at: string) => `Biểu lưu lúc ${at}; số kỳ trước và ý kiến của Văn phòng là của lúc ấy.`,
}
