/** `npm start` as a person meets it: an empty machine, a second start, lost codes, and a demo figure gone wrong. */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Consolidation, PeriodSummary, Session } from '../../shared/protocol.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const state = mkdtempSync(join(tmpdir(), 'cchc-start-'))
const accessFile = join(state, 'demo/access.json')
type Code = { role: string; unit: string | null; code: string }
const codes = (): Code[] => JSON.parse(readFileSync(accessFile, 'utf8')).codes

let running: ChildProcess | undefined
let base = ''

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function start(): Promise<void> {
  const port = await freePort()
  base = `http://127.0.0.1:${port}`
  const env = { ...process.env, PORT: `${port}`, STATE_DIR: state, DEMO_DIR: join(state, 'demo') }
  running = spawn(process.execPath, ['worker/start.ts'], { cwd: root, env, stdio: 'ignore' })
  const health = async () => expect((await fetch(`${base}/api/health`)).status).toBe(200)
  await vi.waitFor(health, { timeout: 60_000, interval: 200 })
}

async function stop(): Promise<void> {
  const ended = new Promise(resolve => running?.once('exit', resolve))
  running?.kill()
  await ended
}

const enter = async (code: string | undefined): Promise<Response> =>
  fetch(`${base}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code }),
  })
const clerkCode = () => codes().find(one => one.role === 'clerk')?.code

beforeAll(start)
afterAll(async () => {
  await stop()
  rmSync(state, { recursive: true, force: true })
})

describe('npm start', () => {
  test('loads the demo agency and serves it with the pane on one port', async () => {
    expect(codes().map(one => one.unit ?? one.role)).toEqual(
      expect.arrayContaining(['van_phong', 'qltm', 'clerk', 'dashboard', 'admin']),
    )
    const { token } = (await (await enter(clerkCode())).json()) as Session
    const get = async <T>(path: string): Promise<T> => {
      const headers = { Authorization: `Bearer ${token}` }
      return (await (await fetch(`${base}/api/v1${path}`, { headers })).json()) as T
    }
    const periods = await get<PeriodSummary[]>('/periods')
    expect(periods.map(({ period, state: now }) => `${period} ${now}`)).toEqual([
      '2025-M04 open',
      '2025-M03 locked',
      '2025-M02 locked',
    ])
    // as published: 331 dossiers, 6 carried over and 325 new
    const april = await get<Consolidation>('/periods/2025-M04/consolidation')
    const total = april.tables['KSTT-06a']?.total
    expect(total?.received_total?.value).toBe(331)
    expect(total?.carried_over?.value).toBe(6)
    expect(april.figures.dossiers_new?.value).toBe(325)
    const pane = await fetch(`${base}/taskpane.html`)
    expect([pane.status, pane.redirected]).toEqual([200, false])
  })

  test('a second start keeps figures and codes; lost codes are issued anew', async () => {
    const before = codes()
    await stop()
    await start()
    expect(codes()).toEqual(before)
    expect((await enter(clerkCode())).status).toBe(201)
    await stop()
    rmSync(accessFile)
    await start()
    expect(codes().map(one => one.code)).not.toContain(before[0]?.code)
    expect((await enter(before[0]?.code)).status).toBe(401)
    expect((await enter(clerkCode())).status).toBe(201)
  })
})

test('a demo figure the check refuses stops the start, says where, and leaves nothing behind', async () => {
  const house = mkdtempSync(join(tmpdir(), 'cchc-bad-demo-'))
  for (const part of ['worker', 'shared', 'addin/vite.config.ts', 'package.json', 'tsconfig.json'])
    cpSync(join(root, part), join(house, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  const file = join(house, 'worker/demo/2025-M02/qltm.json')
  const demo = JSON.parse(readFileSync(file, 'utf8'))
  demo.figures.dossiers_resolved += 1
  writeFileSync(file, JSON.stringify(demo))
  const run = () => {
    const child = spawn(process.execPath, ['worker/start.ts'], {
      cwd: house,
      env: { ...process.env, PORT: '0', STATE_DIR: join(house, 'state') },
    })
    const said: string[] = []
    child.stderr.on('data', chunk => said.push(String(chunk)))
    return new Promise<[number | null, string]>(resolve =>
      child.once('close', status => resolve([status, said.join('')])),
    )
  }
  for (const _attempt of ['first', 'again']) {
    const [status, said] = await run()
    expect(status).toBe(1)
    expect(said).toContain('units/qltm/submissions')
    expect(said).toContain('dossiers_resolved')
  }
  rmSync(house, { recursive: true, force: true })
}, 120_000)
