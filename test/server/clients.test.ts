/**
 * The client examples do what they say: the two that can run here against the demo of a real server, and the one for
 * Power Query as far as its language and its addresses can be read.
 */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as powerQuery from '@microsoft/powerquery-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Change, SeriesLine } from '../../shared/protocol.ts'
import { routes } from '../../worker/openapi/operations.ts'
import { newFolder, type Process, start } from './running.ts'

const client = (name: string): string =>
  fileURLToPath(new URL(`../../worker/clients/${name}`, import.meta.url))
const source = (name: string): string => readFileSync(client(name), 'utf8')

const demoDir = newFolder()
const agency = 'sct-bac-giang'
let server: Process & { url: string }
beforeAll(async () => {
  server = await start({ DATA_DIR: newFolder(), DEMO_DIR: demoDir }, '--demo')
  // loading the demo, on a machine with much else to do
}, 60_000)
afterAll(() => server?.kill('SIGKILL'))
const dashboardCode = (): string => {
  const { codes } = JSON.parse(readFileSync(join(demoDir, 'access.json'), 'utf8'))
  return codes.find((one: { role: string }) => one.role === 'dashboard').code
}

test.each(['curl.sh', 'dashboard.js', 'power-query.pq'])('%s is short enough to be read', name => {
  expect(source(name).trimEnd().split('\n').length).toBeLessThanOrEqual(40)
})

// a machine without curl has nobody to copy the example either
const hasCurl = spawnSync('curl', ['--version']).status === 0

describe.skipIf(!hasCurl)('curl.sh', () => {
  const folder = newFolder()
  const run = (code: string) =>
    new Promise<{ status: number | null; said: string }>(resolve => {
      const env = { ...process.env, MAY_CHU: server.url, MA: code, CO_QUAN: agency }
      const child = spawn('sh', [client('curl.sh')], { cwd: folder, env })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', part => (said += part))
      child.once('close', status => resolve({ status, said }))
    })

  test('writes a series as CSV that Excel reads as UTF-8, and learns that nothing changed', async () => {
    const { status, said } = await run(dashboardCode())
    expect([status, said]).toEqual([0, expect.stringContaining(`"agency":"${agency}"`)])
    expect(said.trimEnd().split('\n').at(-1)).toBe('304')
    const csv = readFileSync(join(folder, 'so-lieu.csv'), 'utf8')
    expect(csv).toMatch(/^\uFEFFKỳ báo cáo,/u)
    expect(csv).toMatch(/2025-M04,.*dossiers_resolved,.*,322,/u)
  })

  test('stops with a sentence when the code is wrong', async () => {
    const { status, said } = await run('00000-00000-00000-00000-00000-0')
    expect([status, said]).toEqual([1, 'Chưa đăng nhập được: xem lại MAY_CHU và MA.\n'])
  })
})

describe('dashboard.js', () => {
  type Read = (path: string, query?: object) => Promise<unknown>
  type Client = {
    connect(server: string, code: string): Promise<Read>
    series(read: Read, query: object): AsyncIterable<SeriesLine & { periods: string[] }>
    changesSince(read: Read, agency: string, after?: number): Promise<Told>
  }
  type Told = { changes: Change[]; next: number }
  const loaded = async () => (await import(client('dashboard.js'))) as Client

  test('follows the pages of a series to the last', async () => {
    const { connect, series } = await loaded()
    const read = await connect(server.url, dashboardCode())
    const indicators = 'dossiers_resolved,KSTT-06a.received_total'
    const lines = []
    const query = { agency, indicators, from: '2025-M02', to: '2025-M04', limit: 1 }
    for await (const line of series(read, query)) lines.push(line)
    expect(lines.map(({ indicator }) => indicator)).toEqual(indicators.split(','))
    expect(lines[0]).toMatchObject({ periods: ['2025-M02', '2025-M03', '2025-M04'] })
    expect(lines[0]?.values[2]).toBe(322)
  })

  test('reads the change feed to its end, and from there finds nothing new', async () => {
    const { connect, changesSince } = await loaded()
    const read = await connect(server.url, dashboardCode())
    const { changes, next } = await changesSince(read, agency)
    expect(changes.filter(({ kind }) => kind === 'locked').map(({ period }) => period)).toEqual([
      '2025-M02',
      '2025-M03',
    ])
    expect((await changesSince(read, agency, next)).changes).toEqual([])
  })

  test('says what the server says when it refuses', async () => {
    const { connect } = await loaded()
    const read = await connect(server.url, dashboardCode())
    await expect(read('/series', { agency })).rejects.toThrow('indicators')
  })
})

describe('power-query.pq', () => {
  const query = source('power-query.pq')

  test('is Power Query M', async () => {
    const { DefaultSettings, TaskUtils } = powerQuery
    const parsed = await TaskUtils.tryLexParse(DefaultSettings, query)
    expect(TaskUtils.isParseStageOk(parsed)).toBe(true)
    const broken = await TaskUtils.tryLexParse(DefaultSettings, query.replace('\nin', '\nim'))
    expect(TaskUtils.isParseStageOk(broken)).toBe(false)
  })

  test('asks only addresses there are, by the names they have', () => {
    const paths = [...query.matchAll(/RelativePath = "([^"]+)"/gu)].map(([, path]) => `/${path}`)
    expect(paths).toEqual(['/api/v1/sessions', '/api/v1/series'])
    for (const path of paths) expect(routes.some(route => route.path === path)).toBe(true)
    const series = routes.find(({ operation }) => operation.id === 'series')
    const [, asked = ''] = /Query = \[([^\]]+)\]/u.exec(query) ?? []
    const names = asked.split(',').map(one => one.split('=')[0]?.trim())
    expect([...(series?.operation.query ?? []), 'agency']).toEqual(expect.arrayContaining(names))
  })
})
