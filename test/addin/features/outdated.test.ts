// Two people of one unit: whoever submits from an older revision is stopped and asked, and nobody's figures are lost.
import { expect, test } from 'vitest'
import { openForms } from '../../../addin/features/fill/opening.ts'
import type { Store } from '../../../addin/features/store.ts'
import { obstacle } from '../../../addin/features/submit/obstacle.ts'
import { isOutdated, keepOwn, takeNewest } from '../../../addin/features/submit/outdated.ts'
import { sendAgain, submit } from '../../../addin/features/submit/sending.ts'
import { pendingChanges, readinessOf } from '../../../addin/features/submit/summary.ts'
import { machine, openPane, own, server, theirs, workbookOf } from './desk-in-node.ts'

const why = (store: Store) => obstacle(readinessOf(store.state()))?.kind
const changedPlaces = (store: Store) => pendingChanges(store.state()).map(({ place }) => place)

test('submit, edit, submit: each revision stands on the one before, also after a reload of the pane', async () => {
  const [house, sheets] = [server(), workbookOf()]
  const store = await openPane(house, sheets)
  sheets.type(own, 31)
  await submit(store)
  expect(house.state.current?.revision).toBe(2)
  expect(sheets.state.identity?.revision).toBe(2)
  expect(isOutdated(store.state())).toBe(false)
  sheets.type(own, 32)
  await submit(store)
  expect(house.state.current?.revision).toBe(3)
  const later = await openPane(house, sheets)
  expect(isOutdated(later.state())).toBe(false)
  sheets.type(own, 33)
  await submit(later)
  expect(house.state.current?.revision).toBe(4)
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
  expect(house.state.current?.revision).toBe(2)
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
    expect(house.state.current?.revision).toBe(2)
  },
)

test('taking the newest lays it out; what follows stands on it and keeps the colleague’s figure', async () => {
  const [house, sheets] = [server(), workbookOf()]
  house.colleague()
  const store = await openPane(house, sheets)
  await takeNewest(store)
  expect(sheets.state.identity?.revision).toBe(2)
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
  expect(sheets.state.identity?.revision).toBe(2)
  expect(why(store)).toBe('approval')
  await submit(store)
  expect(house.state.current?.revision).toBe(3)
})

test('an unanswered submission that had been stored rebases the workbook, even after a reload', async () => {
  const [house, sheets, kept] = [server(), workbookOf(), machine()]
  const store = await openPane(house, sheets, kept)
  sheets.type(own, 31)
  house.state.silent = true
  await submit(store)
  house.state.silent = false
  expect(sheets.state.identity?.revision).toBe(1)
  const later = await openPane(house, sheets, kept)
  // it may be our own revision: nobody is blamed before the answer
  expect(isOutdated(later.state())).toBe(false)
  await sendAgain(later)
  expect(house.state.current?.revision).toBe(2)
  expect(sheets.state.identity?.revision).toBe(2)
  expect(isOutdated(later.state())).toBe(false)
})

test('an answer to what another workbook sent leaves this one where it stands', async () => {
  const [house, sheets, kept] = [server(), workbookOf(), machine()]
  const store = await openPane(house, sheets, kept)
  sheets.type(own, 31)
  house.state.silent = true
  await submit(store)
  house.state.silent = false
  const older = workbookOf(null)
  const later = await openPane(house, older, kept)
  await sendAgain(later)
  expect(older.state.identity?.revision).toBeNull()
  expect(why(later)).toBe('outdated')
})

test('opening the forms anew stands on what was laid out', async () => {
  const [house, sheets] = [server(), workbookOf(null)]
  const store = await openPane(house, sheets)
  await openForms(store)
  expect(sheets.state.identity?.revision).toBe(1)
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
