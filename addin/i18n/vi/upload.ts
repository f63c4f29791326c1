/** A filled plain workbook that is read back: what was put right, what was found, what becomes of it. */
export const upload = {
  title: 'Tải lên biểu đã điền',
  hint: 'Chọn tệp biểu (.xlsx) của đơn vị đã tải từ đây và điền xong. Kết quả đọc hiện ra trước; chưa có gì được nộp.',
  hintBeside:
    'Chọn tệp biểu (.xlsx) đã tải từ đây và điền ở máy không có phần mềm này. Số liệu đọc được sẽ đưa vào trang tính để kiểm tra và nộp.',
  sending: (name: string) => `Đang gửi và đọc ${name}…`,
  result: 'Kết quả đọc tệp',
  whose: (unit: string, period: string) => `${unit}, ${period}`,
  basedOn: (revision: number | null) =>
    revision === null ? 'Tệp không ghi lập từ bản nào đã nộp.' : `Lập từ bản ${revision} đã nộp.`,
  read: (n: number) => `Đọc được ${n} số liệu. Chưa có gì được nộp.`,
  submitted: 'Các biểu giữ số của bản đã nộp gần nhất. Chưa có gì được nộp.',
  table: (name: string) => `Bảng hồ sơ lấy từ ${name}.`,
  addDossiers: 'Bảng hồ sơ lấy từ phần mềm một cửa',
  repairs: {
    title: 'Chỗ được đọc lại cho đúng',
    none: 'Tệp đúng như lúc tải về, không phải đọc lại chỗ nào.',
    look: (n: number) => `${n} chỗ cần bạn xem lại`,
    others: (n: number) => `${n} chỗ đã tự đọc đúng, không mất gì`,
  },
  findings: 'Kết quả kiểm tra',
  mend: (n: number) =>
    `Còn ${n} lỗi phải sửa. Sửa trong tệp, lưu lại rồi tải lên lần nữa; tệp này chưa nộp được.`,
  mendAround: (n: number) =>
    `Còn ${n} lỗi phải sửa: các biểu khác chưa theo bảng hồ sơ này. Tải biểu (.xlsx), sửa các biểu ấy trong tệp, tải tệp lên rồi nhập lại bảng hồ sơ.`,
  mendBeside: (n: number) =>
    `Còn ${n} lỗi phải sửa. Đưa số liệu vào trang tính rồi sửa ở đó, hoặc sửa trong tệp, lưu lại và tải lên lần nữa.`,
  obstacles: {
    outdated: 'Chọn lấy bản mới hay giữ số của tệp, ở phía trên, rồi mới nộp.',
    empty: 'Tệp chưa có số liệu nào. Điền vào tệp, lưu lại rồi tải lên lần nữa.',
    errors: (n: number) => `Còn ${n} lỗi phải sửa trong tệp.`,
    reasons: (n: number) => `Còn ${n} chỗ cần ghi lý do ở phía trên.`,
    unchanged: 'Số liệu của tệp giống bản đã nộp, chưa có gì mới để nộp.',
  },
  outdated: {
    since: (base: number | null, revision: number, preparedBy: string, at: string) =>
      `${base === null ? 'Tệp này không ghi lập từ bản nào' : `Tệp này lập từ bản ${base}`}; đơn vị đã có bản ${revision} do ${preparedBy} lập, nhận ${at}.`,
    gone: (base: number | null) =>
      `Tệp này lập từ bản ${base ?? 0}, nhưng đơn vị chưa có bản nào trong kỳ.`,
    taking: (revision: number) =>
      `Lấy bản ${revision} thì bỏ tệp này; tải lại biểu để có số của bản ${revision}.`,
    take: (revision: number) => `Bỏ tệp này, lấy bản ${revision}`,
    keep: (revision: number) => `Giữ số của tệp, nộp tiếp trên bản ${revision}`,
    keepFirst: 'Giữ số của tệp, nộp như bản đầu tiên',
    changes: (n: number, revision: number) => `${n} chỗ khác nhau: bản ${revision} → tệp`,
    same: (revision: number) => `Số của tệp giống bản ${revision}.`,
  },
  sheets: {
    title: 'Đưa vào trang tính',
    cells: (n: number) => `${n} ô trong trang tính sẽ đổi (xem)`,
    none: 'Trang tính đã có đủ số mà tệp ghi.',
    change: (now: string, then: string) => `${now} → ${then}`,
    clear: (n: number) => `Xóa cả ${n} ô mà tệp để trống`,
    beyond: (n: number) =>
      `${n} dòng của danh sách không còn dòng trống để ghi. Thêm dòng vào trang tính rồi tải tệp lên lại.`,
    put: (n: number) => `Đưa ${n} ô vào trang tính`,
    open: 'Mở biểu với số của tệp',
    opening: 'Sổ tính này chưa có biểu. Các biểu sẽ được thêm vào với số của tệp.',
    other: 'Sổ tính này chứa biểu khác. Mở biểu của kỳ này ở thẻ Điền trước, rồi tải tệp lên lại.',
    outdated: 'Chọn lấy bản mới hay giữ số của tệp trước, ở phía trên.',
    toCheck: 'Sang bước Kiểm tra',
  },
  direct: 'Nộp thẳng từ tệp',
  another: 'Chọn tệp khác',
  back: 'Quay lại biểu',
}
