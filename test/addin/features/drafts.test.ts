// What was typed and not submitted outlives a crash, a closed file and a new workbook, and comes back only when asked.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkNow } from '../../../addin/features/check/checking.ts'
import { leadOf } from '../../../addin/features/desk/lead.ts'
import { type Draft, worn } from '../../../addin/features/drafts/draft.ts'
import { dropDraft, keepDrafts } from '../../../addin/features/drafts/keeping.ts'
import { type Offer, offerOf, takeBack } from '../../../addin/features/drafts/offer.ts'
import { longestDays } from '../../../addin/features/drafts/shelf.ts'
import { openForms } from '../../../addin/features/fill/opening.ts'
import type { Store } from '../../../addin/features/store.ts'
import { submit } from '../../../addin/features/submit/sending.ts'
import { placeText } from '../../../shared/place.ts'
import {
  type machine as Machine,
  machine,
  openPane,
  own,
  server,
  workbookOf,
} from './desk-in-node.ts'
import { period } from './qltm.ts'

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
const stops: (() => void)[] = []
beforeEach(() => vi.stubGlobal('document', page))
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  page.visibilityState = 'visible'
  vi.unstubAllGlobals()
})

type House = ReturnType<typeof server>
type Sheets = ReturnType<typeof workbookOf>

/** A pane that keeps drafts, as on the desk. */
async function desk(
  house: House,
  sheets: Sheets,
  kept: ReturnType<typeof Machine>,
): Promise<Store> {
  const store = await openPane(house, sheets, kept)
  stops.push(keepDrafts(store))
  return store
}
const drained = () => new Promise(resolve => setTimeout(resolve))
const read = async (store: Store) => {
  await checkNow(store)
  await drained()
}
const offered = (store: Store): Offer => {
  const offer = offerOf(store.state())
  if (!offer) throw new Error('nothing is offered')
  return offer
}
const placesOf = ({ changes }: Offer) => changes.map(({ place }) => placeText(place))
const text = { form: 'KSTT-06a', row: 'G02-CT23', column: 'carried_over' }

/** Somebody types in one workbook, then Excel is gone. */
async function crash(kept = machine(), house = server(), revision: number | null = 1) {
  const sheets = workbookOf(revision)
  const store = await desk(house, sheets, kept)
  sheets.type(own, 31)
  sheets.type(text, 'sáu hồ sơ')
  await read(store)
  expect(store.state().drafts.kept?.review).toBe(store.state().check.review)
  for (const stop of stops.splice(0)) stop()
  return { kept, house, sheets }
}

test('in a workbook opened anew the draft is offered with every difference, and nothing is written unasked', async () => {
  const { kept, house } = await crash()
  const fresh = workbookOf('empty')
  const store = await desk(house, fresh, kept)
  expect(placesOf(offered(store)).sort()).toEqual([placeText(text), own.row].sort())
  expect(fresh.state.identity).toBeNull()
})

test('taken back, the sheets say what had been typed, texts that are no figures too, on the same revision', async () => {
  const { kept, house } = await crash()
  house.colleague()
  const fresh = workbookOf('empty')
  const store = await desk(house, fresh, kept)
  const { book } = store.state().fill
  if (!book) throw new Error('no book')
  await takeBack(store, book, offered(store).draft)
  await drained()
  const reading = store.state().check.review?.reading
  expect(reading?.content.figures.get(own.row)).toEqual({ state: 'number', value: 31 })
  expect(reading?.unread.get(placeText(text))).toBe('sáu hồ sơ')
  // a colleague's newer revision is still asked about
  expect(fresh.state.identity?.revision).toBe(1)
  expect(offerOf(store.state())).toBeNull()
  expect(await kept.holds('drafts')).toBe(1)
})

test('beside the very workbook it was typed in, nothing is offered', async () => {
  const { kept, house, sheets } = await crash()
  const store = await desk(house, sheets, kept)
  await read(store)
  expect(offerOf(store.state())).toBeNull()
  expect(await kept.holds('drafts')).toBe(1)
})

