/** GET /api/openapi.json: the protocol, described by the schemas the worker itself uses. Made at the first request. */
import { Hono } from 'hono'
import { sha256 } from './digest.ts'
import type { App } from './env.ts'
import { isCurrent } from './etag.ts'
import { openapi } from './openapi/document.ts'

let made: { readonly text: string; readonly digest: string } | undefined

function described() {
  if (made) return made
  const text = JSON.stringify(openapi())
  made = { text, digest: sha256(text) }
  return made
}

export const description = new Hono<App>().get('/openapi.json', c => {
  const { text, digest } = described()
  const headers = { ETag: `"${digest}"`, 'Cache-Control': 'public, max-age=3600' }
  if (isCurrent(c.req.header('If-None-Match'), digest)) return c.body(null, 304, headers)
  return c.body(text, 200, { ...headers, 'Content-Type': 'application/json; charset=utf-8' })
})
