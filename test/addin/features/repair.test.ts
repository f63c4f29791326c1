// Pastes and damaged workbooks as the pane sees them, over Microsoft's own client: reported as one thing, mended on a press,
// taken back on another, and no typed figure lost by rebuilding.
import { beforeEach, describe, expect, test } from 'vitest'
import { connect } from '../../../addin/api.ts'
import { checkNow } from '../../../addin/features/check/checking.ts'
import { bookOf } from '../../../addin/features/fill/book.ts'
import { identify, openForms } from '../../../addin/features/fill/opening.ts'
import { convert, restoreLooks, takeBack } from '../../../addin/features/repair/mending.ts'
import { sentenceOf } from '../../../addin/features/repair/pasted-line.tsx'
import {
  diagnoseNow,
  protectAgain,
  rebuild,
  searchFigures,
} from '../../../addin/features/repair/rebuilding.ts'
import { lookAt } from '../../../addin/features/repair/watching.ts'
import { createStore, type Store } from '../../../addin/features/store.ts'
import type { Change } from '../../../addin/host/port.ts'
import { at, type Running, sheetNamed, startExcel } from '../host/excel-in-node.ts'
import { book } from './qltm.ts'

type Desk = { store: Store; excel: Running; changes: { sheet: string; change: Change }[] }
let desk: Desk

/** A pane beside a workbook with the forms of revision 1. */
async function open(opened = book): Promise<Desk> {
  const excel = startExcel()
  const kept = { read: () => null, write: () => {} }
  const store = createStore(connect, kept, () => excel.ours)
  store.dispatch({ type: 'placed', place: 'workbook' })
  store.dispatch({ type: 'book-opened', book: opened })
  await openForms(store)
  const changes: Desk['changes'] = []
  await excel.ours.watchChanges((sheet, change) => changes.push({ sheet, change }))
  return { store, excel, changes }
}
beforeEach(async () => {
  desk = await open()
})

const layout = book.sheets.find(({ form }) => form === 'KSTT-06a')
if (!layout) throw new Error('no II.06a')
const sheet = () => sheetNamed(desk.excel, layout.sheet)
/** The first cell of two input columns side by side. */
const [row, column] = at(layout.inputs[0]?.address.split(':')[0] ?? '')
const repair = () => desk.store.state().repair
const content = (right = 0) => sheet().content(row, column + right)

/** Pastes and lets the pane look, as it does after a burst. */
async function paste(tsv: string): Promise<void> {
  desk.excel.workbook.paste(sheet(), row, column, tsv)
  await new Promise(resolve => setTimeout(resolve, 20))
  await lookAt(desk.store, desk.changes.splice(0))
}
/** Text in cells as a PDF leaves them: Excel of a Vietnamese office would read "1.234" as a number when pasted. */
async function pasteText(...texts: readonly string[]): Promise<void> {
  desk.excel.workbook.paste(sheet(), row, column, texts.map(text => `'${text}`).join('\t'))
  await new Promise(resolve => setTimeout(resolve, 20))
  await lookAt(desk.store, desk.changes.splice(0))
}

describe('a percentage pasted as a part of one', () => {
  const centre = bookOf({ ...book.sheet, unit: 'ttkc', current: null }, { ...book.index.catalogue })
  const rate = { form: 'CCHC-6', row: 'psu_self_financing' }
  const form = centre.sheets.find(one => one.form === rate.form)
  const cell = form?.cellOf(rate) ?? ''
  const [line, across] = at(cell)
  const held = () => sheetNamed(desk.excel, form?.sheet ?? '').content(line, across)
  async function put(text: string): Promise<void> {
    desk = await open(centre)
    desk.excel.workbook.paste(sheetNamed(desk.excel, form?.sheet ?? ''), line, across, text)
    await new Promise(resolve => setTimeout(resolve, 20))
    await lookAt(desk.store, desk.changes.splice(0))
  }

  test('is asked about, becomes the percentage on a press, and the number again on another', async () => {
    await put('0,625')
    const { pasted } = repair()
    if (!pasted) throw new Error('nothing reported')
    expect(sentenceOf(pasted)).toContain(`Ô ${cell}: tỷ lệ ghi dưới dạng phần của 1`)
    expect(pasted.fractions).toMatchObject([{ cell, value: 0.625, readings: [62.5] }])
    await convert(desk.store, pasted.fractions, 0)
    expect(held()).toBe(62.5)
    expect(repair().pasted?.fractions).toEqual([])
    await takeBack(desk.store)
    expect(held()).toBe(0.625)
  })

  test.each(['62,5', '1', '0', '100'])('%s is a percentage already', async text => {
    await put(text)
    expect(repair().pasted?.fractions ?? []).toEqual([])
  })
})

