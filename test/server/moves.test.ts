/**
 * An agency moves from one database of a server to another: no receipt is lost, whatever goes on meanwhile and wherever
 * the move is cut short; the old database takes nothing more, and its people notice a moment of "try again" at most.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Receipt, Session } from '../../shared/protocol.ts'
import { administer } from '../../worker/admin/run.ts'
import { admitAgency, type Issued, issueCodes, widenAccess } from '../../worker/admit.ts'
import { verifyAgency } from '../../worker/audit/verify.ts'
import { codeHash } from '../../worker/code.ts'
import { loadDemoAgency } from '../../worker/demo/load.ts'
import type { Database } from '../../worker/env.ts'
import { app } from '../../worker/index.ts'
import { contentOf } from '../../worker/move/copy.ts'
import { backOut, type Move, moveAgencies } from '../../worker/move/move.ts'
import { others, tables } from '../../worker/move/tables.ts'
import { databaseFile } from '../../worker/on-premise/data-dir.ts'
import { openSqlite, type SqliteDatabase } from '../../worker/on-premise/sqlite-database.ts'
import { first } from '../../worker/store/ask.ts'
import { moveOf } from '../../worker/store/moves.ts'
import { addressAdded, addressRemoved, standingOf } from '../../worker/webhook/registering.ts'
import { tellDue } from '../../worker/webhook/telling.ts'
import { report } from '../fuzz/world.ts'
import { faulty, interrupted } from '../worker/faulty-database.ts'
import { newFolder, start } from './running.ts'

const key = 'bac-ninh'
const agency = 'sct-bac-giang'
const neighbour = 'sct-hai'
const at = '2025-06-20T03:00:00.000Z'

const hookKey = 'x'.repeat(32)
const hooked = {
  url: 'https://lis.example.gov.vn/',
  events: ['locked', 'reopened'],
  key: hookKey,
  at,
} as const
const template = newFolder()
let codes: Issued[] = []
const codeOf = (who: string): string =>
  codes.find(one => one.unit === who || one.role === who)?.code ?? ''

/**
 * What no trigger would let in again: in a period that is locked by now, decisions about a revision that was replaced, and an
 * adjustment.
 */
async function decided(db: Database): Promise<void> {
  const env = { DB: db, clock: () => Date.parse('2025-04-20T03:00:00.000Z'), log: () => {} }
  const send = async (method: string, path: string, token: string, body: unknown) => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }
    const init = { method, headers, body: JSON.stringify(body) }
    const response = await app.request(`/api/v1${path}`, init, env)
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    return response
  }
  const enter = async (who: string) => {
    const session = await send('POST', '/sessions', '', { code: codeOf(who) })
    return ((await session.json()) as Session).token
  }
  const [clerk, unit] = [await enter('clerk'), await enter('qltm')]
  const place = '/periods/2025-M04'
  const review = { revision: 1, decision: 'return', note: 'Xem lại', questioned: [] }
  await send('POST', `${place}/units/qltm/review`, clerk, review)
  const id = crypto.randomUUID()
  await send('PUT', `${place}/units/qltm/submissions/${id}`, unit, report(1))
  const adjustment = { place: 'articles_own_site', value: 1, reason: 'Đếm lại' }
  await send('PUT', `${place}/adjustments/${id}`, clerk, adjustment)
  await send('PUT', `${place}/narrative/II.2`, clerk, { basedOn: null, text: 'Đã rà soát.' })
  await send('PATCH', place, clerk, { state: 'locked', note: 'Đã gửi báo cáo' })
}

/** The demo's locked periods, plan and inspection, and a neighbour; the other database is empty. */
beforeAll(async () => {
  const db = openSqlite(databaseFile(template))
  await db.migrate()
  codes = await loadDemoAgency(db)
  await decided(db)
  const document = { ...(await documentOf(db)), key: neighbour }
  await db.batch(admitAgency(db, document).saving)
  const holder = { role: 'dashboard', unit: null, name: 'Tỉnh' } as const
  const [dashboard] = await issueCodes(db, neighbour, [holder], at)
  codes.push({ ...holder, unit: 'neighbour', code: dashboard?.code ?? '' })
  await addressAdded(db, agency, hooked)
  await db
    .prepare('INSERT INTO holiday (agency, day, name) VALUES (?1, ?2, ?3)')
    .bind(agency, '2025-05-02', 'Nghỉ bù')
    .run()
  db.close()
  const other = openSqlite(databaseFile(template, key))
  await other.migrate()
  other.close()
}, 60_000)

