/**
 * Serves the built worker in workerd on a local D1, with nothing in front of it and no rate limit: what `runtimes.ts`
 * starts.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'

const { BUILT = '', STATE_DIR = '', PORT, HOST } = process.env
// modules are named from where the process stands
process.chdir(join(BUILT, readdirSync(BUILT).find(name => name !== 'client') ?? ''))

type Config = {
  main: string
  compatibility_date: string
  compatibility_flags?: string[]
  d1_databases: { binding: string; database_id: string }[]
}
const config = JSON.parse(readFileSync('wrangler.json', 'utf8')) as Config

const chunks = readdirSync('.', { recursive: true, encoding: 'utf8' }).filter(
  name => name.endsWith('.js') && name !== config.main,
)

const server = new Miniflare(
  convertV4MiniflareOptions({
    host: HOST ?? '127.0.0.1',
    port: Number(PORT),
    cf: false,
    // the entry first, then what it fetches when it is asked for
    modules: [config.main, ...chunks].map(path => ({ type: 'ESModule' as const, path })),
    compatibilityDate: config.compatibility_date,
    compatibilityFlags: config.compatibility_flags ?? [],
    d1Databases: Object.fromEntries(config.d1_databases.map(one => [one.binding, one.database_id])),
    resourcePersistencePath: join(STATE_DIR, 'v3'),
  }),
)
await server.ready
process.once('SIGTERM', async () => {
  await server.dispose()
  process.exit(0)
})
