/**
 * Every sentence of the administrator's command line: what a command did, why it did not. What each does is told in
 * `command-words.ts`, what is wrong with a chain in `../audit/words.ts`.
 */
import { printNumber } from '../../shared/figure.ts'
import { printDate, printInstant } from '../../shared/period.ts'
import { verdictNames } from '../../shared/prose/words.ts'
import type { Verdict } from '../../shared/prose.ts'
import type { Role } from '../../shared/protocol.ts'
import type { NoText } from '../upload/document-text.ts'

export const roleNames: Record<Role, string> = {
  unit: 'Đơn vị',
  clerk: 'Văn phòng tổng hợp',
  dashboard: 'Hệ thống của tỉnh',
  admin: 'Quản trị',
}

/** What is wrong with a value, by the schema's own name for it. */
const shapes: Record<string, string> = {
  invalid_type: 'thiếu hoặc sai kiểu giá trị',
  unrecognized_keys: 'có tên trường không dùng đến',
  too_small: 'còn trống hoặc quá nhỏ',
  too_big: 'quá dài hoặc quá lớn',
  invalid_format: 'sai định dạng (khóa viết bằng chữ thường không dấu, bắt đầu bằng chữ cái)',
  invalid_value: 'không thuộc các giá trị được nhận',
}
const names: Record<string, string> = { unit: 'đơn vị', field: 'lĩnh vực' }

type Issue = {
  readonly path: readonly PropertyKey[]
  readonly code?: string
  readonly message: string
}

