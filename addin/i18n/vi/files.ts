/** What is said of files that are taken in, in Vietnamese. It comes with those views: the first view never loads it. */
import { oneStop } from './one-stop.ts'
import { upload } from './upload.ts'

const chosen = {
  choose: 'Chọn tệp…',
  drop: 'hoặc thả tệp vào đây',
  dropNow: 'Thả tệp ra để gửi',
  oneOnly: 'Mỗi lần chỉ đọc một tệp. Thả lại một tệp.',
  tooLarge: (megabytes: number) =>
    `Tệp vượt ${megabytes} MB nên không gửi đi, trong khi một tệp biểu đã điền chỉ khoảng 0,1 MB. Bỏ hình ảnh và các trang tính không thuộc biểu, lưu lại rồi chọn tệp.`,
  unreadable:
    'Không đọc được tệp trên máy này. Nếu tệp đang mở trong Excel thì lưu và đóng lại, rồi chọn tệp lần nữa.',
}

export const files = { chosen, upload, oneStop }
