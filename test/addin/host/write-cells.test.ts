// Writing into input cells on command: found by the block's name, all or nothing, undone without losing later work.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CellContent, CellWrite } from '../../../addin/host/port.ts'
import { type Area, cellArea } from '../../../addin/preview/workbook/workbook.ts'
import { cellOf, notApplicable, readFigure } from '../../../shared/figure.ts'
import { at, laidOut, type Running, sheetNamed, sheetsOf } from './excel-in-node.ts'

const sheet = 'Biểu 3'
/** 3.1.1 and 3.1.2, below one another */
const [resolved, onTime] = ['E34', 'E35']
const put = (cell: string, content: CellContent, over?: CellContent): CellWrite => ({
  sheet,
  cell,
  content,
  ...(over === undefined ? {} : { over }),
})
/** Written first, were it not all or nothing. */
const elsewhere: CellWrite = {
  sheet: 'Biểu 2',
  cell: sheetsOf('qltm').find(layout => layout.sheet === 'Biểu 2')?.inputs[0]?.address ?? '',
  content: { number: 1 },
}
const held = (excel: Running, address: string, title = sheet) =>
  sheetNamed(excel, title).content(...at(address))
const formula = (excel: Running, address: string) =>
  sheetNamed(excel, sheet).formula(...at(address))
const type = (excel: Running, address: string, text: string) =>
  excel.workbook.type(sheetNamed(excel, sheet), ...at(address), text)

test('a number, words and nothing, in two syncs whatever the number of cells', async () => {
  const { excel, sheets } = await laidOut('qltm')
  const other = sheets.find(layout => layout.sheet === 'Biểu 7')?.inputs[0]?.address ?? ''
  await excel.ours.write(sheets, [
    put(resolved, { text: 'Không phát sinh' }),
    put(onTime, null),
    { sheet: 'Biểu 7', cell: other, content: { number: 12.5 } },
  ])
  expect(excel.takeSyncs()).toBe(2)
  expect([held(excel, resolved), held(excel, onTime), held(excel, other, 'Biểu 7')]).toEqual([
    'Không phát sinh',
    '',
    12.5,
  ])
})

test('cells between those that are written keep what they hold, formulas and words too', async () => {
  const { excel, sheets } = await laidOut('van_phong')
  const [top, bottom] = ['E9', 'E11']
  type(excel, 'E10', '=250+5')
  const before = sheetNamed(excel, sheet).text(...at('E12'))
  await excel.ours.write(sheets, [put(top, { number: 1 }), put(bottom, { number: 3 })])
  expect([top, 'E10', bottom].map(cell => held(excel, cell))).toEqual([1, 255, 3])
  expect(formula(excel, 'E10')).toBe('=250+5')
  expect(sheetNamed(excel, sheet).text(...at('E12'))).toBe(before)
})

test('no range that is written reaches over a locked cell: a real Excel may refuse it', async () => {
  const { excel, sheets } = await laidOut('van_phong')
  const areas: Area[] = []
  excel.workbook.onChange(event => {
    if (event.kind === 'contents' && event.source === 'api') areas.push(event.area)
  })
  const cells = ['E9', 'E11', 'E14', 'E15', 'E39']
  await excel.ours.write(
    sheets,
    cells.map(cell => put(cell, { number: 1 })),
  )
  const written = sheetNamed(excel, sheet)
  const rows = areas.flatMap(({ row, rows: count }) =>
    Array.from({ length: count }, (_, i) => row + i),
  )
  expect(rows.filter(row => written.format(row, 4).locked)).toEqual([])
  // E9 to E11 across an open one, E14 with E15, and E39
  expect(areas.map(({ row, rows: count }) => [row + 1, count])).toEqual([
    [9, 3],
    [14, 2],
    [39, 1],
  ])
})

test('words stay words, whatever Excel would make of them', async () => {
  const { excel, sheets } = await laidOut('qltm')
  for (const text of ['=1+1', '1/2025', '(5)', '3.1', 'TRUE', '-', "'x", '1,5']) {
    await excel.ours.write(sheets, [put(resolved, { text })])
    expect([held(excel, resolved), formula(excel, resolved)]).toEqual([text, ''])
  }
})

test('a state is read back as it was given, for any reason', async () => {
  const { excel, sheets } = await laidOut('qltm')
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  const reasons = words
    .map(text =>
      text
        .normalize('NFC')
        .replace(/[\s\u00a0]+/gu, ' ')
        .trim(),
    )
    // a bracket at the end or a dash at the beginning is taken for punctuation around the reason
    .filter(text => /^[\p{L}\p{N}=+]/u.test(text) && !text.endsWith(')'))
  await fc.assert(
    fc.asyncProperty(reasons, async why => {
      await excel.ours.write(sheets, [put(resolved, { text: String(cellOf(notApplicable(why))) })])
      const reading = readFigure(held(excel, resolved))
      expect(reading).toMatchObject({ ok: true, figure: notApplicable(why) })
    }),
    { numRuns: 60 },
  )
})

