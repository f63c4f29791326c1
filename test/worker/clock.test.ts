/** What time brings about: reminders once of each kind, the daily copy of the audit head, due dates on working days. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { AuditAnswer, Holidays, PeriodSummary, Progress } from '../../shared/protocol.ts'
import { onTheHour } from '../../worker/clock.ts'
import { answer, april, db, filing, type House, openHouse, problem, tradeReport } from './house.ts'

let house: House
let kept: Map<string, string>
beforeEach(async () => {
  house = await openHouse()
  kept = new Map()
})

/** The clock strikes at an instant. */
const strike = (instant: string) => {
  const put = (name: string, content: string) => Promise.resolve(kept.set(name, content))
  const env = { DB: db, clock: () => Date.parse(instant), log: () => {}, ARCHIVE: { put } }
  return onTheHour(env)
}
const reminded = async () => {
  const clerk = await house.signIn('clerk')
  const { units } = await answer<Progress>(await clerk.get(`/periods/${april}/progress`))
  return Object.fromEntries(units.map(one => [one.unit, one.reminders.map(({ kind }) => kind)]))
}
/** 2025-M04 is due on Tuesday 15/4/2025. */
const [friday, tuesday, wednesday] = ['2025-04-11', '2025-04-15', '2025-04-16']

describe('reminders', () => {
  test('a unit that owes figures is told once of each kind', async () => {
    for (const day of ['2025-04-10', friday, friday, tuesday, wednesday, '2025-04-17'])
      await strike(`${day}T01:05:00.000Z`)
    expect((await reminded()).van_phong).toEqual(['due-soon', 'due-today', 'overdue'])
  })

  test('who has submitted is left in peace, who was sent back is not', async () => {
    const trade = await house.signIn('thuong_mai')
    await trade.put(filing('thuong_mai', 1), tradeReport())
    await strike(`${friday}T01:05:00.000Z`)
    expect(await reminded()).toMatchObject({ thuong_mai: [], van_phong: ['due-soon'] })
    const body = { revision: 1, decision: 'return', note: 'Xem lại' }
    await house.clerk.send('POST', `/periods/${april}/units/thuong_mai/review`, { body })
    await strike(`${tuesday}T01:05:00.000Z`)
    expect(await reminded()).toMatchObject({ thuong_mai: ['due-today'] })
  })

  test('a locked period reminds nobody', async () => {
    await house.clerk.send('PATCH', `/periods/${april}`, { body: { state: 'locked' } })
    await strike(`${wednesday}T01:05:00.000Z`)
    expect((await reminded()).van_phong).toEqual([])
  })

  test('a new due date is the one that counts', async () => {
    const body = { dueDate: '2025-04-22' }
    expect((await house.clerk.send('PATCH', `/periods/${april}`, { body })).status).toBe(200)
    await strike(`${wednesday}T01:05:00.000Z`)
    expect((await reminded()).van_phong).toEqual([])
  })
})

describe('the head of the audit chain', () => {
  test('is copied out once a day for every agency, and the chain tells of it', async () => {
    await strike(`${tuesday}T01:05:00.000Z`)
    await strike(`${tuesday}T02:05:00.000Z`)
    await strike(`${wednesday}T01:05:00.000Z`)
    expect([...kept.keys()]).toEqual([
      'audit-heads/sct-khac/2025-04-15.json',
      'audit-heads/sct-thu/2025-04-15.json',
      'audit-heads/sct-khac/2025-04-16.json',
      'audit-heads/sct-thu/2025-04-16.json',
    ])
    const { entries } = await answer<AuditAnswer>(await (await house.signIn('clerk')).get('/audit'))
    const copies = entries.filter(one => one.action === 'head.exported')
    expect(copies.map(one => one.detail.day)).toEqual(['2025-04-16', '2025-04-15'])
    const copied = JSON.parse(kept.get('audit-heads/sct-thu/2025-04-15.json') ?? '{}')
    const entry = entries.find(one => one.seq === copied.auditHead.seq)
    expect(entry?.hash).toBe(copied.auditHead.hash)
  })
})

describe('due dates', () => {
  const open = async (period: string) => {
    const response = await house.clerk.send('POST', '/periods', { body: { period } })
    return (await answer<PeriodSummary>(response)).dueDate
  }
  const setHolidays = (year: number, days: unknown) =>
    house.clerk.send('PUT', `/holidays/${year}`, { body: { days } })

  test('a deadline on a weekend moves to Monday', async () => {
    expect(await open('2025-M02')).toBe('2025-02-17')
  })

  test('and beyond the days off that the office set', async () => {
    const days = [{ day: '2025-02-17', name: 'Nghỉ bù' }]
    expect((await setHolidays(2025, days)).status).toBe(200)
    expect(await open('2025-M02')).toBe('2025-02-18')
    expect(await answer<Holidays>(await house.clerk.get('/holidays/2025'))).toEqual({
      year: 2025,
      days,
    })
  })

  test('a list takes the place of the one before it, for its year only', async () => {
    await setHolidays(2025, [{ day: '2025-01-27', name: 'Tết' }])
    await setHolidays(2026, [{ day: '2026-02-16', name: 'Tết' }])
    await setHolidays(2025, [{ day: '2025-01-28', name: 'Tết' }])
    const days = async (year: number) =>
      (await answer<Holidays>(await house.clerk.get(`/holidays/${year}`))).days.map(one => one.day)
    expect([await days(2025), await days(2026)]).toEqual([['2025-01-28'], ['2026-02-16']])
  })

  test.each([
    ['a day of another year', [{ day: '2026-01-01', name: 'x' }]],
    ['a day twice', [1, 2].map(() => ({ day: '2025-01-28', name: 'Tết' }))],
    ['a day that does not exist', [{ day: '2025-02-30', name: 'x' }]],
  ])('%s is refused in words', async (_, days) => {
    const refused = await setHolidays(2025, days)
    expect(refused.status).toBe(400)
    expect((await problem(refused)).errors?.[0]?.pointer).toMatch(/^#\/days\/\d\/day$/u)
  })
})
