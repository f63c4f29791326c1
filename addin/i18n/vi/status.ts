/** How it stands with the unit’s figures, in a few words. */
export const status = {
  none: 'Chưa nộp',
  submitted: (revision: number, at: string) => `Đã nộp bản ${revision} lúc ${at}`,
  changed: (count: number, revision: number) => `${count} thay đổi chưa nộp so với bản ${revision}`,
  sending: 'Đang gửi…',
  waiting: 'Chờ gửi lại',
}
