/** The token a request is sent with. Bearer tokens only, never a cookie: see `session.ts`. */
import type { Context } from 'hono'
import type { App } from './env.ts'

/** RFC 6750 §2.1. */
const bearer = /^Bearer ([A-Za-z0-9._~+/-]{1,200}=*)$/iu

export const bearerOf = (c: Context<App>): string | undefined =>
  bearer.exec(c.req.header('Authorization') ?? '')?.[1]
