/** `node worker/node.ts` as an operator meets it: one folder, clear refusals, the demo, and an end with nothing half done. */
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Session } from '../../shared/protocol.ts'
import { settingsFrom } from '../../worker/on-premise/settings.ts'
import { newFolder, type Process, run, start } from './running.ts'

const dataDir = join(newFolder(), 'made/by/the/server')
const demoDir = newFolder()
const pages = fileURLToPath(new URL('../../addin/public', import.meta.url))
const env = { PAGES_DIR: pages, DATA_DIR: dataDir, DEMO_DIR: demoDir, SIGN_INS_PER_MINUTE: '20' }
let server: Process & { url: string }
beforeAll(async () => {
  server = await start(env, '--demo')
})
afterAll(() => server.kill('SIGKILL'))

const codes = () => JSON.parse(readFileSync(join(demoDir, 'access.json'), 'utf8')).codes
const clerkCode = (): string => codes().find((one: { role: string }) => one.role === 'clerk').code
const signIn = (code: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ code }),
  })
const portOf = (url: string): number => Number(new URL(url).port)

/** Says something byte by byte, as no well-behaved client would. */
async function raw(...parts: string[]) {
  const socket = connect(portOf(server.url), '127.0.0.1')
  await once(socket, 'connect')
  for (const part of parts) socket.write(part)
  return socket
}
const beginning = (length: number, path = '/api/v1/sessions') =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`

describe('happy', () => {
  test('the demo is loaded once; its figures are read with the codes written down', async () => {
    const { token } = (await (await signIn(clerkCode())).json()) as Session
    const response = await fetch(`${server.url}/api/v1/periods/2025-M04/consolidation`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    // as published: 325 new dossiers
    expect(await response.json()).toMatchObject({ figures: { dossiers_new: { value: 325 } } })
  })

  test('everything it keeps is in its folder, for its own account', () => {
    const kept = readdirSync(dataDir).filter(name => !/-(?:wal|shm)$/u.test(name))
    expect(kept.sort()).toEqual(['archive', 'cchc.db', 'server.lock'])
    expect(statSync(join(dataDir, 'cchc.db')).mode & 0o077).toBe(0)
    expect(statSync(dataDir).mode & 0o077).toBe(0)
    // the clock ran at the start: the head of the audit chain is kept outside the database
    expect(readdirSync(join(dataDir, 'archive/audit-heads'))).toEqual(['sct-bac-giang'])
  })

  test('pages and API come from one port, each with headers of its own', async () => {
    const page = await fetch(`${server.url}/help/index.html`)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('lang="vi"')])
    expect(page.headers.get('Content-Security-Policy')).toContain('https://*.office.com')
    expect((await fetch(`${server.url}/help/index.html`, { method: 'HEAD' })).status).toBe(200)
    const health = await fetch(`${server.url}/api/health`)
    expect(health.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    for (const path of ['/_headers', '/%2e%2e/package.json', '/help/../../taskpane.html'])
      expect((await fetch(`${server.url}${path}`)).status, path).toBe(404)
  })

  test('what is neither API nor page is the 404 of the app; HEAD has no body', async () => {
    const nowhere = await fetch(`${server.url}/nowhere.html`)
    expect([nowhere.status, ((await nowhere.json()) as { type: string }).type]).toEqual([
      404,
      'not-found',
    ])
    const head = await fetch(`${server.url}/api/health`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })
})

describe('error', () => {
  test('a client that goes away in the middle harms nobody', async () => {
    const sockets = await Promise.all([
      raw(beginning(500), '{"code":'),
      raw('GET /api/hea'),
      raw('nonsense\r\n\r\n'),
      raw(beginning(9000, '/api/v1/nowhere'), '{'),
    ])
    for (const socket of sockets) {
      socket.on('error', () => {})
      socket.destroy()
    }
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
    expect(server.said()).not.toContain('fatal')
  })

  test('a second server on the folder is refused, and the first goes on', async () => {
    const second = run(env)
    expect(await second.ended).toBe(78)
    expect(second.said()).toContain(`Một máy chủ khác đang dùng ${dataDir}`)
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
  })

  test('a port in use is refused by its number', async () => {
    const port = `${portOf(server.url)}`
    const second = run({ DATA_DIR: newFolder(), PORT: port })
    expect(await second.ended).toBe(78)
    expect(second.said()).toContain(`Cổng ${port} của 127.0.0.1 đang có chương trình khác dùng`)
  })

  test.each([
    ['no folder', () => ({}), 'Chưa đặt DATA_DIR'],
    [
      'a folder below a file',
      () => {
        const file = join(newFolder(), 'file')
        writeFileSync(file, '')
        return { DATA_DIR: join(file, 'below') }
      },
      'ENOTDIR',
    ],
    [
      'a database that is none',
      () => {
        const folder = newFolder()
        writeFileSync(join(folder, 'cchc.db'), 'words '.repeat(1000))
        return { DATA_DIR: folder }
      },
      'file is not a database',
    ],
  ])('%s is refused in words', async (_what, env, words) => {
    const refused = run(env())
    expect(await refused.ended).toBe(78)
    expect(refused.said()).toContain(words)
    expect(refused.said()).not.toMatch(/^\s+at /mu)
  })

  test.each([
    ['PORT', '8787x'],
    ['PORT', '65536'],
    ['WRITES_PER_MINUTE', '-1'],
    ['SIGN_INS_PER_MINUTE', '1.5'],
    ['PUBLIC_ORIGIN', 'bieumau.example.gov.vn'],
    ['PUBLIC_ORIGIN', 'https://bieumau.example.gov.vn/'],
    ['CORS_ORIGINS', '*'],
  ])('%s="%s" is refused by its name', (name, value) => {
    expect(() => settingsFrom({ DATA_DIR: '/x', [name]: value })).toThrow(`${name}="${value}"`)
  })
})

describe('security', () => {
  test('an address that a client claims does not get around the limit', async () => {
    const tries = Array.from({ length: 25 }, (_, i) =>
      signIn('WRONG-CODE', { 'X-Forwarded-For': `10.0.0.${i}`, 'CF-Connecting-IP': `10.1.0.${i}` }),
    )
    const statuses = (await Promise.all(tries)).map(response => response.status)
    expect(statuses).toContain(429)
  })

  test('behind a proxy that is trusted, the last hop counts', async () => {
    const behind = await start({
      DATA_DIR: newFolder(),
      TRUST_PROXY: '1',
      SIGN_INS_PER_MINUTE: '1',
    })
    const attempt = async (hops: string) => {
      const response = await fetch(`${behind.url}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': hops },
        body: '{"code":"WRONG"}',
      })
      return response.status
    }
    const [one, other, again] = [
      await attempt('9.9.9.9, 10.0.0.1'),
      await attempt('9.9.9.9, 10.0.0.2'),
      await attempt('8.8.8.8, 10.0.0.1'),
    ]
    expect([one, other, again]).toEqual([401, 401, 429])
    expect(behind.said()).toContain('npm run admin')
    await behind.kill('SIGKILL')
  })
})

test('SIGTERM finishes what was begun, and the next start finds the same codes and figures', async () => {
  const before = codes()
  const body = JSON.stringify({ code: 'WRONG-CODE' })
  const socket = await raw(beginning(body.length), body.slice(0, 5))
  let answer = ''
  socket.on('data', chunk => {
    answer += chunk
  })
  // the server has the beginning of the request once it has answered a later one
  await fetch(`${server.url}/api/health`)
  server.child.kill('SIGTERM')
  await server.says(/stopping/u)
  socket.write(body.slice(5))
  await once(socket, 'close')
  expect(answer).toMatch(/^HTTP\/1\.1 4(?:01|29) /u)
  expect(await server.ended).toBe(0)
  // gathered into the one file
  expect(existsSync(join(dataDir, 'cchc.db-wal'))).toBe(false)

  server = await start(env, '--demo')
  expect(codes()).toEqual(before)
  expect((await signIn(clerkCode())).status).toBe(201)
})
