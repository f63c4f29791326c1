/** The list of findings while a person works: walking through it, what the server and the office add, no network. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connect } from '../../../addin/api.ts'
import { checkNow } from '../../../addin/features/check/checking.ts'
import { countsOf, grouped } from '../../../addin/features/check/findings.ts'
import { questionedFigures } from '../../../addin/features/check/questioned.ts'
import { isExplained } from '../../../addin/features/check/reasons.ts'
import { reviewOf } from '../../../addin/features/check/review.ts'
import { findingsNow } from '../../../addin/features/check/server-findings.ts'
import { step, stopsOf } from '../../../addin/features/check/stepping.ts'
import { draftOf } from '../../../addin/features/drafts/draft.ts'
import { bookOf } from '../../../addin/features/fill/book.ts'
import { createStore, type Store } from '../../../addin/features/store.ts'
import { obstacle } from '../../../addin/features/submit/obstacle.ts'
import { readinessOf } from '../../../addin/features/submit/summary.ts'
import type { Workbook } from '../../../addin/host/port.ts'
import type { Place } from '../../../shared/place.ts'
import type { Finding } from '../../../shared/rules/engine.ts'
import { blocksOf, book, typed } from './qltm.ts'

const early = { form: 'KSTT-06a', row: 'G02-CT23', column: 'resolved_early' }
const at = (row: string) => ({ form: book.index.indicators.get(row)?.form.id ?? '', row })

/** A pane with its book, beside a workbook that remembers where it was sent. */
function desk(opened = book) {
  const sheets = { blocks: blocksOf(book), selected: [] as string[] }
  const asked: Partial<Workbook> = {
    read: async () => sheets.blocks,
    select: async (sheet, cell) => void sheets.selected.push(`${sheet}!${cell}`),
  }
  // checking and walking ask the workbook for these two and nothing else
  const workbook = asked as Workbook
  const nothing = { read: () => null, write: () => {} }
  const store = createStore(connect, nothing, () => workbook)
  store.dispatch({ type: 'placed', place: 'workbook' })
  store.dispatch({ type: 'book-opened', book: opened })
  store.dispatch({ type: 'identified', identity: opened.identity })
  const type = async (place: Place, value: unknown) => {
    sheets.blocks = typed(sheets.blocks, place, value)
    await checkNow(store)
  }
  return { store, sheets, type }
}
const listed = (store: Store) => stopsOf(store.state()).map(({ key }) => key)

