/** Inspection rounds: who may say what and when, editions that stay, what a unit sees, problems with their due dates. */
import { beforeEach, describe, expect, test } from 'vitest'
import type {
  InspectionAnswer,
  ProblemList,
  RoundSummary,
  SheetAnswer,
} from '../../shared/protocol.ts'
import { onTheHour } from '../../worker/clock.ts'
import { unzip } from '../annex/read-xlsx.ts'
import { answer, april, type Caller, db, entriesOf, type House, id, openHouse } from './house.ts'
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
const strike = (instant: string) =>
  onTheHour({ DB: db, clock: () => Date.parse(instant), log: () => {} })

describe('happy', () => {
  test('a round is decided, answered, judged, and each reader gets what is theirs', async () => {
    expect((await open()).status).toBe(201)
    expect((await trade.put(statementPath('thuong_mai'), statementOf())).status).toBe(201)
    expect((await house.clerk.put(problemPath(1), problemOf())).status).toBe(201)
    expect((await house.clerk.put(problemPath(2), problemOf({ unit: 'cong_nghiep' }))).status).toBe(
      201,
    )
    expect((await house.clerk.put(`${round}/judgement`, judgementOf())).status).toBe(201)
    const office = await standing()
    expect(office.statements.map(({ unit, number }) => [unit, number])).toEqual([['thuong_mai', 1]])
    expect(office.problems.map(({ unit }) => unit)).toEqual(['thuong_mai', 'cong_nghiep'])
    const own = await standing(trade)
    expect(own.problems.map(({ unit }) => unit)).toEqual(['thuong_mai'])
    const other = await standing(await house.signIn('cong_nghiep'))
    expect(other.statements).toEqual([])
    expect(other.judgement).toMatchObject({ units: {}, number: 1 })
    const list = await answer<RoundSummary[]>(await house.clerk.get('/inspections'))
    expect(list).toMatchObject([{ units: 2, stated: 1, problems: 2, resolved: 0, state: 'open' }])
    const mine = await answer<RoundSummary[]>(await trade.get('/inspections'))
    expect(mine).toMatchObject([{ units: 2, stated: 1, problems: 1 }])
  })

  test('items nothing was said of are not stored', async () => {
    await open()
    const blank = { statement: ' ', figure: null, evidence: '' }
    await trade.put(statementPath('thuong_mai'), statementOf({ '1.4': blank }))
    const [said] = (await standing()).statements
    expect(Object.keys(said?.answers ?? {}).sort()).toEqual(['1.1', '2.2.11', '2.2.4', '2.2.5'])
  })

  test('a problem is open, due soon, overdue by the day in Vietnam, and resolved in time or late', async () => {
    await open()
    await house.clerk.put(problemPath(1), problemOf({ dueDate: '2025-04-21' }))
    const now = async () => {
      const clerk = await house.signIn('clerk')
      return (await problems(clerk, 'all')).map(one => one.standing)
    }
    house.at('2025-04-13T16:59:00.000Z')
    expect(await now()).toEqual(['open'])
    house.at('2025-04-13T17:00:00.000Z')
    expect(await now()).toEqual(['due-soon'])
    house.at('2025-04-21T16:59:00.000Z')
    expect(await now()).toEqual(['due-soon'])
    house.at('2025-04-21T17:00:00.000Z')
    const clerk = await house.signIn('clerk')
    expect((await problems(clerk)).map(one => one.standing)).toEqual(['overdue'])
    const resolved = { dueDate: '2025-04-21', resolution: 'Đã gỡ' }
    await clerk.put(problemPath(1), problemOf({ ...resolved, resolvedOn: '2025-04-22' }, 1))
    expect((await problems(clerk, 'all')).map(one => one.standing)).toEqual(['resolved-late'])
    expect(await problems(clerk)).toEqual([])
    await clerk.put(problemPath(1), problemOf({ ...resolved, resolvedOn: '2025-04-21' }, 2))
    expect((await problems(clerk, 'all')).map(one => one.standing)).toEqual(['resolved'])
  })

  test('the most overdue problem comes first, a withdrawn one not at all', async () => {
    await open()
    const days = ['2025-05-20', '2025-04-20', '2025-05-01']
    for (const [i, dueDate] of days.entries())
      await house.clerk.put(problemPath(i + 1), problemOf({ dueDate }))
    await house.clerk.put(problemPath(3), { basedOn: 1, problem: null })
    expect((await problems()).map(({ dueDate }) => dueDate)).toEqual(['2025-04-20', '2025-05-20'])
  })

  test('the clock reminds of a problem once when it is due soon and once when it is overdue', async () => {
    await open()
    await house.clerk.put(problemPath(1), problemOf({ dueDate: '2025-04-21' }))
    for (const day of ['13', '15', '16', '22', '23']) await strike(`2025-04-${day}T01:05:00.000Z`)
    const clerk = await house.signIn('clerk')
    const [found] = await problems(clerk)
    expect(found?.reminded.map(({ kind }) => kind)).toEqual(['due-soon', 'overdue'])
    const told = (await entriesOf('sct-thu')).filter(
      ({ action, detail }) => action === 'reminders.made' && 'problems' in detail,
    )
    expect(told).toHaveLength(2)
    // a new due date is a new promise
    await clerk.put(problemPath(1), problemOf({ dueDate: '2025-04-28' }, 1))
    expect((await problems(clerk))[0]?.reminded).toEqual([])
  })

  test('the rows 2.1.1–2.2.2 are proposed to the office with what was counted, and to nobody else', async () => {
    const sheet = async (who: Caller) =>
      (await answer<SheetAnswer>(await who.get(`/periods/${april}/sheet`))).proposed
    const office = await house.signIn('van_phong')
    expect(await sheet(office)).toBeUndefined()
    await house.clerk.put(round, roundOf({ state: 'draft' }))
    expect(await sheet(office)).toBeUndefined()
    await house.clerk.put(round, roundOf({ state: 'open' }, 1))
    await house.clerk.put(problemPath(1), problemOf())
    await house.clerk.put(
      problemPath(2),
      problemOf({ resolvedOn: '2025-04-14', resolution: 'Đã gỡ' }),
    )
    const proposed = await sheet(office)
    expect(proposed?.map(({ at, value }) => [at, value])).toEqual([
      ['units_total', 3],
      ['units_inspected', 2],
      ['issues_found', 2],
      ['issues_resolved', 1],
    ])
    expect(proposed?.[3]?.words).toBe(
      '1/2 vấn đề phát hiện trong kỳ đã xử lý xong đến hết 14/4/2025.',
    )
    expect(await sheet(trade)).toBeUndefined()
    // a visit that is only planned is none
    house.at('2025-04-08T03:00:00.000Z')
    expect((await sheet(await house.signIn('van_phong')))?.[1]?.value).toBe(1)
  })
})

