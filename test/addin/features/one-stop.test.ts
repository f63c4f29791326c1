// Dossiers of the one-stop software on their way into the unit's table, on the real server: what is matched, what the person
// still has to say, what the table holds afterwards.
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkNow } from '../../../addin/features/check/checking.ts'
import { identify, loadBook } from '../../../addin/features/fill/opening.ts'
import { fillTable, goOnWithTable, importFile } from '../../../addin/features/one-stop/importing.ts'
import {
  dividedKey,
  division,
  dossierTable,
  fieldOf,
  partsOf,
  tableOf,
  undecided,
  withTable,
} from '../../../addin/features/one-stop/matching.ts'
import { initialOneStop } from '../../../addin/features/one-stop/state.ts'
import type { Store } from '../../../addin/features/store.ts'
import { upload } from '../../../addin/features/upload/uploading.ts'
import { cellToWire, emptyContent } from '../../../shared/content.ts'
import { columns06a, columns07a, exported, spread, totalLine } from '../../fixtures/one-stop.ts'
import { bareWorkbook, typedInto } from '../../fixtures/xlsx.ts'
import { workbookOf } from './desk-in-node.ts'
import { april, offices } from './office-in-node.ts'
import { book } from './qltm.ts'

const office = offices()
let store: Store
beforeEach(async () => {
  store = office().store
  await office().signIn('qltm')
  store.dispatch({ type: 'placed', place: 'alone' })
  await loadBook(store, april)
})

const cells = {
  ...{ received_online: 230, received_direct: 2, carried_over: 4, resolved_early: 220 },
  ...{ resolved_on_time: 9, resolved_late: 0, pending_in_time: 7, pending_overdue: 0 },
}
const line = (ordinal: number, label: string) => ({ ordinal, label, cells: spread(cells) })
const lines = [line(1, 'Xúc tiến thương mại'), line(2, 'Khuyến mại và hội chợ'), line(3, 'Điện')]
const fileOf = (columns: typeof columns06a) =>
  new File(
    [bareWorkbook(exported({ columns, lines: [...lines, totalLine(lines)] }))],
    'thang-4.xlsx',
  )
const promotion = 'G02-CT23'

async function imported(columns = columns06a) {
  await importFile(store, fileOf(columns))
  const { oneStop } = store.state()
  if (!oneStop.imported) throw new Error(oneStop.refused?.why)
  const form = dossierTable(book)
  if (!form) throw new Error('no table')
  return { dossiers: oneStop.imported.dossiers, form }
}

describe('an export', () => {
  test('goes to the unit’s own fields; a name nobody knows waits for the person, other units’ lines are left out', async () => {
    const { dossiers } = await imported()
    const said = store.state().oneStop
    const [own, strange, theirs] = dossiers.lines
    if (!own || !strange || !theirs) throw new Error('three lines')
    expect([own, strange, theirs].map(one => fieldOf(said, one))).toEqual([
      promotion,
      undefined,
      null,
    ])
    expect(undecided(said, dossiers).map(({ label }) => label)).toEqual(['Khuyến mại và hội chợ'])
  })

  test('two lines of one field are added up; the totals of the file never become figures', async () => {
    const { dossiers, form } = await imported()
    const strange = dossiers.lines[1]
    if (!strange) throw new Error('two lines')
    store.dispatch({ type: 'line-matched', row: strange.row, field: promotion })
    const table = tableOf(store.state().oneStop, dossiers, form)
    const doubled = Object.entries(cells).map(([key, figure]) => [key, 2 * figure])
    expect(Object.fromEntries(table.get(promotion) ?? [])).toEqual(Object.fromEntries(doubled))
    expect([...table.keys()]).toEqual([promotion])
  })

  test('a column that one of two lines of a field leaves blank stays blank: part of a sum is no sum', async () => {
    const { dossiers, form } = await imported()
    const [own, strange] = dossiers.lines
    if (!own || !strange) throw new Error('two lines')
    const { pending_overdue: _, ...rest } = strange.cells
    const lines = [own, { ...strange, cells: rest }]
    store.dispatch({ type: 'line-matched', row: strange.row, field: promotion })
    const row = tableOf(store.state().oneStop, { ...dossiers, lines }, form).get(promotion)
    expect(row?.has('pending_overdue')).toBe(false)
    expect(row?.get('pending_in_time')).toBe(2 * cells.pending_in_time)
  })

  test('columns a field has as one are divided over all of its lines, or not where one leaves them blank', async () => {
    const { dossiers } = await imported(columns07a)
    const [own, strange] = dossiers.lines
    if (!own || !strange) throw new Error('two lines')
    store.dispatch({ type: 'line-matched', row: strange.row, field: promotion })
    const sums = (second: typeof strange) =>
      partsOf(store.state().oneStop, { ...dossiers, lines: [own, second] }).map(one => one.sum)
    expect(sums(strange)).toEqual(own.undivided.map(one => 2 * one.sum))
    expect(sums({ ...strange, undivided: [] })).toEqual([])
  })

  test('as read it gives what the server’s own table says', async () => {
    const { dossiers, form } = await imported()
    const table = tableOf(initialOneStop, dossiers, form)
    const wire = Object.fromEntries([...table].map(([f, row]) => [f, Object.fromEntries(row)]))
    expect(wire).toEqual(dossiers.table)
  })

  test('in the old layout, columns it has as one stay blank until the person divides them', async () => {
    const { dossiers, form } = await imported(columns07a)
    const open = () => tableOf(store.state().oneStop, dossiers, form).get(promotion)
    expect(open()?.has('received_online')).toBe(false)
    const fresh = partsOf(initialOneStop, dossiers).find(({ columns }) =>
      columns.includes('received_online'),
    )
    if (!fresh) throw new Error('nothing to divide')
    store.dispatch({
      type: 'figure-divided',
      key: dividedKey(fresh, 'received_online'),
      text: '230',
    })
    expect([open()?.get('received_online'), open()?.get('received_direct')]).toEqual([230, 2])
  })

  test('that is none is refused in the server’s words', async () => {
    await importFile(store, new File(['<html>'], 'thang-4.xls'))
    expect(store.state().oneStop.refused).toMatchObject({ name: 'thang-4.xls' })
    expect(store.state().oneStop.refused?.why).toMatch(/HTML/u)
  })
})

