// Reading finds its blocks by name whatever people did to the tabs, and says so when a block is gone or has another size.
import { expect, test } from 'vitest'
import type { BlockCells } from '../../../shared/reading.ts'
import { at, laidOut, type Running, sheetNamed } from './excel-in-node.ts'

const first = async () => {
  const { excel, sheets } = await laidOut('qltm')
  const [layout] = sheets
  if (!layout) throw new Error('nothing laid out')
  const name = excel.workbook.names.find(layout.block.name, '')
  if (!name) throw new Error('no name')
  const sheet = sheetNamed(excel, layout.sheet)
  const read = async (): Promise<BlockCells | undefined> =>
    (await excel.ours.read(sheets)).get(layout.form)
  return { excel, sheets, layout, name, sheet, read }
}

type First = Awaited<ReturnType<typeof first>>

/** What the add-in itself changed while `work` ran. */
async function ownChanges({ workbook }: Running, work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = []
  const stop = workbook.onChange(({ kind, source }) => {
    if (source === 'api') seen.push(kind)
  })
  await work()
  stop()
  return seen
}

test('a block has the size of its layout, row by row', async () => {
  const { excel, sheets } = await laidOut('qltm')
  const blocks = await excel.ours.read(sheets)
  expect([...blocks.keys()]).toEqual(sheets.map(({ form }) => form))
  for (const { form, block } of sheets) {
    const cells = blocks.get(form) ?? []
    expect(cells.map(row => row.length)).toEqual(Array(block.rows).fill(block.columns))
  }
})

test('a renamed tab is still read', async () => {
  const { sheet, read } = await first()
  const before = await read()
  sheet.name = 'Biểu của phòng'
  expect(await read()).toEqual(before)
})

test.each([
  ['gone', ({ excel, name }: First) => excel.workbook.names.remove(name)],
  ['broken', ({ name }: First) => void Object.assign(name, { formula: '=#REF!' })],
])('with its name %s the block is read by sheet and address', async (_how, harm) => {
  const it = await first()
  const before = await it.read()
  harm(it)
  expect(await it.read()).toEqual(before)
})

const damages: readonly [string, (it: First) => void][] = [
  [
    'name and tab are gone',
    ({ excel, name, sheet }) => {
      excel.workbook.names.remove(name)
      sheet.name = 'Khác'
    },
  ],
  ['the sheet was deleted', ({ excel, sheet }) => excel.workbook.deleteSheet(sheet)],
  [
    'a row was added',
    ({ name, layout }) => {
      const last = layout.block.top + layout.block.rows - 1
      name.formula = name.formula.replace(`$${last}`, `$${last + 1}`)
    },
  ],
]
test.each(damages)('damage: %s', async (_name, damage) => {
  const it = await first()
  damage(it)
  await expect(it.read()).rejects.toMatchObject({ code: 'sheets-damaged' })
})

test('reading and selecting never write', async () => {
  const { excel, sheets, layout } = await first()
  const kinds = await ownChanges(excel, async () => {
    await excel.ours.identify()
    await excel.ours.read(sheets)
    await excel.ours.select(layout.sheet, layout.block.address.replace(/:.*/u, ''))
  })
  expect(kinds.filter(kind => kind !== 'selected' && !kind.endsWith('activated'))).toEqual([])
})

test('selecting shows the sheet and the cell, renamed or not', async () => {
  const { excel, sheets } = await first()
  const last = sheets.at(-1)
  if (!last) throw new Error('nothing laid out')
  const sheet = sheetNamed(excel, last.sheet)
  sheet.name = 'Đổi tên'
  await excel.ours.select(last.sheet, 'C9')
  expect(excel.workbook.activeSheet).toBe(sheet)
  const { row, column } = excel.workbook.selection()
  expect([row, column]).toEqual(at('C9'))
})

test('selecting on a sheet that is gone is damage', async () => {
  const { excel } = await first()
  await expect(excel.ours.select('Biểu 99', 'A1')).rejects.toMatchObject({
    code: 'sheets-damaged',
    officeCode: 'ItemNotFound',
  })
})
