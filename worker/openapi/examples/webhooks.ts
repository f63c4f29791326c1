/** Examples of webhooks: an invented receiver that was away for an hour. */
import type { Delivery, Webhook, WebhookPayload } from '../../../shared/protocol.ts'
import { whyNot } from '../../webhook/words.ts'
import type { ExamplesOf } from '../example.ts'

const failed: Delivery = {
  ...{ seq: 128, kind: 'accepted', at: '2025-04-15T02:06:12.000Z', attempt: 2 },
  ...{ status: 503, ms: 41, outcome: 'failed', why: whyNot('refused', 503) },
}
const delivered: Delivery = {
  ...{ seq: 121, kind: 'returned', at: '2025-04-14T08:30:02.000Z', attempt: 1 },
  ...{ status: 204, ms: 63, outcome: 'delivered', why: null },
}
const webhook: Webhook = {
  ...{ id: 'a1b2c3d4', url: 'https://lis.example.gov.vn/cchc', state: 'active' },
  events: ['accepted', 'returned', 'locked'],
  ...{ addedAt: '2025-03-03T01:00:00.000Z', waiting: 2, failures: 2 },
  ...{ failingSince: '2025-04-15T02:01:10.000Z', nextTryAt: '2025-04-15T02:11:20.000Z' },
  deliveries: [failed, delivered],
}
const payload: WebhookPayload = {
  ...{ seq: 128, at: '2025-04-15T02:01:09.000Z', kind: 'accepted' },
  ...{ period: '2025-M04', unit: 'qltm', revision: 2, digest: null },
  agency: 'sct-bac-giang',
}

export const webhooks: ExamplesOf = {
  Webhooks: {
    failing: {
      summary: 'Hệ thống nhận đang lỗi, hai tin chờ',
      value: { on: true, webhooks: [webhook] },
    },
    none: { summary: 'Chưa báo cho hệ thống nào', value: { on: true, webhooks: [] } },
  },
  Webhook: { failing: { summary: 'Hệ thống nhận đang lỗi, hai tin chờ', value: webhook } },
  ChangeWebhook: {
    pause: { summary: 'Tạm dừng', value: { state: 'paused' } },
    resume: { summary: 'Báo tiếp', value: { state: 'active' } },
  },
  WebhookPayload: {
    accepted: { summary: 'Văn phòng đã duyệt một bản nộp', value: payload },
    locked: {
      summary: 'Kỳ đã khóa, số liệu tổng hợp là chính thức',
      value: {
        ...payload,
        ...{ seq: 140, at: '2025-04-18T09:00:00.000Z', kind: 'locked', unit: null, revision: null },
        digest: '9f2a04bc77d1e5306c1f0d2b8e47a9535a1c7be2064df8913b7a60c2d5e8f419',
      } satisfies WebhookPayload,
    },
  },
}