describe('papers', () => {
  const wordsIn = (bytes: Uint8Array, part: string): string =>
    (unzip(bytes).get(part) ?? '').replaceAll(/<\/w:p>/gu, '\n').replaceAll(/<[^>]*>/gu, '')
  const bytesOf = async (path: string) =>
    new Uint8Array(await (await house.clerk.get(path)).arrayBuffer())

  test('the notice and its annex are made of the round, and twice of the same bytes', async () => {
    await open()
    await trade.put(statementPath('thuong_mai'), statementOf())
    await house.clerk.put(problemPath(1), problemOf())
    const notice = await bytesOf(`${round}/notice.docx`)
    expect(wordsIn(notice, 'word/document.xml')).toContain('THÔNG BÁO')
    expect(await bytesOf(`${round}/notice.docx`)).toEqual(notice)
    const annex = await bytesOf(`${round}/annex.xlsx`)
    expect(await bytesOf(`${round}/annex.xlsx`)).toEqual(annex)
    expect(unzip(annex).get('xl/workbook.xml')).toContain('Vấn đề phát hiện')
  }, 20_000)

  test('they are not sent again while nothing changed; the annex changes with the day', async () => {
    await open()
    const tagOf = async (path: string) => (await house.clerk.get(path)).headers.get('ETag') ?? ''
    const [notice, annex] = [
      await tagOf(`${round}/notice.docx`),
      await tagOf(`${round}/annex.xlsx`),
    ]
    const again = (path: string, tag: string) => house.clerk.get(path, { 'If-None-Match': tag })
    expect((await again(`${round}/notice.docx`, notice)).status).toBe(304)
    house.later((24 * 3_600_000) / 2.1)
    expect((await again(`${round}/notice.docx`, notice)).status).toBe(304)
    house.at('2025-04-14T17:00:00.000Z')
    const clerk = await house.signIn('clerk')
    expect((await clerk.get(`${round}/annex.xlsx`, { 'If-None-Match': annex })).status).toBe(200)
  }, 20_000)
})
