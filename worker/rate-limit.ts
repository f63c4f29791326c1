/**
 * How often one address may try to sign in or look up a check code, and one session may write. The counting is the runtime's: Cloudflare's rate
 * limit bindings, or the server's own. A runtime that brings none sets no limit.
 */
import type { Context, MiddlewareHandler } from 'hono'
import type { App } from './env.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'

/** @throws Problem slow-down */
export const signInLimited: MiddlewareHandler<App> = async function signInLimited(c, next) {
  const allowed = await c.env.SIGN_IN_LIMIT?.limit({ key: addressOf(c) })
  if (allowed?.success === false) throw new Problem('slow-down', say.signInsTooMany())
  await next()
}

/** As often as sign-ins, but counted by themselves: whoever looks up codes can still sign in. @throws Problem slow-down */
export const checksLimited: MiddlewareHandler<App> = async function checksLimited(c, next) {
  const allowed = await c.env.SIGN_IN_LIMIT?.limit({ key: `check ${addressOf(c)}` })
  if (allowed?.success === false) throw new Problem('slow-down', say.checksTooMany())
  await next()
}

/** @throws Problem slow-down */
export const writesLimited: MiddlewareHandler<App> = async function writesLimited(c, next) {
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
  const key = c.get('session')?.tokenHash
  const allowed = reads || key === undefined ? undefined : await c.env.WRITE_LIMIT?.limit({ key })
  if (allowed?.success === false) throw new Problem('slow-down', say.writesTooMany())
  await next()
}

/**
 * Never `X-Forwarded-For`: anyone can send it. Cloudflare overwrites its own header, and a server of the department's own
 * always says the address itself.
 */
const addressOf = (c: Context<App>): string =>
  network(c.env.clientAddress ?? c.req.header('CF-Connecting-IP') ?? '')

/** One household or office has a whole /64 of IPv6 (RFC 6177), so its addresses count as one. */
export function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('::', 2)
  const groups = head === '' ? [] : head.split(':')
  const rest = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length)
  return [...groups, ...Array<string>(zeros).fill('0'), ...rest]
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')
}
