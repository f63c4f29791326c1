/**
 * Single sign-on: a verified OIDC token in place of an access code. Off unless issuer, audience, algorithm and keys are
 * all configured. Who the token speaks of has no rights by itself; those are a row of `access` like a code's.
 */
import type { JWTVerifyGetKey } from 'jose'
import { type Env, now } from './env.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'

export type Identity = { readonly issuer: string; readonly subject: string }

/** A token is for signing in at once; one that lay about is refused, even if its issuer lets it live for a day. */
const oldest = '10 minutes'
/** Seconds by which the issuer's clock may differ. */
const tolerance = 30

/** What jose finds wrong with the token itself (its `util/errors`); all else is ours or the issuer's. */
const faults = new Set([
  'ERR_JOSE_ALG_NOT_ALLOWED',
  'ERR_JOSE_NOT_SUPPORTED',
  'ERR_JWS_INVALID',
  'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  'ERR_JWT_INVALID',
  'ERR_JWT_EXPIRED',
  'ERR_JWT_CLAIM_VALIDATION_FAILED',
  'ERR_JWKS_NO_MATCHING_KEY',
  'ERR_JWKS_MULTIPLE_MATCHING_KEYS',
])
const isFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && faults.has(String(error.code))

/**
 * `undefined` when the token is not one to trust.
 * @throws Problem not-found when single sign-on is off, try-again when the issuer's keys cannot be had
 */
export async function identityOf(env: Env, idToken: string): Promise<Identity | undefined> {
  const {
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: audience,
    OIDC_ALGORITHM: algorithm,
    OIDC_KEYS_URL: keysUrl,
  } = env
  if (!issuer || !audience || !algorithm || !keysUrl)
    throw new Problem('not-found', say.signOnOff())
  // loaded at the first use only: most deployments never do, and every cold start would pay
  const { jwtVerify } = await import('jose')
  try {
    const { payload } = await jwtVerify(idToken, await keysAt(keysUrl), {
      issuer,
      audience,
      algorithms: [algorithm],
      requiredClaims: ['exp', 'iat', 'sub'],
      maxTokenAge: oldest,
      clockTolerance: tolerance,
      currentDate: new Date(now(env)),
    })
    return payload.sub ? { issuer, subject: payload.sub } : undefined
  } catch (error) {
    if (isFault(error)) return undefined
    throw error
  }
}

const keySets = new Map<string, JWTVerifyGetKey>()

/** The issuer's keys, kept for the life of the isolate; jose asks for them anew when they age or one is missing. */
async function keysAt(url: string): Promise<JWTVerifyGetKey> {
  const known = keySets.get(url)
  if (known) return known
  const { createRemoteJWKSet } = await import('jose')
  const remote = createRemoteJWKSet(new URL(url))
  const keys: JWTVerifyGetKey = async (header, token) => {
    try {
      return await remote(header, token)
    } catch (error) {
      throw isFault(error) ? error : new Problem('try-again', say.tryAgain())
    }
  }
  keySets.set(url, keys)
  return keys
}
