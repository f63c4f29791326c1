// Launches the Chromium of the browser tests: the one that travels inside its npm package, with the
// package's own libraries where the machine has none; elsewhere than on Linux the installed Edge or
// Chrome; `CHROMIUM_PATH` names another.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type BrowserContext, chromium } from 'playwright-core'

/** Nothing but the page under test may use the machine or the network. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--font-render-hinting=none',
]

const run = promisify(execFile)
const inPackage = (path: string): string =>
  join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../..', path)

const unpacking = `
  const { default: packed } = await import('${pathToFileURL(inPackage('build/esm/index.js'))}')
  const { inflate } = await import('${pathToFileURL(inPackage('build/esm/lambdafs.js'))}')
  await packed.executablePath()
  await inflate(${JSON.stringify(inPackage('bin/al2023.tar.br'))})
`

/** Unpacks once per version; a run that comes at the same time does it too, and one of them stays. */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(await readFile(inPackage('package.json'), 'utf8'))
  const common = tmpdir()
  const home = join(common, `chromium-${version}`)
  if (existsSync(home)) return home
  const own = await mkdtemp(join(common, 'chromium-unpacking-'))
  // the package unpacks into its process' temporary folder, so it gets a process of its own
  await run(process.execPath, ['--input-type=module', '--eval', unpacking], {
    env: { ...process.env, TMPDIR: own },
  })
  const fonts = `<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/cache</cachedir></fontconfig>`
  await writeFile(join(own, 'fonts.conf'), fonts)
  await rename(own, home).catch(() => rm(own, { recursive: true, force: true }))
  return home
}

interface Installed {
  /** the program itself, or the name of an installed browser */
  browser: { executablePath: string } | { channel: string }
  env: Record<string, string>
}

const libraryFolders = ['/lib', '/usr/lib', '/lib64', '/usr/lib64', '/lib/x86_64-linux-gnu']

async function installed(): Promise<Installed> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  )
  const named = process.env.CHROMIUM_PATH
  if (named) return { browser: { executablePath: named }, env }
  if (process.platform !== 'linux') {
    return { browser: { channel: process.platform === 'win32' ? 'msedge' : 'chrome' }, env }
  }
  const home = await unpacked()
  if (!libraryFolders.some(folder => existsSync(join(folder, 'libnss3.so')))) {
    env.LD_LIBRARY_PATH = [join(home, 'al2023/lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  }
  // a machine without any font draws no text at all
  if (!existsSync('/usr/share/fonts')) env.FONTCONFIG_FILE ??= join(home, 'fonts.conf')
  return { browser: { executablePath: join(home, 'chromium') }, env }
}

export interface OpenBrowser {
  readonly context: BrowserContext
  close(): Promise<void>
}

/** A browser with a new, empty profile; `close` removes it again. */
export async function openBrowser(size = { width: 1366, height: 768 }): Promise<OpenBrowser> {
  const { browser, env } = await installed()
  const profile = await mkdtemp(join(tmpdir(), 'preview-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    ...browser,
    args: quiet,
    env,
    headless: true,
    locale: 'vi-VN',
    viewport: size,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  context.setDefaultTimeout(10_000)
  return {
    context,
    close: async () => {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}