describe('a paste', () => {
  test('is reported as one thing, and nothing is written', async () => {
    const written: string[] = []
    desk.excel.workbook.onChange(({ kind, source }) => {
      if (source === 'api') written.push(kind)
    })
    await paste("-5\tba mươi\n'12\t7")
    const { pasted } = repair()
    if (!pasted) throw new Error('nothing reported')
    expect(sentenceOf(pasted)).toBe(
      'Vừa dán 4 ô: 1 số dạng chữ, 1 ô không phải số, 1 số âm, 4 ô bị khóa lại, 4 ô mất định dạng, 4 ô mất gợi ý nhập.',
    )
    expect(pasted.negative.map(({ value }) => value)).toEqual([-5])
    expect(written).toEqual([])
  })

  test('its looks are restored by one press, figures stay', async () => {
    await paste('11\t12')
    await restoreLooks(desk.store)
    expect(repair().pasted).toMatchObject({ locked: [], restyled: [], unguarded: [], count: 2 })
    expect([content(), content(1)]).toEqual([11, 12])
    expect(sheet().format(row, column).locked).toBe(false)
    expect(sheet().guard.isProtected).toBe(true)
  })

  test('texts become the numbers they mean, and come back with Hoàn tác', async () => {
    await pasteText('1.234,5', '02')
    const cells = repair().pasted?.textNumbers ?? []
    expect(cells.map(({ readings }) => readings)).toEqual([[1234.5], [2]])
    await convert(desk.store, cells, 0)
    expect([content(), content(1)]).toEqual([1234.5, 2])
    expect(repair().undo?.changes).toHaveLength(2)
    expect(repair().pasted?.textNumbers).toEqual([])
    // restoring looks in between does not take the way back away
    await restoreLooks(desk.store)
    await takeBack(desk.store)
    expect([content(), content(1)]).toEqual(['1.234,5', '02'])
    expect(repair().pasted?.textNumbers).toEqual([])
    expect(repair().undo).toBeNull()
  })

  test.each([
    [0, 1234],
    [1, 1.234],
  ] as const)('“1.234” is asked about; reading %i is %d', async (reading, number) => {
    await pasteText('1.234')
    const cells = repair().pasted?.textNumbers ?? []
    expect(cells[0]?.readings).toEqual([1234, 1.234])
    await convert(desk.store, cells, reading)
    expect(content()).toBe(number)
  })

  test('a number in a cell formatted as text becomes a number, because its format is mended first', async () => {
    await pasteText('02')
    sheet().grid.paint({ row, column, rows: 1, columns: 1 }, { numberFormat: '@' })
    await convert(desk.store, repair().pasted?.textNumbers ?? [], 0)
    expect(content()).toBe(2)
    expect(sheet().format(row, column).numberFormat).toBe('#,##0')
  })

  test('a cell somebody changed first is left alone and named', async () => {
    await pasteText('02', '03')
    const cells = repair().pasted?.textNumbers ?? []
    desk.excel.workbook.acting('remote', () => sheet().grid.enter(row, column + 1, 99, ''))
    await convert(desk.store, cells, 0)
    expect([content(), content(1)]).toEqual([2, 99])
    expect(repair().skipped).toEqual([cells[1]?.cell])
  })

  test('mended by hand, the report goes away', async () => {
    await pasteText('02')
    await restoreLooks(desk.store)
    expect(repair().pasted?.textNumbers).toHaveLength(1)
    desk.excel.workbook.type(sheet(), row, column, '2')
    await new Promise(resolve => setTimeout(resolve, 20))
    await lookAt(desk.store, desk.changes.splice(0))
    expect(repair().pasted).toBeNull()
  })

  test('typing and deleting are no news', async () => {
    desk.excel.workbook.type(sheet(), row, column, '8')
    desk.excel.workbook.erase(sheet(), { row, column, rows: 1, columns: 2 })
    await new Promise(resolve => setTimeout(resolve, 20))
    await lookAt(desk.store, desk.changes.splice(0))
    expect(repair().pasted).toBeNull()
  })

  test('what a co-author did is told as theirs', async () => {
    desk.excel.workbook.acting('remote', () =>
      sheet().write({ row, column, rows: 1, columns: 2 }, [[1, 2]]),
    )
    await new Promise(resolve => setTimeout(resolve, 20))
    await lookAt(desk.store, desk.changes.splice(0))
    const { pasted } = repair()
    expect(pasted?.remote).toBe(true)
    expect(pasted && sentenceOf(pasted)).toMatch(/^Người khác vừa sửa .* không bị ghi đè\.$/u)
  })
})

/** A person takes the protection off and does something to the sheet. */
async function byHand(work: (of: Excel.Worksheet) => void): Promise<void> {
  desk.excel.workbook.unprotect(sheet())
  await desk.excel.Excel.run(async context => {
    work(context.workbook.worksheets.getItem(sheet().name))
    await context.sync()
  })
}