test('opening the forms instead does not write over the draft; typing on keeps both', async () => {
  const { kept, house } = await crash()
  const fresh = workbookOf('empty')
  const store = await desk(house, fresh, kept)
  await openForms(store)
  fresh.type(own, 99)
  await read(store)
  expect(placesOf(offered(store))).toContain(own.row)
  expect(await kept.holds('drafts')).toBe(2)
})

test('taking back keeps what the workbook said meanwhile, so that it can be taken back in turn', async () => {
  const { kept, house } = await crash()
  const sheets = workbookOf()
  sheets.type(own, 99)
  const store = await desk(house, sheets, kept)
  await read(store)
  const { book } = store.state().fill
  if (!book) throw new Error('no book')
  await takeBack(store, book, offered(store).draft)
  await drained()
  expect(offered(store).draft.content.figures[own.row]).toBe(99)
})

test('a list comes back line by line, also lines whose code was wrong', async () => {
  const [kept, house, sheets] = [machine(), server(), workbookOf()]
  const list = sheets.state.blocks.get('TTHC-DS') ?? []
  const line = ['', 'không rõ mã', 'Cấp giấy phép bán buôn', 7]
  const before = list.map((cells, i) => (i === 1 ? cells.map((cell, j) => line[j] ?? cell) : cells))
  sheets.state.blocks = new Map(sheets.state.blocks).set('TTHC-DS', before)
  const store = await desk(house, sheets, kept)
  await read(store)
  for (const stop of stops.splice(0)) stop()
  const fresh = workbookOf('empty')
  const later = await desk(house, fresh, kept)
  const { book } = later.state().fill
  if (!book) throw new Error('no book')
  await takeBack(later, book, offered(later).draft)
  const restored = fresh.state.blocks.get('TTHC-DS')?.[1]
  expect(restored?.slice(1, 4)).toEqual(line.slice(1))
})

test('of two workbooks of one period each has its own draft; the other one’s is named as such and kept', async () => {
  const [kept, house] = [machine(), server()]
  const [first, second] = [workbookOf('empty'), workbookOf('empty')]
  const one = await desk(house, first, kept)
  await openForms(one)
  first.type(own, 31)
  await read(one)
  for (const stop of stops.splice(0)) stop()
  const two = await desk(house, second, kept)
  await openForms(two)
  expect(second.state.identity?.workbook).not.toBe(first.state.identity?.workbook)
  second.type(own, 99)
  await read(two)
  expect(offered(two)).toMatchObject({ elsewheres: true })
  expect(leadOf(two.state())).toBe('step')
  for (const stop of stops.splice(0)) stop()
  // both closed without saving what was typed: each gets back its own
  for (const [sheets, figure] of [
    [first, 31],
    [second, 99],
  ] as const) {
    sheets.state.blocks = workbookOf().state.blocks
    const later = await desk(house, sheets, kept)
    await read(later)
    expect(offered(later)).toMatchObject({ elsewheres: false })
    expect(offered(later).draft.content.figures[own.row]).toBe(figure)
    expect(leadOf(later.state())).toBe('draft')
    for (const stop of stops.splice(0)) stop()
  }
})

test('another workbook’s draft that says the same is kept until it is taken over', async () => {
  const { kept, house, sheets } = await crash()
  sheets.state.identity = sheets.state.identity && { ...sheets.state.identity, workbook: 'a' }
  const store = await desk(house, sheets, kept)
  await read(store)
  for (const stop of stops.splice(0)) stop()
  const other = workbookOf()
  other.state.identity = other.state.identity && { ...other.state.identity, workbook: 'b' }
  other.state.blocks = sheets.state.blocks
  const later = await desk(house, other, kept)
  await read(later)
  expect(await kept.holds('drafts')).toBe(2)
  other.type(own, 99)
  await read(later)
  const { book } = later.state().fill
  if (!book) throw new Error('no book')
  await takeBack(later, book, offered(later).draft)
  await drained()
  expect(other.state.identity?.workbook).toBe('b')
  expect((await kept.shelf.all<Draft>('drafts')).map(({ workbook }) => workbook)).toEqual([
    'b',
    'b',
  ])
})

