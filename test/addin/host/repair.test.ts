// Looking at what was pasted and mending it: on a press only, nothing that changed meanwhile, the sheet closed again.
import { describe, expect, test } from 'vitest'
import type { Area } from '../../../addin/host/port.ts'
import type { SheetLayout } from '../../../shared/layout.ts'
import { biggest, laidOut, type Running, sheetNamed } from './excel-in-node.ts'

/** Four whole numbers below each other, with a paste over the first of them. */
async function pasted(tsv = '12\n1.234,5') {
  const { excel, sheets } = await laidOut(biggest)
  const top = (address: string) => {
    const [, first = '', last = ''] = /^E(\d+):E(\d+)$/u.exec(address) ?? []
    return Number(last) - Number(first) >= 3 ? Number(first) : 0
  }
  const found = sheets.flatMap(layout =>
    layout.inputs.flatMap(({ address, kind }) =>
      kind === 'integer' && top(address) > 0 ? [{ layout, top: top(address) }] : [],
    ),
  )[0]
  if (!found) throw new Error('no four inputs')
  return pastedAt(excel, found.layout, found.top, tsv)
}

function pastedAt(excel: Running, layout: SheetLayout, top: number, tsv: string) {
  const sheet = sheetNamed(excel, layout.sheet)
  excel.workbook.paste(sheet, top - 1, 4, tsv)
  excel.takeSyncs()
  const area: Area = { top, left: 5, bottom: top + 1, right: 5 }
  const cells = [{ row: top, column: 5 }, { row: top + 1, column: 5 }] // biome-ignore format: a pair
  const rules = () => sheet.validations.at(top - 1, 4)
  return { excel, layout, sheet, top, area, cells, rules }
}

test('one look tells values, formats, locks and lost hints, in one message and without writing', async () => {
  const { excel, layout, area } = await pasted()
  const kinds: string[] = []
  excel.workbook.onChange(({ kind }) => kinds.push(kind))
  const { cells } = await excel.ours.look(layout, area)
  expect(excel.takeSyncs()).toBe(1)
  expect(cells.flat()).toMatchObject([
    { value: 12, numberFormat: 'General', locked: true, offered: false },
    { locked: true, offered: false },
  ])
  expect(cells[0]?.[0]?.font).not.toBe('Times New Roman')
  expect(kinds).toEqual([])
})

test('cells nobody pasted over are as laid out', async () => {
  const { excel, layout, area } = await pasted()
  const below = { ...area, top: area.bottom + 1, bottom: area.bottom + 1 }
  const { cells } = await excel.ours.look(layout, below)
  expect(cells[0]?.[0]).toMatchObject({ locked: false, font: 'Times New Roman', numberFormat: '#,##0' }) // biome-ignore format: one cell
})

