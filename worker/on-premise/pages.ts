/**
 * The pane's pages as Cloudflare's assets serve them: GET and HEAD, an exact path or nothing, the headers of `_headers`
 * and the second addresses of `_redirects`.
 * All of them are read once into memory, so a request is only ever compared with the names there are. Node only.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { getMimeType } from 'hono/utils/mime'
import { isCurrent } from '../etag.ts'
import { type HeaderRule, headerRules, headersFor } from './page-headers.ts'
import { rewritesIn } from './page-rewrites.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Page = {
  readonly plain: Bytes
  readonly compressed: Bytes | undefined
  readonly tag: string
  readonly headers: Headers
}

/** Answers a request for a page; `undefined` when there is none of that name. */
export type Pages = (request: Request) => Response | undefined

/** @param folder as `npm run build` leaves it in dist/client; may be missing, then there are no pages */
export function pagesIn(folder: string): Pages {
  const pages = readPages(folder)
  return request => {
    const page = pages.get(new URL(request.url).pathname)
    return page && answerWith(page, request)
  }
}

function readPages(folder: string): Map<string, Page> {
  const pages = new Map<string, Page>()
  if (!existsSync(folder)) return pages
  const rules = headerRules(textOf(join(folder, '_headers')))
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    // notes to Cloudflare, not pages
    if (!entry.isFile() || /^[._]/u.test(entry.name)) continue
    const file = join(entry.parentPath, entry.name)
    const path = encodeURI(file.slice(folder.length).split(sep).join('/'))
    pages.set(path, readPage(file, path, rules))
  }
  for (const { address, file } of rewritesIn(textOf(join(folder, '_redirects')))) {
    const there = join(folder, file)
    if (existsSync(there)) pages.set(address, readPage(there, address, rules))
  }
  return pages
}

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

function readPage(file: string, path: string, rules: readonly HeaderRule[]): Page {
  const plain = Uint8Array.from(readFileSync(file))
  const type = getMimeType(file) ?? 'application/octet-stream'
  const headers = headersFor(rules, path)
  headers.set('Content-Type', type)
  const tag = createHash('sha256').update(plain).digest('hex').slice(0, 32)
  headers.set('ETag', `"${tag}"`)
  if (!headers.has('Cache-Control'))
    headers.set('Cache-Control', 'public, max-age=0, must-revalidate')
  const worthIt = /^text\/|javascript|json|svg/u.test(type) && plain.length > 1024
  if (worthIt) headers.set('Vary', 'Accept-Encoding')
  const compressed = worthIt ? Uint8Array.from(gzipSync(plain)) : undefined
  return { plain, compressed, tag, headers }
}

function answerWith({ plain, compressed, tag, headers: all }: Page, request: Request): Response {
  const { method } = request
  // RFC 9110 §15.5.6
  if (method !== 'GET' && method !== 'HEAD')
    return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } })
  const headers = new Headers(all)
  if (isCurrent(request.headers.get('If-None-Match') ?? undefined, tag))
    return new Response(null, { status: 304, headers })
  const small = compressed && accepts(request.headers.get('Accept-Encoding') ?? '') && compressed
  if (small) headers.set('Content-Encoding', 'gzip')
  const body = small || plain
  headers.set('Content-Length', `${body.length}`)
  return new Response(method === 'HEAD' ? null : body, { headers })
}

/** Whether gzip is named and not refused by a weight of 0 (RFC 9110 §12.5.3). */
const accepts = (encodings: string): boolean =>
  /(?:^|,)\s*gzip\s*(?:,|$|;\s*q=(?:1|0?\.\d*[1-9]))/iu.test(encodings)
