/** How it stands with the unit’s figures, in a few words. */
export const status = {
  none: 'Chưa nộp',
  kept: (count: number, revision: number | null) =>
    revision === null
      ? 'Đã lưu trên máy, chưa nộp'
      : count > 0
        ? `Đã lưu trên máy: ${count} thay đổi so với bản ${revision}, chưa nộp`
        : `Đã lưu trên máy: giải trình khác bản ${revision}, chưa nộp`,
  changed: (count: number, revision: number) =>
    count > 0
      ? `${count} thay đổi chưa nộp so với bản ${revision}`
      : `Giải trình khác bản ${revision}, chưa nộp`,
  sending: 'Đang gửi…',
  waiting: 'Đang chờ mạng, sẽ tự gửi',
  serverBusy: 'Máy chủ chưa nhận, sẽ tự gửi lại',
  submitted: (revision: number, at: string) => `Đã nộp bản ${revision} lúc ${at}`,
  again: (revision: number, at: string) => `Đã nộp bản ${revision} lúc ${at}, chờ duyệt lại`,
  returned: (revision: number) => `Bản ${revision} bị trả lại, cần sửa`,
  accepted: (revision: number, at: string) => `Đã duyệt bản ${revision} lúc ${at}`,
  locked: (revision: number | null) =>
    revision === null ? 'Kỳ đã khóa, chưa nộp' : `Kỳ đã khóa, tính theo bản ${revision}`,
}
