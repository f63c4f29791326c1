/** `npm run start:server`: builds the pane if that was never done, then starts worker/node.ts. Node only. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

if (!existsSync(fromRoot('dist/client'))) {
  const vite = fromRoot('node_modules/vite/bin/vite.js')
  const build = [vite, 'build', '--config', fromRoot('addin/vite.config.ts')]
  const { status } = spawnSync(process.execPath, build, { cwd: fromRoot('.'), stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
await import('./node.ts')
