/**
 * Conditional answers (RFC 9110 §13.1.2) for documents named by their digest. Private: they need a token. What is cheap to
 * make and hangs on the calendar is made first and named by what it says.
 */
import type { Context } from 'hono'
import { canonicalJson, sha256 } from './digest.ts'
import type { App } from './env.ts'

/** @param vary request headers the answer depends on */
export const cached = (digest: string, vary = 'Authorization') =>
  ({ ETag: `"${digest}"`, 'Cache-Control': 'private, no-cache', Vary: vary }) as const

/** Weak comparison: a proxy that compresses turns "x" into W/"x". */
export const isCurrent = (ifNoneMatch: string | undefined, digest: string): boolean =>
  (ifNoneMatch ?? '')
    .split(',')
    .map(tag => tag.trim().replace(/^W\//u, ''))
    .some(tag => tag === '*' || tag === `"${digest}"`)

/** An answer whose tag is the digest of the answer itself: no 304 can hide anything it says. */
export const tagOf = (answer: object): string => sha256(canonicalJson(answer))

/** @param beside further headers, which a 304 brings too */
export function tagged(
  c: Context<App>,
  answer: object,
  beside: Readonly<Record<string, string>> = {},
): Response {
  const tag = tagOf(answer)
  const headers = { ...cached(tag), ...beside }
  return isCurrent(c.req.header('If-None-Match'), tag)
    ? c.body(null, 304, headers)
    : c.json(answer, 200, headers)
}
