// Two people of one unit: whoever submits from an older revision is stopped and asked, and nobody's figures are lost.
import { expect, test } from 'vitest'
import { connect, Refused, Unreachable } from '../../../addin/api.ts'
import { reviewOf } from '../../../addin/features/check/review.ts'
import { identify, loadBook, openForms } from '../../../addin/features/fill/opening.ts'
import type { Kept } from '../../../addin/features/kept.ts'
import { loadPeriods } from '../../../addin/features/period/periods.ts'
import { createStore, type Store } from '../../../addin/features/store.ts'
import { obstacle } from '../../../addin/features/submit/obstacle.ts'
import { isOutdated, keepOwn, takeNewest } from '../../../addin/features/submit/outdated.ts'
import { sendAgain, submit } from '../../../addin/features/submit/sending.ts'
import { pendingChanges, readinessOf } from '../../../addin/features/submit/summary.ts'
import type { Identity, Workbook } from '../../../addin/host/port.ts'
import { contentToWire } from '../../../shared/content.ts'
import type { CurrentSubmission, Submission, ValidationReport } from '../../../shared/protocol.ts'
import { blocksOf, book, bookWith, current, period, typed } from './qltm.ts'

const placeOf = (row: string) => ({ form: book.index.indicators.get(row)?.form.id ?? '', row })
const own = placeOf('articles_own_site')
const theirs = placeOf('law_dissemination_events')
const names = { preparedBy: 'Bùi Thị Nga', approvedBy: 'Ngô Văn Phúc' }

const reportOf = (sha256: string): ValidationReport => ({
  schema: 'cchc-validation-report/1',
  run: { time: '', ruleset: '', trigger: 'submit' },
  subject: { agency: '', unit: '', period: '', window: ['', ''], revision: null, sha256 },
  truncated: null,
  ...reviewOf(book, blocksOf(book)).outcome,
})

/** The server, as far as revisions go; a colleague submits by `colleague`. */
function server() {
  const state = { current, locked: false, silent: false, stored: new Map<string, number>() }
  const store = (id: string, body: Submission) => {
    const revision = state.current.revision + 1
    state.stored.set(id, revision)
    state.current = { ...state.current, ...body, id, revision } satisfies CurrentSubmission
  }
  const refuse = (type: string) => new Refused({ type, title: type, status: 409 })
  const api: ReturnType<typeof connect> = {
    ...connect(() => null),
    periods: async () => [{ ...period, state: state.locked ? 'locked' : 'open' }],
    catalogue: async () => book.index.catalogue,
    sheet: async () => ({
      ...bookWith(state.current).sheet,
      period: { ...period, state: state.locked ? 'locked' : 'open' },
    }),
    submit: async (_period, unit, id, body) => {
      if (!state.stored.has(id)) {
        if (state.locked) throw refuse('period-locked')
        if (body.basedOn !== state.current.revision) throw refuse('revision-stale')
        store(id, body)
      }
      if (state.silent) throw new Unreachable('lost')
      const { preparedBy, approvedBy, receivedAt, digest } = state.current
      return {
        ...{ id, unit, period: period.period, preparedBy, approvedBy, receivedAt, digest },
        revision: state.stored.get(id) ?? 0,
        state: 'submitted',
        report: reportOf(id),
      }
    },
  }
  const colleague = () => {
    const changed = reviewOf(book, typed(blocksOf(book), theirs, 2)).reading.content
    const { revision } = state.current
    state.current = {
      ...{ ...state.current, ...contentToWire(changed) },
      ...{ id: crypto.randomUUID(), revision: revision + 1, preparedBy: 'Lê Thị Hoa' },
    }
  }
  return { state, api, colleague }
}

/** A workbook laid out from revision 1, which outlives the pane beside it. */
function workbookOf(revision: number | null = 1) {
  const identity: Identity = { ...book.identity, revision }
  const state = { identity, blocks: blocksOf(book) }
  let shown = () => book
  const workbook: Workbook = {
    identify: async () => state.identity,
    rebase: async rebased => {
      state.identity = rebased
    },
    layOut: async (_sheets, laid) => {
      state.identity = laid
      state.blocks = blocksOf(shown())
    },
    read: async () => state.blocks,
    select: async () => {},
    followSelection: async () => async () => {},
    watchChanges: async () => async () => {},
  }
  return {
    state,
    workbook,
    type: (place: { form: string; row: string }, value: number) => {
      state.blocks = typed(state.blocks, place, value)
    },
    /** the book a store lays out next */
    follow: (store: Store) => {
      shown = () => store.state().fill.book ?? book
    },
  }
}

function memory(): Kept {
  const texts = new Map<string, string>()
  return {
    read: <T>(name: string) => {
      const text = texts.get(name)
      return text ? (JSON.parse(text) as T) : null
    },
    write: (name, value) =>
      void (value === null ? texts.delete(name) : texts.set(name, JSON.stringify(value))),
  }
}

type House = ReturnType<typeof server>
type Sheets = ReturnType<typeof workbookOf>

