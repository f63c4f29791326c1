/**
 * Two databases side by side that hold the same: agencies of the same keys, units of the same keys, submissions of the
 * same ids. Whoever asks with a code or token of one never reaches the other, whichever route it is.
 */

import { beforeAll, describe, expect, test } from 'vitest'
import { secondDatabase } from '#runtime'
import { checkCode } from '../../shared/check-code.ts'
import type { CheckedCode, Consolidation, Session } from '../../shared/protocol.ts'
import { admitIdentity } from '../../worker/admit.ts'
import { indexOf } from '../../worker/catalogue.ts'
import { onTheHour } from '../../worker/clock.ts'
import { databasesOf, furtherDatabases, Misconfigured } from '../../worker/databases.ts'
import { historyBefore } from '../../worker/earlier.ts'
import type { Database } from '../../worker/env.ts'
import { operations } from '../../worker/openapi/operations.ts'
import {
  answer,
  april,
  type Caller,
  filing,
  type House,
  id,
  index,
  db as latest,
  openHouse,
  tradeReport,
  version,
  wordsOf,
} from './house.ts'
import { problemOf, roundOf } from './inspecting.ts'
import { openIssuer } from './issuer.ts'
import { planOf } from './planning.ts'

/** Counts whatever is asked of the database behind it. */
function watched(db: Database) {
  let touched = 0
  const one = <T>(made: T): T => {
    touched += 1
    return made
  }
  const counting: Database = {
    prepare: sql => one(db.prepare(sql)),
    batch: statements => one(db.batch(statements)),
    ...(db.watch ? { watch: () => one(db.watch?.() ?? (async () => {})) } : {}),
  }
  /** how often since it was asked last */
  const since = (): number => {
    const counted = touched
    touched = 0
    return counted
  }
  return { db: counting, since }
}

const key = 'bac-ninh'
type Side = {
  readonly name: string
  readonly house: House
  readonly real: Database
  readonly touched: () => number
  clerk: Caller
  code: string
}
let [first, second]: Side[] = []
const sides = (): [Side, Side] => {
  if (!first || !second) throw new Error('not opened')
  return [first, second]
}
const bothWays = (): [Side, Side][] => [sides(), [sides()[1], sides()[0]]]

const codeIn = (side: Side, who: string) =>
  side === second ? `${key}.${side.house.codeOf(who)}` : side.house.codeOf(who)
const signIn = (code: string) =>
  sides()[0].house.anyone.send('POST', '/sessions', { body: { code } })
async function enter(side: Side, who: string): Promise<Caller> {
  const { token } = await answer<Session>(await signIn(codeIn(side, who)))
  return sides()[0].house.withToken(token)
}

beforeAll(async () => {
  const one = await openHouse()
  const realOne = latest
  // the same version with other words: what a version says is each database's own
  const [form, ...forms] = index.catalogue.forms
  if (!form) throw new Error('the catalogue has forms')
  const other = { ...index.catalogue, forms: [{ ...form, title: 'Biểu Của Tỉnh Khác' }, ...forms] }
  const two = await openHouse(other, await secondDatabase())
  const [left, right] = [watched(realOne), watched(latest)]
  Object.assign(one.bindings, { DB: left.db, DATABASES: `${key}=DB_OTHER`, DB_OTHER: right.db })
  const side = (name: string, house: House, real: Database, touched: Side['touched']): Side => ({
    ...{ name, house, real, touched, clerk: house.clerk, code: '' },
  })
  first = side('Người Của Tỉnh Thứ Nhất', one, realOne, left.since)
  second = side('Người Của Tỉnh Thứ Hai', two, latest, right.since)
  for (const [here, there] of bothWays()) {
    here.clerk = await enter(here, 'clerk')
    there.touched()
    const { name, clerk } = here
    const trade = await enter(here, 'thuong_mai')
    const hands = { preparedBy: name, approvedBy: name, narrative: { 'II.2': name } }
    const figures = { dossiers_resolved: 8, dossiers_on_time: 8, articles_own_site: name.length }
    const done = [
      await trade.put(filing('thuong_mai', 1), tradeReport({ ...hands, figures })),
      await clerk.send('POST', `/periods/${april}/units/thuong_mai/review`, {
        body: { revision: 1, decision: 'accept', note: name },
      }),
      await clerk.put(`/periods/${april}/adjustments/${id(1)}`, {
        ...{ place: 'articles_own_site', value: 1, reason: name },
      }),
      await clerk.put('/past-years/2019', { basedOn: 0, source: name, figures: {} }),
      await clerk.put('/holidays/2025', { days: [{ day: '2025-04-07', name }] }),
      await clerk.put('/plans/2025', { basedOn: 0, plan: planOf({ title: name }) }),
      await clerk.put(`/inspections/${id(1)}`, roundOf({ title: name, state: 'open' })),
      await clerk.put(`/inspections/${id(1)}/problems/${id(2)}`, problemOf({ words: name })),
    ]
    expect(done.map(({ status }) => status)).toEqual([201, 201, 201, 201, 200, 201, 201, 201])
    const merged = await clerk.get(`/periods/${april}/consolidation`)
    here.code = checkCode((await answer<Consolidation>(merged)).digest)
    // writing, too, never reached the other
    expect(there.touched()).toBe(0)
  }
}, 60_000)