const documentOf = async (db: Database): Promise<Record<string, unknown>> => {
  const { results } = await db.prepare('SELECT document FROM agency').all<{ document: string }>()
  return JSON.parse(results[0]?.document ?? '{}')
}

type Pair = { readonly from: SqliteDatabase; readonly to: SqliteDatabase; readonly folder: string }

async function freshPair(): Promise<Pair> {
  const folder = newFolder()
  const [from, to] = ['main', key].map(one => {
    copyFileSync(databaseFile(template, one), databaseFile(folder, one))
    return openSqlite(databaseFile(folder, one))
  })
  if (!from || !to) throw new Error('two files')
  // nobody pulls the plug here
  for (const db of [from, to]) await db.prepare('PRAGMA synchronous = OFF').run()
  return { from, to, folder }
}

const closed = ({ from, to }: Pair): void => {
  from.close()
  to.close()
}

const moveIn = (from: Database, to: Database, more: Partial<Move> = {}): Move => ({
  from: { key: 'main', db: from },
  to: { key, db: to },
  agencies: [agency],
  at,
  dropCoverage: false,
  told: () => {},
  ...more,
})
const back = (move: Move): Move => ({ ...move, from: move.to, to: move.from })
const stateIn = async (db: Database, of = agency) => (await first(moveOf(db, of)))?.state

test('every table of the database is one that moves, or is named as one that does not', async () => {
  const { from, to, ...pair } = await freshPair()
  const { results } = await from
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'")
    .all<{ name: string }>()
  const named = [...tables.map(({ table }) => table), ...Object.keys(others)]
  expect(results.map(({ name }) => name).sort()).toEqual(named.sort())
  for (const { table, key: columns } of tables) {
    const { results: info } = await from
      .prepare('SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk')
      .bind(table)
      .all<{ name: string }>()
    expect(
      info.map(({ name }) => name),
      table,
    ).toEqual([...columns])
  }
  closed({ from, to, ...pair })
})

