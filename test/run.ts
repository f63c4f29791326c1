/** `npm test`: every test once. Arguments go to vitest, so `npm test -- --project worker` runs one part. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
const config = fileURLToPath(new URL('vitest.config.ts', import.meta.url))

const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', config, ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    // tests need no network: nothing may look one up either
    env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' },
  },
)
process.exit(status ?? 1)
