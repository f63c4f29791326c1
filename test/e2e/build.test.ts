/** What ships: the pane and the worker, small enough for a slow line, with nothing of the preview in it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleIn, total } from '../bench/bundle.ts'
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

test('the page about check codes ships, with its script and no more than a slow line carries at once', () => {
  const page = shipped('check.html')
  const scripts = [...page.matchAll(/assets\/([\w.-]+\.js)/gu)].map(([, name]) => name ?? '')
  expect(scripts.length).toBeGreaterThan(0)
  const bytes = scripts.map(name => gzipSync(shipped(`assets/${name}`)).length)
  expect(bytes.reduce((sum, n) => sum + n, 0)).toBeLessThan(15_000)
  for (const name of scripts) expect(shipped(`assets/${name}`)).not.toMatch(/react|ZodError/iu)
})

test('icons and help travel with it, pages may be framed by Office', () => {
  expect(readdirSync(join(out, 'client/icons'))).toContain('icon-32.png')
  expect(shipped('help/index.html')).toContain('lang="vi"')
  expect(shipped('_headers')).toContain('frame-ancestors')
})