test('a figure divides into whole parts that add up to it, or not at all', () => {
  const parts = { field: 'f', heading: '', columns: ['a', 'b', 'c'], sum: 12 }
  const text = fc.oneof(
    fc.integer({ min: -3, max: 20 }).map(String),
    fc.constant('x'),
    fc.constant(''),
  )
  fc.assert(
    fc.property(text, text, (a, b) => {
      const divided = new Map([
        [dividedKey(parts, 'a'), a],
        [dividedKey(parts, 'b'), b],
      ])
      const found = division({ chosen: new Map(), divided }, parts)
      const fits = /^\d+$/u.test(a) && /^\d+$/u.test(b) && Number(a) + Number(b) <= 12
      expect(found !== null).toBe(fits)
      if (found) expect([...found.values()].reduce((sum, n) => sum + n, 0)).toBe(12)
    }),
  )
})

describe('the table', () => {
  const says = (content: ReturnType<typeof withTable>) =>
    Object.fromEntries(
      [...(content.tables.get('KSTT-06a')?.get(promotion) ?? [])].map(([key, cell]) => [
        key,
        cellToWire(cell),
      ]),
    )

  test('without a workbook: the newest revision with the imported field in it is checked as a file is', async () => {
    await imported()
    goOnWithTable(store)
    const { read } = store.state().upload
    expect(read).toMatchObject({ kind: 'dossiers', basedOn: 1, dossiers: 'thang-4.xlsx' })
    if (!read) throw new Error('nothing read')
    expect(says(read.review.reading.content)).toEqual(cells)
    // Biểu 3 and 7 still say what the earlier table did
    expect(read.review.outcome.results.some(({ severity }) => severity === 'error')).toBe(true)
    const { figures } = read.review.reading.content
    expect(figures).toEqual(store.state().fill.book?.current?.figures)
  })

  test('after an uploaded form it goes into that form’s figures', async () => {
    const { content } = await store.api.sheetWorkbook(april, 'qltm')
    const bytes = new Uint8Array(await content.arrayBuffer())
    const mended = typedInto(bytes, { 'Biểu 3': { E34: 229 } })
    await upload(store, new File([mended], 'bieu.xlsx'))
    expect(store.state().upload.refused).toBeNull()
    await imported()
    goOnWithTable(store)
    expect(store.state().upload.read).toMatchObject({
      kind: 'sheet',
      name: 'bieu.xlsx',
      dossiers: 'thang-4.xlsx',
    })
    const { figures, tables } = store.state().upload.read?.review.reading.content ?? emptyContent
    expect(figures.get('dossiers_resolved')).toMatchObject({ value: 229 })
    expect(tables.get('KSTT-06a')?.get(promotion)?.get('resolved_early')).toMatchObject({
      value: cells.resolved_early,
    })
  })

  test('beside a workbook only the cells of the table are written, and only those that change', async () => {
    const sheets = workbookOf()
    const written: string[] = []
    office().workbook = {
      ...sheets.workbook,
      write: async (_, writes) => {
        written.push(
          ...writes.map(
            ({ sheet, cell, content }) => `${sheet} ${cell} ${JSON.stringify(content)}`,
          ),
        )
        return { before: writes, left: [] }
      },
    }
    store.dispatch({ type: 'placed', place: 'workbook' })
    await identify(store, office().workbook ?? sheets.workbook)
    const { dossiers, form } = await imported()
    const review = await checkNow(store)
    if (!review) throw new Error('not read')
    const table = tableOf(store.state().oneStop, dossiers, form)
    const next = withTable(review.reading.content, form, table)
    await fillTable(store, book, review, next, form.id)
    expect(written).toEqual([
      'Biểu II.06a D10 {"number":230}',
      'Biểu II.06a E10 {"number":2}',
      'Biểu II.06a F10 {"number":4}',
      'Biểu II.06a H10 {"number":220}',
      'Biểu II.06a I10 {"number":9}',
      'Biểu II.06a L10 {"number":7}',
    ])
    expect(store.state().fill.written).toMatchObject({ what: { kind: 'file' }, cells: 6 })
  })
})
