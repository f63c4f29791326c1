/** The office accepts or sends back; only the unit changes its figures, and what was sent back reaches no total. */
import { beforeEach, describe, expect, test } from 'vitest'
import type {
  Consolidation,
  Progress,
  ReviewSheet,
  SheetAnswer,
  SubmissionSummary,
  UnitStanding,
} from '../../shared/protocol.ts'
import {
  answer,
  april,
  type Caller,
  entriesOf,
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
      questioned: [],
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

describe('questioned figures', () => {
  const send = (body: object) =>
    house.clerk.send('POST', path, { body: { revision: 1, decision: 'return', ...body } })
  const places = ['dossiers_resolved', 'KSTT-06a/XTTM/received_online', 'NARR/II.2']

  test('reach the unit, the board and the audit as they were marked', async () => {
    await submit(1)
    expect((await send({ note: 'Xem lại', questioned: places })).status).toBe(201)
    expect((await standing()).review?.questioned).toEqual(places)
    const board = await answer<Progress>(await house.clerk.get(`/periods/${april}/progress`))
    const unit = board.units.find(one => one.unit === 'thuong_mai')
    expect(unit?.review?.questioned).toEqual(places)
    const told = (await entriesOf('sct-thu')).find(one => one.action === 'review.returned')
    expect(told?.detail.questioned).toEqual(places)
    expect((await history())[0]?.review?.questioned).toEqual(places)
  })

  test('other marks are another decision, the same ones are not', async () => {
    await submit(1)
    const sent = [places, places, places.slice(1)].map(questioned => ({ note: 'Sửa', questioned }))
    const statuses = []
    for (const body of sent) statuses.push((await send(body)).status)
    expect(statuses).toEqual([201, 200, 201])
  })

  test.each([
    ['no such place', ['bịa_đặt'], 0],
    ['no such column', ['dossiers_resolved', 'KSTT-06a/XTTM/bịa'], 1],
    ['named twice', ['dossiers_resolved', 'dossiers_resolved'], 1],
    ['a second spelling', ['CCHC-3/dossiers_resolved'], 0],
  ])('%s is refused at its place in the list', async (_, questioned, at) => {
    await submit(1)
    const refused = await send({ note: 'Sửa', questioned })
    expect(refused.status).toBe(400)
    expect((await problem(refused)).errors?.[0]?.pointer).toBe(`#/questioned/${at}`)
    expect((await standing()).state).toBe('submitted')
  })

  test('go with sending back only, and are at most fifty', async () => {
    await submit(1)
    expect((await send({ decision: 'accept', questioned: places })).status).toBe(400)
    const many = Array.from({ length: 51 }, (_, i) => `KSTT-06a/R${i}/received_online`)
    expect((await send({ note: 'Sửa', questioned: many })).status).toBe(400)
    expect((await send({ note: 'Sửa', questioned: many.slice(1) })).status).toBe(201)
  })
})

describe('what the office reads first', () => {
  const sheet = (who = house.clerk) => who.get(path)

  test('the newest revision with its report, its forms and where it stands', async () => {
    await submit(1)
    await submit(2, { basedOn: 1, figures: { dossiers_resolved: 8, articles_own_site: 9 } })
    const found = await answer<ReviewSheet>(await sheet())
    expect(found.current).toMatchObject({ revision: 2, figures: { articles_own_site: 9 } })
    expect(found.report.subject).toMatchObject({ unit: 'thuong_mai', revision: 2 })
    expect(found.standing).toMatchObject({ state: 'submitted', revision: 2 })
    expect(found.forms).toContain('KSTT-06a')
    expect(found.previous).toBeNull()
  })

  test('the figures of the month before stand beside', async () => {
    await house.clerk.send('POST', '/periods', { body: { period: '2025-M03' } })
    const march = { from: '2025-02-15', to: '2025-03-14' }
    const filed = tradeReport({ window: march, figures: { articles_own_site: 4 } })
    await trade.put(filing('thuong_mai', 7, '2025-M03'), { ...filed, tables: {} })
    await submit(1)
    const found = await answer<ReviewSheet>(await sheet())
    expect(found.previous?.figures).toEqual({ articles_own_site: 4 })
  })

  test('nothing submitted is not found; a unit and another office are kept out', async () => {
    expect((await sheet()).status).toBe(404)
    await submit(1)
    expect((await sheet(trade)).status).toBe(403)
    expect((await sheet(await house.signIn('clerk', 'sct-khac'))).status).toBe(404)
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
