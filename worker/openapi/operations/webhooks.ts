/** Webhooks as the office sees them. Rows of the table in `../operations.ts`. */
import type { Operations } from '../operation.ts'

export const webhooks: Operations = {
  'GET /api/v1/webhooks': {
    id: 'webhooks',
    tag: 'webhooks',
    action: 'webhook.read',
    does: 'Các hệ thống khác đang được báo tin, còn tin nào chờ, những lần gửi gần đây',
    answers: {
      200: { of: 'Webhooks', says: 'Các địa chỉ nhận tin; quản trị thêm bằng dòng lệnh' },
    },
  },
  'PATCH /api/v1/webhooks/:webhook': {
    id: 'changeWebhook',
    tag: 'webhooks',
    action: 'webhook.write',
    does: 'Tạm dừng, hoặc báo tiếp từ chỗ đã dừng',
    body: 'ChangeWebhook',
    answers: { 200: { of: 'Webhook', says: 'Địa chỉ sau khi đổi' } },
    refuses: ['not-found'],
  },
  'POST /api/v1/webhooks/:webhook/try': {
    id: 'tryWebhook',
    tag: 'webhooks',
    action: 'webhook.write',
    does: 'Gửi ngay tin đang chờ lâu nhất, không đợi đến lần gửi tới',
    answers: { 200: { of: 'Webhook', says: 'Địa chỉ sau lần gửi' } },
    refuses: ['not-found', 'webhook-paused', 'webhooks-off'],
  },
}
