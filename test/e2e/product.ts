/** The product as `npm start` serves it, in a process and folders of its own; for tests and for taking pictures. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Session } from '../../shared/protocol.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export type Code = { role: string; unit: string | null; code: string }

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

export function product() {
  const state = mkdtempSync(join(tmpdir(), 'cchc-start-'))
  const accessFile = join(state, 'demo/access.json')
  let running: ChildProcess | undefined
  let base = ''
  const codes = (): Code[] => JSON.parse(readFileSync(accessFile, 'utf8')).codes

  const stop = async (): Promise<void> => {
    const ended = new Promise(resolve => running?.once('exit', resolve))
    running?.kill()
    await ended
  }
  return {
    accessFile,
    codes,
    stop,
    get base() {
      return base
    },
    async start(): Promise<void> {
      const port = await freePort()
      base = `http://127.0.0.1:${port}`
      const demo = join(state, 'demo')
      const env = { ...process.env, PORT: `${port}`, STATE_DIR: state, DEMO_DIR: demo }
      running = spawn(process.execPath, ['worker/start.ts'], { cwd: root, env, stdio: 'ignore' })
      const answers = () =>
        fetch(`${base}/api/health`).then(
          ({ ok }) => ok,
          () => false,
        )
      const deadline = Date.now() + 110_000
      while (!(await answers())) {
        if (Date.now() > deadline) throw new Error(`no health at ${base} in time`)
        await new Promise(resolve => setTimeout(resolve, 200))
      }
    },
    /** Ends it and leaves nothing on the disk. */
    async remove(): Promise<void> {
      await stop()
      rmSync(state, { recursive: true, force: true })
    },
    codeOf(who: string): string {
      const found = codes().find(one => one.unit === who || one.role === who)
      if (!found) throw new Error(`no code for ${who}`)
      return found.code
    },
    enter: (code: string | undefined): Promise<Response> =>
      fetch(`${base}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ code }),
      }),
    /** Reads as the holder of a code. */
    async get<T>(code: string, path: string): Promise<T> {
      const { token } = (await (await this.enter(code)).json()) as Session
      const headers = { Authorization: `Bearer ${token}` }
      return (await (await fetch(`${base}/api/v1${path}`, { headers })).json()) as T
    },
  }
}
