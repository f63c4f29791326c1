/** A quarter made of the unit's months: what its sheet opens with, what the check holds it against, what is missing. */
import { beforeEach, describe, expect, test } from 'vitest'
import { statutoryWindow } from '../../shared/period.ts'
import type {
  Consolidation,
  Receipt,
  RolledUp,
  SheetAnswer,
  Submission,
} from '../../shared/protocol.ts'
import {
  answer,
  type Caller,
  dossiers,
  filing,
  type House,
  id,
  openHouse,
  problem,
  tradeReport,
} from './house.ts'

let house: House
let trade: Caller
const months = ['2025-M04', '2025-M05', '2025-M06']
const q2 = '2025-Q2'
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
  for (const period of ['2025-M05', '2025-M06', q2])
    await house.clerk.send('POST', '/periods', { body: { period } })
})

/** 2 pending at the close of each month, as there were at its beginning. */
const line = (received: number, carried: number) => ({
  ...dossiers(received, received + carried - 2, 2),
  carried_over: carried,
})
const report = (period: string, articles: number, over: Partial<Submission> = {}): Submission => {
  const i = months.indexOf(period)
  return tradeReport({
    window: statutoryWindow(period),
    figures: { articles_own_site: articles },
    tables: { 'KSTT-06a': { XTTM: line(10, i > 0 ? 2 : 0) } },
    ...over,
  })
}
const file = async (
  n: number,
  period: string,
  articles: number,
  over: Partial<Submission> = {},
) => {
  const sent = await trade.put(filing('thuong_mai', n, period), report(period, articles, over))
  expect(sent.status, await sent.clone().text()).toBe(201)
}
const sheet = (period = q2, who = trade) =>
  who.get(`/periods/${period}/sheet`).then(answer<SheetAnswer>)
const rolled = async (): Promise<RolledUp> => {
  const { rolledUp } = await sheet()
  if (!rolledUp) throw new Error('nothing was rolled up')
  return rolledUp
}
const dryRun = async (body: Submission) =>
  answer<Receipt>(await trade.put(`${filing('thuong_mai', 90, q2)}?dryRun=1`, body))

describe('the sheet of a quarter', () => {
  test('opens with what its months come to', async () => {
    for (const [i, period] of months.entries()) await file(i + 1, period, [318, 325, 331][i] ?? 0)
    const { content, missing, left, partial, windows, months: behind } = await rolled()
    expect(content.figures.articles_own_site).toBe(974)
    expect(content.tables['KSTT-06a']?.XTTM).toMatchObject({
      ...{ carried_over: 0, received_online: 30, resolved_early: 28, pending_in_time: 2 },
    })
    expect(content.narrative).toEqual({})
    expect([missing, left, partial, windows]).toEqual([[], [], [], []])
    expect(behind.map(({ period, revision }) => [period, revision])).toEqual(
      months.map(period => [period, 1]),
    )
  })

  test('says which month is missing, what is only partly there and what stays blank', async () => {
    await file(1, '2025-M04', 318)
    await file(2, '2025-M05', 325)
    const { content, missing, left, partial } = await rolled()
    expect(missing).toEqual(['2025-M06'])
    expect(content.figures.articles_own_site).toBe(643)
    expect(partial).toContainEqual({
      at: 'articles_own_site',
      why: 'Mới tính tháng 4 và 5/2025; tháng 6/2025 chưa có số.',
    })
    expect(left.map(({ at }) => at)).toContain('KSTT-06a/XTTM/pending_in_time')
    expect(content.tables['KSTT-06a']?.XTTM).not.toHaveProperty('pending_in_time')
  })

  test('takes the revision that counts, and the corrected one afterwards', async () => {
    await file(1, '2025-M04', 318)
    expect((await rolled()).months[0]).not.toHaveProperty('before')
    await file(2, '2025-M04', 300, { basedOn: 1 })
    const { content, months: behind } = await rolled()
    expect(content.figures.articles_own_site).toBe(300)
    // the pane tells by it a figure of before the correction from one the unit corrected
    expect(behind[0]?.before?.figures.articles_own_site).toBe(318)
    await house.clerk.send('POST', '/periods/2025-M04/units/thuong_mai/review', {
      body: { revision: 2, decision: 'return', note: 'Xem lại' },
    })
    // sent back and nothing was accepted before: nothing of the month counts
    expect((await sheet()).rolledUp).toBeNull()
  })

  test('is not made for a month, nor out of nothing, nor out of another unit’s months', async () => {
    await file(1, '2025-M04', 318)
    expect((await sheet('2025-M05')).rolledUp).toBeNull()
    expect((await sheet(q2, await house.signIn('cong_nghiep'))).rolledUp).toBeNull()
  })

  test('tells of windows that overlap or leave days out', async () => {
    const reasons = [{ rule: 'PERIOD-CUTOFF', at: 'CCHC-1/', text: 'Sở Nội vụ yêu cầu gửi sớm' }]
    const window = { from: '2025-03-15', to: '2025-04-06' }
    await file(1, '2025-M04', 318, { window, reasons })
    await file(2, '2025-M05', 325)
    expect((await rolled()).windows).toEqual([
      'Tháng 4/2025 chốt đến hết ngày 6/4/2025, tháng 5/2025 lấy từ ngày 15/4/2025: 8 ngày ở giữa không tháng nào tính.',
    ])
  })

  test('the months are no part of its history, and months are read no slower', async () => {
    await file(1, '2025-M04', 318)
    expect((await sheet()).history).toEqual([])
  })
})

