/**
 * `node test/e2e/prepare.ts <folder>`: what the browser tests of one run share, made once. `pages/` gets the pane as it is
 * built for shipping and, which never ships, the page that plays Excel; `data/` the database of the demo agency. A process
 * of its own, because the test runner's NODE_ENV would build the development React.
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import { docsPage } from '../../addin/docs-page.ts'
import config from '../../addin/vite.config.ts'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const [folder = ''] = process.argv.slice(2)
const pages = join(folder, 'pages')
const data = join(folder, 'data')
for (const made of [join(pages, 'preview'), data]) mkdirSync(made, { recursive: true })

// where the page looks for the codes; read when the module is
process.env.DEMO_DIR = join(pages, 'preview')
const { demoIn } = await import('../../worker/demo/access.ts')
const { clientFile, standIn, withStandIn } = await import('../../addin/preview/vite-plugin.ts')

const playedExcel: Plugin = { name: 'played-excel', transformIndexHtml: withStandIn }
const input = ['taskpane', 'check', 'dashboard', 'docs', 'index', 'conformance'].map(page =>
  fromRoot(`addin/${page}.html`),
)
const { root = '', publicDir = false, define = {} } = config
await build({
  ...{
    root,
    publicDir,
    define,
    configFile: false,
    logLevel: 'error',
    plugins: [playedExcel, docsPage()],
  },
  build: { outDir: pages, emptyOutDir: false, rolldownOptions: { input, onwarn: () => {} } },
})
writeFileSync(join(pages, 'preview/office.js'), await standIn())
copyFileSync(clientFile, join(pages, 'preview/excel.js'))
await demoIn(data)
