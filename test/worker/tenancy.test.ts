/**
 * Several agencies in one database: what a dashboard's code covers, how rights are given and taken, and that every
 * statement about an agency says which. Whether an answer shows another agency's figures is asked in `roles.test.ts`.
 */
/// <reference types="vite/client" />
import { beforeEach, describe, expect, test } from 'vitest'
import type { Consolidation, Me, Session } from '../../shared/protocol.ts'
import {
  AccessError,
  issueCodes,
  listAccess,
  revokeAll,
  revokeCode,
  widenAccess,
} from '../../worker/admit.ts'
import { codeHash } from '../../worker/code.ts'
import {
  answer,
  april,
  type Caller,
  db,
  entriesOf,
  type House,
  openHouse,
  problem,
  wordsOf,
} from './house.ts'

const at = '2025-04-14T03:00:00.000Z'
const [ours, theirs] = ['sct-thu', 'sct-khac']
const consolidation = `/periods/${april}/consolidation`
let house: House
beforeEach(async () => {
  house = await openHouse()
})
const hashOf = (who: string, agency = ours) => codeHash(house.codeOf(who, agency))
const widen = (agencies = [theirs]) => widenAccess(db, ours, hashOf('dashboard'), agencies, at)
const openTheirs = async () =>
  (await house.signIn('clerk', theirs)).send('POST', '/periods', { body: { period: april } })
const agencyShown = async (caller: Caller, query: string) =>
  (await answer<Consolidation>(await caller.get(`${consolidation}${query}`))).agency

describe('happy', () => {
  test('a dashboard’s code that covers two agencies reads the one it names', async () => {
    await openTheirs()
    await widen()
    const dashboard = await house.signIn('dashboard')
    expect(await agencyShown(dashboard, `?agency=${ours}`)).toBe(ours)
    expect(await agencyShown(dashboard, `?agency=${theirs}`)).toBe(theirs)
  })

  test('a session that is open when its code is widened reads more at once', async () => {
    const dashboard = await house.signIn('dashboard')
    expect((await dashboard.get(`/periods?agency=${theirs}`)).status).toBe(403)
    await widen()
    expect((await dashboard.get(`/periods?agency=${theirs}`)).status).toBe(200)
  })

  test('GET /me names every agency the code reads, its own first, and needs none named', async () => {
    await widen()
    const dashboard = await house.signIn('dashboard')
    const me = await answer<Me>(await dashboard.get('/me'))
    expect(me.who.agency).toBe(ours)
    expect(me.agencies).toEqual([
      { agency: ours, name: 'Sở Công Thương Thử' },
      { agency: theirs, name: 'Sở Công Thương Khác' },
    ])
    const named = await answer<Me>(await dashboard.get(`/me?agency=${theirs}`))
    expect(named.who).toMatchObject({ agency: theirs, agencyName: 'Sở Công Thương Khác' })
  })

  test('signing out needs no agency named and is noted in the code’s own', async () => {
    await widen()
    const dashboard = await house.signIn('dashboard')
    const before = (await entriesOf(theirs)).length
    const response = await dashboard.send('DELETE', `/sessions/current?agency=${theirs}`)
    expect(response.status).toBe(204)
    expect((await entriesOf(ours)).at(-1)?.action).toBe('session.ended')
    expect(await entriesOf(theirs)).toHaveLength(before)
  })

  test('widening is in the audit of every agency concerned', async () => {
    await widen()
    for (const agency of [ours, theirs]) {
      const last = (await entriesOf(agency)).at(-1)
      expect(last).toMatchObject({ action: 'access.widened', at, actor: 'admin', name: 'Quản trị' })
      expect(last?.detail).toMatchObject({ role: 'dashboard', of: ours, agencies: [theirs] })
    }
  })

  test('codes are listed, issued and revoked by their short name, each with its entry', async () => {
    const before = (await listAccess(db, ours)).length
    const by = { actor: 'admin', name: 'Phạm Thị Hoa' }
    const holder = {
      role: 'unit',
      unit: 'thuong_mai',
      name: 'Phòng Thương mại, mã thứ hai',
    } as const
    const [issued] = await issueCodes(db, ours, [holder], at, by)
    const listed = (await listAccess(db, ours)).find(one => one.name === holder.name)
    expect(listed).toEqual({
      ...holder,
      issuedAt: at,
      revokedAt: null,
      id: codeHash(issued?.code ?? '').slice(0, 8),
    })
    expect((await entriesOf(ours)).at(-1)).toEqual({
      action: 'access.issued',
      at,
      ...by,
      detail: { issued: [{ ...holder, id: listed?.id }] },
    })
    expect(await revokeCode(db, ours, listed?.id ?? '', at, by)).toMatchObject({ revokedAt: at })
    expect((await entriesOf(ours)).at(-1)).toEqual({
      action: 'access.revoked',
      at,
      ...by,
      detail: { revoked: [{ ...holder, id: listed?.id }] },
    })
    expect(await listAccess(db, ours)).toHaveLength(before + 1)
  })

  test('revoking all of an agency leaves the other’s codes alone', async () => {
    const other = await house.signIn('clerk', theirs)
    await revokeAll(db, ours, at)
    expect((await house.clerk.get('/me')).status).toBe(401)
    expect((await other.get('/me')).status).toBe(200)
    expect((await listAccess(db, ours)).filter(one => one.revokedAt === null)).toEqual([])
    const entries = await entriesOf(ours)
    await revokeAll(db, ours, at)
    expect(await entriesOf(ours)).toEqual(entries)
  })
})

