/** What is wrong with one figure that was sent; `where` is its place in the forms. */

export const sayOfFigures = {
  unknownIndicator: (key: string) =>
    `Không có chỉ tiêu “${key.slice(0, 60)}” trong danh mục đang dùng. Tải lại biểu rồi nộp lại.`,
  unknownTable: (key: string) =>
    `Không có bảng “${key.slice(0, 60)}” trong danh mục đang dùng. Tải lại biểu rồi nộp lại.`,
  unknownColumn: (form: string, key: string) =>
    `${form} không có cột “${key.slice(0, 60)}”. Tải lại biểu rồi nộp lại.`,
  unknownRow: (form: string, key: string) =>
    `${form} không có dòng “${key.slice(0, 60)}” trong danh sách của Sở. Chọn dòng có sẵn, hoặc đề nghị Văn phòng bổ sung.`,
  notYourRow: (form: string, name: string) =>
    `${form}, dòng “${name}”: không thuộc đơn vị này. Bỏ dòng này; đơn vị được giao sẽ báo cáo.`,
  notYourTable: (form: string) =>
    `${form} không giao cho đơn vị này. Bỏ bảng này; đơn vị được giao sẽ báo cáo.`,
  notARowCode: (form: string, key: string) =>
    `${form}: “${key.slice(0, 60)}” không phải mã thủ tục. Ghi mã trên Cơ sở dữ liệu quốc gia, ví dụ 2.000033.`,
  unknownSection: (code: string) =>
    `Không có mục “${code.slice(0, 60)}” trong phần lời văn. Tải lại biểu rồi nộp lại.`,
  notYourSection: (where: string) =>
    `${where}: không giao cho đơn vị này viết. Bỏ phần này hoặc gửi cho đơn vị được giao.`,
  computed: (where: string) =>
    `${where}: là ô tính, máy chủ tự tính từ số liệu thành phần. Không gửi ô này; sửa các số liệu thành phần.`,
  notFilled: (where: string) => `${where}: là ô in sẵn, không nhập số liệu. Không gửi ô này.`,
  notANumber: (where: string) =>
    `${where}: không phải một con số. Ghi số; nếu không có thì ghi “Không phát sinh” hoặc “Không áp dụng” kèm lý do; chưa có số thì để trống.`,
  notText: (where: string) =>
    `${where}: là ô ghi chữ nhưng nhận được số. Ghi nội dung bằng chữ hoặc để trống.`,
  negative: (where: string, printed: string) =>
    `${where}: ${printed} là số âm. Số liệu báo cáo không nhỏ hơn 0; ghi lại số này.`,
  fraction: (where: string, printed: string) =>
    `${where}: ${printed} có phần thập phân, trong khi đây là số đếm. Ghi số nguyên.`,
  tooGreat: (where: string, printed: string, limit: string) =>
    `${where}: ${printed} lớn hơn ${limit}. Kiểm tra và ghi lại số này.`,
  notAChoice: (where: string, choices: string) =>
    `${where}: mã không có trong danh sách. Chọn một trong: ${choices}.`,
} as const