describe('happy', () => {
  test('everything of the agency is in the new database, row by row, and nothing of another', async () => {
    const pair = await freshPair()
    const before = await contentOf(pair.from, agency)
    await moveAgencies(moveIn(pair.from, pair.to))
    const after = await contentOf(pair.to, agency)
    expect(after.filter(({ table }) => table !== 'audit')).toEqual(
      before.filter(({ table }) => table !== 'audit'),
    )
    const rows = (table: string) => after.find(one => one.table === table)?.rows ?? 0
    for (const one of [
      'submission',
      'review',
      'adjustment',
      'narrative_edit',
      'plan',
      'inspection',
      'snapshot',
      'holiday',
      'session',
      'webhook_progress',
    ])
      expect(rows(one), one).toBeGreaterThan(0)
    // its own last entry, and the one that tells of the move
    expect(rows('audit')).toBe((before.find(one => one.table === 'audit')?.rows ?? 0) + 1)
    expect((await verifyAgency(pair.to, agency)).findings).toEqual([])
    expect([await stateIn(pair.from), await stateIn(pair.to)]).toEqual(['left', 'arrived'])
    expect((await contentOf(pair.to, neighbour)).every(one => one.rows === 0)).toBe(true)
    closed(pair)
  })

  test('it may come back, with what happened there and without what was taken away there', async () => {
    const pair = await freshPair()
    const move = moveIn(pair.from, pair.to)
    await moveAgencies(move)
    await pair.to.prepare('DELETE FROM holiday WHERE agency = ?1').bind(agency).run()
    const holder = { role: 'clerk', unit: null, name: 'Mới' } as const
    await issueCodes(pair.to, agency, [holder], at)
    // one that was removed and added again, the one that stands sorts before it
    const [hook] = await standingOf(pair.to, agency)
    if (!hook) throw new Error('an address is told')
    const naming = vi.spyOn(crypto, 'randomUUID')
    onTestFinished(() => naming.mockRestore())
    let standing = hook.id
    for (const letter of ['f', '0']) {
      await addressRemoved(pair.to, agency, standing, at)
      naming.mockReturnValueOnce(`${letter.repeat(8)}-0000-4000-8000-000000000000`)
      standing = (await addressAdded(pair.to, agency, hooked)).id
    }
    await moveAgencies(back(move))
    const [there, here] = [await contentOf(pair.to, agency), await contentOf(pair.from, agency)]
    expect(here.filter(({ table }) => table !== 'audit')).toEqual(
      there.filter(({ table }) => table !== 'audit'),
    )
    expect([await stateIn(pair.from), await stateIn(pair.to)]).toEqual(['arrived', 'left'])
    expect((await verifyAgency(pair.from, agency)).findings).toEqual([])
    closed(pair)
  })

  test('an address is told on from where it stood, by the new database alone', async () => {
    const pair = await freshPair()
    const set = async (db: Database, state: 'open' | 'locked') => {
      const env = { DB: db, clock: () => Date.parse(at), log: () => {} }
      const send = async (method: string, path: string, body: unknown, token = '') => {
        const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }
        const init = { method, headers, body: JSON.stringify(body) }
        return app.request(`/api/v1${path}`, init, env)
      }
      const entered = await send('POST', '/sessions', { code: codeOf('clerk') })
      const { token } = (await entered.json()) as Session
      const body = { state, note: 'Xem lại' }
      expect((await send('PATCH', '/periods/2025-M04', body, token)).status).toBe(200)
    }
    const ids: unknown[] = []
    const fetching = vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
      ids.push(new Headers(init?.headers).get('webhook-id'))
      return new Response(null, { status: 204 })
    })
    onTestFinished(() => fetching.mockRestore())
    const strike = (db: Database) =>
      tellDue({ DB: db, WEBHOOK_KEY: hookKey, clock: () => Date.parse(at) + ids.length })
    await set(pair.from, 'open')
    await strike(pair.from)
    await set(pair.from, 'locked')
    await moveAgencies(moveIn(pair.from, pair.to))
    await set(pair.to, 'open')
    for (const db of [pair.from, pair.to, pair.from, pair.to]) await strike(db)
    expect([ids.length, new Set(ids).size]).toEqual([3, 3])
    closed(pair)
  })

  test('a code that covers an agency goes along when both go; otherwise it is said first', async () => {
    const pair = await freshPair()
    const move = moveIn(pair.from, pair.to)
    await widenAccess(pair.from, neighbour, codeHash(codeOf('neighbour')), [agency], at)
    await expect(moveAgencies(move)).rejects.toThrow(`“Tỉnh” của ${neighbour} đọc ${agency}`)
    expect(await stateIn(pair.from)).toBeUndefined()
    await moveAgencies({ ...move, agencies: [agency, neighbour] })
    const covering = await pair.to.prepare('SELECT agency FROM coverage').all()
    expect(covering.results).toEqual([{ agency }])
    await expect(moveAgencies(back(move))).rejects.toThrow('--drop-coverage')
    await moveAgencies({ ...back(move), dropCoverage: true })
    expect((await pair.from.prepare('SELECT * FROM coverage').all()).results).toHaveLength(1)
    expect((await verifyAgency(pair.from, agency)).findings).toEqual([])
    closed(pair)
  })
})

