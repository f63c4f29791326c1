// What Excel offers and warns of while a person types into an input.
import { describe, expect, test } from 'vitest'
import { parseArea } from '../../../addin/preview/workbook/workbook.ts'
import { agency, at, laidOut, sheetNamed } from './excel-in-node.ts'

describe('typing at an input', () => {
  const integers = async () => {
    const { excel, sheets } = await laidOut('van_phong')
    for (const layout of sheets)
      for (const run of layout.inputs)
        if (run.kind === 'integer')
          return { excel, sheet: sheetNamed(excel, layout.sheet), cell: at(run.address) }
    throw new Error('no whole number to fill')
  }

  test.each([
    ['322', undefined],
    ['0', undefined],
    ['Không phát sinh', undefined],
    ['Không áp dụng: không được giao vốn', undefined],
    ['-3', 'Warning'],
    ['2,5', 'Warning'],
  ])('%s in a cell for whole numbers: %s', async (text, alert) => {
    const { excel, sheet, cell } = await integers()
    expect(excel.workbook.type(sheet, ...cell, text)?.style).toBe(alert)
  })

  test('a choice offers its list and still takes words', async () => {
    for (const unit of agency.units.map(({ key }) => key)) {
      const { excel, sheets } = await laidOut(unit)
      for (const layout of sheets)
        for (const run of layout.inputs.filter(({ choices }) => choices)) {
          const sheet = sheetNamed(excel, layout.sheet)
          const [row, column] = at(run.address)
          expect(sheet.validations.at(row, column)?.rule).toEqual({
            list: { inCellDropDown: true, source: run.choices?.join(',') },
          })
          expect(sheet.validations.at(row, column)?.alert.style).toBe('Warning')
        }
    }
  })

  test('every input has the rule of its own kind, also where neighbours share one', async () => {
    for (const unit of ['qltm', 'van_phong']) {
      const { excel, sheets } = await laidOut(unit)
      for (const layout of sheets)
        for (const { kind, address } of layout.inputs.filter(run => !run.choices)) {
          const sheet = sheetNamed(excel, layout.sheet)
          const { row, column, rows, columns } = parseArea(address)
          const last = [row + rows - 1, column + columns - 1] as const
          if (kind === 'integer')
            expect(excel.workbook.type(sheet, ...last, '2,5')?.style, address).toBe('Warning')
          if (kind === 'text') expect(excel.workbook.type(sheet, ...last, 'lời')).toBeUndefined()
        }
    }
  })
})
