// A submission that finds no server waits on the machine and goes by itself, once, with the id and body it was made with.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { identify } from '../../../addin/features/fill/opening.ts'
import type { Store } from '../../../addin/features/store.ts'
import { attendOutbox, retryDelay } from '../../../addin/features/submit/resending.ts'
import { sendAgain, submit, withdraw } from '../../../addin/features/submit/sending.ts'
import { machine, names, openPane, own, server, workbookOf } from './desk-in-node.ts'

const page = new EventTarget()
const network = { onLine: true }
const stops: (() => void)[] = []
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  vi.stubGlobal('navigator', network)
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  network.onLine = true
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function desk(
  house: ReturnType<typeof server>,
  sheets: ReturnType<typeof workbookOf>,
  kept: ReturnType<typeof machine>,
) {
  const store = await openPane(house, sheets, kept)
  stops.push(attendOutbox(store))
  await settle()
  return store
}
const settle = () => vi.advanceTimersByTimeAsync(0)
const seconds = (n: number) => vi.advanceTimersByTimeAsync(n * 1000)
const sending = (store: Store) => store.state().submit.sending

const offline = async () => {
  const [house, sheets, kept] = [server(), workbookOf(), machine()]
  const store = await desk(house, sheets, kept)
  sheets.type(own, 31)
  network.onLine = false
  await submit(store)
  return { house, sheets, kept, store }
}

test('without a network nothing leaves; when it returns the submission goes once and the receipt comes', async () => {
  const { house, kept, store } = await offline()
  expect(sending(store)).toMatchObject({ state: 'waiting', cause: 'network' })
  expect(store.state().submit.pending?.tried).toBe(false)
  await seconds(600)
  expect(house.state.bodies).toEqual([])
  const { id, body } = store.state().submit.pending ?? {}
  network.onLine = true
  page.dispatchEvent(new Event('online'))
  page.dispatchEvent(new Event('online'))
  await settle()
  expect(house.state.bodies).toEqual([{ id, body }])
  expect(store.state().submit).toMatchObject({ pending: null, receipt: { revision: 2, id } })
  expect(await kept.holds('outbox')).toBe(0)
})

test('after a crash the next pane sends what waited, unasked', async () => {
  const { house, sheets, kept, store } = await offline()
  const { id } = store.state().submit.pending ?? {}
  for (const stop of stops.splice(0)) stop()
  network.onLine = true
  const later = await desk(house, sheets, kept)
  expect(house.state.bodies.map(sent => sent.id)).toEqual([id])
  expect(later.state().submit).toMatchObject({ pending: null, receipt: { revision: 2 } })
  expect(sheets.state.identity?.revision).toBe(2)
})

test('a lost answer is asked for again with the same body, and makes no second revision', async () => {
  const [house, sheets, kept] = [server(), workbookOf(), machine()]
  const store = await desk(house, sheets, kept)
  sheets.type(own, 31)
  house.state.silent = true
  await submit(store)
  sheets.type(own, 32)
  house.state.silent = false
  await seconds(5)
  expect(new Set(house.state.bodies.map(sent => JSON.stringify(sent))).size).toBe(1)
  expect(house.state.stored.size).toBe(1)
  expect(store.state().submit.receipt?.revision).toBe(2)
})

test('the network returning while it is on its way does not send it a second time', async () => {
  const [house, sheets, kept] = [server(), workbookOf(), machine()]
  const answer = Promise.withResolvers<void>()
  const reach = house.api.submit
  house.api.submit = async (...request) => {
    const receipt = await reach(...request)
    await answer.promise
    return receipt
  }
  const store = await desk(house, sheets, kept)
  sheets.type(own, 31)
  const submitting = submit(store)
  await settle()
  page.dispatchEvent(new Event('online'))
  await settle()
  answer.resolve()
  await submitting
  expect(house.state.bodies).toHaveLength(1)
})

test('pressed again while the workbook is still being read, it is one submission, told of at once', async () => {
  const [house, sheets, kept] = [server(), workbookOf(), machine()]
  const store = await desk(house, sheets, kept)
  sheets.type(own, 31)
  const presses = [submit(store), submit(store)]
  expect(sending(store).state).toBe('sending')
  await Promise.all(presses)
  expect(house.state.bodies).toHaveLength(1)
})

test('a silent server is asked after 5 s, 15 s, 60 s and then every two minutes', async () => {
  expect([0, 1, 2, 3, 4, 50].map(retryDelay)).toEqual([5e3, 15e3, 60e3, 120e3, 120e3, 120e3])
  const [house, sheets, kept] = [server(), workbookOf(), machine()]
  const store = await desk(house, sheets, kept)
  sheets.type(own, 31)
  house.state.problem = { type: 'busy', title: 'Máy chủ bận', status: 503 }
  await submit(store)
  expect(sending(store)).toMatchObject({ state: 'waiting', cause: 'server', why: 'Máy chủ bận' })
  const tries = [house.state.bodies.length]
  for (const pause of [4.9, 0.2, 14.7, 0.4, 59, 2, 118, 3]) {
    await seconds(pause)
    tries.push(house.state.bodies.length)
  }
  expect(tries).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5])
})

