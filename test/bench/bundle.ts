/** What the pane's page loads before anything can be done with it, as it ships: built anew, compressed as servers do. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Bytes after gzip; `first` are those the page names itself, the others come when they are needed. */
export type Bundle = {
  readonly first: readonly { readonly name: string; readonly bytes: number }[]
  readonly later: readonly { readonly name: string; readonly bytes: number }[]
  readonly page: number
  /** the leaders' page with all it names: itself, scripts and styles */
  readonly dashboard: readonly { readonly name: string; readonly bytes: number }[]
}

/** Builds into a folder of its own. @throws Error with what the build said */
export function built<T>(look: (client: string) => T): T {
  const out = mkdtempSync(join(tmpdir(), 'cchc-build-'))
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const build = ['build', '--config', 'addin/vite.config.ts', '--outDir', out, '--emptyOutDir']
  // a test runner's own NODE_ENV would build the development React
  const env = { ...process.env, NODE_ENV: 'production' }
  try {
    const { status, stderr } = spawnSync(process.execPath, [vite, ...build], { cwd: root, env })
    if (status !== 0 || String(stderr).includes('error')) throw new Error(String(stderr))
    return look(join(out, 'client'))
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** @param client the folder the pane was built into */
export function bundleIn(client: string): Bundle {
  const bytes = (path: string) => gzipSync(readFileSync(join(client, path))).length
  const page = readFileSync(join(client, 'taskpane.html'), 'utf8')
  const named = new Set([...page.matchAll(/assets\/([\w.-]+\.js)/gu)].map(([, name]) => name ?? ''))
  const scripts = readdirSync(join(client, 'assets'))
    .filter(name => name.endsWith('.js'))
    .map(name => ({ name, bytes: bytes(`assets/${name}`) }))
    .toSorted((a, b) => b.bytes - a.bytes)
  return {
    first: scripts.filter(({ name }) => named.has(name)),
    later: scripts.filter(({ name }) => !named.has(name)),
    page: bytes('taskpane.html'),
    dashboard: [
      { name: 'dashboard.html', bytes: bytes('dashboard.html') },
      ...assetsOf(readFileSync(join(client, 'dashboard.html'), 'utf8')).map(name => ({
        name,
        bytes: bytes(`assets/${name}`),
      })),
    ],
  }
}

/** Scripts and styles a page names itself. */
const assetsOf = (page: string): string[] => [
  ...new Set(
    [...page.matchAll(/assets\/([\w.-]+\.(?:js|css))/gu)].flatMap(([, name]) => name ?? []),
  ),
]

export const total = (scripts: Bundle['first']): number =>
  scripts.reduce((sum, { bytes }) => sum + bytes, 0)
