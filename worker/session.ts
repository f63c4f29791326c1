/**
 * Access code → session; who is asking. Bearer tokens only, never a cookie: Excel on the web shows the pane in a
 * third-party frame. A session lasts 12 hours after its last use and 7 days at most (OWASP ASVS 5.0 7.3).
 */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { type Session, signInSchema, type Who } from '../shared/protocol.ts'
import { bodyOf } from './body.ts'
import { codeHash, newToken } from './code.ts'
import { sha256 } from './digest.ts'
import { type App, now, type SignedIn } from './env.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { accessByHash } from './store/access.ts'
import { first } from './store/ask.ts'
import {
  addSession,
  endExpired,
  endSession,
  extendSession,
  sessionByHash,
} from './store/sessions.ts'

const hour = 60 * 60 * 1000
const idle = 12 * hour
const longest = 7 * 24 * hour
/** An extension is written once in this while, not at every request. */
const extendEvery = hour / 2

const iso = (time: number): string => new Date(time).toISOString()

export const signIn = new Hono<App>().post('/sessions', async c => {
  const { code } = await bodyOf(c, signInSchema)
  const time = now(c.env)
  const access = codeHash(code)
  const found = await first(accessByHash(c.env.DB, access))
  // unknown and revoked take the same way and get the same answer (ASVS 6.3.8)
  if (!found || found.revokedAt !== null) throw new Problem('wrong-code', say.wrongCode())
  const token = newToken()
  const expiresAt = iso(time + idle)
  await c.env.DB.batch([
    endExpired(c.env.DB, iso(time)),
    addSession(c.env.DB, {
      tokenHash: sha256(token),
      agency: found.agency,
      access,
      expiresAt,
      endsAt: iso(time + longest),
    }),
  ])
  const session: Session = { token, expiresAt, who: whoIs(found) }
  return c.json(session, 201, { 'Cache-Control': 'no-store' })
})

export const session = new Hono<App>()
  .get('/me', may('session.read'), c => {
    const { expiresAt, ...signed } = signedIn(c)
    return c.json({ expiresAt, who: whoIs(signed) }, 200, { 'Cache-Control': 'no-store' })
  })
  .delete('/sessions/current', may('session.end'), async c => {
    await endSession(c.env.DB, signedIn(c).tokenHash).run()
    return c.body(null, 204, { 'Cache-Control': 'no-store' })
  })

const whoIs = ({ agency, agencyName, unit, role, name }: Who): Who => ({
  agency,
  agencyName,
  unit,
  role,
  name,
})

/** RFC 6750 §2.1. */
const bearer = /^Bearer ([A-Za-z0-9._~+/-]{1,200}=*)$/iu

/** Everything registered after this needs a session. */
export const sessionNeeded: MiddlewareHandler<App> = async function sessionNeeded(c, next) {
  const token = bearer.exec(c.req.header('Authorization') ?? '')?.[1]
  if (token === undefined) throw new Problem('sign-in-needed', say.signIn())
  const tokenHash = sha256(token)
  const time = now(c.env)
  const found = await first(sessionByHash(c.env.DB, tokenHash, iso(time)))
  if (!found) throw new Problem('sign-in-needed', say.signIn())
  const { endsAt, ...who } = found
  const until = Math.min(time + idle, Date.parse(endsAt))
  const extended = until - Date.parse(found.expiresAt) > extendEvery
  if (extended) await extendSession(c.env.DB, tokenHash, iso(until)).run()
  c.set('session', { ...who, tokenHash, expiresAt: extended ? iso(until) : found.expiresAt })
  await next()
}

/** @throws Problem sign-in-needed */
export function signedIn(c: Context<App>): SignedIn {
  const found = c.get('session')
  if (!found) throw new Problem('sign-in-needed', say.signIn())
  return found
}

/** A unit is only ever itself. @throws Problem not-yours */
export function unitAsked(c: Context<App>, unit: string): string {
  const { role, unit: own } = signedIn(c)
  if (role === 'unit' && own !== unit) throw new Problem('not-yours', say.otherUnit())
  return unit
}
