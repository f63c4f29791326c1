/** What the code printed on a paper belongs to: in the pane, and on the page for those who hold only the paper. */
export const checkCode = {
  title: 'Tra mã kiểm chứng',
  lead: 'Mã in trên trang bìa và cuối mỗi trang của phụ lục, cuối mỗi trang của báo cáo. Tra mã để biết bản giấy thuộc về số liệu nào.',
  label: 'Mã kiểm chứng',
  ask: 'Tra mã',
  asking: 'Đang tra mã…',
  close: 'Quay lại',
  empty: 'Nhập đủ 10 ký tự của mã kiểm chứng rồi tra.',
  offline: 'Chưa tra được vì không nối được tới máy chủ. Kiểm tra mạng rồi tra lại.',
  server: (status: number) => `Máy chủ chưa trả lời được (${status}). Tra lại sau ít phút.`,
  belongs: (code: string, agency: string, period: string) =>
    `Mã ${code}: số liệu cải cách hành chính của ${agency}, ${period}.`,
  state: {
    final: 'Số liệu chính thức: kỳ báo cáo đã khóa khi lập bản này.',
    provisional: 'Số liệu tạm tính: kỳ báo cáo chưa khóa khi lập bản này.',
  },
  times: (asOf: string, takenAt: string) =>
    `Số liệu tính đến ${asOf}, lấy ra lần đầu ${takenAt} (giờ Việt Nam).`,
  current: 'Đây vẫn là số liệu hiện hành: từ đó đến nay chưa có gì thay đổi.',
  reopened: 'Kỳ báo cáo đã được mở lại sau khi lập bản này.',
  newer: (code: string) => `Đã có bản mới hơn, mang mã ${code}. Dùng bản ấy thay cho bản này.`,
  changed:
    'Số liệu trong hệ thống đã thay đổi sau bản này, nhưng chưa có bản nào mới hơn được lấy ra.',
  units: 'Số liệu của từng đơn vị',
  counted: (unit: string, revision: string) => `${unit}: bản nộp số ${revision}`,
  uncounted: (unit: string) => `${unit}: chưa có số liệu`,
}
