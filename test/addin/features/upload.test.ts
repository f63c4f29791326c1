// A filled plain workbook taken in by the pane: what is shown before anything is submitted, what goes out, and what becomes
// of the open sheets.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refused } from '../../../addin/api.ts'
import { checkNow } from '../../../addin/features/check/checking.ts'
import { countsOf, grouped } from '../../../addin/features/check/findings.ts'
import { reviewOf } from '../../../addin/features/check/review.ts'
import { findingsNow } from '../../../addin/features/check/server-findings.ts'
import type { Store } from '../../../addin/features/store.ts'
import { isOutdated } from '../../../addin/features/submit/outdated.ts'
import { type Entering, intoSheets } from '../../../addin/features/upload/entering.ts'
import { reviewOfContent } from '../../../addin/features/upload/file-review.ts'
import { asFile } from '../../../addin/features/upload/standing-in.ts'
import { keepFile, submitFile } from '../../../addin/features/upload/submitting.ts'
import { placesRead, upload } from '../../../addin/features/upload/uploading.ts'
import { type Cell, type Content, contentToWire, type TableRows } from '../../../shared/content.ts'
import { differences } from '../../../shared/differences.ts'
import { noneArising, notReported, numberFigure, quantity } from '../../../shared/figure.ts'
import type { Repair, UploadedSheet } from '../../../shared/protocol.ts'
import type { BlockCells } from '../../../shared/reading.ts'
import { names, openPane, own, server, workbookOf } from './desk-in-node.ts'
import { blocksOf, book, emptyBook, period, typed } from './qltm.ts'

const filled = reviewOf(book, blocksOf(book))
const contentWith = (place: Parameters<typeof typed>[1], value: unknown): Content =>
  reviewOf(book, typed(blocksOf(book), place, value)).reading.content
/** More results than cases: to be explained. */
const digitised = { form: 'CCHC-7', row: 'digit_in_total' }
const odd = contentWith(digitised, (quantity(filled.values.figure(digitised.row)) ?? 0) + 1)
const file = new File(['PK'], 'Biểu CCHC qltm.xlsx')

function sheetOf(content: Content, change: Partial<UploadedSheet> = {}): UploadedSheet {
  const { outcome } = reviewOfContent(book, content)
  return {
    ...{ period: period.period, unit: 'qltm', catalogue: 'sct-2025.1', window: period.window },
    ...{ basedOn: 1, content: contentToWire(content), repairs: [] },
    report: {
      schema: 'cchc-validation-report/1',
      run: { time: '', ruleset: '', trigger: 'check' },
      subject: {
        ...{ agency: '', unit: '', period: '', window: ['', ''], revision: 2, sha256: '' },
      },
      truncated: null,
      ...outcome,
      results: [...outcome.results],
      aggregates: [...outcome.aggregates],
    },
    ...change,
  }
}

/** A pane in a plain browser that was given a file. */
async function taken(content: Content, change: Partial<UploadedSheet> = {}) {
  const house = server()
  house.api.uploadSheet = async () => sheetOf(content, change)
  const store = await openPane(house, workbookOf())
  store.dispatch({ type: 'placed', place: 'alone' })
  await upload(store, file)
  store.dispatch({ type: 'named', names })
  store.dispatch({ type: 'approved', approved: true })
  return { house, store }
}

const found = (store: Store) => {
  const { check } = asFile(store.state())
  return countsOf(grouped(findingsNow(check)), check.reasons)
}
/** Every warning of the file gets a reason of its own. */
function explain(store: Store): void {
  for (const [i, finding] of findingsNow(asFile(store.state()).check).entries())
    if (finding.severity === 'warning')
      store.dispatch({
        type: 'reasoned',
        finding,
        text: `Đợt ${i} kiểm tra thị trường theo kế hoạch số ${i}/KH-SCT`,
      })
}

