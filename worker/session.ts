/**
 * Access code or verified identity → session; who is asking. Bearer tokens only, never a cookie: Excel on the web shows
 * the pane in a third-party frame. A session lasts 12 hours after its last use and 7 days at most (OWASP ASVS 5.0 7.3).
 */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import {
  type AgencyName,
  type Me,
  type Session,
  signInSchema,
  type Who,
} from '../shared/protocol.ts'
import { actorOf, record } from './audit.ts'
import { bearerOf } from './bearer.ts'
import { bodyOf } from './body.ts'
import { identityHash, newToken } from './code.ts'
import { entranceOfCode, entranceOfIdentity, inDatabase, withKey } from './databases.ts'
import { sha256 } from './digest.ts'
import { type App, instant, now, type SignedIn } from './env.ts'
import { say } from './messages.ts'
import { nearestNamed } from './nearest.ts'
import { identityOf } from './oidc.ts'
import { Problem } from './problem.ts'
import { signInLimited } from './rate-limit.ts'
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

export const signIn = new Hono<App>().post('/sessions', signInLimited, async c => {
  const sent = await bodyOf(c, signInSchema)
  if ('code' in sent) {
    const { place, access } = await entranceOfCode(c.env, sent.code)
    return inDatabase(c, place, () => opened(c, access, 'code'))
  }
  const identity = await identityOf(c.env, sent.idToken)
  if (!identity) throw new Problem('wrong-code', say.wrongCode())
  const hash = identityHash(identity.issuer, identity.subject)
  const { place, access } = await entranceOfIdentity(c.env, hash)
  return inDatabase(c, place, () => opened(c, access, 'identity'))
})

async function opened(c: Context<App>, access: string, by: 'code' | 'identity') {
  const found = await first(accessByHash(c.env.DB, access))
  // unknown and revoked take the same way and get the same answer (ASVS 6.3.8)
  if (!found || found.revokedAt !== null) throw new Problem('wrong-code', say.wrongCode())
  const { agency, role, unit } = found
  const token = withKey(c.env.databaseKey, newToken())
  const time = now(c.env)
  const at = iso(time)
  const expiresAt = iso(time + idle)
  const added = { tokenHash: sha256(token), agency, access, expiresAt, endsAt: iso(time + longest) }
  await record(c.env.DB, agency, () => ({
    entry: {
      action: 'session.opened',
      at,
      by: actorOf(found),
      detail: { role, unit, by, expiresAt, endsAt: added.endsAt },
    },
    statements: [endExpired(c.env.DB, at), addSession(c.env.DB, added)],
  }))
  const session: Session = { token, expiresAt, who: whoIs(found) }
  return c.json(session, 201)
}

export const session = new Hono<App>()
  .get('/me', may('session.read'), c => {
    const { expiresAt, agencies, ...who } = visitor(c)
    const me: Me = { expiresAt, who: whoIs(who), agencies: [...agencies] }
    return c.json(me)
  })
  .delete('/sessions/current', may('session.end'), async c => {
    const { home, role, unit, name, tokenHash } = visitor(c)
    await record(c.env.DB, home, () => ({
      entry: {
        action: 'session.ended',
        at: instant(c.env),
        by: actorOf({ role, unit, name }),
        detail: { role, unit },
      },
      statements: [endSession(c.env.DB, tokenHash)],
    }))
    return c.body(null, 204)
  })

const whoIs = ({ agency, agencyName, unit, role, name }: Who): Who => ({
  agency,
  agencyName,
  unit,
  role,
  name,
})

/** Everything registered after this needs a session. */
export const sessionNeeded: MiddlewareHandler<App> = async function sessionNeeded(c, next) {
  const token = bearerOf(c)
  if (token === undefined) throw new Problem('sign-in-needed', say.signIn())
  const tokenHash = sha256(token)
  const time = now(c.env)
  const found = await first(sessionByHash(c.env.DB, tokenHash, iso(time)))
  if (!found) throw new Problem('sign-in-needed', say.signIn())
  // it left since this request was led here, or to where nobody is led any more
  if (found.moved) throw new Problem('try-again', say.agencyMoving())
  const { endsAt, covered, moved: _, ...who } = found
  const until = Math.min(time + idle, Date.parse(endsAt))
  const extended = until - Date.parse(found.expiresAt) > extendEvery
  if (extended) await extendSession(c.env.DB, tokenHash, iso(until)).run()
  const expiresAt = extended ? iso(until) : found.expiresAt
  const agencies = [{ agency: found.agency, name: found.agencyName }, ...agenciesIn(covered)]
  const named = c.req.query('agency')
  // one that is not there and one that is not theirs are the same to whoever asks
  const about = agencies.find(({ agency }) => agency === (named ?? found.agency))
  if (!about) {
    const near = nearestNamed(
      named ?? '',
      agencies.map(({ agency, name }) => [agency, name] as const),
      { most: 5, least: 0 },
    )
    throw new Problem(
      'not-yours',
      say.otherAgency(
        named ?? '',
        near.flatMap(key => agencies.find(({ agency }) => agency === key) ?? []),
      ),
    )
  }
  c.set('session', {
    ...who,
    agency: about.agency,
    agencyName: about.name,
    home: found.agency,
    agencies,
    undecided: named === undefined && agencies.length > 1,
    tokenHash,
    expiresAt,
  })
  await next()
}

/** As `sessionByHash` wrote it. */
const agenciesIn = (covered: string): AgencyName[] => JSON.parse(covered) as AgencyName[]

/** Who is asking, whatever agency it is about. @throws Problem sign-in-needed */
export function visitor(c: Context<App>): SignedIn {
  const found = c.get('session')
  if (!found) throw new Problem('sign-in-needed', say.signIn())
  return found
}

/** Who is asking about which agency. @throws Problem sign-in-needed, agency-needed */
export function signedIn(c: Context<App>): SignedIn {
  const found = visitor(c)
  if (found.undecided) {
    const agencies = [...found.agencies]
    throw new Problem('agency-needed', say.agencyNeeded(agencies), { agencies })
  }
  return found
}

/** A unit is only ever itself. @throws Problem not-yours */
export function unitAsked(c: Context<App>, unit: string): string {
  const { role, unit: own } = signedIn(c)
  if (role === 'unit' && own !== unit) throw new Problem('not-yours', say.otherUnit())
  return unit
}
