/**
 * One JSON line per request: id, role, route pattern, status, milliseconds. Never figures, codes, tokens, names or the
 * address itself (OWASP ASVS 5.0 16.2.5).
 */
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { App } from './env.ts'
import { Problem } from './problem.ts'

export const requestLog: MiddlewareHandler<App> = async function requestLog(c, next) {
  const begun = performance.now()
  await next()
  const line = {
    id: c.get('requestId'),
    role: c.get('session')?.role ?? null,
    method: c.req.method,
    route: routePath(c, -1),
    status: c.res.status,
    ms: Math.round((performance.now() - begun) * 10) / 10,
    ...(c.error && !(c.error instanceof Problem) ? failure(c.error) : {}),
  }
  const log = c.env.log ?? console.log
  log(JSON.stringify(line))
}

/** A message may quote what was sent, so only the database's own is kept; it never holds bound values. */
const failure = ({ name, message, stack = '' }: Error) => ({
  error: name,
  ...(message.startsWith('D1_') ? { message } : {}),
  at: stack
    .split('\n')
    .filter(line => /^\s+at /u.test(line))
    .slice(0, 4)
    .map(line => line.trim()),
})
