/** What this server sends by itself, in the description's `webhooks` (OpenAPI 3.1 §4.8.1). */
import type { Change } from '../../shared/protocol.ts'

type Json = Record<string, unknown>

const told: Partial<Record<Change['kind'], string>> = {
  accepted: 'Văn phòng đã duyệt số liệu của một đơn vị',
  returned: 'Văn phòng đã trả lại số liệu của một đơn vị',
  locked: 'Kỳ báo cáo đã khóa, số liệu tổng hợp là chính thức',
}

const headers: Readonly<Record<string, readonly [says: string, example: string]>> = {
  'webhook-id': [
    'Số hiệu của tin, giữ nguyên qua mọi lần gửi lại: tin đã nhận rồi thì bỏ qua.',
    'sct-bac-giang_a1b2c3d4_128_9f2a04bc77d1',
  ],
  'webhook-timestamp': [
    'Thời điểm của lần gửi này, giây từ 1/1/1970. Lệch quá 5 phút thì không nhận.',
    '1744682469',
  ],
  'webhook-signature': [
    'Các chữ ký cách nhau bằng dấu cách, mỗi chữ ký là v1, rồi HMAC-SHA256 (base64) của “webhook-id.webhook-timestamp.nội dung” theo mã bí mật (bỏ whsec_, giải base64). Đúng một chữ ký là đủ.',
    'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  ],
}

/** @param payload the schema and examples of the body */
export const webhooksOf = (payload: Json): Json =>
  Object.fromEntries(
    Object.entries(told).map(([kind, summary]) => [
      kind,
      {
        post: {
          operationId: `told-${kind}`,
          tags: ['webhooks'],
          summary,
          description:
            'Theo đặc tả Standard Webhooks 1.0.0. Gửi đúng thứ tự, ít nhất một lần; không nhận được 2xx trong 10 giây thì gửi lại sau 1 phút, 5 phút, 30 phút, 2 giờ, 6 giờ, 12 giờ rồi mỗi ngày, sau 5 ngày thì dừng.',
          security: [],
          parameters: Object.entries(headers).map(([name, [description, example]]) => ({
            ...{
              in: 'header',
              name,
              required: true,
              description,
              schema: { type: 'string' },
              example,
            },
          })),
          requestBody: { required: true, content: { 'application/json': payload } },
          responses: {
            204: { description: 'Đã nhận. Nội dung trả lời không được đọc.' },
            410: { description: 'Không muốn nhận nữa: phần mềm dừng ngay.' },
          },
        },
      },
    ]),
  )
