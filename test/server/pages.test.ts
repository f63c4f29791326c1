/** The pane's pages as a server of the department's own gives them out: what Cloudflare would answer, and no other file. */
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { headerRules, headersFor } from '../../worker/on-premise/page-headers.ts'
import { pagesIn } from '../../worker/on-premise/pages.ts'
import { newFolder } from './running.ts'

const folder = join(newFolder(), 'client')
cpSync(fileURLToPath(new URL('../../addin/public', import.meta.url)), folder, { recursive: true })
mkdirSync(join(folder, 'assets'))
const script = `export const words = '${'Biểu mẫu '.repeat(500)}'\n`
writeFileSync(join(folder, 'taskpane.html'), '<!doctype html><title>Biểu mẫu</title>')
writeFileSync(join(folder, 'assets/pane-1a2b.js'), script)
writeFileSync(join(folder, '.assetsignore'), 'wrangler.json')
writeFileSync(join(folder, '../secret.db'), 'figures')
symlinkSync(join(folder, '../secret.db'), join(folder, 'linked.db'))

const pages = pagesIn(folder)
const ask = (path: string, init: RequestInit = {}) =>
  pages(new Request(`http://localhost${path}`, init))

describe('happy', () => {
  test('a page comes with the headers of _headers, because Office frames it', async () => {
    const response = ask('/taskpane.html')
    expect(await response?.text()).toContain('Biểu mẫu')
    const headers = response?.headers
    expect(headers?.get('Content-Type')).toMatch(/^text\/html/u)
    expect(headers?.get('Content-Security-Policy')).toContain('frame-ancestors')
    expect(headers?.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers?.get('Strict-Transport-Security')).toContain('max-age=31536000')
    expect(headers?.get('Cache-Control')).toBe('no-cache')
  })

  test('a file named by its content is kept for a year and travels compressed', async () => {
    const response = ask('/assets/pane-1a2b.js', { headers: { 'Accept-Encoding': 'br, gzip' } })
    expect(response?.headers.get('Cache-Control')).toContain('immutable')
    expect(response?.headers.get('Content-Encoding')).toBe('gzip')
    expect(response?.headers.get('Vary')).toBe('Accept-Encoding')
    const sent = new Uint8Array((await response?.arrayBuffer()) ?? [])
    expect(String(gunzipSync(sent))).toBe(script)
  })

  test.each([undefined, 'br', 'gzip;q=0', 'gzip; q=0.0'])(
    'Accept-Encoding %s gets it plain',
    async accepted => {
      const headers = accepted === undefined ? {} : { 'Accept-Encoding': accepted }
      const response = ask('/assets/pane-1a2b.js', { headers })
      expect(response?.headers.get('Content-Encoding')).toBeNull()
      expect(await response?.text()).toBe(script)
    },
  )

  test('HEAD says the size and sends nothing; an unchanged page is 304', async () => {
    const head = ask('/taskpane.html', { method: 'HEAD' })
    expect([head?.status, await head?.text()]).toEqual([200, ''])
    expect(Number(head?.headers.get('Content-Length'))).toBeGreaterThan(0)
    const tag = head?.headers.get('ETag') ?? ''
    expect(ask('/taskpane.html', { headers: { 'If-None-Match': tag } })?.status).toBe(304)
    expect(ask('/taskpane.html', { headers: { 'If-None-Match': '"other"' } })?.status).toBe(200)
  })
})

describe('error', () => {
  test('a page is only read', () => {
    const response = ask('/taskpane.html', { method: 'POST', body: 'x' })
    expect([response?.status, response?.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
  })

  test('no folder, no pages', () => {
    expect(pagesIn(join(folder, 'nowhere'))(new Request('http://localhost/'))).toBeUndefined()
  })

  test('a line of _headers that cannot be read stops the start', () => {
    for (const text of ['/*\n  Nonsense', '  X-Early: 1', 'taskpane.html', '/:page\n  X-A: 1'])
      expect(() => headerRules(text), text).toThrow('cannot be read')
  })

  test('headers of several patterns add up', () => {
    const rules = headerRules('/*\n  X-A: one\n/*.html\n  X-A: two\n  X-B: 3\n')
    const said = (path: string) => Object.fromEntries(headersFor(rules, path))
    expect(said('/help/index.html')).toEqual({ 'x-a': 'one, two', 'x-b': '3' })
    expect(said('/a.htmlx')).toEqual({ 'x-a': 'one' })
    expect(said('/axhtml')).toEqual({ 'x-a': 'one' })
  })
})

describe('security', () => {
  test.each([
    '/',
    '/help/',
    '/_headers',
    '/.assetsignore',
    '/../secret.db',
    '/%2e%2e/secret.db',
    '/..%2fsecret.db',
    '/assets/..%5c..%5csecret.db',
    '//secret.db',
    '/linked.db',
    '/assets',
    '/taskpane.html/',
    '/taskpane.html%00',
    '/TASKPANE.HTML',
    '/constructor',
  ])('%s is no page', path => {
    expect(ask(path)).toBeUndefined()
  })
})
