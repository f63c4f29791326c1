/** The three steps. */
export const tabs = { label: 'Các bước', fill: 'Điền', check: 'Kiểm tra', submit: 'Nộp' }
