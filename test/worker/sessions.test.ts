/** Access code → session. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Session } from '../../shared/protocol.ts'
import { codeHash, newCode } from '../../worker/code.ts'
import { revokeAccess } from '../../worker/store/access.ts'
import { answer, db, type House, openHouse, problem } from './house.ts'

const hour = 3_600_000
let house: House
beforeEach(async () => {
  house = await openHouse()
})
const enter = (code: string) => house.anyone.send('POST', '/sessions', { body: { code } })

describe('happy', () => {
  test('a code opens a session that says who is signed in', async () => {
    const response = await enter(house.codeOf('thuong_mai'))
    expect(response.status).toBe(201)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const session = await answer<Session>(response)
    expect(session.who).toEqual({
      agency: 'sct-thu',
      agencyName: 'Sở Công Thương Thử',
      unit: 'thuong_mai',
      role: 'unit',
      name: 'Phòng Thương mại',
    })
    expect(session.expiresAt).toBe('2025-04-14T15:00:00.000Z')
    expect(session.token).toMatch(/^[0-9a-f]{64}$/u)
  })

  test.each([
    ['in lower case', (code: string) => code.toLowerCase()],
    ['without dashes', (code: string) => code.replaceAll('-', '')],
    ['with spaces', (code: string) => ` ${code.replaceAll('-', ' ')} `],
    ['with long dashes', (code: string) => code.replaceAll('-', '–')],
    [
      'with O for 0 and l, i for 1',
      (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l'),
    ],
  ])('a code is read %s', async (_how, typed) => {
    expect((await enter(typed(house.codeOf('clerk')))).status).toBe(201)
  })

  test('GET /me repeats who is asking and no secret', async () => {
    const me = await (await house.signIn('dashboard')).get('/me')
    expect(me.headers.get('Cache-Control')).toBe('no-store')
    expect(await answer(me)).toEqual({
      expiresAt: '2025-04-14T15:00:00.000Z',
      who: expect.objectContaining({ role: 'dashboard', unit: null }),
    })
  })

  test('use keeps a session alive, but not past seven days', async () => {
    const clerk = await house.signIn('clerk')
    for (let i = 0; i < 15; i += 1) {
      house.later(11 * hour)
      expect((await clerk.get('/me')).status).toBe(200)
    }
    // 165 hours are over, 168 is the end however busy the session was
    house.later(4 * hour)
    expect((await clerk.get('/me')).status).toBe(401)
  })

  test('signing out ends the session', async () => {
    const clerk = await house.signIn('clerk')
    expect((await clerk.send('DELETE', '/sessions/current')).status).toBe(204)
    expect((await clerk.get('/me')).status).toBe(401)
  })
})

describe('error', () => {
  test('no code, an empty one and a stray member are malformed, with a pointer', async () => {
    for (const [body, pointer] of [
      [{}, '#/code'],
      [{ code: '' }, '#/code'],
      [{ code: 'x', stay: true }, '#'],
    ] as const) {
      const response = await house.anyone.send('POST', '/sessions', { body })
      expect(response.status).toBe(400)
      expect((await problem(response)).errors?.[0]?.pointer).toBe(pointer)
    }
  })
})

describe('security', () => {
  test('an unknown and a revoked code get the very same answer', async () => {
    const revoked = house.codeOf('thuong_mai')
    await db.batch(revokeAccess(db, codeHash(revoked), '2025-04-14T03:00:00.000Z'))
    const [one, other] = [await enter(revoked), await enter(newCode())]
    expect([one.status, other.status]).toEqual([401, 401])
    expect(await one.text()).toBe(await other.text())
    expect([...one.headers]).toEqual([...other.headers])
  })

  test('revoking a code ends its sessions and no other', async () => {
    const [trade, clerk] = [await house.signIn('thuong_mai'), await house.signIn('clerk')]
    const hash = codeHash(house.codeOf('thuong_mai'))
    await db.batch(revokeAccess(db, hash, '2025-04-14T03:00:00.000Z'))
    expect((await trade.get('/me')).status).toBe(401)
    expect((await clerk.get('/me')).status).toBe(200)
  })

  test('an idle session expires after twelve hours', async () => {
    const clerk = await house.signIn('clerk')
    house.later(12 * hour)
    const response = await clerk.get('/me')
    expect(response.status).toBe(401)
    expect((await problem(response)).type).toBe('sign-in-needed')
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer')
  })

  test('neither code nor token is anywhere in the database', async () => {
    const { token = '' } = await house.signIn('clerk')
    const code = house.codeOf('clerk')
    for (const table of ['access', 'session']) {
      const { results } = await db.prepare(`SELECT * FROM ${table}`).all()
      const stored = JSON.stringify(results)
      for (const secret of [token, code, code.replaceAll('-', '')])
        expect(stored).not.toContain(secret)
    }
  })

  test('no answer sets a cookie', async () => {
    expect((await enter(house.codeOf('clerk'))).headers.get('Set-Cookie')).toBeNull()
  })

  test.each(['', 'Bearer', 'Bearer  ', 'Basic abc', 'Bearer wrong', "Bearer ' OR 1=1 --"])(
    'Authorization "%s" is nobody',
    async header => {
      const response = await house.anyone.get('/me', header ? { Authorization: header } : {})
      expect(response.status).toBe(401)
    },
  )
})