const fetched = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')))
beforeEach(() => {
  fetched.mockClear()
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => vi.unstubAllGlobals())

test('without a network everything is checked, a finding leaves when mended, and a reason is kept', async () => {
  const { store, type } = desk()
  await type(early, 'hai')
  expect(listed(store)).toEqual(['ZERO-WORDS|KSTT-06a/G02-CT23/resolved_early'])
  await type(early, 225)
  expect(listed(store)).toEqual([])

  await type(at('digit_excluded'), 221)
  const [warning] = findingsNow(store.state().check)
  if (!warning) throw new Error('no warning to explain')
  const text = '01 hồ sơ thông báo khuyến mại đã rút, chưa xóa trên phần mềm'
  store.dispatch({ type: 'reasoned', finding: warning, text })
  await checkNow(store)
  const { check } = store.state()
  expect(findingsNow(check).map(finding => isExplained(check.reasons, finding))).toEqual([true])
  expect(draftOf(store.state(), 0)?.reasons.map(([, kept]) => kept)).toEqual([text])
  expect(fetched).not.toHaveBeenCalled()
})

test('Alt with an arrow goes round the list from wherever one is, and to each cell', async () => {
  const { store, sheets, type } = desk()
  await type(at('dossiers_new'), 'hai')
  await type(at('articles_own_site'), 'ba')
  const cellOf = (row: string) => {
    const place = store.state().check.review?.locate(at(row))
    return `${place?.sheet}!${place?.cell}`
  }
  const [first, second] = ['articles_own_site', 'dossiers_new'].map(cellOf)
  store.dispatch({ type: 'tab-opened', tab: 'fill' })
  for (const by of [1, 1, 1, -1] as const) step(store, by)
  expect(sheets.selected).toEqual([first, second, first, second])
  expect(store.state().tab).toBe('check')
  // the finding that has the focus is where one goes on from
  step(store, 1, `ZERO-WORDS|${'articles_own_site'}`)
  expect(sheets.selected.at(-1)).toBe(second)
})

test('after a finding was mended one goes on to the one that followed it', async () => {
  const { store, type } = desk()
  const rows = ['articles_own_site', 'dossiers_resolved', 'dossiers_new']
  for (const row of rows) await type(at(row), 'hai')
  step(store, 1)
  step(store, 1)
  expect(store.state().check.visited?.key).toBe('ZERO-WORDS|dossiers_resolved')
  await type(at('dossiers_resolved'), 255)
  step(store, 1)
  expect(store.state().check.visited?.key).toBe('ZERO-WORDS|dossiers_new')
})

test('there is nowhere to go in an empty list', async () => {
  const { store, sheets } = desk()
  await checkNow(store)
  expect(step(store, 1)).toBe(false)
  expect([store.state().tab, sheets.selected]).toEqual(['fill', []])
})

/** As a server with newer rules would find it. */
function foreign(row: string): Finding {
  const [finding] = reviewOf(book, typed(blocksOf(book), at(row), -1)).outcome.results
  if (!finding) throw new Error('nothing found')
  return { ...finding, rule: 'NEW-RULE' }
}

test('a reason the pane takes and the server does not is asked for anew, in the server’s words, until it is another', async () => {
  const { store, type } = desk()
  await type(at('digit_excluded'), 221)
  const [warning] = findingsNow(store.state().check)
  if (!warning) throw new Error('no warning to explain')
  const explain = (text: string) => store.dispatch({ type: 'reasoned', finding: warning, text })
  const left = () =>
    countsOf(grouped(findingsNow(store.state().check)), store.state().check.reasons)
  explain('01 hồ sơ đã rút')
  expect(left()).toMatchObject({ unexplained: 0, explained: 1 })
  const message = 'Lý do phải nêu số văn bản.'
  store.dispatch({ type: 'found-by-server', findings: [{ ...warning, message }] })
  expect(findingsNow(store.state().check).map(finding => finding.message)).toEqual([message])
  expect(left()).toMatchObject({ unexplained: 1, explained: 0 })
  expect(obstacle(readinessOf(store.state()))).toEqual({ kind: 'reasons', count: 1 })
  explain('01 hồ sơ đã rút theo văn bản 12/SCT')
  expect(left()).toMatchObject({ unexplained: 0, explained: 1 })
  explain('01 hồ sơ đã rút')
  expect(left().unexplained).toBe(1)
  // with another figure it is another question
  await type(at('digit_excluded'), 222)
  expect(findingsNow(store.state().check).map(finding => finding.message)).not.toContain(message)
})

test('a reason the server did take is not asked for again because another one was refused', async () => {
  const { store, type } = desk()
  await type(at('digit_excluded'), 221)
  const [warning] = findingsNow(store.state().check)
  if (!warning) throw new Error('no warning to explain')
  store.dispatch({ type: 'reasoned', finding: warning, text: '01 hồ sơ đã rút' })
  const accepted = { ...warning, outcome: 'accepted' as const, justification: '01 hồ sơ đã rút' }
  store.dispatch({ type: 'found-by-server', findings: [accepted, foreign('staff_present')] })
  const { check } = store.state()
  const open = findingsNow(check).filter(finding => !isExplained(check.reasons, finding))
  expect(open.map(({ rule }) => rule)).toEqual(['NEW-RULE'])
})

test('what only the server found stands among the own findings until its figure changes', async () => {
  const { store, type } = desk()
  await type(at('articles_own_site'), 'ba')
  const own = findingsNow(store.state().check)
  store.dispatch({ type: 'found-by-server', findings: [...own, foreign('staff_present')] })
  expect(listed(store)).toEqual(['ZERO-WORDS|articles_own_site', 'NEW-RULE|staff_present'])
  await type(at('articles_own_site'), 1)
  expect(listed(store)).toEqual(['NEW-RULE|staff_present'])
  const { reasons } = store.state().check
  expect(countsOf(grouped(findingsNow(store.state().check)), reasons).errors).toBe(1)
  await type(at('staff_present'), 3)
  expect(listed(store)).toEqual([])
})

test('asking for a fresh check forgets what the server said before', async () => {
  const { store } = desk()
  await checkNow(store)
  store.dispatch({ type: 'found-by-server', findings: [foreign('staff_present')] })
  store.dispatch({ type: 'check-asked' })
  await checkNow(store)
  expect(listed(store)).toEqual([])
})

const sentBack = (questioned: string[]) =>
  bookOf(
    {
      ...book.sheet,
      standing: {
        ...book.sheet.standing,
        state: 'returned',
        review: {
          ...{ revision: 1, decision: 'return', note: 'Xem lại số đã giải quyết', by: 'Văn phòng' },
          ...{ questioned, at: '2025-04-15T08:00:00Z' },
        },
      },
    },
    book.index.catalogue,
  )

test('figures the office asked about head the list, as sent and as they are now', async () => {
  const { store, type } = desk(sentBack(['dossiers_resolved', 'KSTT-06a/G02-CT23/resolved_early']))
  await type(early, 226)
  const { fill, check } = store.state()
  const asked = fill.book ? questionedFigures(fill.book, check.review) : []
  expect(asked.map(({ text, before, now, changed }) => [text, before, now, changed])).toMatchObject(
    [
      ['dossiers_resolved', { value: 255 }, { value: 255 }, false],
      ['KSTT-06a/G02-CT23/resolved_early', { value: 225 }, { value: 226 }, true],
    ],
  )
  expect(listed(store).slice(0, 3)).toEqual([
    '?|dossiers_resolved',
    '?|KSTT-06a/G02-CT23/resolved_early',
    'KSTT06-R4|KSTT-06a/G02-CT23/received_online',
  ])
})

test('a figure is asked about only while the revision stands returned, and unknown places are left out', () => {
  expect(questionedFigures(sentBack(['gone_since']), null)).toEqual([])
  const { standing } = sentBack(['dossiers_resolved']).sheet
  const answered = bookOf(
    { ...book.sheet, standing: { ...standing, state: 'submitted' } },
    book.index.catalogue,
  )
  expect(questionedFigures(answered, null)).toEqual([])
})
