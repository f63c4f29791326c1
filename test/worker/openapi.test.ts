/** The description of the protocol: complete, readable by anyone, and true of what the worker does. */
import { describe, expect, test } from 'vitest'
import { app } from '../../worker/index.ts'
import { openapi } from '../../worker/openapi/document.ts'
import { type Route, routes } from '../../worker/openapi/operations.ts'
import { actions } from '../../worker/roles.ts'
import { misfit, routeOf } from './conformance.ts'
import { answer, april, openHouse } from './house.ts'

type Json = { [member: string]: Json | undefined }
const document = openapi() as Json
const at = (...path: string[]): Json | undefined =>
  path.reduce<Json | undefined>((within, member) => within?.[member], document)
const operationAt = ({ method, path }: Route): Json =>
  at('paths', path.replace(/:(\w+)/gu, '{$1}'), method.toLowerCase()) ?? {}

describe('complete', () => {
  test('every route of the app is in the table, and the table has no other', () => {
    const registered = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`)
    const described = routes.map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(registered)].sort()).toEqual(described.sort())
  })

  test.each(routes)('$method $path says in Vietnamese what it does and for whom', route => {
    const { summary, description, security, responses } = operationAt(route)
    expect(String(summary)).toMatch(/[ăâđêôơưáàảãạếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữự]/iu)
    expect(String(description)).not.toBe('')
    expect(security).toEqual(route.operation.action ? [{ session: [] }] : [])
    expect(responses?.['503']).toBeDefined()
  })

  test('every reference leads somewhere, and every schema is referred to', () => {
    const text = JSON.stringify(document)
    const referred = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/gu)]
    const names = new Set(referred.map(([, name = '']) => name))
    expect([...names].sort()).toEqual(Object.keys(at('components', 'schemas') ?? {}).sort())
  })

  test('what is sent may leave out what has a default, what is answered may not', () => {
    expect(at('components', 'schemas', 'Submission')?.required).not.toContain('figures')
    expect(at('components', 'schemas', 'CurrentSubmission')?.required).toContain('figures')
    expect(at('components', 'schemas', 'Consolidation')?.additionalProperties).toBe(false)
  })
})

describe('served', () => {
  test('to anyone, and not again while it is the same', async () => {
    const house = await openHouse()
    const response = await house.anyone.get('/api/openapi.json')
    expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8')
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=3600')
    expect(await answer(response)).toEqual(JSON.parse(JSON.stringify(document)))
    const tag = response.headers.get('ETag') ?? ''
    const again = await house.anyone.get('/api/openapi.json', { 'If-None-Match': tag })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })
})

describe('true', () => {
  const filled = (path: string) =>
    path
      .replace(':period', april)
      .replace(':unit', 'thuong_mai')
      .replace(':id', '00000000-0000-4000-8000-000000000001')
      .replace(':section', 'II.2')
      .replace(':year', '2025')

  test('a route asks for a session, and for a role, when the table says so', async () => {
    const house = await openHouse()
    for (const { method, path, operation } of routes) {
      const { status } = await house.anyone.send(method, filled(path))
      const route = `${method} ${path}`
      expect([route, status === 401]).toEqual([route, operation.action !== null])
      if (!operation.action) continue
      const allowed: readonly string[] = actions[operation.action]
      for (const role of ['clerk', 'dashboard', 'admin', 'thuong_mai']) {
        const caller = await house.signIn(role)
        const answered = await caller.send(method, filled(path))
        const mayNot = !allowed.includes(role === 'thuong_mai' ? 'unit' : role)
        expect([route, role, answered.status === 403]).toEqual([route, role, mayNot])
      }
    }
  }, 60_000)

  test('an answer with one member more than described is noticed, and so is one less', async () => {
    const house = await openHouse()
    const route = routeOf('GET', `/api/v1/periods/${april}/progress`)
    const response = await house.clerk.get(`/periods/${april}/progress`)
    const { missing, ...less } = await answer<Json>(response.clone())
    const as = (body: Json) => Response.json(body, { headers: { ETag: '"x"' } })
    expect(await misfit(route, as({ ...less, missing }))).toBeUndefined()
    expect(await misfit(route, as({ ...less, missing, secret: {} }))).toContain('secret')
    expect(await misfit(route, as(less))).toContain('missing')
  })

  test('a refusal that the description does not know is noticed', async () => {
    const route = routeOf('GET', '/api/v1/me')
    const refusal = (type: string, status: number, detail: string) =>
      new Response(JSON.stringify({ type, title: 'Không tìm thấy', status, detail }), {
        status,
        headers: { 'Content-Type': 'application/problem+json' },
      })
    expect(await misfit(route, refusal('sign-in-needed', 401, 'Cần đăng nhập.'))).toBeUndefined()
    expect(await misfit(route, refusal('not-found', 404, 'Không có.'))).toContain('not-found')
    expect(await misfit(route, refusal('sign-in-needed', 401, 'Invalid'))).toContain('Invalid')
    expect(await misfit(route, refusal('made-up', 401, 'Không có.'))).toContain('Problem')
  })
})
