/** Conditional answers (RFC 9110 §13.1.2) for documents named by their digest. Private: they need a token. */

export const cached = (digest: string) =>
  ({ ETag: `"${digest}"`, 'Cache-Control': 'private, no-cache', Vary: 'Authorization' }) as const

/** Weak comparison: a proxy that compresses turns "x" into W/"x". */
export const isCurrent = (ifNoneMatch: string | undefined, digest: string): boolean =>
  (ifNoneMatch ?? '')
    .split(',')
    .map(tag => tag.trim().replace(/^W\//u, ''))
    .some(tag => tag === '*' || tag === `"${digest}"`)
