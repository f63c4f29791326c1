// Following the selection and watching for changes: people's and co-authors', never our own, whatever Excel's age.
import { describe, expect, test } from 'vitest'
import { firstCell } from '../../../addin/host/follow-selection.ts'
import type { Selection } from '../../../addin/host/port.ts'
import { createHost, type Host } from '../../../addin/preview/processor/host.ts'
import { cellArea, Workbook } from '../../../addin/preview/workbook/workbook.ts'
import {
  at,
  identityOf,
  noProgress,
  quick,
  settled,
  sheetNamed,
  sheetsOf,
  startExcel,
} from './excel-in-node.ts'

/** An Excel before 1.14 does not say which add-in made a change. */
function hostOf(apiLevel: string): Host {
  const host = createHost(new Workbook(), { apiLevel })
  if (host.isSetSupported('ExcelApi', '1.14')) return host
  const listen = host.listen.bind(host)
  host.listen = receive => listen(text => receive(text.replaceAll('triggerSource', 'notYetThere')))
  return host
}

async function watched(apiLevel: string) {
  const excel = startExcel(hostOf(apiLevel))
  const sheets = sheetsOf('qltm')
  const changes: string[] = []
  const stop = await excel.ours.watchChanges(sheet => changes.push(sheet))
  await excel.ours.layOut(sheets, identityOf('qltm'), noProgress)
  await settled(quick.echo * 3)
  const [layout] = sheets
  const input = layout?.inputs[0]
  if (!layout || !input) throw new Error('nothing to fill')
  return {
    excel,
    sheets,
    changes,
    stop,
    layout,
    cell: at(input.address),
    sheet: sheetNamed(excel, layout.sheet),
  }
}

// 1.14 brought triggerSource; 1.13 does not say whose change it is
describe.each(['1.14', '1.13'])('changes, ExcelApi %s', apiLevel => {
  test('our own drawing is none', async () => {
    const { excel, sheets, changes } = await watched(apiLevel)
    await excel.ours.layOut(sheets, identityOf('qltm'), noProgress)
    await excel.ours.read(sheets)
    await settled(quick.echo * 3)
    expect(changes).toEqual([])
  })

  test('typing and co-authors are', async () => {
    const { excel, changes, layout, sheet, cell } = await watched(apiLevel)
    excel.workbook.type(sheet, ...cell, '7')
    await settled()
    excel.workbook.acting('remote', () => sheet.write(cellArea(...cell), [[8]]))
    await settled()
    expect(changes).toEqual([layout.sheet, layout.sheet])
  })

  test('a co-author’s edit counts even while we draw', async () => {
    const { excel, sheets, changes, layout, sheet, cell } = await watched(apiLevel)
    const drawing = excel.ours.layOut(sheets, identityOf('qltm'), noProgress)
    excel.workbook.acting('remote', () => sheet.write(cellArea(...cell), [[9]]))
    await drawing
    await settled(quick.echo * 3)
    expect(changes).toEqual([layout.sheet])
  })
})

test('a renamed tab keeps our name; a sheet that is not ours says nothing', async () => {
  const { excel, changes, layout, sheet, cell } = await watched('1.14')
  sheet.name = 'Đổi tên'
  excel.workbook.type(sheet, ...cell, '7')
  excel.workbook.type(sheetNamed(excel, 'Sheet1'), 0, 0, 'nháp')
  await settled()
  expect(changes).toEqual([layout.sheet])
})

test('stopped is stopped', async () => {
  const { excel, changes, stop, sheet, cell } = await watched('1.14')
  await stop()
  excel.workbook.type(sheet, ...cell, '7')
  await settled()
  expect(changes).toEqual([])
})

test('typing while a reading runs is not taken for ours', async () => {
  const { excel, sheets, changes, layout, sheet, cell } = await watched('1.14')
  const reading = excel.ours.read(sheets)
  excel.workbook.type(sheet, ...cell, '7')
  await reading
  await settled()
  expect(changes).toEqual([layout.sheet])
})

test('the selection on our sheets, rows and columns from 1', async () => {
  const { excel, layout, sheet } = await watched('1.14')
  const seen: Selection[] = []
  const stop = await excel.ours.followSelection(selection => seen.push(selection))
  excel.workbook.select(sheet, { row: 9, column: 4, rows: 2, columns: 2 })
  excel.workbook.select(sheetNamed(excel, 'Sheet1'), cellArea(3, 3))
  await settled()
  expect(seen).toEqual([{ sheet: layout.sheet, row: 10, column: 5 }])
  await stop()
  excel.workbook.select(sheet, cellArea(10, 4))
  await settled()
  expect(seen).toHaveLength(1)
})

test.each([
  ['E10', 10, 5],
  ['$AB$7:$AC$9', 7, 28],
  ["'Biểu 3'!E10", 10, 5],
  ['C:D', 1, 3],
  ['7:9', 7, 1],
  ['B2,D4', 2, 2],
])('%s begins in row %i, column %i', (address, row, column) => {
  expect(firstCell(address)).toEqual({ row, column })
})

test('what is no address is no cell', () => {
  expect(firstCell('')).toBeUndefined()
  expect(firstCell('#REF!')).toBeUndefined()
})
