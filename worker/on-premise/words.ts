/** What the server says to whoever runs it: first in Vietnamese, then in English, and always what to do about it. */

/** A refusal to start that the operator can mend; `worker/node.ts` prints it without a stack. */
export class Refusal extends Error {}

const both = (vietnamese: string, english: string): string => `${vietnamese}\n${english}`

export const words = {
  noDataDir: () =>
    both(
      'Chưa đặt DATA_DIR. Hãy chỉ thư mục giữ cơ sở dữ liệu, ví dụ: DATA_DIR=/var/lib/cchc npm run start:server.',
      'DATA_DIR is not set. Name the folder that keeps the database, e.g. DATA_DIR=/var/lib/cchc npm run start:server.',
    ),
  badDataDir: (folder: string, why: string) =>
    both(
      `Không dùng được DATA_DIR ${folder} (${why}). Hãy chọn một thư mục mà tài khoản chạy máy chủ được ghi.`,
      `DATA_DIR ${folder} cannot be used (${why}). Choose a folder that the server's account may write to.`,
    ),
  heldDataDir: (folder: string) =>
    both(
      `Một máy chủ khác đang dùng ${folder}. Mỗi thư mục chỉ một máy chủ được mở: hãy dừng máy chủ kia hoặc đặt DATA_DIR khác.`,
      `Another server is using ${folder}. One folder is for one server: stop the other one, or set another DATA_DIR.`,
    ),
  moveOrBackup: (folder: string) =>
    both(
      `Một lần chuyển cơ quan hoặc sao lưu khác đang chạy trong ${folder}. Chờ xong rồi chạy lại.`,
      `Another move of an agency or another backup is running in ${folder}. Wait until it is done and run this again.`,
    ),
  badDatabases: (why: string) => both(why, 'DATABASES cannot be used; see worker/move/README.md.'),
  unnamedDatabase: (folder: string, keys: readonly string[]) =>
    both(
      `Trong ${folder} có cơ sở dữ liệu ${keys.join(', ')} mà DATABASES không nhắc đến, nên các cơ quan ở đó sẽ không vào được. Thêm vào DATABASES, hoặc cất các tệp ấy đi nơi khác.`,
      `${folder} holds the databases ${keys.join(', ')}, which DATABASES does not name, so nobody of their agencies could sign in. Name them in DATABASES, or put those files elsewhere.`,
    ),
  badNumber: (name: string, value: string, most: number) =>
    both(
      `${name}="${value}" không phải là số nguyên từ 0 đến ${most}. Hãy sửa hoặc bỏ ${name}.`,
      `${name}="${value}" is not a whole number from 0 to ${most}. Correct ${name} or leave it out.`,
    ),
  badOrigin: (value: string) =>
    both(
      `PUBLIC_ORIGIN="${value}" không phải địa chỉ gốc của trang. Hãy ghi như https://bieumau.example.gov.vn, không có phần nào phía sau tên máy, hoặc bỏ PUBLIC_ORIGIN.`,
      `PUBLIC_ORIGIN="${value}" is not the origin of the pages. Write it like https://bieumau.example.gov.vn, with nothing after the host, or leave PUBLIC_ORIGIN out.`,
    ),
  badCorsOrigin: (value: string) =>
    both(
      `CORS_ORIGINS="${value}" không phải địa chỉ gốc của một trang. Hãy ghi đúng như trình duyệt ghi: https://bangdieukhien.example.gov.vn, chữ thường, không dấu *, không có phần nào phía sau tên máy và cổng; http chỉ dùng cho localhost; nhiều địa chỉ cách nhau bằng dấu phẩy.`,
      `CORS_ORIGINS="${value}" is not the origin of a page. Write it as browsers do: https://dashboard.example.gov.vn, lower case, no star, nothing after host and port; http only for localhost; separate several by commas.`,
    ),
  badWebhookKey: (file: string, why: string) =>
    both(
      `Không đọc hoặc không tạo được khóa ký ${file} (${why}). Kiểm tra quyền của tài khoản đang chạy, hoặc khôi phục tệp này từ bản sao lưu.`,
      `The signing key ${file} can neither be read nor made (${why}). Check what this account may do, or restore the file from the backup.`,
    ),
  portInUse: (host: string, port: number) =>
    both(
      `Cổng ${port} của ${host} đang có chương trình khác dùng. Hãy dừng chương trình ấy hoặc đặt PORT khác.`,
      `Port ${port} of ${host} is in use by another program. Stop that program, or set another PORT.`,
    ),
  cannotListen: (host: string, port: number, why: string) =>
    both(
      `Không mở được cổng ${port} của ${host} (${why}). Hãy kiểm tra HOST và PORT; cổng dưới 1024 cần quyền quản trị.`,
      `Port ${port} of ${host} cannot be opened (${why}). Check HOST and PORT; ports below 1024 need privileges.`,
    ),
  newerDatabase: (file: string, migrations: string) =>
    both(
      `${file} do một phiên bản mới hơn ghi (${migrations}). Hãy chạy đúng phiên bản ấy hoặc mới hơn; cơ sở dữ liệu vẫn nguyên vẹn.`,
      `${file} was written by a newer version (${migrations}). Run that version or a newer one; the database is untouched.`,
    ),
  brokenDatabase: (file: string, why: string) =>
    both(
      `${file} không đọc được như một cơ sở dữ liệu SQLite (${why}). Hãy khôi phục từ bản sao lưu gần nhất vào một thư mục trống.`,
      `${file} cannot be read as a SQLite database (${why}). Restore the latest backup into an empty folder.`,
    ),
  demoIntoRealDatabase: (agency: string) =>
    both(
      `Cơ sở dữ liệu đã có ${agency} nên không nạp dữ liệu mẫu. Muốn xem dữ liệu mẫu, hãy chọn một DATA_DIR trống.`,
      `The database already holds ${agency}, so the demo is not loaded. To see the demo, choose an empty DATA_DIR.`,
    ),
  emptyDatabase: () =>
    both(
      'Cơ sở dữ liệu chưa có cơ quan nào. Hãy thêm cơ quan và cấp mã truy cập bằng: npm run admin (xem worker/admin/README.md).',
      'The database holds no agency yet. Admit one and issue access codes with: npm run admin (see worker/admin/README.md).',
    ),
  noPages: (folder: string) =>
    both(
      `Chưa có ngăn biểu mẫu trong ${folder}: chỉ API trả lời. Hãy chạy npm run build.`,
      `The pane is not in ${folder}: only the API answers. Run npm run build.`,
    ),
  listening: (url: string, dataDir: string) =>
    `Máy chủ đang chạy / listening: ${url}/taskpane.html (DATA_DIR ${dataDir})`,
  stopping: () => 'Máy chủ đang dừng / stopping',
  noDatabase: (folder: string) =>
    both(
      `Trong ${folder} không có cơ sở dữ liệu để sao lưu. Hãy kiểm tra DATA_DIR.`,
      `There is no database in ${folder} to back up. Check DATA_DIR.`,
    ),
  backupExists: (file: string) =>
    both(
      `${file} đã có. Bản sao lưu không bao giờ bị ghi đè: hãy đặt tên khác.`,
      `${file} exists already. A backup is never overwritten: choose another name.`,
    ),
  databaseExists: (folder: string) =>
    both(
      `Trong ${folder} đã có cơ sở dữ liệu nên không khôi phục vào đó. Hãy chọn một thư mục trống.`,
      `There is a database in ${folder} already, so nothing is restored there. Choose an empty folder.`,
    ),
  noBackup: (file: string) =>
    both(
      `Không thấy tệp sao lưu ${file}. Hãy kiểm tra đường dẫn.`,
      `There is no backup ${file}. Check the path.`,
    ),
  notOurs: (file: string) =>
    both(
      `${file} không phải là bản sao lưu của phần mềm này: sổ ghi các bước cập nhật không có hoặc không đủ. Hãy chọn tệp khác.`,
      `${file} is not a backup of this software: its book of migrations is missing or has gaps. Choose another file.`,
    ),
  notWritten: (file: string, why: string) =>
    both(
      `Không ghi được ${file} (${why}). Hãy kiểm tra thư mục, quyền ghi và dung lượng còn trống.`,
      `${file} cannot be written (${why}). Check the folder, its permissions and the free space.`,
    ),
  brokenBackup: (file: string, why: string) =>
    both(
      `${file} đã hỏng (${why}). Hãy dùng một bản sao lưu khác.`,
      `${file} is broken (${why}). Use another backup.`,
    ),
}
