/** What an inspection round refuses, line by line, and what of it nobody else may see or change. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { InspectionAnswer, ProblemList } from '../../shared/protocol.ts'
import { verifyAgency } from '../../worker/audit/verify.ts'
import { answer, type Caller, db, entriesOf, type House, id, openHouse, problem } from './house.ts'
import { judgementOf, problemOf, roundOf, statementOf } from './inspecting.ts'

const round = `/inspections/${id(500)}`
const problemPath = (n: number): string => `${round}/problems/${id(n)}`
const statementPath = (unit: string): string => `${round}/units/${unit}/statement`

let house: House
let trade: Caller
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
})

const open = () => house.clerk.put(round, roundOf())
const standing = async (who = house.clerk) => answer<InspectionAnswer>(await who.get(round))
const problems = async (who = house.clerk, state = 'open') =>
  answer<ProblemList>(await who.get(`/problems?state=${state}`))

describe('errors', () => {
  const detailsOf = async (response: Response) => {
    const { status, type, errors = [] } = await problem(response)
    return { status, type, errors: errors.map(({ pointer, detail }) => [pointer, detail]) }
  }

  test('a round without units, without team, with an unknown unit, one twice, window reversed: each line is named', async () => {
    const empty = await house.clerk.put(
      round,
      roundOf({
        team: [],
        units: [],
        title: ' ',
        window: { from: '2025-04-01', to: '2025-03-31' },
      }),
    )
    const refused = await detailsOf(empty)
    expect([refused.status, refused.type]).toEqual([422, 'invalid-inspection'])
    expect(refused.errors.map(([pointer]) => pointer)).toEqual([
      '#/round/title',
      '#/round/team',
      '#/round/window',
      '#/round/units',
    ])
    const units = ['thuong_mai', 'la', 'thuong_mai'].map(unit => ({ unit, visitOn: null }))
    const { errors } = await detailsOf(await house.clerk.put(round, roundOf({ units })))
    expect(errors).toEqual([
      [
        '#/round/units/1/unit',
        'Danh sách đơn vị, dòng 2: Sở không có đơn vị mang mã “la”. Chọn lại đơn vị ở dòng này.',
      ],
      [
        '#/round/units/2/unit',
        'Danh sách đơn vị, dòng 3: Phòng Thương mại đã có ở dòng 1. Giữ lại một dòng.',
      ],
    ])
    expect((await house.clerk.get(round)).status).toBe(404)
  })

  test('a unit that has reported stays in the round, and an opened round is no draft again', async () => {
    await open()
    await trade.put(statementPath('thuong_mai'), statementOf())
    const units = [{ unit: 'cong_nghiep', visitOn: null }]
    const { errors } = await detailsOf(
      await house.clerk.put(round, roundOf({ units, state: 'draft' }, 1)),
    )
    expect(errors.map(([pointer]) => pointer)).toEqual(['#/round/units', '#/round/state'])
  })

  test('a statement with an unknown item, words for a count, or a part over its whole is refused', async () => {
    await open()
    const figure = (value: number) => ({ statement: '', figure: value, evidence: '' })
    const { status, errors } = await detailsOf(
      await trade.put(
        statementPath('thuong_mai'),
        statementOf({
          '9.9': figure(1),
          '1.4': figure(1),
          '1.5': figure(1.5),
          '1.6': figure(-1),
          '2.2.5': figure(9),
        }),
      ),
    )
    expect(status).toBe(422)
    expect(errors.map(([pointer]) => pointer).sort()).toEqual([
      '#/answers/1.4/figure',
      '#/answers/1.5/figure',
      '#/answers/1.6/figure',
      '#/answers/2.2.5/figure',
      '#/answers/9.9',
    ])
  })

  test('a problem of a unit outside the round, resolved tomorrow or without a word of how is refused', async () => {
    await open()
    const outside = await house.clerk.put(
      problemPath(1),
      problemOf({ unit: 'van_phong', item: '7', words: '', resolvedOn: '2025-04-15' }),
    )
    expect((await detailsOf(outside)).errors.map(([pointer]) => pointer)).toEqual([
      '#/problem/unit',
      '#/problem/item',
      '#/problem/words',
      '#/problem/resolution',
      '#/problem/resolvedOn',
    ])
    const early = problemOf({ resolvedOn: '2025-04-07', resolution: 'Đã gỡ' })
    expect((await detailsOf(await house.clerk.put(problemPath(1), early))).errors).toHaveLength(1)
    expect(await problems(house.clerk, 'all')).toEqual([])
  })

  test('a writing begun from an older edition is refused with who came first; a repeated one is the same', async () => {
    await open()
    expect((await open()).status).toBe(200)
    expect((await standing()).number).toBe(1)
    const later = await house.clerk.put(round, roundOf({ title: 'Khác' }))
    const refused = await problem(later)
    expect([refused.status, refused.type]).toEqual([409, 'section-stale'])
    expect(refused.current).toMatchObject({ revision: 1 })
    expect((await house.clerk.put(round, roundOf({ title: 'Khác' }, 1))).status).toBe(201)
    // what is there already needs no edition of its own
    expect((await house.clerk.put(round, roundOf({ title: 'Khác' }, 2))).status).toBe(200)
    expect((await standing()).number).toBe(2)
  })

  test('of two writings at once from the same edition one is refused', async () => {
    await open()
    const both = await Promise.all(
      ['A', 'B'].map(words => house.clerk.put(problemPath(1), problemOf({ words }))),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  test('a concluded round takes no statement, except the answer to one that got lost', async () => {
    await open()
    await trade.put(statementPath('thuong_mai'), statementOf())
    await house.clerk.put(round, roundOf({ state: 'concluded' }, 1))
    expect((await trade.put(statementPath('thuong_mai'), statementOf())).status).toBe(200)
    const more = await trade.put(statementPath('thuong_mai'), statementOf({}, 1))
    expect(more.status).toBe(200)
    const other = statementOf({ '1.4': { statement: 'Khác', figure: null, evidence: '' } }, 1)
    const refused = await problem(await trade.put(statementPath('thuong_mai'), other))
    expect([refused.status, refused.type]).toEqual([409, 'round-closed'])
    // findings go on being resolved
    expect((await house.clerk.put(problemPath(1), problemOf())).status).toBe(201)
  })

  test('nothing is found in a draft, and what was never recorded cannot be withdrawn', async () => {
    await house.clerk.put(round, roundOf({ state: 'draft' }))
    expect((await house.clerk.put(problemPath(1), problemOf())).status).toBe(409)
    await house.clerk.put(round, roundOf({}, 1))
    const withdrawn = await house.clerk.put(problemPath(1), { basedOn: 0, problem: null })
    expect(withdrawn.status).toBe(404)
    expect((await house.clerk.put('/inspections/la', roundOf())).status).toBe(400)
  })
})

describe('security', () => {
  test('a draft, and a round of others, are to a unit as if they were not there', async () => {
    await house.clerk.put(round, roundOf({ state: 'draft' }))
    expect(await answer(await trade.get('/inspections'))).toEqual([])
    expect((await trade.get(round)).status).toBe(404)
    expect((await trade.put(statementPath('thuong_mai'), statementOf())).status).toBe(404)
    await house.clerk.put(round, roundOf({ units: [{ unit: 'cong_nghiep', visitOn: null }] }, 1))
    expect((await trade.get(round)).status).toBe(404)
    expect((await trade.put(statementPath('thuong_mai'), statementOf())).status).toBe(404)
    expect((await trade.put(statementPath('cong_nghiep'), statementOf())).status).toBe(403)
    expect(await problems(trade)).toEqual([])
  })

  test('another agency has a round of the same id of its own', async () => {
    await open()
    const theirs = await house.signIn('clerk', 'sct-khac')
    expect((await theirs.get(round)).status).toBe(404)
    expect((await theirs.put(problemPath(1), problemOf())).status).toBe(404)
    expect((await theirs.put(round, roundOf({ title: 'Của Sở khác' }))).status).toBe(201)
    expect((await standing()).round.title).toBe('Kiểm tra công tác CCHC năm 2025')
  })

  test('every edition has its entry in the chain, and one that was tampered with is found', async () => {
    await open()
    await trade.put(statementPath('thuong_mai'), statementOf())
    await house.clerk.put(problemPath(1), problemOf())
    await house.clerk.put(problemPath(1), { basedOn: 1, problem: null })
    await house.clerk.put(`${round}/judgement`, judgementOf())
    const told = (await entriesOf('sct-thu')).filter(one => one.action === 'inspection.written')
    expect(told.map(({ actor, detail }) => [actor, detail.part, detail.number])).toEqual([
      ['clerk', 'round', 1],
      ['unit:thuong_mai', 'statement', 1],
      ['clerk', 'problem', 1],
      ['clerk', 'problem', 2],
      ['clerk', 'judgement', 1],
    ])
    expect(JSON.stringify(told)).not.toContain('niêm yết')
    const found = async () => (await verifyAgency(db, 'sct-thu')).findings
    expect(await found()).toEqual([])
    const change = "UPDATE inspection SET document = replace(document, '02 TTHC', '01 TTHC')"
    await expect(db.prepare(change).run()).rejects.toThrow('never changes')
    await expect(db.prepare('DELETE FROM inspection').run()).rejects.toThrow('never deleted')
    await db.prepare('DROP TRIGGER inspection_is_immutable').run()
    await db.prepare(change).run()
    expect((await found()).map(({ fault }) => fault)).toEqual(['altered'])
  })
})

test('ids are of the client and in one spelling', async () => {
  await house.clerk.put(round.toUpperCase().replace('/INSPECTIONS', '/inspections'), roundOf())
  expect((await standing()).id).toBe(id(500))
})
