/** What goes out, what stands in the way, what came back. */
export const submit = {
  title: 'Trước khi nộp',
  filled: (filled: number, total: number) => `${filled}/${total} chỉ tiêu, dòng đã điền`,
  blanks: (n: number) => `${n} để trống`,
  noBlanks: 'Không để trống ô nào',
  reasons: (n: number) => `${n} giải trình`,
  changes: (n: number, revision: number) => `${n} thay đổi so với bản ${revision}`,
  noChanges: (revision: number) => `Không có thay đổi so với bản ${revision}`,
  first: 'Bản đầu tiên của kỳ này',
  errors: (n: number) => `${n} lỗi phải sửa`,
  unexplained: (n: number) => `${n} chỗ chưa giải trình`,
  preparedBy: 'Người lập',
  approvedBy: 'Người phê duyệt',
  approved: 'Đã được lãnh đạo đơn vị duyệt',
  send: (revision: number) => `Nộp bản ${revision}`,
  sending: (revision: number) => `Đang nộp bản ${revision}…`,
  kept: (revision: number) =>
    `Thay cho bản ${revision}; bản ${revision} vẫn được giữ trong lịch sử.`,
  obstacles: {
    locked: 'Kỳ này đã khóa. Cần sửa số liệu thì đề nghị Văn phòng mở lại kỳ.',
    outdated: 'Chọn lấy số của bản mới hay giữ số trong sổ tính, ở đầu thẻ này, rồi mới nộp.',
    'not-read': 'Mở biểu ở thẻ Điền trước.',
    empty: 'Chưa điền số liệu nào. Không có việc phát sinh thì ghi “Không phát sinh”.',
    errors: (n: number) => `Còn ${n} lỗi phải sửa ở thẻ Kiểm tra.`,
    reasons: (n: number) => `Còn ${n} chỗ cần giải trình ở thẻ Kiểm tra.`,
    unchanged: 'Số liệu giống bản đã nộp, chưa có gì mới để nộp.',
    names: 'Ghi tên người lập và người phê duyệt.',
    approval: 'Đánh dấu khi lãnh đạo đơn vị đã duyệt.',
  },
  toCheck: 'Xem kiểm tra',
  offline:
    'Chưa gửi được: không có mạng. Số liệu còn nguyên trên máy này và sẽ tự gửi khi có mạng.',
  unanswered:
    'Lần nộp trước chưa có trả lời của máy chủ. Ngăn này tự hỏi lại; không bị nộp hai lần.',
  since: (at: string) => `Bấm nộp lúc ${at}`,
  sendAgain: 'Gửi lại',
  withdraw: 'Không gửi nữa',
  withdrawCertain:
    'Bản này chưa rời máy. Thôi gửi thì không có gì được nộp; số liệu vẫn còn trong sổ tính.',
  withdrawMaybe:
    'Bản này có thể đã tới máy chủ trước khi mất mạng. Thôi gửi thì máy này không gửi nữa, nhưng bản đã tới vẫn là đã nộp; khi có mạng, ngăn này cho biết.',
  withdrawYes: 'Thôi gửi',
  withdrawNo: 'Cứ chờ gửi',
  reload: 'Tải lại bản mới',
  reloadKeeps: 'Số trong sổ tính giữ nguyên để so sánh.',
}
