/** What this machine holds that was never submitted. */
export const drafts = {
  held: (at: string, n: number) =>
    `Máy này còn giữ số liệu chưa nộp lúc ${at}: ${n} chỗ khác sổ tính`,
  heldElsewhere: (at: string, n: number) =>
    `Máy này còn giữ số liệu chưa nộp của một sổ tính khác, lúc ${at}: ${n} chỗ khác sổ tính này`,
  changes: (n: number) => `Xem ${n} chỗ: sổ tính → số đã giữ`,
  takeBack: 'Lấy lại vào biểu',
  takingBack:
    'Lấy lại thì các biểu được dựng lại với số đã giữ; số đang có trong sổ tính được giữ trên máy, có thể lấy lại sau.',
  drop: 'Bỏ bản nháp',
  dropping: (n: number) =>
    `Bỏ thì ${n} chỗ đã giữ mất hẳn khỏi máy này; số trong sổ tính không đổi.`,
  dropForGood: 'Bỏ hẳn',
  keep: 'Giữ lại',
}