describe('a file that was read', () => {
  test('is shown and not submitted; one press submits it on the revision it was filled from', async () => {
    const { house, store } = await taken(odd)
    const { read } = store.state().upload
    expect(read && placesRead(read)).toBeGreaterThan(80)
    expect(found(store)).toMatchObject({ errors: 0, unexplained: 1 })
    await submitFile(store)
    expect(house.state.bodies).toEqual([])
    explain(store)
    expect(found(store).unexplained + found(store).errors).toBe(0)
    await submitFile(store)
    const [sent] = house.state.bodies
    expect(sent?.body).toMatchObject({ basedOn: 1, ...names, reasons: [{ rule: 'X-07' }] })
    expect(store.state()).toMatchObject({
      submit: { receipt: { revision: 2 }, pending: null },
      upload: { read: null },
    })
  })

  test('with an error in its figures is not sent, whatever is pressed', async () => {
    const { house, store } = await taken(
      contentWith({ form: 'CCHC-3', row: 'dossiers_resolved' }, 9999),
    )
    explain(store)
    expect(found(store).errors).toBeGreaterThan(0)
    await submitFile(store)
    expect(house.state.bodies).toEqual([])
  })

  test('made from an older revision waits until somebody chooses whose figures go on', async () => {
    const repair = (kind: Repair['kind']): Repair => ({
      ...{ kind, at: null, sheet: null, cell: null, message: kind, needsLook: true },
    })
    const repairs = [repair('outdated'), repair('identity')]
    const { house, store } = await taken(contentWith(own, 7), { basedOn: null, repairs })
    explain(store)
    expect(isOutdated(asFile(store.state()))).toBe(true)
    await submitFile(store)
    expect(house.state.bodies).toEqual([])
    keepFile(store)
    // what has been decided is not told any more, what was put right still is
    expect(store.state().upload.read?.repairs).toEqual([repair('identity')])
    // what was approved stood on another revision
    expect(store.state().submit.approved).toBe(false)
    store.dispatch({ type: 'approved', approved: true })
    await submitFile(store)
    expect(house.state.bodies[0]?.body.basedOn).toBe(1)
  })

  test('that a colleague outran on the way is refused, kept, and can go on top', async () => {
    const { house, store } = await taken(contentWith(own, 7))
    explain(store)
    house.colleague()
    await submitFile(store)
    expect(store.state().upload.read).not.toBeNull()
    expect(isOutdated(asFile(store.state()))).toBe(true)
  })

  test('shows what the server finds when it is submitted, beside its own findings', async () => {
    const { house, store } = await taken(contentWith(own, 7))
    explain(store)
    const before = findingsNow(asFile(store.state()).check).length
    const report = sheetOf(contentWith({ form: 'CCHC-3', row: 'dossiers_resolved' }, 9999)).report
    house.state.problem = { type: 'rules-failed', title: 'x', status: 422, report }
    await submitFile(store)
    expect(findingsNow(asFile(store.state()).check).length).toBeGreaterThan(before)
    // the workbook's own list has nothing to do with it
    expect(store.state().check.fromServer).toBeNull()
  })

  test('goes when the person turns to another period', async () => {
    const { store } = await taken(contentWith(own, 7))
    store.dispatch({ type: 'period-chosen', period: '2025-M03' })
    expect(store.state().upload.read).toBeNull()
  })
})

test('a refusal is told as the server words it, with the name of the file, and the next one takes its place', async () => {
  const house = server()
  const problem = {
    type: 'x',
    title: 'Tệp không dùng được',
    detail: 'Tệp của phòng khác.',
    status: 422,
  }
  house.api.uploadSheet = async () => {
    throw new Refused(problem)
  }
  const store = await openPane(house, workbookOf())
  await upload(store, file)
  expect(store.state().upload).toMatchObject({
    sending: null,
    read: null,
    refused: { name: file.name, why: problem.detail },
  })
  house.api.uploadSheet = async () => sheetOf(filled.reading.content)
  await upload(store, file)
  expect(store.state().upload).toMatchObject({ refused: null, read: { name: file.name } })
})

test('a file this machine cannot read is no trouble of the network', async () => {
  const house = server()
  const store = await openPane(house, workbookOf())
  const held = Object.assign(new File(['PK'], 'a.xlsx'), {
    arrayBuffer: () => Promise.reject(new DOMException('held', 'NotReadableError')),
  })
  await upload(store, held)
  expect(store.state().upload.refused?.why).toMatch(/đóng lại/u)
})

test('submitted beside a workbook, the workbook stays on its revision and is outdated then', async () => {
  const house = server()
  house.api.uploadSheet = async () => sheetOf(contentWith(own, 7))
  const sheets = workbookOf()
  const store = await openPane(house, sheets)
  store.dispatch({ type: 'files-opened', kind: 'sheet' })
  await upload(store, file)
  store.dispatch({ type: 'named', names })
  store.dispatch({ type: 'approved', approved: true })
  explain(store)
  await submitFile(store)
  expect(store.state().submit.receipt?.revision).toBe(2)
  expect(sheets.state.identity?.revision).toBe(1)
  expect(isOutdated(store.state())).toBe(true)
})

// --- into the sheets -------------------------------------------------------------------------

const raw = ({ content }: Entering['write']): unknown =>
  content === null
    ? ''
    : 'number' in content
      ? content.number
      : 'text' in content
        ? content.text
        : ''

