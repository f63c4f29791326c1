/** What ships: the pane and the worker, small enough for a slow line, with nothing of the preview in it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { docs } from '../../addin/i18n/vi/docs.ts'
import { pagesIn } from '../../worker/on-premise/pages.ts'
import { bundleIn, total } from '../bench/bundle.ts'
import { violations } from './axe.ts'
import { openBrowser } from './browser.ts'
import { root } from './product.ts'

const out = mkdtempSync(join(tmpdir(), 'cchc-build-'))
const shipped = (path: string): string => readFileSync(join(out, 'client', path), 'utf8')
const assets = (): string[] => readdirSync(join(out, 'client/assets'))

beforeAll(() => {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const build = ['build', '--config', 'addin/vite.config.ts', '--outDir', out, '--emptyOutDir']
  // the test runner's own NODE_ENV would build the development React
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status, stderr } = spawnSync(process.execPath, [vite, ...build], { cwd: root, env })
  expect(String(stderr)).not.toContain('error')
  expect(status).toBe(0)
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

test('the pane loads the client library from Microsoft and nothing of the preview', () => {
  const page = shipped('taskpane.html')
  expect(page).toContain('https://appsforoffice.microsoft.com/lib/1/hosted/office.js')
  expect(readdirSync(join(out, 'client'))).not.toContain('index.html')
  for (const name of ['taskpane.html', ...assets().map(asset => `assets/${asset}`)])
    expect(shipped(name), name).not.toMatch(/_richApiNativeBridge|máy mô phỏng|preview\//u)
})

test('what the pane loads first is at most 150 kB compressed, without the schema library', () => {
  const { first } = bundleIn(join(out, 'client'))
  expect(first.length).toBeGreaterThan(0)
  expect(total(first)).toBeLessThan(150_000)
  for (const { name } of first) expect(shipped(`assets/${name}`)).not.toContain('ZodError')
})

test('the leaders’ page is at most 200 kB compressed with all it loads, and carries no Fluent and no schemas', () => {
  const { dashboard } = bundleIn(join(out, 'client'))
  const names = dashboard.map(({ name }) => name)
  expect(
    names.some(name => name.endsWith('.js')) && names.some(name => name.endsWith('.css')),
  ).toBe(true)
  expect(total(dashboard)).toBeLessThan(200_000)
  for (const name of names.filter(one => one.endsWith('.js')))
    expect(shipped(`assets/${name}`), name).not.toMatch(/ZodError|fluentui/iu)
  // what a strict policy would refuse
  expect(shipped('dashboard.html')).not.toMatch(/<script>|<style|style=/u)
  expect(shipped('_redirects')).toContain('/dashboard /dashboard.html 200')
})

test('the page about check codes ships, with its script and no more than a slow line carries at once', () => {
  const page = shipped('check.html')
  const scripts = [...page.matchAll(/assets\/([\w.-]+\.js)/gu)].map(([, name]) => name ?? '')
  expect(scripts.length).toBeGreaterThan(0)
  const bytes = scripts.map(name => gzipSync(shipped(`assets/${name}`)).length)
  expect(bytes.reduce((sum, n) => sum + n, 0)).toBeLessThan(15_000)
  for (const name of scripts) expect(shipped(`assets/${name}`)).not.toMatch(/react|ZodError/iu)
})

test('the API page is read under its own policy, from this server alone, by anyone, at 360 px', async () => {
  const pages = pagesIn(join(out, 'client'))
  const fetched: string[] = []
  const fetch = (request: Request) => {
    fetched.push(new URL(request.url).pathname)
    return pages(request) ?? new Response(null, { status: 404 })
  }
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' })
  const browser = await openBrowser({ width: 360, height: 740 })
  try {
    const address = server.address()
    const port = address && typeof address === 'object' ? address.port : 0
    const page = await browser.context.newPage()
    const complaints: string[] = []
    page.on('console', message => complaints.push(message.text()))
    const asked: string[] = []
    page.on('request', request => asked.push(new URL(request.url()).hostname))
    await page.goto(`http://127.0.0.1:${port}/docs.html#op-series`)
    const operation = page.locator('#op-series')
    expect(await operation.evaluate(it => it instanceof HTMLDetailsElement && it.open)).toBe(true)
    // the other operations are made like this one, and the whole takes axe three seconds
    for (const part of ['#op-series', 'header', 'nav', '.search'])
      expect(await violations(page, [], {}, part)).toEqual([])
    const isWide = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      )
    expect(await isWide()).toBe(false)
    // without diacritics, from the keyboard
    await page.getByRole('searchbox').focus()
    await page.keyboard.type('so lieu qua cac ky')
    expect(await page.locator('.operation:visible').count()).toBeLessThan(5)
    await page.getByRole('searchbox').fill('khong co thao tac nay')
    expect(await page.locator('#found').textContent()).toBe(docs.found(0))
    expect(complaints).toEqual([])
    expect(new Set(asked)).toEqual(new Set(['127.0.0.1']))
    expect(fetched.filter(path => !/^\/(?:docs\.html|assets|icons\/)/u.test(path))).toEqual([])
  } finally {
    await browser.close()
    server.close()
  }
})

test('icons and help travel with it, pages may be framed by Office', () => {
  expect(readdirSync(join(out, 'client/icons'))).toContain('icon-32.png')
  expect(shipped('help/index.html')).toContain('lang="vi"')
  expect(shipped('_headers')).toContain('frame-ancestors')
})