describe('error', () => {
  test('a code that covers several must name one, and the answer lists them', async () => {
    await widen()
    const response = await (await house.signIn('dashboard')).get(consolidation)
    expect(response.status).toBe(400)
    const { type, detail, agencies } = await problem(response)
    expect(type).toBe('agency-needed')
    expect(detail).toContain(`${ours} (Sở Công Thương Thử), ${theirs} (Sở Công Thương Khác)`)
    expect(agencies).toHaveLength(2)
  })

  test.each([
    ['a clerk’s code', () => widenAccess(db, ours, hashOf('clerk'), [theirs], at)],
    ['a unit’s code', () => widenAccess(db, ours, hashOf('thuong_mai'), [theirs], at)],
    ['an agency that is not there', () => widen([theirs, 'sct-la'])],
    ['its own agency', () => widen([ours])],
    ['a code of another agency', () => widenAccess(db, theirs, hashOf('dashboard'), [ours], at)],
    ['no code', () => widenAccess(db, ours, '', [theirs], at)],
  ])('%s is not widened, and nothing is written', async (_what, widening) => {
    const before = [await entriesOf(ours), await entriesOf(theirs)]
    await expect(widening()).rejects.toThrow(AccessError)
    expect([await entriesOf(ours), await entriesOf(theirs)]).toEqual(before)
    expect((await db.prepare('SELECT 1 FROM coverage').all()).results).toEqual([])
  })

  test('a code is revoked once, by its own agency, and only when the name is not several’s', async () => {
    const revoke = (agency: string, id: string) => revokeCode(db, agency, id, at)
    const hash = hashOf('clerk')
    await expect(revoke(theirs, hash)).rejects.toThrow('không có mã truy cập nào')
    await expect(revoke(ours, '')).rejects.toThrow('không có mã truy cập nào')
    await db
      .prepare(
        `INSERT INTO access (code_hash, agency, role, name, issued_at) VALUES (?1, ?2, 'clerk', 'x', ?3)`,
      )
      .bind(`${hash.slice(0, 8)}0`, ours, at)
      .run()
    await expect(revoke(ours, hash.slice(0, 8))).rejects.toThrow('Có 2 mã truy cập')
    await revoke(ours, hash)
    await expect(revoke(ours, hash)).rejects.toThrow('đã bị thu hồi')
  })
})

