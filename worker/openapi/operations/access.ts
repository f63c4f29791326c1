/** Signing in and out, and who is asking. Rows of the table in `../operations.ts`. */
import type { Operations } from '../operation.ts'

export const access: Operations = {
  'POST /api/v1/sessions': {
    id: 'signIn',
    tag: 'access',
    action: null,
    does: 'Đăng nhập bằng mã truy cập hoặc bằng thẻ đăng nhập một lần',
    body: 'SignIn',
    answers: { 201: { of: 'Session', says: 'Phiên làm việc mới' } },
    // not-found: single sign-on is off
    refuses: ['wrong-code', 'not-found'],
  },
  'DELETE /api/v1/sessions/current': {
    id: 'signOut',
    tag: 'access',
    action: 'session.end',
    does: 'Đăng xuất',
    answers: { 204: { of: null, says: 'Phiên làm việc đã kết thúc' } },
  },
  'GET /api/v1/me': {
    id: 'me',
    tag: 'access',
    action: 'session.read',
    does: 'Đang đăng nhập bằng mã của ai',
    answers: { 200: { of: 'Me', says: 'Người đang đăng nhập' } },
  },
}
