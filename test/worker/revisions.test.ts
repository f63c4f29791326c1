/** One submission, one receipt; revisions in a row; nothing stored ever changes. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { CurrentSubmission, Receipt, SubmissionSummary } from '../../shared/protocol.ts'
import { first } from '../../worker/store/ask.ts'
import { addSubmission, filedById } from '../../worker/store/submissions.ts'
import {
  answer,
  april,
  type Caller,
  db,
  filing,
  type House,
  id,
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
const submit = (n: number, over = {}) => trade.put(filing('thuong_mai', n), tradeReport(over))
const list = `/periods/${april}/units/thuong_mai/submissions`
const stored = async (): Promise<number> => {
  const { results } = await db.prepare('SELECT count(*) AS n FROM submission').all<{ n: number }>()
  return results[0]?.n ?? -1
}

describe('happy', () => {
  test('the same id and content get the same receipt again, whatever happened since', async () => {
    const first = await (await submit(1)).text()
    house.later(60_000)
    await submit(2, { basedOn: 1 })
    await house.clerk.send('PATCH', `/periods/${april}`, { body: { state: 'locked' } })
    const again = await submit(1)
    expect([again.status, await again.text()]).toEqual([200, first])
  })

  test('key order and decomposed letters do not make another content', async () => {
    const first = await (await submit(1)).text()
    const figures = Object.fromEntries(Object.entries(tradeReport().figures).reverse())
    const again = await submit(1, { figures, preparedBy: 'Nguyễn Thị Lan'.normalize('NFD') })
    expect([again.status, await again.text()]).toEqual([200, first])
  })

  test('ten at once make one submission and ten equal receipts', async () => {
    const responses = await Promise.all(Array.from({ length: 10 }, () => submit(1)))
    const receipts = new Set(await Promise.all(responses.map(response => response.text())))
    expect(responses.map(response => response.status).sort()).toEqual([
      ...Array.from({ length: 9 }, () => 200),
      201,
    ])
    expect(receipts.size).toBe(1)
    expect(await stored()).toBe(1)
  })

  test('a revision is based on the one before; both stay readable', async () => {
    await submit(1)
    house.later(60_000)
    expect(await answer(await submit(2, { basedOn: 1, preparedBy: 'Phạm Thu Hà' }))).toMatchObject({
      revision: 2,
    })
    const history = await answer<SubmissionSummary[]>(await trade.get(list))
    expect(history.map(({ revision, preparedBy }) => [revision, preparedBy])).toEqual([
      [1, 'Nguyễn Thị Lan'],
      [2, 'Phạm Thu Hà'],
    ])
    expect(Object.keys(history[0] ?? {})).not.toContain('body')
    const one = await answer<CurrentSubmission>(await trade.get(filing('thuong_mai', 1)))
    expect(one).toMatchObject({ revision: 1, figures: tradeReport().figures })
  })
})

describe('error', () => {
  test('the same id with other content is refused and the first one stays', async () => {
    const first = await answer<Receipt>(await submit(1))
    const other = await submit(1, { preparedBy: 'Người khác' })
    expect([other.status, (await problem(other)).type]).toEqual([409, 'submitted-differently'])
    expect((await answer<SubmissionSummary[]>(await trade.get(list)))[0]?.digest).toBe(first.digest)
  })

  test('a stale edit is told both revisions, who and when', async () => {
    await submit(1)
    await submit(2, { basedOn: 1, preparedBy: 'Phạm Thu Hà' })
    const response = await submit(3, { basedOn: 1 })
    const refused = await problem(response)
    expect([response.status, refused.type]).toEqual([409, 'revision-stale'])
    expect(refused).toMatchObject({
      basedOn: 1,
      current: { revision: 2, preparedBy: 'Phạm Thu Hà' },
    })
    for (const part of ['bản 1', 'bản 2', 'Phạm Thu Hà', '14/4/2025 10:00'])
      expect(refused.detail).toContain(part)
  })

  test.each([
    ['a second first revision', 1, null],
    ['a revision ahead of the newest', 1, 2],
    ['a revision of nothing', 0, 1],
  ])('%s is stale', async (_what, already, basedOn) => {
    if (already) await submit(1)
    const response = await submit(2, { basedOn })
    expect([response.status, (await problem(response)).type]).toEqual([409, 'revision-stale'])
  })

  test('of two writers of the same revision one wins, the other is told', async () => {
    await submit(1)
    const both = await Promise.all([
      submit(2, { basedOn: 1, preparedBy: 'Một' }),
      submit(3, { basedOn: 1, preparedBy: 'Hai' }),
    ])
    expect(both.map(response => response.status).sort()).toEqual([201, 409])
    const loser = both.find(response => response.status === 409)
    expect(loser && (await problem(loser)).type).toBe('revision-stale')
    expect(await stored()).toBe(2)
  })

  test('an id is of one unit and one period', async () => {
    await submit(1)
    expect((await house.clerk.get(filing('cong_nghiep', 1))).status).toBe(404)
    const industry = await house.signIn('cong_nghiep')
    const response = await industry.put(filing('cong_nghiep', 1), industryReport())
    const refused = await problem(response)
    expect([response.status, refused.type]).toEqual([409, 'submitted-differently'])
    // nothing about the other unit's submission
    expect(JSON.stringify(refused)).not.toContain('bản 1')
  })
})

describe('security', () => {
  test('what is stored can be neither changed nor deleted', async () => {
    await submit(1)
    await expect(db.prepare("UPDATE submission SET body = '{}'").run()).rejects.toThrow(
      'never changes',
    )
    await expect(db.prepare('DELETE FROM submission').run()).rejects.toThrow('never deleted')
    expect(await stored()).toBe(1)
  })

  test('the insert itself refuses a period that was locked since the check', async () => {
    await submit(1)
    await house.clerk.send('PATCH', `/periods/${april}`, { body: { state: 'locked' } })
    const row = await first(filedById(db, 'sct-thu', id(1)))
    if (!row) throw new Error('nothing filed')
    const second = { ...row, id: id(2), agency: 'sct-thu', revision: 2, basedOn: 1, report: '{}' }
    await expect(addSubmission(db, second).run()).rejects.toThrow('the period is not open')
    expect(await stored()).toBe(1)
  })
})
