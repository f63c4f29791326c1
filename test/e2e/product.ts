/** The product as `npm start` serves it, in a process and folders of its own; for its tests and for taking pictures. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { askingAt } from './asking.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Milliseconds the first start may take: it loads the demo agency. */
const patience = 110_000

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

type Running = {
  readonly child: ChildProcess
  /** exit status, once it has ended */
  readonly ended: Promise<number | null>
  said(): string
}

function begin(env: Record<string, string>): Running {
  const child = spawn(process.execPath, ['worker/start.ts'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let all = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (all += chunk))
  // asked now: who asks a process that has ended already would wait for ever
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  return { child, ended, said: () => all }
}

export function product() {
  const state = mkdtempSync(join(tmpdir(), 'cchc-start-'))
  const accessFile = join(state, 'demo/access.json')
  let running: Running | undefined
  let base = ''

  const stop = async (): Promise<void> => {
    running?.child.kill()
    await running?.ended
    running = undefined
  }
  return {
    ...askingAt(() => base, accessFile),
    accessFile,
    stop,
    get base() {
      return base
    },
    /** @throws Error with all it said, when it ends or does not answer in time */
    async start(): Promise<void> {
      const port = await freePort()
      base = `http://127.0.0.1:${port}`
      const begun = begin({ PORT: `${port}`, STATE_DIR: state, DEMO_DIR: join(state, 'demo') })
      running = begun
      let over = false
      void begun.ended.then(() => (over = true))
      const answers = () =>
        fetch(`${base}/api/health`).then(
          ({ ok }) => ok,
          () => false,
        )
      const deadline = Date.now() + patience
      while (!(await answers())) {
        if (over) throw new Error(`npm start ended: ${begun.said()}`)
        if (Date.now() > deadline) throw new Error(`no health at ${base} in time: ${begun.said()}`)
        await new Promise(resolve => setTimeout(resolve, 200))
      }
    },
    /** Ends it and leaves nothing on the disk. */
    async remove(): Promise<void> {
      await stop()
      rmSync(state, { recursive: true, force: true })
    },
  }
}