const parts: Record<string, string> = {
  ...{ period: april, unit: 'thuong_mai', id: id(1), problem: id(2), section: 'II.2' },
  ...{ year: '2025', rule: 'X-07', exclusion: 'tthc-thong-bao', code: '' },
}
const queries: Record<string, string> = {
  'GET /api/v1/series': `?indicators=articles_own_site&from=${april}&to=${april}`,
  'GET /api/v1/retrospective': '?from=2019&to=2020&base=2019',
  'GET /api/v1/rules/:rule/rehearsal': `?from=${april}&to=${april}`,
  'GET /api/v1/periods/:period/units/:unit/differences': '?from=1&to=1',
}
/** Nobody has said yet whose they are, or it is of no database at all. */
const ofNobody = new Set(['GET /api/v1/check/:code', 'GET /api/health', 'GET /api/openapi.json'])

describe('happy', () => {
  test('no route of the API reaches the other database, whoever asks', async () => {
    const roles = ['clerk', 'thuong_mai']
    const wrong: string[] = []
    let reached = 0
    for (const [here, there] of bothWays()) {
      const callers = await Promise.all(roles.map(role => enter(here, role)))
      for (const route of Object.keys(operations)) {
        if (ofNobody.has(route) || route === 'DELETE /api/v1/sessions/current') continue
        const [method = '', pattern = ''] = route.split(' ')
        const path = pattern.replaceAll(/:(\w+)/gu, (_, part: string) => parts[part] ?? id(1))
        for (const [i, caller] of callers.entries()) {
          // a workbook is made once, not for everybody who may have it
          if (i > 0 && /\.(?:xlsx|docx)$/u.test(path)) continue
          here.touched()
          there.touched()
          const sent = method === 'GET' ? {} : { body: {} }
          const response = await caller.send(method, `${path}${queries[route] ?? ''}`, sent)
          const text = await response.text()
          if (there.touched() > 0) wrong.push(`${route} as ${roles[i]}: asked the other`)
          if (text.includes(there.name)) wrong.push(`${route} as ${roles[i]}: shows the other's`)
          if (text.includes(here.name)) reached += 1
        }
      }
    }
    expect(wrong).toEqual([])
    // what is their own is there to be found
    expect(reached).toBeGreaterThan(30)
  }, 60_000)

  test('signing in by code, staying and signing out are of one database', async () => {
    for (const [here, there] of bothWays()) {
      there.touched()
      const caller = await enter(here, 'clerk')
      expect(caller.token?.startsWith(`${key}.`)).toBe(here === second)
      expect((await caller.get('/me')).status).toBe(200)
      expect((await caller.send('DELETE', '/sessions/current')).status).toBe(204)
      expect((await caller.get('/me')).status).toBe(401)
      expect(there.touched()).toBe(0)
    }
  })

  test('a code is taken as people type it, its beginning too', async () => {
    const typed = codeIn(sides()[1], 'clerk').replace(key, 'BẮC – Ninh'.replace('ẮC', 'ac'))
    expect((await signIn(typed.toLowerCase())).status).toBe(201)
  })

  test('a check code is found in whichever database it is', async () => {
    for (const side of sides()) {
      const response = await sides()[0].house.anyone.get(`/check/${side.code}`)
      expect((await answer<CheckedCode>(response)).code).toBe(side.code)
    }
  })

  test('an identity of single sign-on is found in whichever database it was admitted to', async () => {
    const [{ house }, { real }] = sides()
    const issuer = await openIssuer(house.bindings.clock ?? Date.now)
    Object.assign(house.bindings, issuer.bindings)
    const lan = {
      issuer: issuer.url,
      subject: 'lan',
      role: 'clerk',
      unit: null,
      name: 'Lan',
    } as const
    await admitIdentity(real, { ...lan, agency: 'sct-thu' }, '2025-04-14T03:00:00.000Z')
    const body = { idToken: await issuer.sign() }
    const entered = await house.anyone.send('POST', '/sessions', { body })
    expect((await answer<Session>(entered)).token).toMatch(/^bac-ninh\./u)
    await issuer.close()
  })

  test('the clock goes through all of them; one that fails stops none, and is told', async () => {
    const [{ house, real }, { real: other }] = sides()
    const broken: Database = { ...real, prepare: () => fail(), batch: () => fail() }
    const fail = (): never => {
      throw new Error('D1 DB is overloaded')
    }
    const kept: string[] = []
    const ARCHIVE = { put: async (name: string) => kept.push(name) }
    const bindings = { ...house.bindings, DB: broken, DB_OTHER: other, ARCHIVE }
    await expect(onTheHour(bindings)).rejects.toThrow('overloaded')
    await onTheHour({ ...bindings, DB: real })
    expect(kept.map(name => name.split('/')[1])).toEqual([
      ...['bac-ninh.sct-khac', 'bac-ninh.sct-thu', 'sct-khac', 'sct-thu'],
    ])
  })
})

