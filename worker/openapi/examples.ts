/**
 * Examples beside the description, and what stands in a path. Examples of messages live by subject (tag) in
 * `examples/<tag>.ts`; every message that is sent or answered needs one (test/worker/examples.test.ts).
 */
import type { ExamplesOf } from './example.ts'
import { access } from './examples/access.ts'
import { figures } from './examples/figures.ts'
import { forms } from './examples/forms.ts'
import { inspections } from './examples/inspections.ts'
import { periods } from './examples/periods.ts'
import { plans } from './examples/plans.ts'
import { province } from './examples/province.ts'
import { server } from './examples/server.ts'
import { submissions } from './examples/submissions.ts'
import { webhooks } from './examples/webhooks.ts'
import { years } from './examples/years.ts'

type Parameter = {
  readonly description: string
  readonly schema: Readonly<Record<string, unknown>>
  readonly example: string
}

/** What stands in a path. */
export const parameters: Readonly<Record<string, Parameter>> = {
  period: {
    description: 'Kỳ báo cáo: tháng 2025-M04, quý 2025-Q1, 2025-6M, 2025-9M, năm 2025-Y',
    schema: { type: 'string', pattern: '^\\d{4}-(?:M(?:0[1-9]|1[0-2])|Q[1-4]|6M|9M|Y)$' },
    example: '2025-M04',
  },
  unit: {
    description: 'Mã đơn vị',
    schema: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
    example: 'qltm',
  },
  id: {
    description: 'UUID do phần mềm gửi tạo ra',
    schema: { type: 'string', format: 'uuid' },
    example: '5f0c9f5e-8a57-4c41-9d0c-2f8f4f3f9b11',
  },
  code: {
    description: 'Mã kiểm chứng in trên giấy; chữ thường, khoảng trắng, thiếu gạch nối đều được',
    schema: { type: 'string', maxLength: 64 },
    example: 'K7M2Q-9XB4T',
  },
  section: {
    description: 'Mục của báo cáo, theo mã trong phần lời văn của danh mục',
    schema: { type: 'string', pattern: '^[IVX]+(?:\\.\\d+(?:\\.[a-zđ\\d]+)?)?$' },
    example: 'II.1.a',
  },
  rule: {
    description: 'Mã quy tắc kiểm tra',
    schema: { type: 'string', pattern: '^[A-Z0-9][A-Z0-9-]*$' },
    example: 'X-07',
  },
  exclusion: {
    description: 'Mã khai báo loại trừ do Văn phòng đặt',
    schema: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,39}$' },
    example: 'tthc-thong-bao',
  },
  problem: {
    description: 'UUID của vấn đề, do phần mềm gửi tạo ra',
    schema: { type: 'string', format: 'uuid' },
    example: '0d8c1b7a-43f2-4d0e-9b59-6f4d8a7c2e10',
  },
  webhook: {
    description: 'Số hiệu địa chỉ nhận tin',
    schema: { type: 'string', pattern: '^[0-9a-f]{8}$' },
    example: 'a1b2c3d4',
  },
  year: {
    description: 'Năm dương lịch',
    schema: { type: 'string', pattern: '^20\\d{2}$' },
    example: '2025',
  },
}

/** Bodies as they are sent, and answers as they come. */
export const examples: ExamplesOf = {
  ...access,
  ...figures,
  ...forms,
  ...inspections,
  ...periods,
  ...plans,
  ...province,
  ...server,
  ...submissions,
  ...webhooks,
  ...years,
}
