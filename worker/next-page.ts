/** Where the next page of an answer is (RFC 8288), for those that follow links; the answer says the same in its members. */
import type { Context } from 'hono'
import type { App } from './env.ts'

/** @param next what to pass as `by`; null: this is the last page */
export function nextPage(
  c: Context<App>,
  next: number | string | null,
  by: 'after' | 'to' = 'after',
): { Link?: string } {
  if (next === null) return {}
  const address = new URL(c.req.url)
  address.searchParams.set(by, `${next}`)
  return { Link: `<${address.pathname}${address.search}>; rel="next"` }
}
