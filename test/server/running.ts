/** The server of the department's own, as an operator starts it: a process with folders and a port of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'

const program = fileURLToPath(new URL('../../worker/node.ts', import.meta.url))

/** A new folder that is gone with the run. */
export const newFolder = (): string => mkdtempSync(join(inject('folder'), 'server-'))

export type Process = {
  readonly child: ChildProcess
  /** everything it has said so far */
  said(): string
  /** waits for words of its own; fails with all it said when it ends without them */
  says(words: RegExp): Promise<RegExpExecArray>
  /** exit status, once it has ended */
  readonly ended: Promise<number | null>
  kill(signal: NodeJS.Signals): Promise<number | null>
}

const unset = { DATA_DIR: '', PORT: '0', HOST: '', TRUST_PROXY: '' }

export function run(env: Record<string, string>, ...options: string[]): Process {
  const child = spawn(process.execPath, [program, ...options], {
    env: { ...process.env, ...unset, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let all = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (all += chunk))
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  return {
    child,
    ended,
    said: () => all,
    says: words =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = words.exec(all)
          if (found) resolve(found)
        }
        child.stdout.on('data', look)
        child.stderr.on('data', look)
        child.once('close', () => reject(new Error(`ended without ${words}: ${all}`)))
        look()
      }),
    kill: signal => {
      child.kill(signal)
      return ended
    },
  }
}

/** Starts it and waits until it listens. */
export async function start(
  env: Record<string, string>,
  ...options: string[]
): Promise<Process & { readonly url: string }> {
  const server = run(env, ...options)
  const [, url = ''] = await server.says(/listening: (http:\S+)\/taskpane\.html/u)
  return { ...server, url }
}
