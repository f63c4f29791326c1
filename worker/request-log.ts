/**
 * One JSON line per request: id, agency, unit, role, method, route pattern, status, milliseconds. Never figures, codes, tokens, names or the
 * address itself (OWASP ASVS 5.0 16.2.5).
 */
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes, routePath } from 'hono/route'
import { METHOD_NAME_ALL } from 'hono/router'
import type { App } from './env.ts'
import { Problem } from './problem.ts'

export const requestLog: MiddlewareHandler<App> = async function requestLog(c, next) {
  const begun = performance.now()
  await next()
  const asking = c.get('session')
  const line = {
    id: c.get('requestId'),
    agency: asking?.agency ?? null,
    unit: asking?.unit ?? null,
    role: asking?.role ?? null,
    method: c.req.method,
    route: routeOf(c),
    status: c.res.status,
    ms: Math.round((performance.now() - begun) * 10) / 10,
    ...(c.error && !(c.error instanceof Problem) ? failure(c.error) : {}),
  }
  const log = c.env.log ?? console.log
  log(JSON.stringify(line))
}

/** Of the handler: what a session is needed for matches after routes that need none. Of none, the last pattern there is. */
const routeOf = (c: Context<App>): string =>
  matchedRoutes(c).findLast(({ method }) => method !== METHOD_NAME_ALL)?.path ?? routePath(c, -1)

/** A message may quote what was sent, so only the database's own is kept; it never holds bound values. */
const failure = (error: Error) => ({
  error: error.name,
  ...(isOfDatabase(error) ? { message: error.message } : {}),
  at: (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /u.test(line))
    .slice(0, 4)
    .map(line => line.trim()),
})

const isOfDatabase = (error: Error): boolean =>
  error.message.startsWith('D1_') || ('code' in error && error.code === 'ERR_SQLITE_ERROR')
