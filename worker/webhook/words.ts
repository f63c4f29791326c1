/** Every sentence about webhooks: why a try failed, why one cannot be added, what the commands of the administrator say. */
import { printInstant } from '../../shared/period.ts'
import { changeKinds } from '../../shared/protocol.ts'
import { nearest } from '../nearest.ts'
import type { WebhookState } from '../store/webhooks.ts'
import type { AddressFault } from './address.ts'
import { shortestKey } from './key.ts'

/** As the store keeps why a try failed. */
export const failures = {
  timeout: 'Hệ thống nhận không trả lời trong 10 giây.',
  unreachable:
    'Không kết nối được tới máy chủ nhận: máy tắt, sai cổng hoặc bị tường lửa chặn. Hỏi đơn vị quản lý hệ thống nhận.',
  'no-such-host': 'Không tìm thấy tên máy chủ trong địa chỉ. Kiểm tra tên miền của hệ thống nhận.',
  dropped: 'Hệ thống nhận ngắt kết nối giữa chừng.',
  certificate:
    'Chứng thư bảo mật của hệ thống nhận không hợp lệ hoặc đã hết hạn. Đơn vị quản lý hệ thống nhận cần thay chứng thư.',
  redirect:
    'Hệ thống nhận chuyển hướng sang địa chỉ khác; phần mềm không đi theo. Quản trị thêm lại địa chỉ mới bằng lệnh webhook add.',
  refused: 'Hệ thống nhận từ chối.',
  'no-answer': 'Không nhận được trả lời từ hệ thống nhận.',
  'other-key':
    'Chưa gửi: khóa của máy chủ không còn là khóa lúc cấp mã bí mật. Quản trị cấp lại bằng lệnh webhook secret --renew rồi đưa mã mới cho bên nhận.',
} as const
export type Failure = keyof typeof failures

const statuses: Readonly<Record<number, string>> = {
  400: 'Hệ thống nhận không đọc được nội dung gửi tới.',
  401: 'Hệ thống nhận không chấp nhận chữ ký. Kiểm tra mã bí mật bên nhận đang dùng.',
  403: 'Hệ thống nhận không cho phép gửi. Kiểm tra mã bí mật và tường lửa bên nhận.',
  404: 'Địa chỉ nhận không còn. Kiểm tra lại đường dẫn với bên nhận.',
  410: 'Hệ thống nhận báo không muốn nhận nữa, nên phần mềm dừng ngay.',
  429: 'Hệ thống nhận đang quá tải, đề nghị gửi lại sau.',
}

const isFailure = (text: string): text is Failure => Object.hasOwn(failures, text)

/** @param failure as stored; null when it was delivered */
export function whyNot(failure: string | null, status: number | null): string | null {
  if (failure === null) return null
  const said = (failure === 'refused' && status !== null && statuses[status]) || undefined
  if (said !== undefined) return said
  if (failure === 'refused' && status !== null && status >= 500)
    return 'Hệ thống nhận đang gặp lỗi bên trong.'
  return isFailure(failure) ? failures[failure] : failures['no-answer']
}

const stateNames: Record<WebhookState, string> = {
  active: 'đang báo',
  paused: 'tạm dừng',
  stopped: 'đã dừng',
}

const kinds = changeKinds.join(', ')

