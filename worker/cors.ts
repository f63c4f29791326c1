/**
 * Which other web pages may read the API from a browser (Fetch, CORS protocol): those whose origin the operator listed, each
 * exactly as the browser names it. They read, and they sign in and out; nothing else. To all others this file says nothing.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import type { App } from './env.ts'

/** Letters, digits, dots: a star would be a pattern, and there are none. */
const host = /^(?:[a-z0-9]+(?:[.-]+[a-z0-9]+)*|\[[0-9a-f:]+\])$/u
const ownMachine = new Set(['localhost', '127.0.0.1', '[::1]'])

/** An origin as browsers write it: https, or http on the reader's own machine; no path, no default port, lower case. */
export function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { origin, protocol, hostname } = new URL(value)
  if (origin !== value || !host.test(hostname)) return false
  return protocol === 'https:' || (protocol === 'http:' && ownMachine.has(hostname))
}

/** The comma separated list as it is set, right or wrong. */
export const originsIn = (list = ''): string[] =>
  list
    .split(',')
    .map(one => one.trim())
    .filter(one => one !== '')

/** All that may be done from another page besides reading. */
const methodsAt = (path: string): string[] =>
  ({
    '/api/v1/sessions': ['POST'],
    '/api/v1/sessions/current': ['DELETE'],
  })[path] ?? ['GET', 'HEAD']

const isPreflight = ({ req }: Context<App>): boolean =>
  req.method === 'OPTIONS' && req.header('Access-Control-Request-Method') !== undefined

/** For an origin that is listed already. Without credentials: the token is a header that the page sets itself. */
const allowed = cors({
  origin: origin => origin,
  allowMethods: (_, c) => methodsAt(c.req.path),
  allowHeaders: ['Authorization', 'If-None-Match', 'Content-Type', 'Accept'],
  exposeHeaders: ['ETag', 'Link', 'Retry-After'],
  maxAge: 3600,
})

export const crossOrigin: MiddlewareHandler<App> = async function crossOrigin(c, next) {
  // a pattern or a slip in the list is left out; on a server of one's own it is refused at the start
  const listed = originsIn(c.env.CORS_ORIGINS).filter(isOrigin)
  if (listed.length === 0) return next()
  const isListed = listed.includes(c.req.header('Origin') ?? '')
  if (isListed && (isPreflight(c) || methodsAt(c.req.path).includes(c.req.method)))
    return allowed(c, next)
  await next()
  // a cache must not give this answer to an origin that is listed
  c.header('Vary', 'Origin', { append: true })
}