describe('security', () => {
  test('an agency that is not theirs and one that is not there answer alike', async () => {
    const [one, other] = [
      await house.clerk.get(`${consolidation}?agency=${theirs}`),
      await house.clerk.get(`${consolidation}?agency=sct-la`),
    ]
    expect([one.status, other.status]).toEqual([403, 403])
    expect((await wordsOf(one)).replaceAll(theirs, 'sct-la')).toBe(await wordsOf(other))
  })

  test('coverage of a code that is no dashboard’s opens nothing', async () => {
    await db
      .prepare('INSERT INTO coverage (access, agency) VALUES (?1, ?2)')
      .bind(hashOf('clerk'), theirs)
      .run()
    expect((await house.clerk.get(`/periods?agency=${theirs}`)).status).toBe(403)
    expect((await answer<Me>(await house.clerk.get('/me'))).agencies).toHaveLength(1)
  })

  test('a code that is revoked covers nothing any more', async () => {
    await widen()
    const dashboard = await house.signIn('dashboard')
    await revokeCode(db, ours, hashOf('dashboard'), at)
    expect((await dashboard.get(`/periods?agency=${theirs}`)).status).toBe(401)
    expect((await db.prepare('SELECT 1 FROM coverage').all()).results).toEqual([])
  })

  test('a session says nothing of another agency when it begins', async () => {
    await widen()
    const body = { code: house.codeOf('dashboard') }
    const session = await answer<Session>(await house.anyone.send('POST', '/sessions', { body }))
    expect(session.who.agency).toBe(ours)
  })
})

// ---------------------------------------------------------------- the statements themselves

/** Common to all agencies, or of the database itself. */
const common = new Set(['catalogue', 'd1_migrations'])

/** Statements that may leave the agency out. */
const exempt: Record<string, string> = {
  'access.accessByHash': 'signing in: the code says which agency',
  'access.agenciesToCover': 'an administrator names agencies to be opened to a code',
  'access.endCoverage': 'a code that is revoked covers no agency any more',
  'agencies.anyAgency': 'whether there is one at all',
  'agencies.allAgencies': 'the check of the chains goes through all of them',
  'agencies.agenciesAtWork': 'the clock goes through all of them',
  'moves.elsewhereBySession': 'the token says which agency',
  'moves.elsewhereByAccess': 'the code says which agency',
  'moves.idsTaken': 'before a move: whether another agency has submissions of these ids',
  'register.agencySummaries': 'an administrator’s list of all agencies',
  'register.catalogueSummaries': 'an administrator’s list of versions and how much they are used',
  'snapshots.snapshotByCode': 'looking up a check code: the code on the paper says which agency',
  'telling.dueWebhooks': 'the clock tells the webhooks of all agencies',
  'sessions.sessionByHash': 'the token says which agency',
  'sessions.extendSession': 'a token is one session of one agency',
  'sessions.endSession': 'a token is one session of one agency',
  'sessions.endExpired': 'a session that is over is over in every agency',
}