describe('mending', () => {
  test('restores formats, locks and hints; no figure changes; the sheet is protected as before', async () => {
    const { excel, layout, area, cells, sheet, top, rules } = await pasted()
    const values = [sheet.content(top - 1, 4), sheet.content(top, 4)]
    expect(rules()).toBeUndefined()
    expect(await excel.ours.repair({ layout, changes: [], restore: cells })).toEqual([])
    expect(excel.takeSyncs()).toBe(2)
    const looked = (await excel.ours.look(layout, area)).cells.flat()
    for (const cell of looked)
      expect(cell).toMatchObject({ locked: false, font: 'Times New Roman', numberFormat: '#,##0', size: 12, offered: true }) // biome-ignore format: one cell
    expect([sheet.content(top - 1, 4), sheet.content(top, 4)]).toEqual(values)
    expect(sheet.guard.isProtected).toBe(true)
    expect(sheet.guard.allows('allowFormatRows')).toBe(true)
    expect(sheet.guard.allows('allowFormatCells')).toBe(false)
    // the person can type there again
    excel.workbook.type(sheet, top - 1, 4, '7')
    expect(sheet.content(top - 1, 4)).toBe(7)
  })

  test('takes away what was pasted with the cells: fill, weight, lines; the blue edge is back', async () => {
    const { excel, layout, cells, sheet, top } = await pasted()
    const thick = { style: 'Double', weight: 'Thick', color: '#FF0000' } as const
    const pastedLook = {
      fill: '#FFFF00',
      bold: true,
      underline: 'Single',
      borderTop: thick,
    } as const
    sheet.grid.paint({ row: top - 1, column: 4, rows: 1, columns: 1 }, pastedLook)
    await excel.ours.repair({ layout, changes: [], restore: cells })
    expect(sheet.format(top - 1, 4)).toMatchObject({
      ...{ fill: '', bold: false, underline: 'None', locked: false },
      borderTop: { style: 'Continuous', weight: 'Thin', color: '#8A8A8A' },
      borderLeft: { style: 'Continuous', color: '#2F75B5' },
    })
  })

  test('protects with the options the sheet had, and leaves an open sheet open', async () => {
    const it = await pasted()
    it.excel.workbook.unprotect(it.sheet)
    await it.excel.ours.repair({ layout: it.layout, changes: [], restore: it.cells })
    expect(it.sheet.guard.isProtected).toBe(false)
    it.excel.workbook.protect(it.sheet, ['allowSort'], 'Unlocked', '')
    await it.excel.ours.repair({ layout: it.layout, changes: [], restore: it.cells })
    expect([it.sheet.guard.allows('allowSort'), it.sheet.guard.allows('allowFormatRows')]).toEqual([true, false]) // biome-ignore format: a pair
    expect(it.sheet.guard.selectionMode).toBe('Unlocked')
  })

  test('writes only where the cell still holds what was shown, and says where it did not', async () => {
    const { excel, layout, sheet, top, cells } = await pasted('1.234\n5.678')
    for (const [i, text] of ['1.234', '5.678'].entries()) sheet.grid.enter(top - 1 + i, 4, text, '')
    const changes = [
      { row: top, column: 5, from: '1.234', to: 1234 },
      { row: top + 1, column: 5, from: '5.678', to: 5678 },
    ]
    excel.workbook.acting('remote', () => sheet.grid.enter(top, 4, 42, ''))
    expect(await excel.ours.repair({ layout, changes, restore: cells })).toEqual([changes[1]])
    expect([sheet.content(top - 1, 4), sheet.content(top, 4)]).toEqual([1234, 42])
  })

  test('cells between two mended ones are not touched', async () => {
    const { excel, layout, sheet, top } = await pasted('1\n2\n3')
    const changes = [
      { row: top, column: 5, from: 1, to: 10 },
      { row: top + 2, column: 5, from: 3, to: 30 },
    ]
    await excel.ours.repair({ layout, changes, restore: [] })
    expect([0, 1, 2].map(i => sheet.content(top - 1 + i, 4))).toEqual([10, 2, 30])
  })

  test('text given back is text, not what Excel would read', async () => {
    const { excel, layout, sheet, top } = await pasted()
    const changes = [{ row: top, column: 5, from: 12, to: '1.234' }]
    await excel.ours.repair({ layout, changes, restore: [] })
    expect(sheet.content(top - 1, 4)).toBe('1.234')
  })

  test('a sheet with somebody’s password is refused and stays as it is', async () => {
    const { excel, layout, sheet, cells } = await pasted()
    excel.workbook.unprotect(sheet)
    excel.workbook.protect(sheet, [], 'Normal', 'bí mật')
    await expect(excel.ours.repair({ layout, changes: [], restore: cells })).rejects.toMatchObject({
      code: 'protected',
    })
    expect(sheet.guard.isProtected).toBe(true)
  })

  test('what fails half-way leaves no sheet open', async () => {
    const { excel, layout, sheet, top } = await pasted()
    // refused by Excel after the sheet was opened
    const broken = { ...layout, rows: layout.rows.with(top - 1, []) }
    const failing = excel.ours.repair({ layout: broken, changes: [], restore: [{ row: top, column: 5 }] }) // biome-ignore format: one call
    await expect(failing).rejects.toThrow()
    expect(sheet.guard.isProtected).toBe(true)
  })
})
