/** The workbook and the newest revision are not the same. */
export const outdated = {
  since: (base: number | null, revision: number, preparedBy: string, at: string) =>
    `${base === null ? 'Sổ tính này không ghi lập từ bản nào' : `Sổ tính này lập từ bản ${base}`}; đơn vị đã có bản ${revision} do ${preparedBy} lập, nhận ${at}.`,
  gone: (base: number | null) =>
    `Sổ tính này lập từ bản ${base ?? 0}, nhưng đơn vị chưa có bản nào trong kỳ.`,
  changes: (n: number, revision: number) => `${n} chỗ khác nhau: bản ${revision} → sổ tính`,
  same: (revision: number) => `Số trong sổ tính giống bản ${revision}.`,
  take: (revision: number) => `Lấy số của bản ${revision} vào biểu`,
  taking: (revision: number) =>
    `Lấy số của bản ${revision} thì số đang có trong sổ tính được thay.`,
  keep: (revision: number) => `Giữ số trong sổ tính, nộp tiếp trên bản ${revision}`,
  keepFirst: 'Giữ số trong sổ tính, nộp như bản đầu tiên',
  choose: 'So sánh và chọn ở thẻ Nộp',
}
