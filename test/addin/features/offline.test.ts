// A pane opened without a network has the forms this machine kept, goes on with them, and is told anew when it returns.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkNow } from '../../../addin/features/check/checking.ts'
import { longestDays } from '../../../addin/features/drafts/shelf.ts'
import { type BookCopy, spent } from '../../../addin/features/offline/copies.ts'
import { attendNetwork } from '../../../addin/features/offline/reaching.ts'
import { signOut } from '../../../addin/features/sign-in/signing.ts'
import { attendOutbox } from '../../../addin/features/submit/resending.ts'
import { submit } from '../../../addin/features/submit/sending.ts'
import { placeText } from '../../../shared/place.ts'
import { machine, openPane, own, server, theirs, workbookOf } from './desk-in-node.ts'
import { period } from './qltm.ts'

const page = new EventTarget()
const stops: (() => void)[] = []
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  vi.stubGlobal('navigator', { onLine: true })
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
const settle = () => vi.advanceTimersByTimeAsync(0)

/** A pane that was open with a network, and one opened later on the same machine without. */
async function reopened(away: 'network' | 'server' = 'network') {
  const [house, sheets, kept] = [server(), workbookOf(), machine()]
  await openPane(house, sheets, kept)
  await settle()
  if (away === 'network') house.state.away = true
  else house.state.down = true
  const store = await openPane(house, sheets, kept)
  stops.push(attendNetwork(store))
  return { house, sheets, kept, store }
}

test('opened without a network it has periods, forms and figures, and says from when they are', async () => {
  const { store } = await reopened()
  const { periods, fill, offline } = store.state()
  expect(periods).toMatchObject({ chosen: period.period, trouble: null })
  expect(fill.book?.sheet.current?.revision).toBe(1)
  expect(fill.trouble).toBeNull()
  expect(offline.away).toBe('network')
  expect(Date.parse(offline.copiedAt ?? '')).toBeLessThanOrEqual(Date.now())
})

test('a server that answers it cannot is no reason to stay shut either', async () => {
  const { store } = await reopened('server')
  expect(store.state().fill.book).not.toBeNull()
  expect(store.state().offline.away).toBe('server')
})

test('it fills, checks and submits: the submission waits and goes when the network returns, and all is told anew', async () => {
  const { house, sheets, store } = await reopened()
  stops.push(attendOutbox(store))
  sheets.type(own, 31)
  await checkNow(store)
  expect(store.state().check.review?.reading.content.figures.get(own.row)).toMatchObject({
    value: 31,
  })
  await submit(store)
  expect(store.state().submit.sending).toMatchObject({ state: 'waiting' })
  house.state.away = false
  page.dispatchEvent(new Event('online'))
  await settle()
  expect(house.state.bodies).toHaveLength(1)
  expect(store.state().submit.receipt?.revision).toBe(2)
  expect(store.state().fill.book?.sheet.current?.revision).toBe(2)
  expect(store.state().offline).toEqual({ away: null, copiedAt: null })
})

test('what colleagues did meanwhile shows when the network returns, told of it or not', async () => {
  const { house, store } = await reopened()
  house.colleague()
  house.state.away = false
  await vi.advanceTimersByTimeAsync(20_000)
  expect(store.state().fill.book?.sheet.current?.revision).toBe(2)
  expect(store.state().offline.copiedAt).toBeNull()
  const text = placeText(theirs)
  expect(store.state().fill.book?.current?.figures.get(text)).toMatchObject({ value: 2 })
})

test('a network lost in the middle leaves the forms on the desk', async () => {
  const [house, sheets, kept] = [server(), workbookOf(), machine()]
  const store = await openPane(house, sheets, kept)
  stops.push(attendNetwork(store))
  const { book } = store.state().fill
  house.state.away = true
  page.dispatchEvent(new Event('offline'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(store.state().fill).toMatchObject({ book, trouble: null })
  expect(store.state().offline).toEqual({ away: 'network', copiedAt: null })
})

test('signing out takes the copies along, and another unit never sees them', async () => {
  const { house, sheets, kept, store } = await reopened()
  expect([await kept.holds('books'), await kept.holds('periods')]).toEqual([1, 1])
  const other = await openPane(house, sheets, kept, 'qlnl')
  expect(other.state().periods.list).toBeNull()
  signOut(store)
  await settle()
  expect([await kept.holds('books'), await kept.holds('periods')]).toEqual([0, 0])
  const later = await openPane(house, sheets, kept)
  expect(later.state().fill.book).toBeNull()
})

test('what arrives after signing out is not kept', async () => {
  const [house, sheets, kept] = [server(), workbookOf(), machine()]
  const store = await openPane(house, sheets, kept)
  signOut(store)
  await settle()
  expect([await kept.holds('books'), await kept.holds('periods')]).toEqual([0, 0])
})

test('copies of the newest three periods stay, and none longer than drafts do', () => {
  const now = Date.parse('2025-04-16T00:00:00Z')
  const copy = (of: string, days: number) =>
    ({ of, at: new Date(now - days * 86_400_000).toISOString() }) as BookCopy
  const ours = [1, 2, 3, 4].map(days => copy('sct/qltm', days))
  const theirs = copy('sct/qlnl', 9)
  const old = copy('sct/qlnl', longestDays + 1)
  expect(spent([...ours, theirs, old], now)).toEqual([old, ours[3]].toReversed())
})