test('what was there comes back: a number, a formula, words, nothing', async () => {
  const { excel, sheets } = await laidOut('qltm')
  const undone = async (content: CellContent) => {
    const { before } = await excel.ours.write(sheets, [put(resolved, content)])
    await excel.ours.write(sheets, before)
  }
  for (const text of ['255', '=250+5', '1.234 hồ sơ', "'007", '']) {
    type(excel, resolved, text)
    const before = [held(excel, resolved), formula(excel, resolved)]
    await undone({ text: 'Không phát sinh' })
    expect([held(excel, resolved), formula(excel, resolved)], text).toEqual(before)
    await undone(null)
    expect([held(excel, resolved), formula(excel, resolved)], text).toEqual(before)
  }
})

test('undoing leaves alone what somebody wrote since', async () => {
  const { excel, sheets } = await laidOut('qltm')
  const { before } = await excel.ours.write(sheets, [
    put(resolved, { number: 1 }),
    put(onTime, { number: 1 }),
  ])
  type(excel, onTime, '9')
  const { left } = await excel.ours.write(sheets, before)
  expect(left.map(({ cell }) => cell)).toEqual([onTime])
  expect([held(excel, resolved), held(excel, onTime)]).toEqual([255, 9])
})

test('a blank is filled only while it is blank', async () => {
  const { excel, sheets } = await laidOut('qltm')
  type(excel, onTime, '')
  const { before, left } = await excel.ours.write(sheets, [
    put(resolved, { number: 7 }, null),
    put(onTime, { number: 7 }, null),
  ])
  expect([before.length, left.map(({ cell }) => cell)]).toEqual([1, [resolved]])
  expect([held(excel, resolved), held(excel, onTime)]).toEqual([255, 7])
})

test('the block’s name says where: a renamed tab and rows above do not matter', async () => {
  const { excel, sheets } = await laidOut('qltm')
  const name = excel.workbook.names.find('BM_CCHC_3', '')
  if (!name) throw new Error('no name')
  const tab = sheetNamed(excel, sheet)
  tab.name = 'Biểu ba'
  // as after a row was inserted above the block: the name moves, addresses do not
  name.formula = name.formula
    .replace(sheet, tab.name)
    .replaceAll(/\$(\d+)/gu, (_all, row) => `$${Number(row) + 1}`)
  tab.grid.paint(cellArea(...at('E35')), { locked: false })
  await excel.ours.write(sheets, [put(resolved, { number: 7 })])
  expect(held(excel, 'E35', 'Biểu ba')).toBe(7)
})

const refusals: readonly [string, (it: Running) => void, CellWrite[], string][] = [
  ['a computed cell', () => {}, [put('E33', { number: 1 })], 'protected'],
  ['a heading', () => {}, [put('B33', { text: 'x' })], 'protected'],
  [
    'a sheet that is not ours',
    () => {},
    [{ ...put(resolved, null), sheet: 'Sheet1' }],
    'protected',
  ],
  [
    'a cell that pasting has locked, with all others of the command',
    excel => {
      sheetNamed(excel, sheet).grid.paint(cellArea(...at(onTime)), { locked: true })
    },
    [elsewhere, put(onTime, { number: 1 })],
    'protected',
  ],
  [
    'a block whose name is gone',
    ({ workbook }) => {
      const name = workbook.names.find('BM_CCHC_3', '')
      if (name) workbook.names.remove(name)
    },
    [put(resolved, { number: 1 })],
    'sheets-damaged',
  ],
  [
    'a block with another number of rows',
    ({ workbook }) => {
      const name = workbook.names.find('BM_CCHC_3', '')
      if (name)
        name.formula = name.formula.replace(/\$(\d+)$/u, (_all, row) => `$${Number(row) + 1}`)
    },
    [put(resolved, { number: 1 })],
    'sheets-damaged',
  ],
]
test.each(refusals)('refused, and nothing written: %s', async (_what, harm, writes, code) => {
  const { excel, sheets } = await laidOut('qltm')
  harm(excel)
  const written: string[] = []
  const stop = excel.workbook.onChange(({ kind, source }) => {
    if (source === 'api') written.push(kind)
  })
  await expect(excel.ours.write(sheets, writes)).rejects.toMatchObject({ code })
  stop()
  expect(written).toEqual([])
  expect(held(excel, resolved)).toBe(255)
})