describe('cut short', () => {
  /** Whole moves, each cut short at another statement of one of the databases. */
  const cuts = async (side: 'from' | 'to', every: number): Promise<number> => {
    const whole = await freshPair()
    await moveAgencies(moveIn(whole.from, whole.to))
    const expected = await contentOf(whole.to, agency)
    closed(whole)
    for (let [n, cut] = [1, true], made = 0; ; n += every, made += 1) {
      const pair = await freshPair()
      const broken = faulty(pair[side])
      broken.fail(n, 'Network connection lost.', n % 2 === 0 ? 'before' : 'after')
      const [from, to] = side === 'from' ? [broken, pair.to] : [pair.from, broken]
      await moveAgencies(moveIn(from, to)).catch(() => {})
      cut = broken.failed
      await moveAgencies(moveIn(pair.from, pair.to))
      expect(await contentOf(pair.to, agency), `${side} ${n}`).toEqual(expected)
      expect([await stateIn(pair.from), await stateIn(pair.to)]).toEqual(['left', 'arrived'])
      closed(pair)
      if (!cut) return made
    }
  }

  test('at any statement and run again, it ends as if it had never been', async () => {
    expect(await cuts('from', 17)).toBeGreaterThan(3)
    expect(await cuts('to', 61)).toBeGreaterThan(3)
  }, 60_000)

  test('it can be backed out of until it has arrived, and then everything is taken again', async () => {
    const pair = await freshPair()
    const broken = faulty(pair.to)
    broken.fail(60, 'Network connection lost.')
    const holder = { role: 'clerk', unit: null, name: 'Mới' } as const
    await expect(moveAgencies(moveIn(pair.from, broken))).rejects.toThrow('Network')
    await expect(issueCodes(pair.from, agency, [holder], at)).rejects.toThrow('try-again')
    const move = moveIn(pair.from, pair.to)
    await backOut(move)
    await issueCodes(pair.from, agency, [holder], at)
    await expect(backOut(move)).rejects.toThrow('không có lần chuyển nào')
    await moveAgencies(move)
    await expect(backOut(move)).rejects.toThrow('không thôi được nữa')
    await expect(issueCodes(pair.from, agency, [holder], at)).rejects.toThrow('try-again')
    closed(pair)
  })

  test.each<[what: string, sentence: string, make: (pair: Pair) => Promise<unknown>]>([
    [
      'another agency of its key',
      'đã có một cơ quan khác',
      async ({ from, to }) => to.batch(admitAgency(to, await documentOf(from)).saving),
    ],
    [
      'another catalogue of its version',
      'có nội dung khác',
      async ({ to }) =>
        to
          .prepare("INSERT INTO catalogue VALUES ('sct-2025.1', '2025-01-01', NULL, 'x', '{}')")
          .run(),
    ],
    ['a submission of the same id', 'số hiệu mà cơ quan khác', pair => sameId(pair)],
  ])('%s in the new database is found before anything begins', async (_what, sentence, make) => {
    const pair = await freshPair()
    await make(pair)
    await expect(moveAgencies(moveIn(pair.from, pair.to))).rejects.toThrow(sentence)
    expect(await stateIn(pair.from)).toBeUndefined()
    closed(pair)
  })

  /** Somebody else's submission of the same id: ids are made by clients. */
  const sameId = async ({ from, to }: Pick<Pair, 'from' | 'to'>): Promise<void> => {
    const { results } = await from
      .prepare('SELECT id FROM submission LIMIT 1')
      .all<{ id: string }>()
    const document = { ...(await documentOf(from)), key: 'sct-khac' }
    await to.batch([
      ...admitAgency(to, document).saving,
      to.prepare("INSERT INTO catalogue VALUES ('x', '2025-01-01', NULL, 'x', '{}')"),
      to.prepare(`INSERT INTO period (agency, period, window_from, window_to, due_date, state, catalogue, opened_at)
                  VALUES ('sct-khac', '2025-M04', '2025-03-15', '2025-04-14', '2025-04-15', 'open', 'x', '')`),
      to
        .prepare(
          `INSERT INTO submission VALUES (?1, 'sct-khac', '2025-M04', 'qltm', 1, NULL, 'x', '', '', '', '{}', '{}')`,
        )
        .bind(results[0]?.id),
    ])
  }

  test('a row that differs is found by its table, and the agency stays where it is', async () => {
    const pair = await freshPair()
    const late = interrupted(pair.to, /INTO submission /u, () => sameId(pair))
    await expect(moveAgencies(moveIn(pair.from, late))).rejects.toThrow('bảng submission')
    expect(await stateIn(pair.from)).toBe('leaving')
    await backOut(moveIn(pair.from, pair.to))
    closed(pair)
  })
})

/** The command line as on the machine of a server, killed once it says `words`. */
async function killedAt(variables: Record<string, string>, words: string): Promise<void> {
  const script = fileURLToPath(new URL('../../worker/admin.ts', import.meta.url))
  const child = spawn(process.execPath, [script, 'agency', 'move', agency, '--to', key], {
    env: { ...process.env, ...variables },
  })
  child.stdout.on('data', said => String(said).includes(words) && child.kill('SIGKILL'))
  await once(child, 'close')
}

