/** Other systems that are told when figures were accepted, sent back or locked. */
import type { ChangeKind } from '../../../shared/protocol.ts'

export const webhooks = {
  about:
    'Khi số liệu được duyệt, trả lại hoặc kỳ được khóa, phần mềm báo ngay cho các hệ thống dưới đây để họ lấy số mới. Tin chỉ nói việc gì đã xảy ra, không chứa số liệu và tên người.',
  loading: 'Đang xem các hệ thống được báo…',
  reload: 'Tải lại',
  none: 'Chưa báo cho hệ thống nào.',
  whoAdds:
    'Chỉ quản trị máy chủ thêm được, vì máy chủ sẽ gửi tới bất cứ địa chỉ nào được ghi. Gửi cho quản trị địa chỉ của hệ thống nhận và lệnh này:',
  off: 'Máy chủ chưa có khóa ký (WEBHOOK_KEY) nên chưa báo cho hệ thống nào. Quản trị đặt khóa thì phần mềm báo tiếp từ chỗ còn chờ.',
  events: {
    'period-opened': 'kỳ được mở',
    'period-rescheduled': 'hạn nộp thay đổi',
    locked: 'kỳ bị khóa',
    reopened: 'kỳ được mở lại',
    submitted: 'đơn vị nộp số liệu',
    accepted: 'số liệu được duyệt',
    returned: 'số liệu bị trả lại',
    adjusted: 'số liệu được điều chỉnh',
    'plan-changed': 'kế hoạch thay đổi',
    'rules-changed': 'quy tắc thay đổi',
  } satisfies Record<ChangeKind, string>,
  toldOf: (events: readonly string[]) => `Báo khi ${events.join(', ')}.`,
  active: 'Đang báo',
  failing: (failures: number, next: string | null) =>
    next === null
      ? `Chưa gửi được sau ${failures} lần. Đang gửi lại.`
      : `Chưa gửi được sau ${failures} lần. Tự gửi lại lúc ${next}.`,
  paused: 'Tạm dừng. Tin mới được giữ lại, báo tiếp thì gửi đủ.',
  stopped: (since: string) =>
    `Đã dừng sau 5 ngày không nhận, từ ${since}. Tin vẫn giữ đủ; báo lại cho bên nhận rồi bấm Báo tiếp.`,
  gone: 'Đã dừng vì hệ thống nhận báo không muốn nhận nữa. Tin vẫn giữ đủ.',
  waiting: (n: number) =>
    n === 0 ? 'Không còn tin nào chờ.' : n >= 100 ? 'Từ 100 tin đang chờ.' : `${n} tin đang chờ.`,
  pause: 'Tạm dừng',
  resume: 'Báo tiếp',
  tryNow: 'Thử lại ngay',
  ofAddress: (command: string, host: string) => `${command}, ${host}`,
  trying: 'Đang gửi…',
  done: {
    paused: 'Đã tạm dừng.',
    resumed: 'Đã báo tiếp; không có tin nào chờ.',
    underWay: 'Đang gửi. Bấm Tải lại để xem kết quả.',
    delivered: 'Hệ thống nhận đã nhận được.',
    missed: 'Vẫn chưa gửi được.',
  },
  tries: (n: number) => `${n} lần gửi gần nhất`,
  delivered: 'Đã nhận',
  attempt: (n: number) => `lần thử ${n}`,
  status: (code: number) => `mã ${code}`,
}
