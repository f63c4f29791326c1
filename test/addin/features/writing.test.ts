// Commands of the Điền tab on a real Office.js client: what is written, what the pane then knows, and the way back.
import { afterEach, expect, test, vi } from 'vitest'
import { answerWrite } from '../../../addin/features/fill/answering.ts'
import { attend } from '../../../addin/features/fill/attending.ts'
import { openForms } from '../../../addin/features/fill/opening.ts'
import { undo, write } from '../../../addin/features/fill/writing.ts'
import { cellArea } from '../../../addin/preview/workbook/workbook.ts'
import { at, sheetNamed, startExcel } from '../host/excel-in-node.ts'
import { openPane, server, workbookOf } from './desk-in-node.ts'

const resolved = { sheet: 'Biểu 3', cell: 'E34' }
const what = { kind: 'answer', label: 'Biểu 3 · 3.1.1', cell: 'E34', says: 'none' } as const

async function desk() {
  const excel = startExcel()
  const store = await openPane(server(), { ...workbookOf('empty'), workbook: excel.ours })
  await openForms(store)
  excel.takeSyncs()
  const held = () => sheetNamed(excel, resolved.sheet).content(...at(resolved.cell))
  const none = answerWrite(resolved, 'none')
  if (!none) throw new Error('no answer')
  return { excel, store, held, give: () => write(store, what, [none]) }
}

test('an answer is in the cell and in the figures, and comes back by one command', async () => {
  const { store, held, give } = await desk()
  const figure = () => store.state().check.review?.values.figure('dossiers_resolved')
  await give()
  expect([held(), figure()]).toEqual(['Không phát sinh', { state: 'none' }])
  expect(store.state().fill.written).toMatchObject({ what, cells: 1, left: 0, undone: false })
  await undo(store)
  expect([held(), figure()]).toEqual([255, { state: 'number', value: 255 }])
  expect(store.state().fill.written).toMatchObject({ undone: true, undo: null })
  // nothing more to undo
  await undo(store)
  expect(held()).toBe(255)
})

test('what was typed since is kept and said', async () => {
  const { excel, store, held, give } = await desk()
  await give()
  excel.workbook.type(sheetNamed(excel, 'Biểu 3'), ...at('E34'), '260')
  await undo(store)
  expect(held()).toBe(260)
  expect(store.state().fill.written).toMatchObject({ cells: 0, left: 1 })
})

test('two presses at once write once', async () => {
  const { excel, store, give } = await desk()
  await Promise.all([give(), give()])
  // writing once and reading once
  expect(excel.takeSyncs()).toBe(4)
  await undo(store)
  expect(store.state().fill.written).toMatchObject({ cells: 1 })
})

test('a locked cell is trouble in words, and nothing is written', async () => {
  const { excel, store, held, give } = await desk()
  sheetNamed(excel, 'Biểu 3').grid.paint(cellArea(...at('E34')), { locked: true })
  await give()
  expect(held()).toBe(255)
  expect(store.state().fill).toMatchObject({
    hostTrouble: 'protected',
    writing: false,
    written: null,
  })
})

test('opening the forms anew leaves nothing to undo', async () => {
  const { store, give } = await desk()
  await give()
  await openForms(store)
  expect(store.state().fill.written).toBeNull()
})

afterEach(() => vi.useRealTimers())

test('the card follows when the person stops, without asking the workbook', async () => {
  const { excel, store } = await desk()
  const stop = attend(store, excel.ours)
  // the handlers are there once the queue has passed them
  await excel.ours.identify()
  await excel.ours.identify()
  excel.takeSyncs()
  const seen: unknown[] = []
  store.subscribe(() => seen.push(store.state().fill.selection))
  vi.useFakeTimers()
  const tab = sheetNamed(excel, 'Biểu 3')
  for (const row of [30, 31, 32, 33]) excel.workbook.select(tab, cellArea(row, 4))
  await vi.advanceTimersByTimeAsync(140)
  expect(seen).toEqual([])
  await vi.advanceTimersByTimeAsync(20)
  expect(seen).toEqual([{ sheet: 'Biểu 3', row: 34, column: 5 }])
  expect(excel.takeSyncs()).toBe(0)
  stop()
})
