/**
 * One server for pane and API: Vite serves and builds the pane, the Cloudflare plugin runs the worker in workerd beside
 * it. Paths are absolute, because Vite resolves relative ones against `root`.
 */
import { fileURLToPath } from 'node:url'
import { cloudflare } from '@cloudflare/vite-plugin'
import { defineConfig, type Rolldown } from 'vite'
import packageFile from '../package.json' with { type: 'json' }
import { docsPage } from './docs-page.ts'
import { plainWorkbook } from './features/help/pages.ts'
import { preview } from './preview/vite-plugin.ts'
import { workerInOne } from './worker-in-one.ts'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** The component library marks files for a server renderer there is none of here. */
const onwarn = (warning: Rolldown.RolldownLog, warn: (warning: Rolldown.RolldownLog) => void) => {
  if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
}

/** What ships; the page that asks a real Excel what it does only on request (`CONFORMANCE=1`). */
const asked = process.env.CONFORMANCE === '1' ? ['conformance'] : []
const pages = ['taskpane', 'check', 'dashboard', 'docs', ...asked]
const input = pages.map(page => fromRoot(`addin/${page}.html`))

/** Only `npm start` names one, of this machine; not WEBHOOK_KEY, which may be the deployed one's and must not be built in. */
const { LOCAL_WEBHOOK_KEY: key } = process.env

export default defineConfig({
  root: fromRoot('addin'),
  publicDir: fromRoot('addin/public'),
  define: {
    cchcBuild: JSON.stringify(`${packageFile.version} · ${new Date().toISOString()}`),
    // the page's own script can import nothing
    'import.meta.env.PLAIN_WORKBOOK': JSON.stringify(plainWorkbook),
  },
  plugins: [
    preview(),
    docsPage(),
    workerInOne(fromRoot('worker/index.ts')),
    cloudflare({
      configPath: fromRoot('worker/wrangler.jsonc'),
      // where `npm start` keeps its database
      persistState: { path: process.env.STATE_DIR ?? fromRoot('.wrangler/state') },
      inspectorPort: false,
      config: key === undefined ? {} : { vars: { WEBHOOK_KEY: key } },
    }),
  ],
  // a fault of the server is told by the pane, in Vietnamese, not by a sheet over everything
  server: { hmr: { overlay: false } },
  build: { outDir: fromRoot('dist'), emptyOutDir: true },
  environments: {
    // the preview page plays Excel and never ships
    client: { build: { rolldownOptions: { input, onwarn } } },
  },
})
