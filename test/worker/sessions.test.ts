/** Access code → session. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Session } from '../../shared/protocol.ts'
import { listAccess, revokeCode } from '../../worker/admit.ts'
import { codeHash, newCode } from '../../worker/code.ts'
import type { Database, Statement } from '../../worker/env.ts'
import { answer, db, entriesOf, type House, openHouse, problem, wordsOf } from './house.ts'

const hour = 3_600_000
const at = '2025-04-14T03:00:00.000Z'
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
      agencies: [{ agency: 'sct-thu', name: 'Sở Công Thương Thử' }],
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

  test('beginning and end of a session are in the audit, without anything that opens one', async () => {
    const before = (await entriesOf('sct-thu')).length
    await (await house.signIn('thuong_mai')).send('DELETE', '/sessions/current')
    const [opened, ended] = (await entriesOf('sct-thu')).slice(before)
    const by = { actor: 'unit:thuong_mai', name: 'Phòng Thương mại' }
    expect(opened).toMatchObject({ action: 'session.opened', at, ...by })
    expect(opened?.detail).toEqual({
      role: 'unit',
      unit: 'thuong_mai',
      by: 'code',
      expiresAt: '2025-04-14T15:00:00.000Z',
      endsAt: '2025-04-21T03:00:00.000Z',
    })
    expect(ended).toMatchObject({ action: 'session.ended', at, ...by })
    expect(ended?.detail).toEqual({ role: 'unit', unit: 'thuong_mai' })
  })

  test('many of one agency may sign in at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        enter(house.codeOf(['thuong_mai', 'cong_nghiep', 'clerk'][i % 3] ?? '')),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
    const tokens = await Promise.all(answers.map(one => answer<Session>(one)))
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(50)
  })

  test('expired sessions are swept out as others begin, a few at a time', async () => {
    const sessions = async () => {
      const { results } = await db.prepare('SELECT expires_at FROM session').all()
      return results.length
    }
    for (let i = 0; i < 24; i += 1) await house.signIn('clerk')
    // one more: the clerk who opened the house
    expect(await sessions()).toBe(25)
    house.later(13 * hour)
    await house.signIn('clerk')
    expect(await sessions()).toBe(25 - 20 + 1)
    await house.signIn('clerk')
    expect(await sessions()).toBe(2)
  })
})

describe('error', () => {
  test('no code, an empty one and a stray member are malformed, with a pointer', async () => {
    for (const [body, pointer] of [
      [{}, '#/code'],
      [{ code: '' }, '#/code'],
      [{ code: 'x', stay: true }, '#/stay'],
      [{ idToken: '' }, '#/idToken'],
      [{ code: 'x', idToken: 'y' }, '#/idToken'],
    ] as const) {
      const response = await house.anyone.send('POST', '/sessions', { body })
      expect(response.status).toBe(400)
      expect((await problem(response)).errors?.[0]?.pointer).toBe(pointer)
    }
  })
})

describe('security', () => {
  test('a code has 130 bits in Crockford’s letters, in groups, each letter as likely as any', () => {
    const seen = new Map<string, number>()
    for (let i = 0; i < 2000; i += 1) {
      const code = newCode()
      expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{6}$/u)
      for (const letter of code.replaceAll('-', '')) seen.set(letter, (seen.get(letter) ?? 0) + 1)
    }
    expect(seen.size).toBe(32)
    // 1,625 expected, standard deviation 40: six of them are not met by chance
    for (const count of seen.values()) expect(Math.abs(count - 1625)).toBeLessThan(240)
  })

  test('an unknown and a revoked code get the very same answer', async () => {
    const revoked = house.codeOf('thuong_mai')
    await revokeCode(db, 'sct-thu', codeHash(revoked), at)
    const [one, other] = [await enter(revoked), await enter(newCode())]
    expect([one.status, other.status]).toEqual([401, 401])
    expect(await wordsOf(one)).toBe(await wordsOf(other))
    expect([...one.headers]).toEqual([...other.headers])
  })

  test('unknown, revoked and expired take the same way through the database', async () => {
    const [trade, clerk] = [await house.signIn('thuong_mai'), await house.signIn('clerk')]
    await revokeCode(db, 'sct-thu', codeHash(house.codeOf('thuong_mai')), at)
    house.later(13 * hour)
    const unknown = await statementsOf(() => enter(newCode()))
    expect(unknown).toHaveLength(1)
    expect(await statementsOf(() => enter(house.codeOf('thuong_mai')))).toEqual(unknown)
    const seen = []
    for (const token of ['0'.repeat(64), trade.token, clerk.token]) {
      const headers = { Authorization: `Bearer ${token}` }
      let text = ''
      const statements = await statementsOf(async () => {
        text = await wordsOf(await house.anyone.get('/me', headers))
      })
      seen.push({ text, statements })
    }
    expect(seen[0]?.statements).toHaveLength(1)
    expect(seen[1]).toEqual(seen[0])
    expect(seen[2]).toEqual(seen[0])
  })

  test('revoking a code ends its sessions at once and no other', async () => {
    const [trade, clerk] = [await house.signIn('thuong_mai'), await house.signIn('clerk')]
    await revokeCode(db, 'sct-thu', codeHash(house.codeOf('thuong_mai')), at)
    expect((await trade.get('/me')).status).toBe(401)
    expect((await clerk.get('/me')).status).toBe(200)
  })

  test('a session that outlived the revocation of its code is none', async () => {
    const trade = await house.signIn('thuong_mai')
    const hash = codeHash(house.codeOf('thuong_mai'))
    await db.prepare('UPDATE access SET revoked_at = ?2 WHERE code_hash = ?1').bind(hash, at).run()
    expect((await trade.get('/me')).status).toBe(401)
  })

  test('an idle session expires after twelve hours', async () => {
    const clerk = await house.signIn('clerk')
    house.later(12 * hour)
    const response = await clerk.get('/me')
    expect(response.status).toBe(401)
    expect((await problem(response)).type).toBe('sign-in-needed')
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer')
  })

  test('neither code nor token is anywhere in the database or the logs', async () => {
    const { token = '' } = await house.signIn('clerk')
    const code = house.codeOf('clerk')
    await enter(code.replaceAll('-', ' ').toLowerCase())
    await house.anyone.get(`/me?code=${code}`, { Authorization: `Bearer ${token}` })
    await revokeCode(db, 'sct-thu', codeHash(code), at)
    const kept = [...(await wholeDatabase()), ...house.lines].join('\n').toLowerCase()
    // the search would find what is there
    expect(kept).toContain(codeHash(code))
    for (const secret of [token, code, code.replaceAll('-', ''), code.replaceAll('-', ' ')])
      expect(kept).not.toContain(secret.toLowerCase())
  })

  test('lists and audit name a code by the beginning of its hash and no more', async () => {
    const [listed] = await listAccess(db, 'sct-thu')
    expect(listed?.id).toMatch(/^[0-9a-f]{8}$/u)
    const hashes = /[0-9a-f]{64}/u
    expect(JSON.stringify(listed)).not.toMatch(hashes)
    for (const { detail } of await entriesOf('sct-thu'))
      expect(JSON.stringify(detail)).not.toMatch(hashes)
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

/** Every cell of every table. */
async function wholeDatabase(): Promise<string[]> {
  const { results: tables } = await db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_%' ESCAPE '\\'`,
    )
    .all<{ name: string }>()
  const rows: string[] = []
  for (const { name } of tables) {
    const { results } = await db.prepare(`SELECT * FROM ${name}`).all()
    rows.push(...results.map(row => JSON.stringify(row)))
  }
  return rows
}

/** The SQL that a request has the database run, in order. */
async function statementsOf(request: () => Promise<unknown>): Promise<string[]> {
  const run: string[] = []
  const sqlOf = new Map<Statement, { sql: string; inner: Statement }>()
  const watched = (sql: string, inner: Statement): Statement => {
    const statement: Statement = {
      bind: (...values) => watched(sql, inner.bind(...values)),
      all: <Row>() => {
        run.push(sql)
        return inner.all<Row>()
      },
      run: () => {
        run.push(sql)
        return inner.run()
      },
    }
    sqlOf.set(statement, { sql, inner })
    return statement
  }
  const known = (statement: Statement) => {
    const found = sqlOf.get(statement)
    if (!found) throw new Error('a statement of another database')
    return found
  }
  const watching: Database = {
    prepare: sql => watched(sql, db.prepare(sql)),
    batch: <Row>(statements: Statement[]) => {
      run.push(...statements.map(one => known(one).sql))
      return db.batch<Row>(statements.map(one => known(one).inner))
    },
  }
  house.bindings.DB = watching
  try {
    await request()
  } finally {
    house.bindings.DB = db
  }
  return run
}