describe('rule T-02', () => {
  const quarter = (articles: number, over: Partial<Submission> = {}): Submission =>
    tradeReport({
      window: statutoryWindow(q2),
      figures: { articles_own_site: articles },
      tables: {},
      narrative: {},
      ...over,
    })
  const all = async () => {
    for (const [i, period] of months.entries()) await file(i + 1, period, [318, 325, 331][i] ?? 0)
  }

  test('a quarter that differs from its months needs a reason, and shows the sum', async () => {
    await all()
    const refused = await trade.put(filing('thuong_mai', 9, q2), quarter(980))
    expect(refused.status).toBe(422)
    const { report: found } = await problem(refused)
    const [finding] = found?.results ?? []
    expect(finding).toMatchObject({
      rule: 'T-02',
      at: { place: 'articles_own_site' },
      difference: 6,
    })
    expect(finding?.message).toContain('980. Cộng 3 tháng 318 + 325 + 331 = 974, lệch 6.')
    const reasons = [
      { rule: 'T-02', at: 'articles_own_site', text: 'Bổ sung 6 tin đăng ngày 14/6 chưa kịp tính' },
    ]
    const taken = await trade.put(filing('thuong_mai', 9, q2), quarter(980, { reasons }))
    expect(taken.status).toBe(201)
  })

  test('the same figures need none; nor does a period without months', async () => {
    expect((await dryRun(quarter(980))).report.verdict).toBe('clean')
    await all()
    expect((await dryRun(quarter(974))).report.verdict).toBe('clean')
  })

  test('a month corrected afterwards is noticed by the next check', async () => {
    await all()
    await file(4, '2025-M06', 340, { basedOn: 1 })
    const { report: found } = await dryRun(quarter(974))
    expect(found.results.map(({ rule, expected }) => [rule, expected?.value])).toEqual([
      ['T-02', 983],
    ])
  })

  test('with a month missing the unit is asked once, and not where it put the whole figure in', async () => {
    await file(1, '2025-M04', 318)
    await file(2, '2025-M05', 325)
    const { report: found } = await dryRun(quarter(643))
    expect(found.results.map(({ rule, at }) => [rule, at.place])).toEqual([
      ['T-02-MONTHS', 'CCHC-1/'],
    ])
    expect(found.results[0]?.message).toContain('chưa có số của tháng 6/2025')
    expect((await dryRun(quarter(974))).report.results).toEqual([])
  })
})

test('the plain workbook of a quarter nobody has filled begins with its months', async () => {
  await file(1, '2025-M04', 318)
  await file(2, '2025-M05', 325)
  const response = await trade.get(`/periods/${q2}/units/thuong_mai/sheet.xlsx`)
  const uploaded = await trade.send('POST', `/periods/${q2}/units/thuong_mai/sheet.xlsx`, {
    bytes: new Uint8Array(await response.arrayBuffer()),
  })
  const { content, report: found } = await answer<{
    content: SheetAnswer['previous']
    report: Receipt['report']
  }>(uploaded)
  expect(content?.figures.articles_own_site).toBe(643)
  expect(found.results.map(({ rule }) => rule)).toContain('T-02-MONTHS')
})

