// Damaged workbooks: every sheet is told what is wrong with it, nothing is read from a wrong line, and what was typed is
// found again by its codes.
import { describe, expect, test } from 'vitest'
import type { Damage, Mark } from '../../../addin/host/port.ts'
import { styles } from '../../../shared/layout/style.ts'
import type { SheetLayout } from '../../../shared/layout.ts'
import { salvage } from '../../../shared/salvage.ts'
import { identityOf, laidOut, noProgress, type Running, sheetNamed } from './excel-in-node.ts'

const opened = async () => {
  const { excel, sheets } = await laidOut('qltm')
  const layout = sheets.find(({ form }) => form === 'CCHC-3')
  if (!layout) throw new Error('no Biểu 3')
  const before = await excel.ours.read(sheets)
  excel.takeSyncs()
  const sheet = sheetNamed(excel, layout.sheet)
  const name = excel.workbook.names.find(layout.block.name, '')
  if (!name) throw new Error('no name')
  return { excel, sheets, layout, sheet, name, before }
}
type Opened = Awaited<ReturnType<typeof opened>>

/** What a person does who has taken the protection off, in Excel's own words. */
const byHand = ({ excel, sheet }: Opened, work: (at: Excel.Worksheet) => void) => {
  if (sheet.guard.isProtected) excel.workbook.unprotect(sheet)
  return excel.Excel.run(async context => {
    work(context.workbook.worksheets.getItem(sheet.name))
    await context.sync()
  })
}
const middle = ({ block }: SheetLayout): number => block.top + 4

const damages: readonly [string, Damage, (it: Opened) => unknown][] = [
  ['a row inserted into the block', 'resized', it => byHand(it, at => at.getRange(`${middle(it.layout)}:${middle(it.layout)}`).insert('Down'))], // biome-ignore format: a table
  ['a row deleted from the block', 'resized', it => byHand(it, at => at.getRange(`${middle(it.layout)}:${middle(it.layout)}`).delete('Up'))], // biome-ignore format: a table
  ['a row inserted above it', 'moved', it => byHand(it, at => at.getRange('2:2').insert('Down'))],
  ['a column inserted before it', 'moved', it => byHand(it, at => at.getRange('C:C').insert('Right'))], // biome-ignore format: a table
  [
    'two lines exchanged',
    'shuffled',
    it =>
      byHand(it, at => {
        const row = middle(it.layout)
        const swap = (from: number, to: number) => {
          const cells = it.layout.rows[from - 1]?.slice(0, 2) ?? []
          at.getRange(`A${to}:B${to}`).formulas = [
            cells.map(({ value }) => (value && 'text' in value ? `'${value.text}` : '')),
          ]
        }
        swap(row, row + 1)
        swap(row + 1, row)
      }),
  ],
  ['the sheet deleted', 'gone', ({ excel, sheet }) => excel.workbook.deleteSheet(sheet)],
  [
    'name and title lost',
    'gone',
    ({ excel, sheet, name }) => {
      excel.workbook.names.remove(name)
      sheet.name = 'Khác'
    },
  ],
]

describe.each(damages)('%s', (_what, damage, harm) => {
  test('is told for its sheet, the others stay as they are, in two messages', async () => {
    const it = await opened()
    await harm(it)
    it.excel.takeSyncs()
    const states = await it.excel.ours.diagnose(it.sheets)
    expect(it.excel.takeSyncs()).toBeLessThanOrEqual(2)
    expect(states.map(state => [state.form, state.damage])).toEqual(
      it.sheets.map(({ form }) => [form, form === it.layout.form ? damage : null]),
    )
    await expect(it.excel.ours.read(it.sheets)).rejects.toMatchObject({
      code: 'sheets-damaged',
      officeCode: `CCHC-3 ${damage}`,
    })
  })

  test('rebuilding from what is found restores every figure that still stands somewhere', async () => {
    const it = await opened()
    const { excel, sheets, before } = it
    await harm(it)
    excel.takeSyncs()
    const found = salvage(sheets, await excel.ours.scan(sheets))
    expect(excel.takeSyncs()).toBeLessThanOrEqual(2)
    const lost = new Set(found.missing.flatMap(({ places }) => places.map(place => place.row)))
    const rows = sheets.find(({ form }) => form === 'CCHC-3')?.rows ?? []
    for (const layout of sheets)
      found.blocks.get(layout.form)?.forEach((line, i) => {
        const place = rows[layout.block.top + i - 1]?.[4]?.place
        if (layout.form === 'CCHC-3' && place && lost.has(place.row)) return
        line.forEach((value, j) => {
          const cell = layout.rows[layout.block.top + i - 1]?.[layout.block.left + j - 1]
          if (cell && styles[cell.style].unlocked)
            expect(value).toBe(before.get(layout.form)?.[i]?.[j])
        })
      })
    await excel.ours.layOut(sheets, identityOf('qltm'), noProgress)
    expect(await excel.ours.read(sheets)).toEqual(before)
    expect((await excel.ours.diagnose(sheets)).every(({ damage: none }) => none === null)).toBe(
      true,
    )
  })
})

const marks: readonly [string, Mark, (it: Opened) => unknown][] = [
  ['a renamed tab', 'renamed', it => (it.sheet.name = 'Biểu của phòng')],
  ['a lost name', 'name-lost', it => it.excel.workbook.names.remove(it.name)],
  ['a broken name', 'name-lost', it => (it.name.formula = '=#REF!')],
  ['protection taken off', 'unprotected', it => it.excel.workbook.unprotect(it.sheet)],
  ['a copy of the sheet', 'copied', it => it.excel.workbook.addSheet(`${it.sheet.name} (2)`)],
  ['a hidden sheet', 'hidden', it => (it.sheet.visibility = 'Hidden')],
]

test.each(marks)('%s is noticed and read all the same', async (_what, mark, harm) => {
  const it = await opened()
  await harm(it)
  expect(await it.excel.ours.read(it.sheets)).toEqual(it.before)
  const states = await it.excel.ours.diagnose(it.sheets)
  expect(states.map(({ form, marks: found }) => [form, found])).toEqual(
    it.sheets.map(({ form }) => [form, form === it.layout.form ? [mark] : []]),
  )
})

test('a copy stands in for an original that is gone', async () => {
  const it = await opened()
  const copy = it.excel.workbook.addSheet(`${it.sheet.name} (2)`)
  const { rows, widths } = it.layout
  copy.write(
    { row: 0, column: 0, rows: rows.length, columns: widths.length },
    rows.map((_, i) =>
      widths.map((__, j) => {
        const content = it.sheet.content(i, j)
        return typeof content === 'string' ? `'${content}` : content
      }),
    ),
  )
  it.excel.workbook.deleteSheet(it.sheet)
  const found = salvage(it.sheets, await it.excel.ours.scan(it.sheets))
  expect(found.missing).toEqual([])
})

test('sheets somebody opened are protected again as they were laid out, the others left alone', async () => {
  const it = await opened()
  const seen = protectionsOf(it.excel)
  it.excel.workbook.unprotect(it.sheet)
  await it.excel.ours.protect(it.sheets)
  expect(seen).toEqual([[it.sheet.name, false], [it.sheet.name, true]]) // biome-ignore format: a pair
  expect(it.sheet.guard.allows('allowFormatRows')).toBe(true)
  expect(it.sheet.guard.allows('allowInsertRows')).toBe(false)
})

function protectionsOf({ workbook }: Running): [string, boolean][] {
  const seen: [string, boolean][] = []
  workbook.onChange(event => {
    if (event.kind === 'protection') seen.push([event.sheet.name, event.isProtected])
  })
  return seen
}
