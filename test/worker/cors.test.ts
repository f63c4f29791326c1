/** Pages of other servers: those whose exact origin is listed may read, sign in and sign out; all others are told nothing. */
import { beforeAll, describe, expect, test } from 'vitest'
import { isOrigin } from '../../worker/cors.ts'
import { april, type Caller, filing, type House, openHouse } from './house.ts'

const ours = 'https://bang.example.gov.vn'
const local = 'http://localhost:5173'
let house: House
let dashboard: Caller
beforeAll(async () => {
  house = await openHouse()
  house.bindings.CORS_ORIGINS = `${ours}, ${local},https://*.example.com,*`
  dashboard = await house.signIn('dashboard')
})

const told = ({ headers }: Response) =>
  [...headers.keys()].filter(name => name.startsWith('access-control-'))
const varies = ({ headers }: Response) => (headers.get('Vary') ?? '').split(/,\s*/u)
const progress = `/periods/${april}/progress`
const preflight = (path: string, method: string, Origin = ours) =>
  house.anyone.send('OPTIONS', path, {
    headers: {
      Origin,
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': 'authorization,if-none-match',
    },
  })

describe('happy', () => {
  test('a listed page reads figures and the headers it needs', async () => {
    for (const Origin of [ours, local]) {
      const response = await dashboard.get(progress, { Origin })
      expect(response.status).toBe(200)
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe(Origin)
      expect(response.headers.get('Access-Control-Expose-Headers')).toBe('ETag,Link,Retry-After')
      expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull()
      expect(varies(response)).toEqual(
        expect.arrayContaining(['Authorization', 'Accept', 'Origin']),
      )
    }
  })

  test('it may read refusals and 304 as well', async () => {
    const refused = await house.anyone.get(progress, { Origin: ours })
    expect([refused.status, refused.headers.get('Access-Control-Allow-Origin')]).toEqual([
      401,
      ours,
    ])
    const tag = (await dashboard.get(progress)).headers.get('ETag') ?? ''
    const same = await dashboard.get(progress, { Origin: ours, 'If-None-Match': tag })
    expect([same.status, same.headers.get('Access-Control-Allow-Origin')]).toEqual([304, ours])
  })

  test('a browser that asks first needs no session, and hears what the address takes', async () => {
    for (const [path, method, methods] of [
      [progress, 'GET', 'GET,HEAD'],
      ['/sessions', 'POST', 'POST'],
      ['/sessions/current', 'DELETE', 'DELETE'],
      [filing('thuong_mai', 1), 'PUT', 'GET,HEAD'],
    ] as const) {
      const { status, headers } = await preflight(path, method)
      expect([path, status, headers.get('Access-Control-Allow-Methods')]).toEqual([
        ...[path, 204, methods],
      ])
      expect(headers.get('Access-Control-Allow-Origin')).toBe(ours)
      expect(headers.get('Access-Control-Allow-Headers')).toBe(
        'Authorization,If-None-Match,Content-Type,Accept',
      )
      expect(headers.get('Access-Control-Allow-Credentials')).toBeNull()
      expect(headers.get('Vary')).toContain('Origin')
    }
  })

  test('signing in from a listed page is answered to it', async () => {
    const body = { code: house.codeOf('dashboard') }
    const sent = { body, headers: { Origin: ours } }
    const response = await house.anyone.send('POST', '/sessions', sent)
    expect([response.status, response.headers.get('Access-Control-Allow-Origin')]).toEqual([
      ...[201, ours],
    ])
  })
})

/** Origins that only look like one of the list. */
const alike = [
  'https://bang.example.gov.vn.evil.com',
  'https://xbang.example.gov.vn',
  'https://bang.example.gov.vn:8443',
  'http://bang.example.gov.vn',
  'https://BANG.example.gov.vn',
  'https://bang.example.gov.vn/',
  'https://bang.example.gov.vn.',
  `${ours}, ${ours}`,
  'https://a.example.com',
  'https://*.example.com',
  'http://localhost',
  'null',
  '*',
]

describe('security', () => {
  test.each(alike)('%s is told nothing, before or with the request', async Origin => {
    const read = await dashboard.get(progress, { Origin })
    const asked = await preflight(progress, 'GET', Origin)
    expect([read.status, told(read), asked.status, told(asked)]).toEqual([200, [], 401, []])
    // a cache keeps the two apart
    expect([varies(read), varies(asked)]).toEqual([
      expect.arrayContaining(['Origin']),
      expect.arrayContaining(['Origin']),
    ])
  })

  test('a listed page that writes is not answered to it, and asking without a method is no preflight', async () => {
    const headers = { Origin: ours }
    const written = await dashboard.send('PUT', filing('thuong_mai', 1), { body: {}, headers })
    expect([written.status, told(written)]).toEqual([403, []])
    const bare = await house.anyone.send('OPTIONS', progress, { headers })
    expect([bare.status, told(bare)]).toEqual([401, []])
  })

  test('where no page is listed nothing is said at all', async () => {
    const { CORS_ORIGINS, ...bindings } = house.bindings
    delete house.bindings.CORS_ORIGINS
    const response = await dashboard.get(progress, { Origin: ours })
    Object.assign(house.bindings, bindings, { CORS_ORIGINS })
    expect([told(response), varies(response)]).toEqual([[], ['Authorization', 'Accept']])
  })

  test('only an exact origin of https, or of this machine, can be listed', () => {
    for (const good of [ours, local, 'http://127.0.0.1:8080', 'http://[::1]:5173'])
      expect([good, isOrigin(good)]).toEqual([good, true])
    for (const bad of [
      ...['*', 'null', '', 'bang.example.gov.vn', 'https://*.example.com', `${ours}/`],
      ...[`${ours}/trang`, `${ours}:443`, 'https://BANG.example.gov.vn', `${ours}.`, ` ${ours}`],
      ...['http://bang.example.gov.vn', 'http://localhost.evil.com', 'https://a:b@c.example'],
      ...['file://', 'data:text/html,x', 'https://bảng.example.gov.vn'],
    ])
      expect([bad, isOrigin(bad)]).toEqual([bad, false])
  })
})
