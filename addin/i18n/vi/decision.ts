/** What the office has decided, as the unit reads it. */
export const decision = {
  returned: (revision: number) => `Văn phòng trả lại bản ${revision} để sửa`,
  by: (name: string, at: string) => `${name}, ${at}`,
  correct: 'Sửa và nộp lại',
  accepted: (revision: number, name: string, at: string) =>
    `Văn phòng đã duyệt bản ${revision} (${name}, ${at})`,
  again: (revision: number) =>
    `Bản ${revision} nộp sau khi Văn phòng đã duyệt bản trước, đang chờ duyệt lại. Không cần làm gì thêm.`,
}
