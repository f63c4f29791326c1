/** What every request passes: who may come in at all, sizes, headers, the log, and what happens when something breaks. */
import { beforeEach, describe, expect, test } from 'vitest'
import { app } from '../../worker/index.ts'
import { isRead, routes as reads } from '../../worker/openapi/operations.ts'
import { actions } from '../../worker/roles.ts'
import { april, db, filing, type House, openHouse, problem, tradeReport } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})

/** For anyone: whoever asks here has no session yet, or only a paper with a code. */
const open = new Set(['/api/v1/sessions', '/api/v1/check/:code'])
/** Every route there is, from the app itself, so that a new one cannot be forgotten. */
const routes = app.routes
  .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/'))
  .map(({ method, path }) => ({ method, path }))
  .filter(({ path }) => !open.has(path))
const filled = (path: string) =>
  path
    .replace(':period', april)
    .replace(':unit', 'thuong_mai')
    .replace(':id', '00000000-0000-4000-8000-000000000001')

describe('security', () => {
  test('there are routes to try', () => {
    expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBeGreaterThan(10)
    expect(Object.keys(actions).length).toBeGreaterThan(10)
  })

  // nothing comes of these requests, so all routes may ask in one house
  test('no route answers without a token', async () => {
    for (const { method, path } of routes) {
      const response = await house.anyone.send(method, filled(path), { body: undefined })
      expect(response.status, `${method} ${path}`).toBe(401)
      expect((await problem(response)).type, `${method} ${path}`).toBe('sign-in-needed')
    }
  })

  test('no route answers with an expired token', async () => {
    const clerk = await house.signIn('clerk')
    house.later(13 * 3_600_000)
    for (const { method, path } of routes)
      expect((await clerk.send(method, filled(path))).status, `${method} ${path}`).toBe(401)
  })

  test('what other systems read refuses what it does not know in the address, by name', async () => {
    const dashboard = await house.signIn('dashboard')
    for (const { path } of reads.filter(isRead)) {
      const refused = await dashboard.get(`${filled(path).replace('/api/v1', '')}?agencyy=sct-thu`)
      expect(refused.status, path).toBe(400)
      expect((await problem(refused)).detail, path).toContain('“agencyy”; gần nhất là agency')
    }
    // the slip that would show other figures than were meant
    const series = '/series?indicators=trained&from=2025-M04&to=2025-M04'
    const { detail } = await problem(await dashboard.get(`${series}&unit=van_phong`))
    expect(detail).toContain('gần nhất là units')
    expect((await dashboard.get(`${series}&units=van_phong`)).status).toBe(200)
  })

  test('answers carry the headers of an API and no cookie', async () => {
    const { headers } = await house.anyone.get('/me')
    expect(headers.get('Content-Security-Policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    )
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Strict-Transport-Security')).toContain('max-age=31536000')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(headers.get('Set-Cookie')).toBeNull()
    expect(headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8')
  })

  test('the log says what happened and nothing of what was said', async () => {
    const trade = await house.signIn('thuong_mai')
    await trade.put(filing('thuong_mai', 1), tradeReport())
    const line = JSON.parse(house.lines.at(-1) ?? '')
    expect(line).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/u),
      agency: 'sct-thu',
      unit: 'thuong_mai',
      role: 'unit',
      method: 'PUT',
      route: '/api/v1/periods/:period/units/:unit/submissions/:id',
      status: 201,
      ms: expect.any(Number),
    })
    const all = house.lines.join('\n')
    for (const secret of [trade.token ?? '?', house.codeOf('thuong_mai'), 'Nguyễn', 'dossiers'])
      expect(all).not.toContain(secret)
  })
})

describe('error', () => {
  test('what is not there is 404, the wrong method 405 with what is allowed', async () => {
    expect((await house.clerk.get('/nowhere')).status).toBe(404)
    expect((await house.anyone.get('/api/nowhere')).status).toBe(404)
    const response = await house.clerk.send('DELETE', '/periods')
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD, POST'])
    expect((await problem(response)).type).toBe('method-not-allowed')
  })

  test('over 256 KB is 413, with and without a declared length', async () => {
    const trade = await house.signIn('thuong_mai')
    const raw = JSON.stringify(tradeReport({ preparedBy: 'x'.repeat(256 * 1024) }))
    const declared = { 'Content-Length': String(raw.length) }
    for (const headers of [{}, declared]) {
      const response = await trade.send('PUT', filing('thuong_mai', 1), { raw, headers })
      expect([response.status, (await problem(response)).type]).toEqual([413, 'too-large'])
    }
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'content type "%s" is 415',
    async type => {
      const trade = await house.signIn('thuong_mai')
      const sent = { raw: JSON.stringify(tradeReport()), headers: { 'Content-Type': type } }
      const response = await trade.send('PUT', filing('thuong_mai', 1), sent)
      expect([response.status, (await problem(response)).type]).toEqual([415, 'not-json'])
    },
  )

  test.each(['', '{', '[1', 'null', '"text"', '[]'])('body %s is 400', async raw => {
    const trade = await house.signIn('thuong_mai')
    const headers = { 'Content-Type': 'application/json' }
    const response = await trade.send('PUT', filing('thuong_mai', 1), { raw, headers })
    expect([response.status, (await problem(response)).type]).toEqual([400, 'malformed'])
  })

  test.each([
    ['D1_ERROR: D1 DB is overloaded. Requests queued for too long.', 503, 'try-again', '2'],
    ['no such column: secret_figure', 500, 'internal', null],
  ])('a database that says "%s" is %i', async (message, status, type, retry) => {
    const broken = {
      ...db,
      prepare: () => {
        throw new Error(message)
      },
      batch: () => Promise.reject(new Error(message)),
    }
    const lines: string[] = []
    const response = await app.request(
      '/api/v1/me',
      { headers: { Authorization: 'Bearer x' } },
      { DB: broken, log: (line: string) => lines.push(line) },
    )
    const refused = await problem(response)
    expect([response.status, refused.type]).toEqual([status, type])
    expect(response.headers.get('Retry-After')).toBe(retry)
    expect(JSON.stringify(refused) + lines.join('')).not.toContain('secret_figure')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ status, error: 'Error' })
    expect(refused.instance).toContain(JSON.parse(lines[0] ?? '').id)
  })
})

describe('happy', () => {
  test('health needs no token', async () => {
    const response = await house.anyone.get('/api/health')
    expect([response.status, await response.json()]).toEqual([200, { ok: true }])
  })
})

test('a refusal reads what was still being sent, so that a proxy never reports a broken connection', async () => {
  const request = new Request(`http://localhost/api/v1${filing('thuong_mai', 1)}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ words: 'a'.repeat(9000) }),
  })
  const response = await app.fetch(request, { DB: db })
  expect(response.status).toBe(401)
  expect(request.bodyUsed).toBe(true)
})