describe('a damaged workbook', () => {
  test('rows inserted into a table: told, searched, rebuilt with what was typed and not submitted', async () => {
    desk.excel.workbook.type(sheet(), row, column, '4711')
    await byHand(of => of.getRange(`${row + 1}:${row + 1}`).insert('Down'))
    await checkNow(desk.store)
    expect(desk.store.state().fill.hostTrouble).toBe('sheets-damaged')
    await diagnoseNow(desk.store)
    const harmed = repair().sheets?.filter(({ damage }) => damage !== null)
    expect(harmed?.map(({ form }) => form)).toEqual(['KSTT-06a'])
    await searchFigures(desk.store)
    const written = desk.store.state().repair.salvage
    expect(written?.missing).toEqual([])
    expect(written?.moved.length).toBeGreaterThan(0)
    await rebuild(desk.store)
    expect(desk.store.state().fill.hostTrouble).toBeNull()
    expect(content()).toBe(4711)
    expect(desk.store.state().fill.identity?.revision).toBe(1)
    expect(sheet().guard.isProtected).toBe(true)
  })

  test('what cannot be read, or in two ways, keeps its words', async () => {
    desk.excel.workbook.type(sheet(), row, column, 'ba mươi')
    desk.excel.workbook.type(sheet(), row, column + 1, "'1.234")
    await byHand(of => of.getRange('1:1').insert('Down'))
    await searchFigures(desk.store)
    await rebuild(desk.store)
    expect([content(), content(1)]).toEqual(['ba mươi', '1.234'])
  })

  test('a deleted sheet comes back with the figures of the revision it stood on', async () => {
    const before = content()
    desk.excel.workbook.deleteSheet(sheet())
    await searchFigures(desk.store)
    expect(repair().salvage?.missing.length).toBeGreaterThan(0)
    await rebuild(desk.store)
    expect(content()).toBe(before)
  })

  test('a colleague typing between looking and pressing is not overwritten', async () => {
    await byHand(of => of.getRange('1:1').insert('Down'))
    await searchFigures(desk.store)
    desk.excel.workbook.acting('remote', () =>
      sheet().write({ row: row + 1, column, rows: 1, columns: 1 }, [[77]]),
    )
    await rebuild(desk.store)
    expect(repair().changedMeanwhile).toBe(true)
    expect(sheet().content(row + 1, column)).toBe(77)
    await rebuild(desk.store)
    expect(content()).toBe(77)
  })

  test('figures of another unit or period are never carried over', async () => {
    const identity = { ...book.identity, period: '2025-M03' }
    desk.store.dispatch({ type: 'identified', identity })
    await searchFigures(desk.store)
    expect(repair().salvage).toBeNull()
  })

  test('an open sheet is protected again on a press', async () => {
    desk.excel.workbook.unprotect(sheet())
    await diagnoseNow(desk.store)
    const open_ = repair().sheets?.filter(({ marks }) => marks.includes('unprotected'))
    expect(open_?.map(({ form }) => form)).toEqual(['KSTT-06a'])
    await protectAgain(desk.store)
    expect(sheet().guard.isProtected).toBe(true)
    expect(repair().sheets?.flatMap(({ marks }) => marks)).toEqual([])
  })
})

test('a workbook of an older catalogue: figures go to the same indicator in the new forms', async () => {
  // the new catalogue has one indicator more, at the top of Biểu 3, so every row stands lower
  const { catalogue } = book.index
  const newer = {
    ...catalogue,
    id: 'sct-2025.2',
    forms: catalogue.forms.map(form => {
      const [first] = form.layout === 'indicators' && form.id === 'CCHC-3' ? form.rows : []
      if (form.layout !== 'indicators' || !first) return form
      const added = { ...first, key: 'newly_asked', code: '3.0', name: 'Chỉ tiêu mới' }
      return { ...form, rows: [added, ...form.rows] }
    }),
  }
  const next = bookOf({ ...book.sheet, catalogue: 'sct-2025.2', current: null }, newer)
  const indicator = { form: 'CCHC-3', row: 'dossiers_resolved' }
  const cellIn = (of: typeof book) =>
    at(of.sheets.find(({ form }) => form === 'CCHC-3')?.cellOf(indicator) ?? '')
  const biggest = sheetNamed(desk.excel, 'Biểu 3')
  desk.excel.workbook.type(biggest, ...cellIn(book), '4711')
  desk.store.dispatch({ type: 'book-opened', book: next })
  await identify(desk.store, desk.excel.ours)
  await searchFigures(desk.store)
  await rebuild(desk.store)
  expect(cellIn(next)).not.toEqual(cellIn(book))
  expect(biggest.content(...cellIn(next))).toBe(4711)
  expect(desk.store.state().fill.identity).toMatchObject({ catalogue: 'sct-2025.2', revision: 1 })
})