test('dropped, it is gone from the machine', async () => {
  const { kept, house } = await crash()
  const store = await desk(house, workbookOf('empty'), kept)
  await dropDraft(store, offered(store).draft)
  expect(offerOf(store.state())).toBeNull()
  expect(await kept.holds('drafts')).toBe(0)
})

test('what was submitted is no draft any more', async () => {
  const [kept, house, sheets] = [machine(), server(), workbookOf()]
  const store = await desk(house, sheets, kept)
  sheets.type(own, 31)
  await read(store)
  expect(await kept.holds('drafts')).toBe(1)
  await submit(store)
  await drained()
  expect(await kept.holds('drafts')).toBe(0)
  const later = await desk(house, workbookOf('empty'), kept)
  expect(offerOf(later.state())).toBeNull()
})

test('reasons and names come back with it', async () => {
  const [kept, house, sheets] = [machine(), server(), workbookOf()]
  sheets.type({ form: 'KSTT-06a', row: 'G02-CT11', column: 'carried_over' }, 9)
  const store = await desk(house, sheets, kept)
  await read(store)
  const finding = store.state().check.review?.outcome.results.find(f => f.severity === 'warning')
  if (!finding) throw new Error('no warning')
  store.dispatch({ type: 'reasoned', finding, text: 'Nhận bàn giao 3 hồ sơ từ phòng khác' })
  store.dispatch({ type: 'named', names: { preparedBy: 'Lê Thị Hoa', approvedBy: '' } })
  await drained()
  for (const stop of stops.splice(0)) stop()
  const later = await desk(house, sheets, kept)
  expect([...later.state().check.reasons.values()]).toContain('Nhận bàn giao 3 hồ sơ từ phòng khác')
  expect(later.state().submit.names.preparedBy).toBe('Lê Thị Hoa')
})

test('another unit on the same machine sees nothing of it', async () => {
  const { kept, house } = await crash()
  const [draft] = await kept.shelf.all<Draft>('drafts')
  if (!draft) throw new Error('no draft')
  await kept.shelf.write('drafts', draft.id, { ...draft, unit: 'qlnl' })
  const store = await desk(house, workbookOf('empty'), kept)
  expect(store.state().drafts.found).toEqual([])
  expect(await kept.holds('drafts')).toBe(1)
})

test('going out of sight reads the workbook once more', async () => {
  const [house, sheets] = [server(), workbookOf()]
  await desk(house, sheets, machine())
  const before = sheets.state.reads
  page.visibilityState = 'hidden'
  page.dispatchEvent(new Event('visibilitychange'))
  await drained()
  expect(sheets.state.reads).toBe(before + 1)
})

test('drafts of locked periods, old ones and the oldest of many go', async () => {
  const { kept } = await crash()
  const [draft] = await kept.shelf.all<Draft>('drafts')
  if (!draft) throw new Error('no draft')
  const now = Date.parse(draft.at)
  const at = (days: number) => new Date(now - days * 86_400_000).toISOString()
  const gone = (drafts: Draft[], state: 'open' | 'locked' = 'open') =>
    worn(drafts, draft.agency, [{ ...period, state }], now).map(({ id }) => id)
  expect(gone([draft])).toEqual([])
  expect(gone([draft], 'locked')).toEqual([draft.id])
  expect(gone([{ ...draft, at: at(longestDays) }])).toEqual([])
  expect(gone([{ ...draft, at: at(longestDays + 1) }])).toEqual([draft.id])
  const many = [4, 3, 2, 1, 0].map(days => ({ ...draft, id: `${days}`, at: at(days) }))
  expect(gone(many)).toEqual(['4'])
})
