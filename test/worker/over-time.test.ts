// Rules over time on the server: what it holds a submission against is what the pane was given, so both say the same.
import { beforeEach, expect, test } from 'vitest'
import { bookOf } from '../../addin/features/fill/book.ts'
import { reviewOfContent } from '../../addin/features/upload/file-review.ts'
import { contentFromWire } from '../../shared/content.ts'
import { periodsBefore, statutoryWindow } from '../../shared/period.ts'
import type { CatalogueAnswer, Receipt, SheetAnswer, Submission } from '../../shared/protocol.ts'
import type { Finding } from '../../shared/rules/engine.ts'
import {
  answer,
  type Caller,
  dossiers,
  filing,
  type House,
  openHouse,
  tradeReport,
} from './house.ts'

let house: House
let trade: Caller
let filed: number
beforeEach(async () => {
  house = await openHouse()
  trade = await house.signIn('thuong_mai')
  filed = 0
})

const report = (period: string, resolved: number, over: Partial<Submission> = {}): Submission =>
  tradeReport({
    figures: { dossiers_resolved: resolved, dossiers_on_time: resolved },
    tables: { 'KSTT-06a': { XTTM: dossiers(resolved, resolved, 0) } },
    window: statutoryWindow(period),
    ...over,
  })
async function file(period: string, sent: Submission): Promise<void> {
  await house.clerk.send('POST', '/periods', { body: { period } })
  filed += 1
  const response = await trade.put(filing('thuong_mai', filed, period), sent)
  expect(await response.clone().text()).toContain('"submitted"')
}
/** What the server says of it, and what the pane says with what the server gave it. */
async function bothSay(period: string, sent: Submission): Promise<Finding[]> {
  await house.clerk.send('POST', '/periods', { body: { period } })
  const path = `${filing('thuong_mai', 99, period)}?dryRun=1`
  const { results } = (await answer<Receipt>(await trade.put(path, sent))).report
  const sheet = await answer<SheetAnswer>(await trade.get(`/periods/${period}/sheet`))
  const catalogue = await answer<CatalogueAnswer>(await trade.get(`/catalogue?period=${period}`))
  const book = bookOf(sheet, catalogue)
  const pane = reviewOfContent(book, contentFromWire(sent)).outcome.results
  const told = (findings: readonly Finding[]) =>
    findings.map(({ rule, at, message }) => [
      rule,
      at.place,
      // only the pane has a sheet to point into
      at.cell === undefined ? message : message.replace(` (ô ${at.cell})`, ''),
    ])
  expect(told(pane)).toEqual(told(results))
  return [...results]
}
const rules = (findings: readonly Finding[]) => findings.map(({ rule }) => rule)

const usual = [68, 51, 90, 73, 81, 75, 60]
async function fileUsual(): Promise<void> {
  for (const [i, period] of periodsBefore('2025-M09', usual.length).entries())
    await file(period, report(period, usual[i] ?? 0))
}

test('a figure far from seven months of its own, on server and pane alike', async () => {
  await fileUsual()
  expect(rules(await bothSay('2025-M09', report('2025-M09', 77)))).toEqual([])
  const found = await bothSay('2025-M09', report('2025-M09', 770))
  expect(new Set(rules(found))).toEqual(new Set(['TRD-02']))
  expect(found[0]?.message).toContain('7 kỳ trước từ 51 đến 90, trung vị 73; kỳ này 770')
})

test('what the office returned is no history', async () => {
  await fileUsual()
  for (const period of periodsBefore('2025-M09', 2))
    await house.clerk.send('POST', `/periods/${period}/units/thuong_mai/review`, {
      body: { revision: 1, decision: 'return', note: 'Xem lại' },
    })
  expect(rules(await bothSay('2025-M09', report('2025-M09', 770)))).toEqual([])
})

test('a new revision of an earlier month counts at once, though the history is kept', async () => {
  await fileUsual()
  const first = await bothSay('2025-M09', report('2025-M09', 770))
  expect(first[0]?.message).toContain('từ 51 đến 90')
  filed += 1
  const again = report('2025-M08', 45, { basedOn: 1 })
  await trade.put(filing('thuong_mai', filed, '2025-M08'), again)
  const second = await bothSay('2025-M09', report('2025-M09', 770))
  expect(second[0]?.message).toContain('từ 45 đến 90')
})

test('six months are opened with what closed on 14/12, not with the six months before', async () => {
  const pending = (received: number, open: number) => ({
    tables: { 'KSTT-06a': { XTTM: dossiers(received, received - open, open) } },
    figures: { dossiers_resolved: received - open, dossiers_on_time: received - open },
  })
  await file('2025-M12', report('2025-M12', 0, pending(10, 4)))
  await file('2025-6M', report('2025-6M', 0, pending(10, 9)))
  const carrying = (n: number) => ({
    tables: { 'KSTT-06a': { XTTM: { ...dossiers(10, 10 + n, 0), carried_over: n } } },
    figures: { dossiers_resolved: 10 + n, dossiers_on_time: 10 + n },
  })
  const six = await bothSay('2026-6M', report('2026-6M', 0, carrying(9)))
  expect(six.find(({ rule }) => rule === 'T-01')?.message).toContain('là 4, lệch 5.')
  expect(rules(await bothSay('2026-6M', report('2026-6M', 0, carrying(4))))).not.toContain('T-01')
  // a month follows its own neighbour only, and there is none
  expect(rules(await bothSay('2026-M02', report('2026-M02', 0, carrying(9))))).not.toContain('T-01')
})