const sources = import.meta.glob<string>('../../worker/store/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Migrations are SQL of their own; copies are made from the table of tables, which `moves.test.ts` holds against the database. */
const made = /\/(?:migrations|copies)\.ts$/u

type Written = { readonly name: string; readonly sql: string }

/** Every statement of a file under the name of what makes it, with the file's own column lists put in. */
function statementsIn(path: string, source: string): Written[] {
  const file = path.replace(/^.*\/|\.ts$/gu, '')
  const constants = new Map(
    [...source.matchAll(/const (\w+) = (?:`([^`]*)`|'([^']*)')/gu)].map(([, name, a, b]) => [
      name ?? '',
      a ?? b ?? '',
    ]),
  )
  return source.split(/^(?=(?:export )?(?:const|function) )/mu).flatMap(part => {
    const name = /^(?:export )?(?:const|function) (\w+)/u.exec(part)?.[1] ?? ''
    const written = part.matchAll(/\.prepare\(\s*(?:`([^`]*)`|'([^']*)'|"([^"]*)")/gu)
    return [...written].map(([, a, b, c]) => ({
      name: `${file}.${name}`,
      sql: (a ?? b ?? c ?? '').replaceAll(/\$\{(\w+)\}/gu, (_, one: string) => {
        const found = constants.get(one)
        if (found === undefined) throw new Error(`${file}: what is ${one}?`)
        return found
      }),
    }))
  })
}

const notAnAlias =
  /^(?:as|on|where|order|set|join|left|limit|group|union|returning|values|using)$/iu

/** Whether it is asked about a list of agencies, each by its key. */
const asksSeveral = (sql: string): boolean =>
  /json_each\(\?1\) (asked|wanted)\b.*\bagency = \1\.value\b/su.test(sql)

/** Whether each table of an agency in the statement is held to one, and one of them to the agency that was asked. */
function saysWhichAgency(sql: string): boolean {
  const [, added = '', into] = /^\s*INSERT INTO (\w+) \(([^)]*)\)/iu.exec(sql) ?? []
  if (common.has(added)) return true
  if (into !== undefined && !/\bagency\b/u.test(into)) return false
  const tables = [...sql.matchAll(/\b(?:FROM|JOIN|UPDATE)\s+(\w+)(?:\s+(\w+))?/giu)].filter(
    ([, table = '']) =>
      !common.has(table) && table !== 'json_each' && table.toUpperCase() !== 'SET',
  )
  const held = tables.every(([, , word = '']) => {
    const alias = word === '' || notAnAlias.test(word) ? '' : `${word}\\.`
    const column = alias === '' ? '(?<![\\w.])agency' : `${alias}agency`
    return new RegExp(`${column}\\s*=|=\\s*${column}\\b`, 'u').test(sql)
  })
  const asked = into !== undefined || /\bagency\s*=\s*\?\d/u.test(sql) || asksSeveral(sql)
  return held && (tables.length === 0 || asked)
}

describe('every statement', () => {
  const statements = Object.entries(sources)
    .filter(([path]) => !made.test(path))
    .flatMap(([path, source]) => statementsIn(path, source))

  test('about an agency says which, but for those that are exempt', () => {
    const silent = statements.filter(({ sql }) => !saysWhichAgency(sql)).map(({ name }) => name)
    expect([...new Set(silent)].sort()).toEqual(Object.keys(exempt).sort())
  })

  test('that carries several agencies is one of the province’s, which has no other', () => {
    const several = statements.filter(({ sql }) => asksSeveral(sql)).map(({ name }) => name)
    expect(several.every(name => /^(?:province|over-periods)\./u.test(name))).toBe(true)
    expect(several).toHaveLength(
      statements.filter(({ name }) => /^(?:province|over-periods)\./u.test(name)).length,
    )
  })

  test('is looked at', () => {
    const prepared = Object.entries(sources)
      .filter(([path]) => !made.test(path))
      .flatMap(([, source]) => source.match(/\.prepare\(/gu) ?? [])
    expect(statements).toHaveLength(prepared.length)
    expect(statements.length).toBeGreaterThan(40)
  })

  test.each([
    'SELECT body FROM submission WHERE id = ?1',
    'SELECT s.body FROM submission s JOIN period p ON p.period = s.period WHERE s.agency = ?1',
    'SELECT s.body FROM submission s JOIN period p ON p.agency = s.agency WHERE s.id = ?1',
    'UPDATE period SET state = ?2 WHERE period = ?1',
    'DELETE FROM holiday WHERE day = ?1',
    'INSERT INTO holiday (day, name) VALUES (?1, ?2)',
  ])('that forgets it would be found: %s', sql => {
    expect(saysWhichAgency(sql)).toBe(false)
  })

  test('every table but the common ones names the agency', async () => {
    const { results } = await db
      .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL")
      .all<{ name: string; sql: string }>()
    const without = results
      .filter(
        ({ name, sql }) =>
          !/^\s*agency\s+TEXT NOT NULL/mu.test(sql) && !/^(?:_cf|sqlite)_/u.test(name),
      )
      .map(({ name }) => name)
    expect(results.length).toBeGreaterThan(12)
    expect(without.filter(name => !common.has(name))).toEqual([])
  })
})
