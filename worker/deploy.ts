/**
 * `npm run deploy`: build, bring the tables of every deployed database up to date, put the new version live. Each step is said
 * before it begins, and the first that fails ends it: what was live stays live. `--dry-run` bundles and uploads nothing.
 * Node only.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { configuredDatabases, deployedDatabases, workerConfig } from './admin/deployed-database.ts'
import { words } from './admin/words.ts'
import { Refusal } from './on-premise/words.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const dryRun = process.argv.includes('--dry-run')

/** The build leaves the worker's own configuration beside it. */
function builtConfig(): string {
  const found = readdirSync(join(root, 'dist'))
    .map(name => join(root, 'dist', name, 'wrangler.json'))
    .find(file => existsSync(file))
  if (!found) throw new Error('the build left no wrangler.json in dist/')
  return found
}

type Step = { readonly says: string; readonly runs: () => readonly [string, ...string[]] }
const wrangler = 'wrangler/bin/wrangler.js'

const building: Step = {
  says: words.building(),
  runs: () => ['vite/bin/vite.js', 'build', '--config', 'addin/vite.config.ts'],
}
const migrating = (database: string): Step => ({
  says: words.migrating(database),
  runs: () => [
    ...([wrangler, 'd1', 'migrations', 'apply', database] as const),
    ...['--remote', '--config', workerConfig],
  ],
})
const releasing: Step = {
  says: words.releasing(),
  runs: () => [wrangler, 'deploy', '--config', builtConfig()],
}
const bundling: Step = {
  says: words.bundling(),
  runs: () => [wrangler, 'deploy', '--dry-run', '--config', builtConfig()],
}

try {
  // nothing is built that could not be served
  configuredDatabases()
  // tables before code: a migration only adds, so the version that is live can work with it
  const steps = dryRun
    ? [building, bundling]
    : [
        building,
        ...deployedDatabases().databases.map(one => migrating(one.database_name)),
        releasing,
      ]
  for (const [i, { says, runs }] of steps.entries()) {
    console.log(`\n[${i + 1}/${steps.length}] ${says}`)
    const [script, ...args] = runs()
    const { status } = spawnSync(
      process.execPath,
      [join(root, 'node_modules', script), ...args],
      // nobody is told where it is deployed from
      { cwd: root, stdio: 'inherit', env: { ...process.env, WRANGLER_SEND_METRICS: 'false' } },
    )
    if (status !== 0) throw new Refusal(words.stepFailed(i + 1))
  }
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error)
  process.exitCode = 1
}
