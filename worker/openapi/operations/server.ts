/** The server itself and what happened on it. Rows of the table in `../operations.ts`. */
import type { Operations } from '../operation.ts'

export const server: Operations = {
  'GET /api/health': {
    id: 'health',
    tag: 'server',
    action: null,
    does: 'Máy chủ có đang chạy không',
    answers: { 200: { of: 'Health', says: 'Đang chạy' } },
  },
  'GET /api/openapi.json': {
    id: 'describe',
    tag: 'server',
    action: null,
    does: 'Bản mô tả này',
    answers: { 200: { of: 'description', says: 'OpenAPI 3.1', tagged: true } },
  },
  'GET /api/v1/audit': {
    id: 'audit',
    tag: 'server',
    action: 'audit.read',
    does: 'Nhật ký các thay đổi',
    query: ['before'],
    answers: { 200: { of: 'Audit', says: 'Nhật ký' } },
  },
}