describe('rule T-02 over merged figures', () => {
  const merged = () => house.clerk.get(`/periods/${q2}/consolidation`).then(answer<Consolidation>)
  const saidOfMonths = ({ findings }: Consolidation) =>
    findings.flatMap(({ rule, at, message }) => (rule === 'T-02' ? [[at.place, message]] : []))
  /** Of a unit, its three months and the quarter; no table, so that little else is judged. */
  const both = async (unit: string, told: readonly (number | undefined)[], whole: number) => {
    const who = await house.signIn(unit)
    for (const [i, period] of [...months, q2].entries()) {
      const articles = i < 3 ? told[i] : whole
      if (articles === undefined) continue
      const sent = await who.put(filing(unit, 20 + i + 10 * unit.length, period), {
        ...quarter(articles, period),
        reasons: told.includes(undefined) ? [missed] : [],
      })
      expect(sent.status, await sent.clone().text()).toBe(201)
    }
  }
  const quarter = (articles: number, period: string) =>
    tradeReport({
      ...{ window: statutoryWindow(period), tables: {}, narrative: {} },
      figures: { articles_own_site: articles },
    })
  const missed = { rule: 'T-02-MONTHS', at: 'CCHC-1/', text: 'Tháng 6 đơn vị chưa thành lập' }

  test('a month corrected after the quarter was filed is found, and what was handed out before stays', async () => {
    await both('thuong_mai', [318, 325, 331], 974)
    await both('cong_nghiep', [1, 2, 3], 6)
    const before = await merged()
    expect(saidOfMonths(before)).toEqual([])
    const again = { ...quarter(340, '2025-M06'), basedOn: 1 }
    expect((await trade.put(filing('thuong_mai', 80, '2025-M06'), again)).status).toBe(201)
    const after = await merged()
    expect(saidOfMonths(after)).toEqual([
      ['articles_own_site', expect.stringContaining('319 + 327 + 343 = 989, lệch 9.')],
    ])
    expect(after.digest).not.toBe(before.digest)
    const since = await house.clerk.get(`/periods/${q2}/consolidation?since=${before.digest}`)
    expect(since.status).toBe(200)
  })

  test('the office’s own entry of a month is held against the quarter too', async () => {
    await both('thuong_mai', [318, 325, 331], 974)
    const body = { place: 'articles_own_site', value: 2, reason: 'Bổ sung tin của Trung tâm' }
    await house.clerk.put(`/periods/2025-M05/adjustments/${id(700)}`, body)
    expect(saidOfMonths(await merged())).toEqual([
      ['articles_own_site', expect.stringContaining('318 + 327 + 331 = 976, lệch 2.')],
    ])
  })

  test('silent where a unit told the quarter and not every month, or only months', async () => {
    await both('thuong_mai', [318, 325, 331], 974)
    await both('cong_nghiep', [1, 2, undefined], 6)
    expect(saidOfMonths(await merged())).toEqual([])
  })

  test('silent for a figure that a unit left blank in a month', async () => {
    await both('thuong_mai', [318, 325, 331], 974)
    const industry = await house.signIn('cong_nghiep')
    for (const [i, period] of [...months, q2].entries()) {
      const told = quarter(i === 3 ? 15 : 5, period)
      const line = { tables: { 'KSTT-06a': { HC: dossiers(10, 10, 0) } } }
      const sent = await industry.put(
        filing('cong_nghiep', 60 + i, period),
        i === 1 ? { ...told, ...line, figures: {} } : told,
      )
      expect(sent.status, await sent.clone().text()).toBe(201)
    }
    expect(saidOfMonths(await merged())).toEqual([])
  })
})

describe('mixed windows in one sum', () => {
  const windows = async (period: string) =>
    (await answer<Consolidation>(await house.clerk.get(`/periods/${period}/consolidation`))).windows

  test('the unit, its days and what they leave out are in the consolidation', async () => {
    const reasons = [{ rule: 'PERIOD-CUTOFF', at: 'CCHC-1/', text: 'Sở Nội vụ yêu cầu gửi sớm' }]
    const window = { from: '2025-03-15', to: '2025-04-06' }
    await file(1, '2025-M04', 318, { window, reasons })
    expect(await windows('2025-M04')).toEqual([
      { unit: 'thuong_mai', window, says: [expect.stringContaining('đến hết ngày 6/4/2025')] },
    ])
    await file(2, '2025-M05', 325)
    const [found, ...others] = await windows('2025-M05')
    expect(others).toEqual([])
    expect(found?.says).toEqual([expect.stringContaining('8 ngày ở giữa không tháng nào tính')])
  })

  test('nothing is said where every unit kept to the period', async () => {
    await file(1, '2025-M04', 318)
    await file(2, '2025-M05', 325)
    expect(await windows('2025-M05')).toEqual([])
  })
})