test('only the first try is told of: later ones by themselves change no word until there is an answer', async () => {
  const { house, store } = await offline()
  const said: string[] = []
  stops.push(store.subscribe(() => said.push(sending(store).state)))
  network.onLine = true
  house.state.problem = { type: 'busy', title: 'Máy chủ bận', status: 503 }
  page.dispatchEvent(new Event('online'))
  await settle()
  expect(said).toContain('sending')
  said.length = 0
  await seconds(300)
  expect(house.state.bodies.length).toBeGreaterThan(3)
  expect(new Set(said)).toEqual(new Set(['waiting']))
  await sendAgain(store)
  expect(said).toContain('sending')
})

test('withdrawing while a try is out waits for its answer instead of doing nothing', async () => {
  const { house, kept, store } = await offline()
  const answer = Promise.withResolvers<void>()
  const reach = house.api.submit
  network.onLine = true
  house.state.silent = true
  page.dispatchEvent(new Event('online'))
  await settle()
  house.api.submit = async (...request) => {
    await answer.promise
    return reach(...request)
  }
  await seconds(5)
  const withdrawing = withdraw(store)
  await settle()
  expect(sending(store).state).toBe('sending')
  answer.resolve()
  await withdrawing
  expect(store.state().submit.pending).toBeNull()
  expect(await kept.holds('outbox')).toBe(0)
})

test('what never left can be withdrawn for certain: nothing is sent, also not by the next pane', async () => {
  const { house, sheets, kept, store } = await offline()
  await withdraw(store)
  network.onLine = true
  page.dispatchEvent(new Event('online'))
  await settle()
  await desk(house, sheets, kept)
  expect(house.state.bodies).toEqual([])
  expect(store.state().submit).toMatchObject({ pending: null, sending: { state: 'idle' } })
})

test('what may have arrived is known as tried, and shows after the withdrawal if it did arrive', async () => {
  const [house, sheets, kept] = [server(), workbookOf(), machine()]
  const store = await desk(house, sheets, kept)
  sheets.type(own, 31)
  house.state.silent = true
  await submit(store)
  expect(store.state().submit.pending?.tried).toBe(true)
  const [waiting] = await kept.shelf.all<{ tried: boolean }>('outbox')
  expect(waiting?.tried).toBe(true)
  await withdraw(store)
  expect(store.state().submit.receipt?.revision).toBe(2)
})

test('it goes while another period is on the desk, and a refusal is told when its period is opened', async () => {
  const { house, sheets, kept, store } = await offline()
  house.state.locked = true
  store.dispatch({ type: 'period-chosen', period: '2025-M03' })
  network.onLine = true
  page.dispatchEvent(new Event('online'))
  await settle()
  expect(house.state.bodies).toHaveLength(1)
  expect(sending(store).state).toBe('idle')
  await seconds(600)
  expect(house.state.bodies).toHaveLength(1)
  for (const stop of stops.splice(0)) stop()
  const later = await desk(house, sheets, kept)
  expect(sending(later)).toMatchObject({ state: 'refused', why: 'period-locked' })
  expect(await kept.holds('outbox')).toBe(0)
})

test('single values the server refuses point at their cells; what has no cell is said beside the button', async () => {
  const [house, sheets, kept] = [server(), workbookOf(), machine()]
  const store = await desk(house, sheets, kept)
  sheets.type(own, 31)
  house.state.problem = {
    type: 'invalid-figures',
    title: 'Có số liệu chưa ghi đúng',
    status: 422,
    errors: [
      { pointer: `#/figures/${own.row}`, detail: 'quá lớn' },
      { pointer: '#/tables/KSTT-06a/G02-CT23/carried_over/why', detail: 'thiếu lý do' },
      { pointer: '#/window', detail: 'kỳ ngược' },
    ],
  }
  await submit(store)
  const found = store.state().check.fromServer ?? []
  const locate = store.state().check.review?.locate
  expect(found.map(({ message }) => message)).toEqual(['quá lớn', 'thiếu lý do'])
  expect(found.map(({ at }) => ({ sheet: at.sheet, cell: at.cell }))).toEqual([
    locate?.(own),
    locate?.({ form: 'KSTT-06a', row: 'G02-CT23', column: 'carried_over' }),
  ])
  expect(store.state().tab).toBe('check')
  expect(sending(store)).toMatchObject({ state: 'refused', details: ['kỳ ngược'] })
})

test('the names are remembered for the unit’s next period', async () => {
  const [house, sheets, kept] = [server(), workbookOf(), machine()]
  const store = await desk(house, sheets, kept)
  store.dispatch({ type: 'named', names: { preparedBy: 'Lê Thị Hoa', approvedBy: 'Ngô Văn Phúc' } })
  sheets.type(own, 31)
  await submit(store)
  const fresh = await openPane(server(null), workbookOf('empty'), kept)
  expect(fresh.state().submit.names).toEqual({ ...names, preparedBy: 'Lê Thị Hoa' })
  await identify(fresh, workbookOf('empty').workbook)
})
