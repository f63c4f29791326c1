/** What the administrator is told of an agency's move between databases. */
import { printNumber } from '../../shared/figure.ts'

type Covering = { readonly name: string; readonly home: string; readonly covered: string }

export const words = {
  noSuchAgency: (agency: string, database: string) =>
    `Không có cơ quan “${agency.slice(0, 60)}” trong cơ sở dữ liệu ${database}. Xem các cơ quan bằng agency list --database ${database}.`,
  sameDatabase: (database: string) =>
    `Nơi đi và nơi đến cùng là ${database}. Nơi đi ghi ở --database, nơi đến ghi ở --to.`,
  isElsewhere: (agency: string, database: string) =>
    `${agency} đã chuyển sang cơ sở dữ liệu ${database} rồi. Chạy lại lệnh với --database ${database}.`,
  isArriving: (agency: string, from: string, to: string) =>
    `${agency} đang được chuyển từ ${from} sang ${to}. Chạy xong lần chuyển ấy trước (--database ${from} --to ${to}), hoặc thêm --back-out vào đúng lệnh đó.`,
  leavesElsewhere: (agency: string, database: string) =>
    `${agency} đang được chuyển dở sang ${database}. Chạy tiếp với --to ${database}, hoặc thêm --back-out vào lệnh đó để thôi chuyển.`,
  isTaken: (agency: string, database: string) =>
    `Cơ sở dữ liệu ${database} đã có một cơ quan khác mang khóa ${agency}. Khóa không đổi được nên không chuyển sang đó.`,
  catalogueDiffers: (version: string, database: string) =>
    `Danh mục ${version} ở ${database} có nội dung khác với nơi đi. Các kỳ đã mở dùng danh mục này nên không chuyển được.`,
  idsTaken: (
    agency: string,
    database: string,
    count: number,
    one: { readonly id: string; readonly agency: string },
  ) =>
    `${printNumber(count)} báo cáo của ${agency} mang số hiệu mà cơ quan khác ở ${database} đã dùng, ví dụ ${one.id} của ${one.agency}. Số hiệu không đổi được nên không chuyển sang đó; chọn cơ sở dữ liệu khác. Chưa có gì thay đổi.`,
  covered: (crossing: readonly Covering[]) =>
    [
      'Mã của hệ thống tổng hợp chỉ đọc được các cơ quan trong cùng một cơ sở dữ liệu. Chuyển đi thì các quyền sau sẽ mất:',
      ...crossing.map(({ name, home, covered }) => `  “${name}” của ${home} đọc ${covered}`),
      'Chuyển các cơ quan ấy cùng một lần (ghi mọi khóa trong một lệnh), hoặc thêm --drop-coverage để bỏ các quyền này.',
    ].join('\n'),
  coverageDropped: ({ name, home, covered }: Covering) =>
    `Mã “${name}” của ${home} không còn đọc ${covered}.`,
  frozen: (agency: string) => `${agency}: nơi đi đã thôi nhận; người dùng được báo thử lại sau.`,
  copying: (agency: string, table: string, rows: number) =>
    `${agency}: đang chép bảng ${table}, ${printNumber(rows)} dòng…`,
  catalogueBrought: (version: string, database: string) =>
    `Đã đưa danh mục ${version} vào ${database}.`,
  differs: (agency: string, table: string, there: number, here: number) =>
    `${agency}: bảng ${table} ở nơi đi có ${printNumber(there)} dòng, ở nơi đến ${printNumber(here)} dòng, hoặc nội dung khác nhau; chưa chuyển. Nơi đến có thể đã có dòng mang cùng số hiệu của cơ quan khác. Thôi chuyển bằng --back-out rồi báo người phụ trách phần mềm.`,
  chainBroken: (agency: string, sentences: readonly string[]) =>
    [
      `${agency}: nhật ký ở nơi đến có ${sentences.length} chỗ không khớp; chưa chuyển. Kiểm tra nơi đi bằng audit verify; thôi chuyển bằng --back-out.`,
      ...sentences.slice(0, 10).map(one => `  ${one}`),
    ].join('\n'),
  arrived: (agency: string, rows: number, database: string) =>
    `${agency}: đã chuyển sang ${database}, ${printNumber(rows)} dòng, đối chiếu khớp từng dòng, nhật ký còn nguyên. Mã và phiên đang dùng vẫn dùng được; mã cấp từ nay bắt đầu bằng “${database}.”.`,
  arrivedInMain: (agency: string, rows: number) =>
    `${agency}: đã chuyển về main, ${printNumber(rows)} dòng, đối chiếu khớp từng dòng, nhật ký còn nguyên. Mã và phiên đang dùng vẫn dùng được.`,
  wasThere: (agency: string, database: string) => `${agency} đã ở ${database} từ trước.`,
  stays: (agency: string, database: string, target: string) =>
    `${agency}: thôi chuyển, ở lại ${database} và nhận số liệu như trước. Những dòng đã chép sang ${target} vẫn nằm ở đó, không ai đọc hay ghi được; lần chuyển sau sang ${target} dùng lại.`,
  notLeaving: (agency: string) => `${agency} không có lần chuyển nào đang dở.`,
  tooLate: (agency: string, database: string) =>
    `${agency} đã đến ${database} nên không thôi được nữa. Chạy lại lệnh không có --back-out để xong lần chuyển; sau đó có thể chuyển về.`,
} as const
