/** The real server as a process of its own, to be killed and started again on the same folder. */
import { type ChildProcess, spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { databaseFile } from '../../worker/on-premise/data-dir.ts'

const main = fileURLToPath(new URL('../../worker/node.ts', import.meta.url))

export type Killable = {
  /** resolves to the address whenever a server answers */
  address(): Promise<string>
  /** Starts it; `answering` resolves once it listens. */
  start(): { answering: Promise<void>; walBytes: number }
  /** From now on nobody is told an address until the next start. */
  away(): void
  signal(signal: 'SIGKILL' | 'SIGTERM'): void
  /** how it ended */
  ended(): Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

export function serverOn(dataDir: string): Killable {
  let there = Promise.withResolvers<string>()
  let known = false
  let child: ChildProcess | undefined
  let end: ReturnType<Killable['ended']> = Promise.resolve({ code: 0, signal: null })

  const start = () => {
    const walBytes = sizeOf(`${databaseFile(dataDir)}-wal`)
    const started = spawn(process.execPath, [main], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        DATA_DIR: dataDir,
        HOST: '127.0.0.1',
        PORT: '0',
        WRITES_PER_MINUTE: '0',
        SIGN_INS_PER_MINUTE: '0',
      },
    })
    child = started
    end = new Promise(resolve => {
      started.once('exit', (code, signal) => resolve({ code, signal }))
    })
    const answering = new Promise<void>((resolve, reject) => {
      let said = ''
      const listen = (part: Buffer) => {
        said += part.toString('utf8')
        const url = /http:\/\/[\d.]+:\d+/u.exec(said)?.[0]
        // what a server said before it was killed may arrive after
        if (url === undefined || child !== started || started.killed) return
        started.stdout.off('data', listen).resume()
        known = true
        there.resolve(url)
        resolve()
      }
      started.stdout.on('data', listen)
      let complaint = ''
      started.stderr.on('data', (part: Buffer) => {
        complaint = `${complaint}${part.toString('utf8')}`.slice(-4000)
      })
      started.once('exit', (code, signal) => {
        if (signal !== 'SIGKILL') reject(new Error(`the server ended with ${code}: ${complaint}`))
      })
    })
    // whoever does not wait for it asks how it ended
    answering.catch(() => {})
    return { answering, walBytes }
  }

  return {
    start,
    address: () => there.promise,
    away: () => {
      // whoever waits already waits for the next
      if (known) there = Promise.withResolvers()
      known = false
    },
    signal: signal => {
      child?.kill(signal)
    },
    ended: () => end,
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