/** The pane as it stands once it has opened beside the workbook. */
async function openPane(house: House, sheets: Sheets, kept = memory()): Promise<Store> {
  const store = createStore(
    () => house.api,
    kept,
    () => sheets.workbook,
  )
  sheets.follow(store)
  store.dispatch({ type: 'placed', place: 'workbook' })
  await loadPeriods(store)
  await loadBook(store, period.period)
  await identify(store, sheets.workbook)
  store.dispatch({ type: 'named', names })
  return store
}

const why = (store: Store) => obstacle(readinessOf(store.state()))?.kind
const changedPlaces = (store: Store) => pendingChanges(store.state()).map(({ place }) => place)

test('submit, edit, submit: each revision stands on the one before, also after a reload of the pane', async () => {
  const [house, sheets] = [server(), workbookOf()]
  const store = await openPane(house, sheets)
  sheets.type(own, 31)
  await submit(store)
  expect(house.state.current.revision).toBe(2)
  expect(sheets.state.identity.revision).toBe(2)
  expect(isOutdated(store.state())).toBe(false)
  sheets.type(own, 32)
  await submit(store)
  expect(house.state.current.revision).toBe(3)
  const later = await openPane(house, sheets)
  expect(isOutdated(later.state())).toBe(false)
  sheets.type(own, 33)
  await submit(later)
  expect(house.state.current.revision).toBe(4)
})

test('a colleague’s revision stops the submission, and the pane knows it at once', async () => {
  const [house, sheets] = [server(), workbookOf()]
  const store = await openPane(house, sheets)
  sheets.type(own, 31)
  house.colleague()
  await submit(store)
  expect(house.state.current).toMatchObject({ revision: 2, preparedBy: 'Lê Thị Hoa' })
  expect(isOutdated(store.state())).toBe(true)
  expect(why(store)).toBe('outdated')
  expect(changedPlaces(store)).toEqual(expect.arrayContaining([own, theirs]))
  // pressing again reverts nobody
  await submit(store)
  expect(house.state.current.revision).toBe(2)
})

test.each([1, null])(
  'a workbook of revision %s beside revision 2 asks before anything is sent',
  async base => {
    const [house, sheets] = [server(), workbookOf(base)]
    house.colleague()
    const store = await openPane(house, sheets)
    expect(why(store)).toBe('outdated')
    expect(changedPlaces(store)).toEqual([theirs])
    await submit(store)
    expect(house.state.current.revision).toBe(2)
  },
)

test('taking the newest lays it out; what follows stands on it and keeps the colleague’s figure', async () => {
  const [house, sheets] = [server(), workbookOf()]
  house.colleague()
  const store = await openPane(house, sheets)
  await takeNewest(store)
  expect(sheets.state.identity.revision).toBe(2)
  expect(isOutdated(store.state())).toBe(false)
  expect(changedPlaces(store)).toEqual([])
  sheets.type(own, 31)
  await submit(store)
  expect(house.state.current).toMatchObject({
    revision: 3,
    figures: { articles_own_site: 31, law_dissemination_events: 2 },
  })
})

test('keeping one’s own is a choice: the approval is asked anew, then it goes on revision 2', async () => {
  const [house, sheets] = [server(), workbookOf()]
  house.colleague()
  const store = await openPane(house, sheets)
  store.dispatch({ type: 'approved', approved: true })
  await keepOwn(store)
  expect(sheets.state.identity.revision).toBe(2)
  expect(why(store)).toBe('approval')
  await submit(store)
  expect(house.state.current.revision).toBe(3)
})

test('an unanswered submission that had been stored rebases the workbook, even after a reload', async () => {
  const [house, sheets, kept] = [server(), workbookOf(), memory()]
  const store = await openPane(house, sheets, kept)
  sheets.type(own, 31)
  house.state.silent = true
  await submit(store)
  house.state.silent = false
  expect(sheets.state.identity.revision).toBe(1)
  const later = await openPane(house, sheets, kept)
  // it may be our own revision: nobody is blamed before the answer
  expect(isOutdated(later.state())).toBe(false)
  await sendAgain(later)
  expect(house.state.current.revision).toBe(2)
  expect(sheets.state.identity.revision).toBe(2)
  expect(isOutdated(later.state())).toBe(false)
})

test('an answer to what another workbook sent leaves this one where it stands', async () => {
  const [house, sheets, kept] = [server(), workbookOf(), memory()]
  const store = await openPane(house, sheets, kept)
  sheets.type(own, 31)
  house.state.silent = true
  await submit(store)
  house.state.silent = false
  const older = workbookOf(null)
  const later = await openPane(house, older, kept)
  await sendAgain(later)
  expect(older.state.identity.revision).toBeNull()
  expect(why(later)).toBe('outdated')
})

test('opening the forms anew stands on what was laid out', async () => {
  const [house, sheets] = [server(), workbookOf(null)]
  const store = await openPane(house, sheets)
  await openForms(store)
  expect(sheets.state.identity.revision).toBe(1)
  expect(isOutdated(store.state())).toBe(false)
})

test('a period locked meanwhile shows as locked', async () => {
  const [house, sheets] = [server(), workbookOf()]
  const store = await openPane(house, sheets)
  sheets.type(own, 31)
  house.state.locked = true
  await submit(store)
  expect(why(store)).toBe('locked')
  expect(store.state().periods.list?.[0]?.state).toBe('locked')
  expect(store.state().submit.sending.state).toBe('refused')
})