export const words = {
  // ------------------------------------------------------------ the command line
  usage: () => 'Cách dùng: npm run admin -- <lệnh> [tham số] <nơi để dữ liệu>',
  places: () =>
    [
      'Nơi để dữ liệu, chọn một:',
      '  --data-dir <thư mục>   máy chủ của đơn vị (hoặc đặt biến DATA_DIR); dùng được khi máy chủ đang chạy',
      '  --local                dữ liệu thử của npm start',
      '  --remote               cơ sở dữ liệu D1 đã triển khai trên Cloudflare',
      '  --database <khóa>      khi có nhiều cơ sở dữ liệu (biến DATABASES): chọn một; không ghi thì là main',
    ].join('\n'),
  unknownCommand: (typed: string) =>
    `Không có lệnh “${typed.slice(0, 60)}”. Chạy npm run admin -- help để xem các lệnh.`,
  howTo: (name: string, args: string) => `Cách dùng: npm run admin -- ${name} ${args}`.trimEnd(),
  unknownOption: (name: string, option: string) =>
    `Lệnh “${name}” không có tham số ${option.slice(0, 60)}.`,
  valueMissing: (option: string) => `Tham số ${option} cần một giá trị đi sau.`,
  wrongCount: (name: string, given: number) => `Lệnh “${name}” không nhận ${given} tham số.`,
  noPlace: () =>
    'Chưa nói dữ liệu ở đâu. Thêm --data-dir <thư mục>, --local hoặc --remote, hoặc đặt biến DATA_DIR.',
  severalPlaces: () => 'Chỉ chọn một trong --data-dir, --local và --remote.',
  unexpected: (why: string) => `Lệnh dừng vì lỗi ngoài dự kiến: ${why}. Chưa ghi gì dở dang.`,

  // ------------------------------------------------------------ where the data is
  newDatabase: (folder: string) => `Đã tạo cơ sở dữ liệu mới trong ${folder}.`,
  noDatabase: (folder: string) =>
    `Trong ${folder} không có cơ sở dữ liệu. Kiểm tra --data-dir hoặc DATA_DIR; lần đầu thì nạp cơ quan trước.`,
  newerDatabase: (folder: string) =>
    `Cơ sở dữ liệu trong ${folder} do phiên bản mới hơn ghi. Dùng đúng phiên bản đó; dữ liệu chưa bị đụng đến.`,
  unreadable: (file: string, why: string) =>
    `${file} không đọc được (${why}). Kiểm tra quyền đọc ghi, hoặc khôi phục từ bản sao lưu.`,
  noLocalDatabase: (folder: string) =>
    `Chưa có dữ liệu thử trong ${folder}. Chạy npm start một lần, hoặc đặt đúng STATE_DIR.`,
  noRemoteDatabase: (binding: string) =>
    `worker/wrangler.jsonc chưa ghi database_id của cơ sở dữ liệu ${binding} đã triển khai. Tạo bằng wrangler d1 create rồi chép số hiệu vào đó (worker/cloudflare.md).`,
  unnamedDatabase: (binding: string) =>
    `worker/wrangler.jsonc có cơ sở dữ liệu ${binding} mà DATABASES không nhắc đến, nên người dùng ở đó không đăng nhập được. Thêm vào "vars" phần DATABASES, ví dụ bac-ninh=${binding}, hoặc bỏ binding ấy khỏi d1_databases.`,
  noSuchKey: (key: string, keys: readonly string[]) =>
    `Không có cơ sở dữ liệu “${key.slice(0, 40)}” trong cấu hình. Có: ${keys.join(', ')}. Trên máy chủ của đơn vị, đặt DATABASES đúng như máy chủ đang dùng.`,
  noFurther: (file: string) =>
    `Chưa có ${file}. Máy chủ tạo tệp này khi khởi động với DATABASES có khóa ấy; hoặc nạp cơ quan trước.`,
  newFurther: (file: string) => `Đã tạo cơ sở dữ liệu mới ${file}.`,
  remoteBehind: () =>
    'Cơ sở dữ liệu đã triển khai chưa có đủ bảng. Chạy npm run deploy trước, rồi chạy lại lệnh này.',
  remoteUnreachable: (why: string) =>
    `Không vào được cơ sở dữ liệu trên Cloudflare (${why}). Đăng nhập bằng npx wrangler login hoặc đặt CLOUDFLARE_API_TOKEN, rồi chạy lại.`,
  onlyServers: (name: string) =>
    `Lệnh “${name}” chỉ dùng cho máy chủ của đơn vị (--data-dir). Trên Cloudflare dùng Time Travel của D1 (worker/cloudflare.md).`,
  noFile: (file: string, why: string) => `Không đọc được ${file} (${why}). Kiểm tra đường dẫn.`,
  notJson: (file: string, why: string) => `${file} không phải JSON đúng cú pháp: ${why}.`,
  cannotWrite: (file: string, why: string) =>
    `Không ghi được ${file} (${why}); chưa cấp mã nào. Chọn tên tệp chưa có, trong thư mục ghi được.`,

  // ------------------------------------------------------------ agencies
  noSuchAgency: (agency: string) =>
    `Không có cơ quan “${agency.slice(0, 60)}”. Xem các cơ quan bằng agency list.`,
  whereTo: () => 'Nói chuyển đi đâu: --to <khóa của cơ sở dữ liệu>, hoặc --to main.',
  noAgencies: () => 'Chưa có cơ quan nào. Nạp bằng agency admit <tệp.json>.',
  faults: (file: string, count: number) => `${file} có ${count} chỗ sai nên chưa nạp gì:`,
  fault: ({ path, code, message }: Issue) => {
    const [, kind, key] = /^unknown (unit|field) (.+)$/u.exec(message) ?? []
    const why =
      kind !== undefined
        ? `nhắc đến ${names[kind]} “${key}” không có trong danh sách của hồ sơ`
        : (shapes[code ?? ''] ?? 'không đúng mẫu hồ sơ')
    return `  ${path.map(String).join('.') || '(toàn bộ hồ sơ)'}: ${why}.`
  },
  unitsHaveFiled: (units: readonly string[]) =>
    `Hồ sơ mới bỏ ${units.join(', ')} là đơn vị đã nộp số liệu nên chưa nạp. Giữ đơn vị trong hồ sơ, hoặc thêm --force nếu đúng là đơn vị không còn; số liệu đã nộp vẫn được lưu.`,
  agencyAdmitted: (name: string, units: number, digest: string) =>
    `Đã thêm ${name}: ${units} đơn vị, mã hồ sơ ${digest.slice(0, 16)}.`,
  agencyReplaced: (name: string, units: number, digest: string) =>
    `Đã thay hồ sơ ${name}: ${units} đơn vị, mã hồ sơ ${digest.slice(0, 16)}.`,
  agencySame: (name: string) => `Hồ sơ ${name} không có gì thay đổi.`,
  codesOfGone: (units: readonly string[]) =>
    `Mã truy cập của ${units.join(', ')} vẫn còn hiệu lực. Thu hồi bằng codes revoke … --unit.`,
  agencyLine: (key: string, name: string, units: number, periods: number) =>
    `${key}  ${name}: ${units} đơn vị, ${periods} kỳ báo cáo`,
  agencyParts: {
    units: 'Đơn vị',
    roles: 'Vai trò trong danh mục',
    fields: 'Lĩnh vực',
    tasks: 'Nhiệm vụ trong kế hoạch',
    digest: 'Mã hồ sơ',
  },
  procedures: (count: number) => `${count} thủ tục`,

  // ------------------------------------------------------------ catalogues
  noCatalogueFolder: (name: string) =>
    `Không thấy danh mục “${name.slice(0, 120)}”. Ghi tên phiên bản có sẵn (ví dụ sct-2025.1), hoặc thư mục có catalogue.json, các biểu và thư mục con rules.`,
  catalogueFaults: (name: string, count: number) =>
    `Danh mục ${name} có ${count} lỗi nên chưa nạp:`,
  catalogueLoaded: (version: string, forms: number, rules: number) =>
    `Đã nạp danh mục ${version}: ${forms} biểu, ${rules} quy tắc kiểm tra.`,
  catalogueSame: (version: string) => `Danh mục ${version} đã có với đúng nội dung này.`,
  catalogueDiffers: (version: string) =>
    `Danh mục ${version} đã nạp với nội dung khác, và một phiên bản không bao giờ đổi. Đặt số phiên bản mới trong catalogue.json rồi nạp lại.`,
  catalogueLine: (version: string, from: string, to: string | null, periods: number) =>
    `${version}  từ ${printDate(from)}${to === null ? '' : ` đến ${printDate(to)}`}, ${periods} kỳ đang dùng`,
  noCatalogues: () => 'Chưa có danh mục nào. Nạp bằng catalogue load <phiên bản>.',

  // ------------------------------------------------------------ codes
  whichHolder: () => 'Nói cấp cho ai: --all cho mọi đơn vị và vai trò, hoặc --role.',
  unknownRole: (role: string) =>
    `Không có vai trò “${role.slice(0, 40)}”. Chọn unit, clerk, dashboard hoặc admin.`,
  unitNeeded: () => 'Vai trò unit cần --unit; các vai trò khác thì không có đơn vị.',
  noSuchUnit: (unit: string, units: readonly string[]) =>
    `Không có đơn vị “${unit.slice(0, 40)}”. Các đơn vị: ${units.join(', ')}.`,
  issued: (count: number) =>
    `Đã cấp ${count} mã. Mỗi mã chỉ hiện lần này; giao tận tay từng người.`,
  issuedInto: (count: number, file: string) =>
    `Đã cấp ${count} mã, ghi trong ${file} (chỉ tài khoản này đọc được). Giao xong thì xóa tệp.`,
  earlierStand: (count: number) =>
    `${count} mã cấp trước đây cho cùng người giữ vẫn dùng được. Không dùng nữa thì thu hồi bằng codes revoke.`,
  accessHead: () => ['Số hiệu', 'Vai trò', 'Đơn vị', 'Tên', 'Cấp lúc', 'Thu hồi lúc'],
  instant: (utc: string | null) => (utc === null ? '' : printInstant(utc)),
  noCodes: (agency: string) => `${agency} chưa được cấp mã nào. Cấp bằng codes issue.`,
  whichCode: () => 'Nói thu hồi mã nào: một số hiệu, --unit <đơn vị> hoặc --all.',
  nothingToRevoke: () => 'Không còn mã nào có hiệu lực để thu hồi.',
  revoked: (count: number) => `Đã thu hồi ${count} mã; các phiên mở bằng mã đó đã kết thúc.`,
  widened: (name: string, agencies: readonly string[]) =>
    `Mã “${name}” nay đọc được thêm: ${agencies.join(', ')}.`,
  identityNeeds: () => 'Cần đủ --issuer, --subject và --role.',
  identityAdded: (subject: string, name: string) =>
    `Tài khoản ${subject} nay đăng nhập được với tên “${name}”.`,

  // ------------------------------------------------------------ the audit
  againstWhich: () =>
    '--against là của một cơ quan. Ghi tên cơ quan đó, ví dụ: audit verify sct-bac-giang --against 123:….',
  notAHead: (typed: string) =>
    `“${typed.slice(0, 80)}” không phải đầu chuỗi nhật ký. Ghi số mục, dấu hai chấm, rồi ít nhất 16 ký tự của mã như in trên bìa phụ lục, ví dụ 123:9F2A-04BC-77D1-E530.`,
  notAHeadFile: (file: string) =>
    `${file} không phải bản sao đầu chuỗi nhật ký nên không đối chiếu được. Bỏ tệp này khỏi thư mục, hoặc tìm bản sao khác.`,
  walked: (agency: string, entries: number) => `${agency}: đã duyệt ${printNumber(entries)} mục…`,
  chain: (agency: string, entries: number, head: { seq: number; hash: string } | undefined) =>
    head
      ? `${agency}: ${printNumber(entries)} mục nhật ký, đầu chuỗi ${head.seq}:${head.hash}`
      : `${agency}: chưa có mục nhật ký nào`,
  chainsHold: (agencies: number) =>
    `Chuỗi nhật ký của ${agencies} cơ quan còn nguyên, và số liệu đang lưu khớp với nhật ký.`,
  broken: (agency: string, findings: number) => `${agency}: có ${findings} chỗ sai:`,
  moreFindings: (more: number) => `  … và ${more} chỗ khác.`,

  // ------------------------------------------------------------ server upkeep
  backedUp: (file: string, kilobytes: string) =>
    `Đã sao lưu vào ${file} (${kilobytes} KB). Bản sao giữ mọi số liệu; cất ở nơi an toàn, khác máy này.`,
  restoring: (file: string) => `Đang khôi phục từ ${file}…`,
  restored: (folder: string) => `Đã khôi phục vào ${folder}.`,
  restoredKeys: (keys: readonly string[]) =>
    `Bản sao lưu có thêm cơ sở dữ liệu: ${keys.join(', ')}. Chạy máy chủ với DATABASES=${keys.join(',')}.`,
  clockDone: () => 'Đã làm xong việc hằng giờ.',

  // ------------------------------------------------------------ prose
  noText: {
    empty: file => `${file} rỗng (0 byte), có thể chép chưa xong. Chép lại rồi chạy lại lệnh.`,
    'too-large': file =>
      `${file} quá lớn so với một báo cáo. Bỏ hình ảnh, hoặc lưu phần lời thành tệp .txt rồi chạy lại lệnh.`,
    pdf: file => `${file} là tệp PDF nên không đọc được. Dùng bản Word (.docx) của báo cáo.`,
    'old-word': file =>
      `${file} theo kiểu Word 97–2003 (.doc) nên không đọc được. Mở bằng Word, lưu thành .docx rồi chạy lại lệnh.`,
    damaged: file =>
      `${file} hỏng hoặc đặt mật khẩu nên không đọc được. Mở bằng Word, lưu lại thành .docx rồi chạy lại lệnh.`,
    'not-word': file =>
      `${file} không phải văn bản Word (.docx): bên trong không có phần lời. Kiểm tra lại tệp, hoặc lưu lại từ Word.`,
    'not-text': file =>
      `${file} không phải văn bản Word (.docx) và cũng không phải tệp chữ UTF-8. Lưu lại từ Word thành .docx, hoặc thành tệp chữ với bảng mã UTF-8.`,
  } satisfies Record<NoText, (file: string) => string>,
  proseFinding: (verdict: Verdict, rule: string, message: string) =>
    `${verdictNames[verdict]} (${rule}): ${message}`,
  proseLine: (line: number, quote: string) => `Dòng ${printNumber(line)}: ${quote}`,
  proseDone: (file: string, findings: readonly { readonly verdict: Verdict }[]) => {
    if (findings.length === 0) return `${file}: không thấy chỗ nào mâu thuẫn.`
    const counts = Object.entries(verdictNames).flatMap(([verdict, name]) => {
      const count = findings.filter(one => one.verdict === verdict).length
      return count > 0 ? [`${count} ${name.toLowerCase()}`] : []
    })
    return `${file}: ${findings.length} chỗ (${counts.join(', ')}).`
  },

  // ------------------------------------------------------------ npm run deploy
  building: () => 'Dựng ngăn biểu mẫu và máy chủ vào dist/',
  migrating: (database: string) => `Cập nhật bảng của cơ sở dữ liệu ${database} trên Cloudflare`,
  releasing: () => 'Đưa phiên bản mới lên Cloudflare',
  bundling: () => 'Đóng gói thử, không tải lên',
  stepFailed: (step: number) =>
    `Bước ${step} không xong nên các bước sau không chạy; phiên bản đang dùng giữ nguyên. Xem lỗi ngay phía trên, sửa rồi chạy lại.`,
} as const
