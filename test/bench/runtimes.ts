/** The two runtimes, each a process of its own on a database of its own in a folder that goes away afterwards. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate, openLocalDatabase } from '../../worker/local-database.ts'
import { databaseFile, makeDataDir } from '../../worker/on-premise/data-dir.ts'
import { openSqlite } from '../../worker/on-premise/sqlite-database.ts'
import { admitProvince, type Codes, type Shape } from './province.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

export type Server = {
  readonly base: string
  readonly pid: number
  readonly province: Codes
  stop(): Promise<void>
}
export type Runtime = { readonly name: string; start(shape: Shape): Promise<Server> }

export const onNode: Runtime = {
  name: 'Node, SQLite (WAL, synchronous=FULL)',
  async start(shape) {
    const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-'))
    makeDataDir(folder)
    const db = openSqlite(databaseFile(folder))
    await db.migrate()
    const province = await admitProvince(db, shape)
    db.close()
    const limits = { WRITES_PER_MINUTE: '0', SIGN_INS_PER_MINUTE: '0' }
    return serving(['worker/node.ts'], { DATA_DIR: folder, ...limits }, folder, province)
  },
}

/** Built once, as it ships. */
let built: string | undefined

export const onWorkerd: Runtime = {
  name: 'workerd, local D1',
  async start(shape) {
    built ??= build()
    const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-'))
    const { db, close } = await openLocalDatabase(folder)
    await migrate(db)
    const province = await admitProvince(db, shape)
    await close()
    return serving([here('workerd.ts')], { BUILT: built, STATE_DIR: folder }, folder, province)
  },
}

/** @returns the folder of the built worker */
function build(): string {
  const out = mkdtempSync(join(tmpdir(), 'cchc-bench-build-'))
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const options = ['build', '--config', 'addin/vite.config.ts', '--outDir', out, '--emptyOutDir']
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status, stderr } = spawnSync(process.execPath, [vite, ...options], { cwd: root, env })
  if (status !== 0) throw new Error(`the build failed:\n${stderr}`)
  process.once('exit', () => rmSync(out, { recursive: true, force: true }))
  return out
}

export async function serving(
  command: string[],
  settings: Record<string, string>,
  folder: string,
  province: Codes,
): Promise<Server> {
  const port = await freePort()
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: `${port}`,
    HOST: '127.0.0.1',
    ...settings,
  }
  const child = spawn(process.execPath, command, {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const base = `http://127.0.0.1:${port}`
  try {
    await answering(base, child)
  } catch (error) {
    child.kill()
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  const stop = async () => {
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { base, pid: child.pid ?? 0, province, stop }
}

async function answering(base: string, child: ChildProcess): Promise<void> {
  for (let tried = 0; tried < 300; tried++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const up = await fetch(`${base}/api/health`).catch(() => undefined)
    if (up?.ok) return
    await new Promise(resume => setTimeout(resume, 100))
  }
  throw new Error(`no answer from ${base}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