/** The blocks of a workbook after these cells were written. */
function rewritten(blocks: ReadonlyMap<string, BlockCells>, list: readonly Entering[]) {
  const written = new Map([...blocks].map(([form, lines]) => [form, lines.map(line => [...line])]))
  for (const { write } of list) {
    const layout = book.sheets.find(({ sheet }) => sheet === write.sheet)
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/u.exec(write.cell) ?? []
    const column = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0)
    const line = layout && written.get(layout.form)?.[Number(row) - layout.block.top]
    if (!layout || !line) throw new Error(`${write.sheet} ${write.cell} is outside`)
    line[column - layout.block.left] = raw(write)
  }
  return written
}

describe('into the sheets', () => {
  const figures = [...filled.reading.content.figures.keys()]

  test('writing what is shown makes the sheets say what the file says, and nothing else changes', () => {
    const cell = fc.oneof(
      fc.integer({ min: 0, max: 9999 }).map((n): Cell => numberFigure(n)),
      fc.constant<Cell>(noneArising),
      fc.constant(undefined),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...figures), cell), changes => {
        const next = new Map(filled.reading.content.figures)
        for (const [key, value] of Object.entries(changes))
          if (value === undefined) next.delete(key)
          else if (value.state !== 'text') next.set(key, value)
        const content = { ...filled.reading.content, figures: next }
        const { entered, cleared } = intoSheets(book, filled, content)
        const now = reviewOf(book, rewritten(filled.blocks, [...entered, ...cleared]))
        expect(differences(book.index, content, now.reading.content)).toEqual([])
        const touched = differences(book.index, filled.reading.content, content)
        expect(entered.length + cleared.length).toBe(touched.length)
      }),
      { numRuns: 40 },
    )
  })

  test('an empty workbook takes everything, lists and words included', () => {
    const empty = reviewOf(emptyBook, blocksOf(emptyBook))
    const { entered, cleared, beyond } = intoSheets(emptyBook, empty, filled.reading.content)
    expect([cleared.length, beyond]).toEqual([0, 0])
    const now = reviewOf(emptyBook, rewritten(empty.blocks, entered))
    expect(differences(book.index, filled.reading.content, now.reading.content)).toEqual([])
  })

  test('what the file leaves blank is kept apart, so that nothing is cleared unasked', () => {
    const less = contentWith(own, '')
    const { entered, cleared } = intoSheets(book, filled, less)
    expect(entered).toEqual([])
    expect(cleared).toMatchObject([{ next: '', write: { content: null } }])
  })

  test('a number kept as text and a text nobody can read are replaced by the figure', () => {
    const words = reviewOf(book, typed(blocksOf(book), own, 'mười hai'))
    const { entered } = intoSheets(book, words, contentWith(own, 12))
    expect(entered).toMatchObject([{ now: 'mười hai', next: '12' }])
  })

  test('members of a list keep their lines; new ones take the empty lines, and what finds none is counted', () => {
    const list = book.index.catalogue.forms.find(
      form => form.layout === 'table' && form.columns.some(column => column.rowKey),
    )
    if (list?.layout !== 'table') throw new Error('no list')
    const before = filled.reading.content.tables.get(list.id) ?? new Map()
    const free = filled.reading.openRows.get(list.id)?.filter(code => code === '').length ?? 0
    expect(free).toBeGreaterThan(0)
    const codes = Array.from({ length: free + 2 }, (_, i) => `1.${String(900_000 + i)}`)
    const rows: TableRows = new Map([...before, ...codes.map(code => [code, new Map()] as const)])
    const content = {
      ...filled.reading.content,
      tables: new Map(filled.reading.content.tables).set(list.id, rows),
    }
    const { entered, cleared, beyond } = intoSheets(book, filled, content)
    expect([entered.length, cleared.length, beyond]).toEqual([free, 0, 2])
    const now = reviewOf(book, rewritten(filled.blocks, entered))
    expect([...(now.reading.content.tables.get(list.id)?.keys() ?? [])]).toEqual([
      ...before.keys(),
      ...codes.slice(0, free),
    ])
  })
})

test('a reason written for the workbook counts for the file with the same figures, and for no others', async () => {
  const house = server()
  house.api.uploadSheet = async () => sheetOf(odd)
  const sheets = workbookOf()
  const store = await openPane(house, sheets)
  sheets.type(digitised, quantity(odd.figures.get(digitised.row) ?? notReported))
  const review = await checkNow(store)
  const finding = review?.outcome.results.find(({ rule }) => rule === 'X-07')
  if (!finding) throw new Error('X-07 found nothing')
  store.dispatch({ type: 'reasoned', finding, text: 'Hai thông báo không có kết quả trả ra' })
  await upload(store, file)
  expect(found(store)).toMatchObject({ unexplained: 0, explained: 1 })
  house.api.uploadSheet = async () => {
    const more = (quantity(odd.figures.get(digitised.row) ?? notReported) ?? 0) + 1
    return sheetOf(contentWith(digitised, more))
  }
  await upload(store, file)
  expect(found(store)).toMatchObject({ unexplained: 1, explained: 0 })
})