test('under load, killed in the middle and run again, no receipt is lost and nobody signs in anew', async () => {
  const { from, to, folder } = await freshPair()
  const variables = { DATA_DIR: folder, DATABASES: key }
  const admin = async (...typed: string[]) => {
    const lines: string[] = []
    const say = (line: string) => lines.push(line)
    const outside = { say, warn: say, variables, clock: () => Date.now() }
    return { status: await administer(typed, outside), said: lines.join('\n') }
  }
  const server = await start({ ...variables, WRITES_PER_MINUTE: '0', SIGN_INS_PER_MINUTE: '0' })
  onTestFinished(async () => {
    await server.kill('SIGKILL')
  })
  const api = (method: string, path: string, token: string, body?: unknown) =>
    fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const enter = async (who: string) => {
    const session = await api('POST', '/sessions', '', { code: codeOf(who) })
    return ((await session.json()) as Session).token
  }
  const clerk = await enter('clerk')
  const note = { state: 'open', note: 'Bổ sung số liệu' }
  await api('PATCH', '/periods/2025-M04', clerk, note)

  const token = await enter('qltm')
  const place = '/periods/2025-M04/units/qltm/submissions'
  const receipts = new Map<string, { sent: unknown; receipt: string }>()
  let [going, refused] = [true, 0]
  /** One unit at work: each revision is sent until there is a receipt for it. */
  const work = async (basedOn: number | null) => {
    for (let revision = basedOn; going; ) {
      const [id, sent] = [crypto.randomUUID(), report(revision)]
      for (;;) {
        const response = await api('PUT', `${place}/${id}`, token, sent)
        const text = await response.text()
        if (response.status === 503) {
          expect(text).toContain('Cơ quan đang được chuyển')
          refused += 1
          continue
        }
        expect([200, 201], text).toContain(response.status)
        receipts.set(id, { sent, receipt: text })
        revision = (JSON.parse(text) as Receipt).revision
        break
      }
    }
  }
  const filed = (await (await api('GET', place, token)).json()) as Receipt[]
  const working = work(Math.max(...filed.map(one => one.revision)))
  await killedAt(variables, 'bảng audit')
  expect(await stateIn(from)).toBe('leaving')
  const before = receipts.size
  const moved = await admin('agency', 'move', agency, '--to', key)
  expect(moved.said).toContain('đối chiếu khớp từng dòng')
  while (receipts.size < before + 5) await new Promise(resume => setImmediate(resume))
  going = false
  await working
  expect(before).toBeGreaterThan(0)
  expect(refused).toBeGreaterThan(0)

  // what was receipted before and after is in the new place, and the same request gets the same receipt
  for (const [id, { sent, receipt }] of receipts) {
    const again = await api('PUT', `${place}/${id}`, token, sent)
    expect([again.status, await again.text()]).toEqual([200, receipt])
    expect((await api('GET', `${place}/${id}`, clerk)).status).toBe(200)
  }
  const kept = to.prepare('SELECT id FROM submission WHERE agency = ?1').bind(agency)
  const ids = (await kept.all<{ id: string }>()).results.map(one => one.id)
  expect([...receipts.keys()].filter(id => !ids.includes(id))).toEqual([])
  const old = from.prepare('SELECT count(*) AS n FROM submission WHERE agency = ?1').bind(agency)
  expect((await old.all<{ n: number }>()).results[0]?.n).toBe(ids.length - (receipts.size - before))

  // codes go on working and lead to the new place; the old one takes nothing more
  expect(await enter('clerk')).toMatch(/^bac-ninh\./u)
  expect(await admin('audit', 'verify', '--database', key)).toMatchObject({ status: 0 })
  expect(await admin('codes', 'issue', agency, '--role', 'clerk')).toMatchObject({
    status: 1,
    said: expect.stringContaining('Chạy lại lệnh với --database bac-ninh'),
  })
  const issued = await admin('codes', 'issue', agency, '--role', 'clerk', '--database', key)
  expect(issued.said).toMatch(/ bac-ninh\.[0-9A-Z-]{30}/u)
  expect(await admin('agency', 'move', agency, '--to', 'bac-nin')).toMatchObject({
    status: 1,
    said: expect.stringContaining('Có: main, bac-ninh'),
  })
  from.close()
  to.close()
}, 60_000)
