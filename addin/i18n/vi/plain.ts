/** The unit's forms as a workbook that needs no add-in. */
export const plain = {
  title: 'Điền bằng tệp Excel thường',
  text: 'Tệp có đủ biểu của đơn vị trong kỳ, số kỳ trước, và cột “Kiểm tra” nói dòng nào sai. Mở được bằng Excel 2010 trở lên, LibreOffice, WPS. Điền xong tải lên ngay ở dưới.',
  upload: 'Tải lên biểu đã điền…',
  import: 'Nhập từ phần mềm một cửa…',
  fromFiles: 'Lấy số liệu từ tệp',
  loading: 'Đang mở…',
  take: 'Tải biểu (.xlsx)',
  taking: 'Đang tải biểu…',
  saved: (name: string) => `Đã tải ${name}. Tệp nằm trong thư mục Tải xuống.`,
}
