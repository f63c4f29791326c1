/** Letters to units. They are Vietnamese whatever language the clerk's pane speaks. */
export const reminder = {
  greeting: (unit: string) => `Kính gửi: ${unit}`,
  greetingAll: 'Kính gửi các phòng, đơn vị',
  period: (name: string, from: string, to: string) =>
    `Về báo cáo cải cách hành chính ${name} (số liệu từ ${from} đến hết ${to}):`,
  missing: 'Văn phòng chưa nhận được báo cáo của đơn vị.',
  returned: (revision: number, at: string, note: string, questioned: number) =>
    `Văn phòng đã trả lại bản ${revision} lúc ${at} và chưa nhận được bản sửa. Ý kiến: “${note}”${
      questioned > 0 ? ` Có ${questioned} số được đánh dấu trong phần mềm để xem lại.` : ''
    }`,
  awaited: 'Văn phòng đang chờ báo cáo của:',
  line: (unit: string, returned: boolean, note: string) =>
    returned ? `- ${unit}: đã trả lại để sửa. Ý kiến: “${note}”` : `- ${unit}: chưa nộp`,
  due: {
    ahead: (date: string, days: number) =>
      `Hạn nộp là ngày ${date}, còn ${days} ngày. Đề nghị mở phần mềm Biểu mẫu CCHC trong Excel, kiểm tra và nộp trước hạn.`,
    today: (date: string) =>
      `Hôm nay, ${date}, là ngày cuối của hạn nộp. Đề nghị mở phần mềm Biểu mẫu CCHC trong Excel, kiểm tra và nộp trong ngày.`,
    past: (date: string, days: number) =>
      `Hạn nộp là ngày ${date}, đã quá ${days} ngày. Đề nghị mở phần mềm Biểu mẫu CCHC trong Excel, kiểm tra và nộp ngay; có vướng mắc xin báo Văn phòng.`,
  },
  closing: 'Trân trọng cảm ơn.',
}