describe('security', () => {
  test('a code or token of one opens nothing under the beginning of the other', async () => {
    const [one, two] = sides()
    const [tokenOne, tokenTwo] = [
      (await enter(one, 'clerk')).token,
      (await enter(two, 'clerk')).token,
    ]
    const statuses = [
      await signIn(`${key}.${codeIn(one, 'clerk')}`),
      await signIn(codeIn(two, 'clerk').replace(`${key}.`, '')),
      await one.house.withToken(`${key}.${tokenOne}`).get('/me'),
      await one.house.withToken(tokenTwo?.replace(`${key}.`, '')).get('/me'),
    ].map(({ status }) => status)
    expect(statuses).toEqual([401, 401, 401, 401])
  })

  test('a database there is none of is answered like an unknown code, in the same way', async () => {
    const [one, two] = sides()
    const ways: unknown[] = []
    for (const code of ['7F3KQ-WRONG', 'gia-lai.7F3KQ-WRONG', `gia-lai.${codeIn(one, 'clerk')}`]) {
      one.touched()
      two.touched()
      const response = await signIn(code)
      ways.push([response.status, await wordsOf(response), one.touched(), two.touched()])
    }
    expect(new Set(ways.map(way => JSON.stringify(way))).size).toBe(1)
    const refusals: unknown[] = []
    for (const token of ['0'.repeat(64), `gia-lai.${'0'.repeat(64)}`]) {
      one.touched()
      two.touched()
      const response = await one.house.withToken(token).get('/me')
      refusals.push([response.status, await wordsOf(response), one.touched(), two.touched()])
    }
    expect(refusals[0]).toEqual(refusals[1])
  })

  test('what a process remembers of one is never taken for the other’s', async () => {
    const [one, two] = sides()
    const forms = await Promise.all(
      sides().map(async ({ real }) => (await indexOf(real, version)).catalogue.forms[0]?.title),
    )
    expect(forms).toEqual([index.catalogue.forms[0]?.title, 'Biểu Của Tỉnh Khác'])
    const filer = { agency: 'sct-thu', unit: 'thuong_mai', period: '2025-M05', index }
    const newest = [{ period: april, revision: 1, digest: '' }]
    const [ours, theirs] = [
      await historyBefore(one.real, filer, newest, []),
      await historyBefore(two.real, filer, newest, []),
    ]
    expect(ours).not.toEqual(theirs)
  })
})

test.each([
  ['bac ninh=DB_X', 'không đọc được'],
  ['main', 'không đọc được'],
  ['bac-ninh=DB', 'không đọc được'],
  ['bac-ninh, bac-ninh', 'hai lần'],
  ['a=DB_X, b=DB_X', 'hai lần'],
])('DATABASES="%s" is refused in words', (written, words) => {
  expect(() => furtherDatabases(written)).toThrow(words)
})

test('a database without its binding is refused by both names', () => {
  const env = { DB: latest, DATABASES: 'gia-lai' }
  expect(() => databasesOf(env)).toThrow(Misconfigured)
  expect(() => databasesOf(env)).toThrow('gia-lai=DB_GIA_LAI')
})
