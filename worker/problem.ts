/**
 * Every way a request can fail, in one table; on the wire as RFC 9457. `type` is the slug itself, a relative reference
 * the RFC allows (§3.1.1). What went wrong inside never leaves: an unexpected error shows only its request id.
 */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ProblemDocument } from '../shared/protocol.ts'
import type { App } from './env.ts'
import { say } from './messages.ts'

export const problems = {
  malformed: { status: 400, title: 'Yêu cầu không đọc được' },
  'sign-in-needed': { status: 401, title: 'Cần đăng nhập' },
  'wrong-code': { status: 401, title: 'Mã truy cập không đúng hoặc đã bị thu hồi' },
  'not-yours': { status: 403, title: 'Ngoài phạm vi của mã truy cập này' },
  'agency-needed': { status: 400, title: 'Cần chọn cơ quan' },
  'not-found': { status: 404, title: 'Không tìm thấy' },
  'method-not-allowed': { status: 405, title: 'Địa chỉ này không nhận thao tác đó' },
  'submitted-differently': { status: 409, title: 'Lần nộp này đã được nhận với nội dung khác' },
  'revision-stale': { status: 409, title: 'Đã có bản mới hơn' },
  'recorded-differently': { status: 409, title: 'Mã này đã dùng cho nội dung khác' },
  'period-exists': { status: 409, title: 'Kỳ báo cáo đã được mở' },
  'period-locked': { status: 409, title: 'Kỳ báo cáo đã khóa' },
  'catalogue-outdated': { status: 409, title: 'Danh mục biểu mẫu đã thay đổi' },
  'too-large': { status: 413, title: 'Nội dung gửi lên quá lớn' },
  'not-json': { status: 415, title: 'Nội dung gửi lên không phải JSON' },
  'invalid-figures': { status: 422, title: 'Có số liệu chưa ghi đúng' },
  findings: { status: 422, title: 'Số liệu còn lỗi hoặc chưa giải trình' },
  'slow-down': { status: 429, title: 'Gửi quá nhiều lần trong một phút' },
  internal: { status: 500, title: 'Máy chủ gặp lỗi' },
  'try-again': { status: 503, title: 'Máy chủ đang bận' },
} as const

export type Slug = keyof typeof problems
export type FaultAt = { pointer: string; detail: string }
type Extensions = Omit<Partial<ProblemDocument>, 'type' | 'title' | 'status' | 'detail'>

export class Problem extends Error {
  readonly slug: Slug
  readonly detail: string
  readonly extensions: Extensions
  constructor(slug: Slug, detail: string, extensions: Extensions = {}) {
    super(slug)
    this.slug = slug
    this.detail = detail
    this.extensions = extensions
  }
}

export function answer(c: Context<App>, { slug, detail, extensions }: Problem): Response {
  const { status, title } = problems[slug]
  const document: ProblemDocument = { type: slug, title, status, detail, ...extensions }
  return c.body(JSON.stringify(document), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(status === 503 ? { 'Retry-After': '2' } : {}),
    // RFC 9110 §15.5.2: a 401 names the scheme to use
    ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
  })
}

/** What D1 says when asking once more may succeed. */
const passing =
  /overloaded|Network connection lost|object to be reset|database is locked|SQLITE_BUSY|timed? ?out/iu

export function onError(error: Error, c: Context<App>): Response {
  if (error instanceof Problem) return answer(c, error)
  if (error instanceof HTTPException && error.status < 500)
    return answer(c, new Problem('malformed', say.notReadable()))
  const instance = `urn:uuid:${c.get('requestId')}`
  if (passing.test(error.message))
    return answer(c, new Problem('try-again', say.tryAgain(), { instance }))
  return answer(c, new Problem('internal', say.internal(c.get('requestId')), { instance }))
}

export const notFound = (c: Context<App>): Response =>
  answer(c, new Problem('not-found', say.noSuchAddress()))
