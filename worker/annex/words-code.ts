/** What the annex says about its check code. */
export const codeWords = {
  code: (code: string) => `Mã kiểm chứng: ${code}`,
  /** @param page address of the page where anyone may ask; none where the pages have no address of their own */
  ask: (page?: string) =>
    `${
      page
        ? `Quét mã, hoặc mở ${page} rồi nhập mã này`
        : 'Nhập mã này tại mục “Tra mã kiểm chứng” của Biểu mẫu CCHC'
    } để biết bản giấy thuộc kỳ nào, số liệu tạm tính hay chính thức, gồm bản nộp nào của từng đơn vị, đã có bản mới hơn chưa.`,
  picture: (text: string) => `Mã QR ghi: ${text}`,
} as const
