/** Where the next page of an answer is (RFC 8288), for those that follow links; the answer says the same in its members. */
import type { Context } from 'hono'
import type { App } from './env.ts'

/** @param after what to pass as `after`; null: this is the last page */
export function nextPage(c: Context<App>, after: number | null): { Link?: string } {
  if (after === null) return {}
  const address = new URL(c.req.url)
  address.searchParams.set('after', `${after}`)
  return { Link: `<${address.pathname}${address.search}>; rel="next"` }
}
