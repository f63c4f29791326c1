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
  'digest-unknown': { status: 404, title: 'Không còn lần tải này' },
  'method-not-allowed': { status: 405, title: 'Địa chỉ này không nhận thao tác đó' },
  'not-acceptable': { status: 406, title: 'Không trả lời được bằng loại nội dung yêu cầu' },
  'submitted-differently': { status: 409, title: 'Lần nộp này đã được nhận với nội dung khác' },
  'revision-stale': { status: 409, title: 'Đã có bản mới hơn' },
  'recorded-differently': { status: 409, title: 'Mã này đã dùng cho nội dung khác' },
  'year-in-system': { status: 409, title: 'Năm này đã có số liệu trong phần mềm' },
  'no-years': { status: 422, title: 'Chưa có số liệu năm để tổng kết' },
  'entry-stale': { status: 409, title: 'Vừa có người khác ghi' },
  'section-stale': { status: 409, title: 'Mục này vừa có người khác sửa' },
  'plan-stale': { status: 409, title: 'Kế hoạch này vừa có người khác sửa' },
  'invalid-plan': { status: 422, title: 'Kế hoạch có chỗ chưa ghi đúng' },
  'round-closed': { status: 409, title: 'Đợt kiểm tra không nhận nội dung này' },
  'period-exists': { status: 409, title: 'Kỳ báo cáo đã được mở' },
  'period-locked': { status: 409, title: 'Kỳ báo cáo đã khóa' },
  'catalogue-outdated': { status: 409, title: 'Danh mục biểu mẫu đã thay đổi' },
  'webhook-paused': { status: 409, title: 'Địa chỉ nhận tin đang tạm dừng' },
  'webhooks-off': { status: 409, title: 'Máy chủ chưa báo được cho hệ thống khác' },
  'too-large': { status: 413, title: 'Nội dung gửi lên quá lớn' },
  'not-json': { status: 415, title: 'Nội dung gửi lên không phải JSON' },
  'no-text': { status: 422, title: 'Không có văn bản để kiểm tra' },
  'no-dossiers': { status: 422, title: 'Tệp không có bảng hồ sơ theo lĩnh vực' },
  'not-a-workbook': { status: 422, title: 'Tệp gửi lên không đọc được' },
  'other-sheet': { status: 409, title: 'Tệp gửi lên thuộc biểu khác' },
  'invalid-figures': { status: 422, title: 'Có số liệu chưa ghi đúng' },
  'rule-stays': { status: 422, title: 'Chưa ghi được thay đổi này' },
  'invalid-inspection': { status: 422, title: 'Nội dung kiểm tra còn chỗ phải sửa' },
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
  // the request by which the log can be asked (RFC 9457 §3.1.5)
  const instance = `urn:uuid:${c.get('requestId')}`
  const document: ProblemDocument = { type: slug, title, status, detail, instance, ...extensions }
  return c.body(JSON.stringify(document), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    ...(status === 503 ? { 'Retry-After': '2' } : {}),
    // the limits count by the minute
    ...(status === 429 ? { 'Retry-After': '60' } : {}),
    // RFC 9110 §15.5.2: a 401 names the scheme to use
    ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
  })
}

/**
 * What the database says when nothing is wrong with the request, so the same one sent again may succeed: at once, or when
 * an operator has made room. SQLite's texts are those of sqlite3_errstr (sqlite.org/rescode.html); D1 passes them on and
 * adds its own (developers.cloudflare.com/d1/observability/debug-d1). A malformed image is not among them: SQLITE_CORRUPT
 * does not pass, and every further write may do harm, so it is `internal` until the database has been restored.
 */
const passing: readonly (readonly [says: string, by: string])[] = [
  ['database is locked', 'SQLITE_BUSY'],
  ['database table is locked', 'SQLITE_LOCKED'],
  ['locking protocol', 'SQLITE_PROTOCOL'],
  ['out of memory', 'SQLITE_NOMEM'],
  ['disk I/O error', 'SQLITE_IOERR'],
  ['database or disk is full', 'SQLITE_FULL'],
  ['attempt to write a readonly database', 'SQLITE_READONLY'],
  ['unable to open database file', 'SQLITE_CANTOPEN'],
  ['Network connection lost', 'D1'],
  ['Replica disconnected from primary', 'D1'],
  ['D1 DB is overloaded', 'D1'],
  ['caused object to be reset', 'D1'],
  ['reset because its code was updated', 'D1'],
  ['due to transient issue on remote node', 'D1'],
  ['Exceeded maximum DB size', 'D1'],
]

/** By text or, where D1 gives nothing else, by the name of SQLite's code. */
const isPassing = ({ message }: Error): boolean =>
  passing.some(
    ([says, by]) => message.includes(says) || (by.startsWith('SQLITE_') && message.includes(by)),
  )

export function onError(error: Error, c: Context<App>): Response {
  if (error instanceof Problem) return answer(c, error)
  if (error instanceof HTTPException && error.status < 500)
    return answer(c, new Problem('malformed', say.notReadable()))
  if (isPassing(error)) return answer(c, new Problem('try-again', say.tryAgain()))
  return answer(c, new Problem('internal', say.internal(c.get('requestId'))))
}

/** @param near addresses that may have been meant */
export const notFound = (c: Context<App>, near: readonly string[]): Response =>
  answer(c, new Problem('not-found', say.noSuchAddress(near)))
