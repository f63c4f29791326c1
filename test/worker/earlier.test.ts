/** The year of figures a unit gets beside its forms: what counted, figures only, its own only. */
import { beforeEach, expect, test } from 'vitest'
import { statutoryWindow } from '../../shared/period.ts'
import type { SheetAnswer, Submission } from '../../shared/protocol.ts'
import {
  answer,
  april,
  type Caller,
  dossiers,
  filing,
  type House,
  industryReport,
  openHouse,
  tradeReport,
} from './house.ts'

let house: House
let trade: Caller
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
})

/** The next period has nothing to carry over from these. */
const nothingPending = { 'KSTT-06a': { XTTM: dossiers(8, 8, 0) } }
const history = async (period: string, who = trade) =>
  (await answer<SheetAnswer>(await who.get(`/periods/${period}/sheet`))).history
const open = (period: string) => house.clerk.send('POST', '/periods', { body: { period } })
const filed = async (
  n: number,
  period: string,
  articles: number,
  over: Partial<Submission> = {},
) => {
  const figures = { ...tradeReport().figures, articles_own_site: articles }
  const window = statutoryWindow(period)
  const sent = await trade.put(
    filing('thuong_mai', n, period),
    tradeReport({ figures, window, ...over }),
  )
  expect(sent.status).toBe(201)
}
const decide = (period: string, revision: number, decision: 'accept' | 'return') =>
  house.clerk.send('POST', `/periods/${period}/units/thuong_mai/review`, {
    body: { revision, decision, note: 'Xem lại' },
  })
const articles = (found: SheetAnswer['history']) =>
  found.map(({ period, figures }) => [period, figures.articles_own_site])

test('periods of the same kind before this one, the oldest first, gaps left out', async () => {
  for (const period of ['2025-M06', '2025-M07', '2025-M08', '2025-Q2']) await open(period)
  await filed(1, april, 4)
  await filed(2, '2025-M06', 6, { tables: nothingPending })
  await filed(3, '2025-M07', 7, { tables: nothingPending })
  await filed(4, '2025-Q2', 99, { tables: nothingPending })
  expect(articles(await history('2025-M08'))).toEqual([
    [april, 4],
    ['2025-M06', 6],
    ['2025-M07', 7],
  ])
  // its own figures are no history
  expect(articles(await history('2025-M07'))).toEqual([
    [april, 4],
    ['2025-M06', 6],
  ])
})

test('no more than twelve of them, however many there are', async () => {
  const months = Array.from({ length: 14 }, (_, i) => {
    const month = i + 4
    return `${month > 12 ? 2026 : 2025}-M${String(((month - 1) % 12) + 1).padStart(2, '0')}`
  })
  for (const [i, period] of months.entries()) {
    await open(period)
    if (i < 13) await filed(i + 1, period, i, { tables: nothingPending })
  }
  const found = await history('2026-M05')
  expect(found.map(({ period }) => period)).toEqual(months.slice(1, 13))
})

test('a revision that was sent back does not count; the accepted one before it does', async () => {
  await open('2025-M05')
  await filed(1, april, 4)
  await decide(april, 1, 'return')
  expect(await history('2025-M05')).toEqual([])
  await filed(2, april, 5, { basedOn: 1 })
  await decide(april, 2, 'accept')
  await filed(3, april, 6, { basedOn: 2 })
  expect(articles(await history('2025-M05'))).toEqual([[april, 6]])
  await decide(april, 3, 'return')
  expect(articles(await history('2025-M05'))).toEqual([[april, 5]])
})

test('figures in their states, no words; a line of words alone is still a line', async () => {
  await open('2025-M05')
  const figures = {
    ...tradeReport().figures,
    articles_own_site: { state: 'none' as const },
    articles_province_site: { state: 'not-applicable' as const, why: 'Không có trang' },
  }
  const tables = { ...tradeReport().tables, PLAN: { '1.1': { evidence: '04/KH-SCT' } } }
  await filed(1, april, 0, { figures, tables })
  const [found] = await history('2025-M05')
  expect(found).toEqual({
    period: april,
    figures,
    tables: { ...tradeReport().tables, PLAN: { '1.1': {} } },
  })
})

test('only ever the unit’s own', async () => {
  await open('2025-M05')
  await filed(1, april, 4)
  const industry = await house.signIn('cong_nghiep')
  expect(await history('2025-M05', industry)).toEqual([])
  await industry.put(filing('cong_nghiep', 2), industryReport())
  expect(articles(await history('2025-M05', industry))).toEqual([[april, 2]])
})
