/**
 * `node worker/node.ts`: the server of the department's own, told everything by environment variables (worker/on-premise/README.md).
 * `--demo` loads the demo agency into an empty database. Ends by SIGTERM or SIGINT with nothing half done.
 */
import { existsSync } from 'node:fs'
import { type Running, startServer } from './on-premise/server.ts'
import { type Settings, settingsFrom } from './on-premise/settings.ts'
import { Refusal, words } from './on-premise/words.ts'
import { anyAgency } from './store/agencies.ts'
import { first } from './store/ask.ts'

/** sysexits.h EX_CONFIG: starting again changes nothing, so a service manager need not try. */
const misconfigured = 78

// what the server writes is for its own account
process.umask(0o077)
process.on('uncaughtException', error => {
  // never the message: it may quote what was sent
  const at = (error.stack ?? '').split('\n').filter(line => /^\s+at /u.test(line))
  console.log(JSON.stringify({ fatal: error.name, at: at.slice(0, 8).map(line => line.trim()) }))
  process.exit(1)
})

try {
  await run(settingsFrom(process.env))
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error)
  process.exit(error instanceof Refusal ? misconfigured : 1)
}

async function run(settings: Settings): Promise<void> {
  const { server, say } = process.argv.includes('--demo')
    ? await withDemo(settings)
    : { server: await startServer(settings), say: () => {} }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, async () => {
      console.log(words.stopping())
      await server.stop()
      process.exit(0)
    })
  console.log(words.listening(server.url, settings.dataDir))
  if (!existsSync(settings.pages)) console.log(words.noPages(settings.pages))
  if (!(await first(anyAgency(server.env.DB)))) console.log(words.emptyDatabase())
  say()
}

/** The demo's files are needed for nothing else, so they are not read unless asked for. */
async function withDemo(settings: Settings): Promise<{ server: Running; say: () => void }> {
  const { announce, demoIn } = await import('./demo/access.ts')
  const asked: { demo?: Awaited<ReturnType<typeof demoIn>> } = {}
  const server = await startServer(settings, async dataDir => {
    asked.demo = await demoIn(dataDir)
  })
  const say = () => {
    if (!asked.demo) return
    const { agency, access } = asked.demo
    const places = { pane: `${server.url}/taskpane.html`, API: `${server.url}/api/v1` }
    if (access) announce(access, places)
    else console.log(words.demoIntoRealDatabase(agency))
  }
  return { server, say }
}
