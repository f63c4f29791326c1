/** Submitting: receipts, revisions, and what is refused. Bad values are in admission.test.ts. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Receipt } from '../../shared/protocol.ts'
import {
  answer,
  april,
  type Caller,
  db,
  filing,
  type House,
  id,
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
/** A row whose parts do not add up: an error by the rules. */
const wrong = {
  figures: { dossiers_resolved: 9, dossiers_on_time: 8 },
}

describe('happy', () => {
  test('a submission gets a receipt with its report', async () => {
    const response = await submit(1)
    expect(response.status).toBe(201)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const receipt = await answer<Receipt>(response)
    expect(receipt).toMatchObject({
      id: id(1),
      unit: 'thuong_mai',
      period: april,
      revision: 1,
      receivedAt: '2025-04-14T03:00:00.000Z',
      state: 'submitted',
      preparedBy: 'Nguyễn Thị Lan',
    })
    expect(receipt.report.subject).toMatchObject({ revision: 1, sha256: receipt.digest })
    expect(['clean', 'accepted']).toContain(receipt.report.verdict)
  })

  test('a dry run gives the report, good or bad, and stores nothing', async () => {
    const dry = (over = {}) => trade.put(`${filing('thuong_mai', 1)}?dryRun=1`, tradeReport(over))
    const good = await dry()
    expect([good.status, await answer(good)]).toEqual([
      200,
      expect.objectContaining({ state: 'dry-run', revision: 1 }),
    ])
    const bad = await dry(wrong)
    expect([bad.status, (await answer<Receipt>(bad)).report.verdict]).toEqual([200, 'rejected'])
    expect(await stored()).toBe(0)
  })

  test('the clerk reads any unit', async () => {
    await submit(1)
    expect(await answer(await house.clerk.get(list))).toHaveLength(1)
    expect((await house.clerk.get(filing('thuong_mai', 1))).status).toBe(200)
  })
})

describe('error', () => {
  test('figures made with another catalogue are refused with both versions', async () => {
    const response = await submit(1, { catalogue: 'sct-2024.9' })
    const refused = await problem(response)
    expect([response.status, refused.type]).toEqual([409, 'catalogue-outdated'])
    expect(refused.detail).toContain('sct-2024.9')
    expect(refused.detail).toContain('sct-2025.1')
  })

  test('an error by the rules is refused with the report, and nothing is stored', async () => {
    const response = await submit(1, wrong)
    const refused = await problem(response)
    expect([response.status, refused.type]).toEqual([422, 'findings'])
    expect(refused.report?.verdict).toBe('rejected')
    expect(refused.report?.results[0]?.message).toMatch(/Biểu 3.*9/u)
    expect(await stored()).toBe(0)
  })

  /** Two dossiers were pending in March, none is carried over to April. */
  async function afterMarch(): Promise<void> {
    await house.clerk.send('POST', '/periods', { body: { period: '2025-M03' } })
    const march = { from: '2025-02-15', to: '2025-03-14' }
    await trade.put(filing('thuong_mai', 1, '2025-M03'), tradeReport({ window: march }))
  }

  test.each(['ok', 'Đã kiểm tra, số liệu đúng thực tế', 'aaaaaaaaaa'])(
    'a reason that fits any figure is none: “%s”',
    async text => {
      await afterMarch()
      const before = await stored()
      const reasons = [{ rule: 'T-01', at: 'KSTT-06a/XTTM/carried_over', text }]
      const response = await submit(2, { reasons })
      const refused = await problem(response)
      expect([response.status, refused.report?.verdict]).toEqual([422, 'needs-reason'])
      const finding = refused.report?.results.find(({ rule }) => rule === 'T-01')
      expect(finding).toMatchObject({ severity: 'warning', outcome: 'fail' })
      expect(finding?.justification).toBeUndefined()
      expect(await stored()).toBe(before)
    },
  )

  test('dossiers carried over that differ from last period need a reason (T-01)', async () => {
    await afterMarch()
    const response = await submit(2)
    const refused = await problem(response)
    expect([response.status, refused.report?.verdict]).toEqual([422, 'needs-reason'])
    const finding = refused.report?.results.find(({ rule }) => rule === 'T-01')
    expect(finding?.at.place).toBe('KSTT-06a/XTTM/carried_over')
    const reasons = [
      {
        rule: 'T-01',
        at: finding?.at.place ?? '',
        text: 'Phần mềm một cửa đã điều chỉnh kỳ trước',
      },
    ]
    const explained = await submit(2, { reasons })
    expect(explained.status).toBe(201)
    expect((await answer<Receipt>(explained)).report.verdict).toBe('accepted')
  })

  test.each([
    ['preparedBy', { preparedBy: '  ' }, '#/preparedBy'],
    ['basedOn', { basedOn: 0 }, '#/basedOn'],
    ['window', { window: { from: '15/3/2025', to: '2025-04-14' } }, '#/window/from'],
    ['a stray member', { extra: 1 }, '#/extra'],
  ])('%s is malformed', async (_what, over, pointer) => {
    const response = await submit(1, over)
    const refused = await problem(response)
    expect([response.status, refused.type]).toEqual([400, 'malformed'])
    expect(refused.errors?.map(error => error.pointer)).toEqual([pointer])
  })

  test('an id that is no UUID is malformed', async () => {
    const path = `/periods/${april}/units/thuong_mai/submissions/1`
    expect((await trade.put(path, tradeReport())).status).toBe(400)
    expect((await trade.get(path)).status).toBe(400)
  })

  test('what is not there is not found', async () => {
    expect((await trade.put(filing('thuong_mai', 1, '2025-M05'), tradeReport())).status).toBe(404)
    expect((await trade.get(filing('thuong_mai', 9))).status).toBe(404)
    expect((await house.clerk.get(`/periods/${april}/units/nobody/submissions`)).status).toBe(404)
  })
})

describe('security', () => {
  test('a unit neither writes nor reads another unit', async () => {
    await submit(1)
    const industry = await house.signIn('cong_nghiep')
    const answers = await Promise.all([
      industry.put(filing('thuong_mai', 2), tradeReport({ basedOn: 1 })),
      industry.put(`${filing('thuong_mai', 2)}?dryRun=1`, tradeReport({ basedOn: 1 })),
      industry.get(list),
      industry.get(filing('thuong_mai', 1)),
    ])
    expect(answers.map(response => response.status)).toEqual([403, 403, 403, 403])
    expect(await stored()).toBe(1)
  })

  test.each(['clerk', 'dashboard', 'admin'])('%s submits nothing', async who => {
    const caller = await house.signIn(who)
    expect((await caller.put(filing('thuong_mai', 1), tradeReport())).status).toBe(403)
  })

  test.each(['dashboard', 'admin'])('%s reads no submission', async who => {
    const caller = await house.signIn(who)
    expect((await caller.get(list)).status).toBe(403)
  })

  test('another agency cannot read it, take its id, or learn of it', async () => {
    await submit(1)
    const stranger = await house.signIn('clerk', 'sct-khac')
    await stranger.send('POST', '/periods', { body: { period: april } })
    expect((await stranger.get(filing('thuong_mai', 1))).status).toBe(404)
    expect(await answer(await stranger.get(list))).toEqual([])
    const theirs = await house.signIn('thuong_mai', 'sct-khac')
    const taken = await theirs.put(filing('thuong_mai', 1), tradeReport())
    expect([taken.status, (await problem(taken)).type]).toEqual([409, 'submitted-differently'])
    expect((await theirs.put(filing('thuong_mai', 2), tradeReport())).status).toBe(201)
  })
})
