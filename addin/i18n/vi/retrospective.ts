/** The review of several years and the figures of years before the system. */
const listed = (years: readonly number[]): string => years.join(', ')

export const retrospective = {
  years: 'Giai đoạn',
  about: 'Chọn năm đầu, năm cuối và năm gốc để so sánh; nhiều nhất 15 năm.',
  from: 'Từ năm',
  to: 'Đến năm',
  base: 'Năm gốc',
  show: 'Xem tổng kết',
  asking: 'Đang tổng hợp các năm…',
  result: (from: number, to: number, base: number) => `Giai đoạn ${from}–${to}, so với năm ${base}`,
  missingYears: (years: readonly number[]) =>
    `Chưa có số liệu năm ${listed(years)}. Bản tổng kết vẫn lập được, năm thiếu để trống; có văn bản cũ thì nhập ở “Số liệu các năm trước”.`,
  papers: { xlsx: 'Tải bảng số liệu (.xlsx)', docx: 'Tải báo cáo (.docx)' },
  fetching: 'Đang lập tệp…',
  saved: (name: string) => `Đã tải ${name}. Tệp nằm trong thư mục Tải xuống.`,
  sources: 'Số liệu từng năm lấy từ đâu',
  indicators: 'Chỉ tiêu qua các năm',
  form: 'Biểu',
  formOf: (form: string, known: number) => `${form} (${known} chỉ tiêu có số)`,
  withUnknown: (n: number) => `Hiện cả ${n} chỉ tiêu chưa có số liệu`,
  noneKnown: 'Biểu này chưa có số liệu năm nào.',
  byYear: 'Số từng năm',
  baseYear: (year: number) => `${year} (gốc)`,
  missing: 'chưa có',
  best: (year: number) => `Tốt nhất: ${year}`,
  worst: (year: number) => `Kém nhất: ${year}`,
  past: {
    title: 'Số liệu các năm trước',
    about:
      'Năm trước khi dùng phần mềm: tải tệp mẫu, điền theo văn bản của năm ấy, gửi lại. Năm đã có số liệu các đơn vị nộp thì không nhập tay.',
    none: 'Chưa nhập năm nào.',
    unknown: 'Chưa đọc được các năm đã nhập nên chưa ghi. Đợi ít giây rồi ghi lại.',
    year: (year: number, figures: number) => `Năm ${year}: ${figures} số`,
    hands: (by: string, at: string) => `${by} ghi lúc ${at}`,
    download: 'Tải tệp mẫu',
    upload: 'Gửi tệp đã điền',
    uploadHint: 'Tệp được đọc và cho xem trước; bấm ghi thì số mới được lưu.',
    reading: (name: string) => `Đang đọc ${name}…`,
    preview: (year: number, figures: number, source: string, again: boolean) =>
      `Năm ${year}: ${figures} số, theo ${source}${again ? '; thay bản đang có' : ''}`,
    faults: (n: number) => `Tệp có ${n} chỗ phải sửa`,
    faultsText: 'Chưa ghi gì. Sửa từng chỗ trong tệp, lưu lại rồi gửi lại.',
    remarks: 'Nên xem lại trước khi ghi:',
    write: (n: number) => `Ghi ${n} năm`,
    writeOn: (n: number) => `Ghi tiếp ${n} năm`,
    writing: (year: number, n: number, of: number) => `Đang ghi năm ${year} (${n}/${of})…`,
    progress: 'Số năm đã ghi',
    written: (years: readonly number[]) => `Đã ghi số liệu năm ${listed(years)}.`,
    stopped: (years: readonly number[], left: readonly number[]) =>
      years.length === 0
        ? 'Chưa ghi được năm nào'
        : `Đã ghi năm ${listed(years)}; chưa ghi năm ${listed(left)}`,
    otherFile: 'Chọn tệp khác',
  },
}
