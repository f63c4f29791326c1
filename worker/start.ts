/**
 * `npm start`: everything on one port of this machine, no account and no network. An empty database gets the demo
 * agency; the codes that open it are printed and written to `.demo/access.json`. Node only.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readCatalogue } from '../shared/catalogue/read.ts'
import { type AccessFile, accessAgain, announce, demoAccess, writeAccess } from './demo/access.ts'
import { demoCatalogue } from './demo/load.ts'
import { canonicalJson, sha256 } from './digest.ts'
import type { Database } from './env.ts'
import { migrate, openLocalDatabases } from './local-database.ts'
import { webhookKeyIn } from './on-premise/webhook-key.ts'
import { anyAgency } from './store/agencies.ts'
import { first } from './store/ask.ts'
import { catalogueVersion } from './store/catalogues.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const stateDir = process.env.STATE_DIR ?? join(root, '.wrangler/state')
const port = Number(process.env.PORT ?? 8787)
const host = process.env.HOST ?? '127.0.0.1'
// a certificate of this machine, for Excel, which loads panes over https only: see `start-excel.ts`
const { HTTPS_CERT: cert, HTTPS_KEY: key } = process.env
const https = cert && key ? { cert: readFileSync(cert), key: readFileSync(key) } : undefined
// the pane's server must open the same database; nothing is looked up on the network
process.env.STATE_DIR = stateDir
process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false'
process.env.WRANGLER_SEND_METRICS = 'false'

/** There while the demo is being loaded: a start that was cut short must not pass for a whole one. */
const loading = join(stateDir, 'demo-loading')

async function prepareDatabase(): Promise<AccessFile> {
  if (existsSync(loading)) rmSync(join(stateDir, 'v3/d1'), { recursive: true, force: true })
  const { databases, close } = await openLocalDatabases(stateDir)
  const [{ db }] = databases
  try {
    for (const one of databases) await migrate(one.db)
    const found = await first(anyAgency(db))
    if (!found) writeFileSync(loading, '')
    if (found) await warnOfOldCatalogue(db)
    const access = found ? await accessAgain(db, found.agency) : await demoAccess(db)
    writeAccess(access)
    rmSync(loading, { force: true })
    return access
  } finally {
    await close()
  }
}

async function warnOfOldCatalogue(db: Database): Promise<void> {
  const { catalogue } = readCatalogue(demoCatalogue())
  const stored = await first(catalogueVersion(db, catalogue.id))
  if (stored && stored.digest !== sha256(canonicalJson(catalogue)))
    console.warn(
      `Catalogue ${catalogue.id} changed since it was loaded; delete ${stateDir} to load it anew.`,
    )
}

const access = await prepareDatabase()
// beside the database, as on a server: `admin webhook … --local` signs with the same
process.env.LOCAL_WEBHOOK_KEY = webhookKeyIn(stateDir)
const { createServer } = await import('vite')
const server = await createServer({
  configFile: join(root, 'addin/vite.config.ts'),
  server: { port, host, strictPort: true, ...(https ? { https } : {}) },
})
await server.listen()
const url = `${https ? 'https' : 'http'}://localhost:${port}`
announce(access, {
  preview: `${url}/`,
  pane: `${url}/taskpane.html`,
  API: `${url}/api/v1`,
})
// as Cloudflare strikes it, webhooks that failed are told again; over https Node may not know the certificate, and nobody does
const minute = `${url}/cdn-cgi/handler/scheduled?cron=${encodeURIComponent('* * * * *')}`
setInterval(() => fetch(minute).catch(() => {}), 60_000).unref()
