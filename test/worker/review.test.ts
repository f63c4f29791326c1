/** The office accepts or sends back; only the unit changes its figures, and what was sent back reaches no total. */
import { beforeEach, describe, expect, test } from 'vitest'
import type {
  Consolidation,
  Progress,
  SheetAnswer,
  SubmissionSummary,
  UnitStanding,
} from '../../shared/protocol.ts'
import {
  answer,
  april,
  type Caller,
  filing,
  type House,
  industryReport,
  openHouse,
  problem,
  tradeReport,
} from './house.ts'

let house: House
let trade: Caller
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
})

const path = `/periods/${april}/units/thuong_mai/review`
const decide = (decision: 'accept' | 'return', revision = 1, note = '', who = house.clerk) =>
  who.send('POST', path, { body: { revision, decision, note } })
const submit = async (n: number, over = {}) => {
  const response = await trade.put(filing('thuong_mai', n), tradeReport(over))
  expect(response.status).toBe(201)
}
const consolidation = async () =>
  answer<Consolidation>(await house.clerk.get(`/periods/${april}/consolidation`))
const standing = async () =>
  (await answer<SheetAnswer>(await trade.get(`/periods/${april}/sheet`))).standing
const history = async () =>
  answer<SubmissionSummary[]>(
    await house.clerk.get(`/periods/${april}/units/thuong_mai/submissions`),
  )

describe('happy', () => {
  test('a unit goes from not started over submitted, returned and submitted again to accepted', async () => {
    const states = [(await standing()).state]
    await submit(1)
    states.push((await standing()).state)
    await decide('return', 1, 'Cột 5 chưa khớp')
    states.push((await standing()).state)
    await submit(2, { basedOn: 1 })
    states.push((await standing()).state)
    await decide('accept', 2)
    states.push((await standing()).state)
    expect(states).toEqual(['not-started', 'submitted', 'returned', 'submitted', 'accepted'])
  })

  test('the unit reads the note beside its own figures', async () => {
    await submit(1)
    await decide('return', 1, '  Cột 5 chưa khớp biểu 3  ')
    expect((await standing()).review).toEqual({
      revision: 1,
      decision: 'return',
      note: 'Cột 5 chưa khớp biểu 3',
      by: 'Văn phòng Sở (tổng hợp)',
      at: '2025-04-14T03:00:00.000Z',
    })
  })

  test('a new revision after acceptance shows as changed since', async () => {
    await submit(1)
    await decide('accept')
    await submit(2, { basedOn: 1 })
    expect(await standing()).toMatchObject({
      state: 'submitted',
      revision: 2,
      counted: 2,
      changedSinceAccepted: true,
    })
    const progress = await answer<Progress>(await house.clerk.get(`/periods/${april}/progress`))
    expect(progress).toMatchObject({ submitted: 1, accepted: 0, returned: 0 })
  })

  test('history says what became of each revision', async () => {
    await submit(1)
    await submit(2, { basedOn: 1 })
    await decide('return', 2, 'Sửa lại')
    await submit(3, { basedOn: 2 })
    expect((await history()).map(one => [one.revision, one.state])).toEqual([
      [1, 'superseded'],
      [2, 'returned'],
      [3, 'submitted'],
    ])
  })

  test('the same decision asked again is one decision', async () => {
    await submit(1)
    const first = await decide('return', 1, 'Sửa lại')
    const again = await decide('return', 1, 'Sửa lại')
    expect([first.status, again.status]).toEqual([201, 200])
    expect(await answer<UnitStanding>(again)).toEqual(await answer<UnitStanding>(first))
  })

  test('the office may think again until the lock', async () => {
    await submit(1)
    await decide('accept')
    await decide('return', 1, 'Xem lại cột 7')
    expect((await standing()).state).toBe('returned')
    await decide('accept')
    expect((await standing()).state).toBe('accepted')
  })
})

describe('totals', () => {
  test('returned figures stay out, and the consolidation says whose', async () => {
    await submit(1)
    await (await house.signIn('cong_nghiep')).put(filing('cong_nghiep', 9), industryReport())
    expect((await consolidation()).figures.dossiers_resolved?.value).toBe(13)
    await decide('return', 1, 'Xem lại')
    const after = await consolidation()
    expect(after.figures.dossiers_resolved?.value).toBe(5)
    expect(after.tables['KSTT-06a']?.rows.XTTM).toBeUndefined()
    expect(after.units.find(one => one.unit === 'thuong_mai')).toMatchObject({
      state: 'returned',
      revision: 1,
      counted: null,
    })
  })

  test('an accepted revision counts again when a newer one is sent back', async () => {
    await submit(1)
    await decide('accept')
    await submit(2, { basedOn: 1, figures: { dossiers_resolved: 8, articles_own_site: 9 } })
    expect((await consolidation()).figures.articles_own_site?.value).toBe(9)
    await decide('return', 2, 'Nhầm số bài')
    const after = await consolidation()
    expect(after.figures.articles_own_site?.value).toBe(5)
    expect(after.units.find(one => one.unit === 'thuong_mai')).toMatchObject({ counted: 1 })
  })

  test('a decision changes the digest, so a dashboard learns of it', async () => {
    await submit(1)
    const before = await consolidation()
    await decide('accept')
    expect((await consolidation()).digest).not.toBe(before.digest)
  })
})

describe('error', () => {
  test('sending back needs a note', async () => {
    await submit(1)
    const refused = await decide('return', 1, '   ')
    expect(refused.status).toBe(400)
    expect((await problem(refused)).errors?.[0]?.pointer).toBe('#/note')
    expect((await standing()).state).toBe('submitted')
  })

  test('a unit that has submitted nothing cannot be decided about', async () => {
    expect((await decide('accept')).status).toBe(404)
  })

  test('a decision about an older revision names the newest', async () => {
    await submit(1)
    await submit(2, { basedOn: 1 })
    const refused = await decide('accept', 1)
    expect(refused.status).toBe(409)
    expect(await problem(refused)).toMatchObject({
      type: 'revision-stale',
      basedOn: 1,
      current: { revision: 2, preparedBy: 'Nguyễn Thị Lan' },
    })
  })

  test('a locked period takes no decision', async () => {
    await submit(1)
    await house.clerk.send('PATCH', `/periods/${april}`, { body: { state: 'locked' } })
    const refused = await decide('accept')
    expect([refused.status, (await problem(refused)).type]).toEqual([409, 'period-locked'])
  })
})

describe('security', () => {
  test('a unit cannot accept its own figures, nor another office those of this one', async () => {
    await submit(1)
    expect((await decide('accept', 1, '', trade)).status).toBe(403)
    const stranger = await house.signIn('clerk', 'sct-khac')
    expect((await decide('accept', 1, '', stranger)).status).toBe(404)
    expect((await standing()).state).toBe('submitted')
  })
})
