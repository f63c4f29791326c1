/** The receipt. */
export const receipt = {
  title: 'Biên nhận',
  heading: 'BIÊN NHẬN NỘP SỐ LIỆU',
  received: (at: string) => `Đã nhận lúc ${at}`,
  number: 'Số biên nhận',
  revision: 'Bản',
  time: 'Thời gian nhận',
  timeZone: 'giờ Việt Nam',
  unit: 'Đơn vị',
  period: 'Kỳ báo cáo',
  digest: 'Mã nội dung',
  id: 'Mã lần nộp',
  copy: 'Sao chép',
  copied: 'Đã sao chép',
  notCopied: 'Chưa sao chép được; bôi đen biên nhận rồi nhấn Ctrl + C.',
  print: 'In biên nhận',
}