export const webhookWords = {
  // ------------------------------------------------------------ refusals of the API
  unknown: (id: string) =>
    `Không có địa chỉ nhận tin số hiệu “${id.slice(0, 40)}” ở cơ quan này, hoặc quản trị đã bỏ. Tải lại danh sách ở mục Báo cho hệ thống khác.`,
  paused: () => 'Địa chỉ này đang tạm dừng. Chọn Báo tiếp trước, phần mềm sẽ gửi ngay.',
  off: () =>
    'Máy chủ này chưa có khóa ký (WEBHOOK_KEY) nên chưa báo được cho hệ thống nào. Đề nghị quản trị đặt khóa rồi thử lại.',

  // ------------------------------------------------------------ the administrator's commands
  noKey: () =>
    `Chưa có khóa ký nên chưa cấp được mã bí mật. Tạo khóa bằng openssl rand -base64 32, giao cho máy chủ bằng npx wrangler secret put WEBHOOK_KEY, rồi đặt cùng khóa ấy vào biến WEBHOOK_KEY khi chạy lệnh này.`,
  shortKey: () =>
    `Khóa ký WEBHOOK_KEY quá ngắn: cần ít nhất ${shortestKey} ký tự. Tạo bằng openssl rand -base64 32.`,
  badAddress: {
    'not-an-address': url =>
      `“${url}” không phải địa chỉ web. Ghi đủ, ví dụ https://lis.example.gov.vn/cchc.`,
    'too-long': () => 'Địa chỉ dài quá 500 ký tự. Dùng địa chỉ ngắn hơn.',
    'not-https': url =>
      `“${url}” không dùng https nên tin gửi đi ai cũng đọc được. Dùng https; riêng máy trong mạng nội bộ ghi bằng số (10.x, 172.16–31.x, 192.168.x, 127.0.0.1) thì thêm --plain-http cùng --data-dir hoặc --local.`,
    'with-credentials': () =>
      'Địa chỉ có tên và mật khẩu. Bỏ phần đó: bên nhận kiểm tra chữ ký bằng mã bí mật thay cho mật khẩu.',
    'with-fragment': () => 'Địa chỉ có dấu #; phần sau dấu ấy không gửi được. Bỏ từ dấu # trở đi.',
  } satisfies Record<AddressFault, (url: string) => string>,
  unknownEvent: (typed: string) => {
    const near = nearest(typed, changeKinds)
    const meant = near.length > 0 ? ` Có phải ý là ${near.join(', ')}?` : ''
    return `Không có loại tin “${typed.slice(0, 40)}”.${meant} Các loại: ${kinds}.`
  },
  tooMany: (most: number) =>
    `Cơ quan này đã có ${most} địa chỉ, nhiều nhất là ${most}. Bỏ một địa chỉ bằng webhook remove trước.`,
  taken: (id: string) =>
    `Địa chỉ này đã có, số hiệu ${id}. Xem bằng webhook list; muốn đổi loại tin thì webhook remove rồi thêm lại.`,
  noSuch: (id: string, ids: readonly string[]) =>
    ids.length === 0
      ? `Cơ quan này chưa có địa chỉ nào nên không có số hiệu “${id.slice(0, 40)}”.`
      : `Không có địa chỉ số hiệu “${id.slice(0, 40)}”. Các số hiệu: ${ids.join(', ')}.`,
  added: (id: string, url: string, events: readonly string[]) =>
    `Đã thêm ${url}, số hiệu ${id}. Từ nay báo các tin: ${events.join(', ')}.`,
  secret: (secret: string) =>
    `Mã bí mật để bên nhận kiểm tra chữ ký: ${secret}\nMã chỉ hiện lần này; giao tận tay người quản lý hệ thống nhận.`,
  shownOnce: () =>
    'Mã bí mật chỉ hiện một lần lúc thêm địa chỉ. Thêm --renew để cấp mã mới; tin gửi đi mang cả chữ ký theo mã cũ trong 7 ngày.',
  renewed: (id: string) =>
    `Đã cấp mã bí mật mới cho ${id}. Trong 7 ngày tới, tin gửi đi mang cả chữ ký theo mã cũ để bên nhận kịp đổi.`,
  removed: (url: string) => `Đã bỏ ${url}; không báo nữa. Nhật ký vẫn giữ.`,
  none: (agency: string) => `${agency} chưa báo cho hệ thống nào. Thêm bằng webhook add.`,
  listHead: () => ['Số hiệu', 'Địa chỉ', 'Loại tin', 'Trạng thái', 'Đã báo đến mục', 'Lần tới'],
  state: (state: WebhookState) => stateNames[state],
  instant: (utc: string | null) => (utc === null ? '' : printInstant(utc)),
} as const
