/** Words written into the workbook itself. They stay Vietnamese whatever the pane speaks: the sheets are documents. */
export const sheetWords = {
  /** titles of Excel's own alert and prompt at an input cell */
  alert: 'Xem lại ô này',
  prompt: 'Cách điền',
  chooseOne: (choices: readonly string[]) =>
    `Chọn một trong: ${choices.join(', ')}. Không có thì ghi "Không phát sinh".`,
  keep: 'Vẫn giữ nội dung vừa nhập?',
  /** a person's own tab that had the title of one of ours */
  ownTab: (number: number) => (number > 1 ? ` (riêng ${number})` : ' (riêng)'),
  /** begins the comment of a block's name; also how it is found again, so it must not change */
  groups: 'Dòng của đơn vị khác:',
}
