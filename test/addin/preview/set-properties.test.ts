// Looks of a whole block in one call, as sheets are drawn: what is said is painted, what is not said stays.
import { describe, expect, test } from 'vitest'
import { loadOffice } from '../../../addin/preview/office-in-node.ts'

function sheetOne() {
  const { Excel, workbook } = loadOffice()
  const sheet = workbook.sheet('Sheet1')
  if (!sheet) throw new Error('no sheet')
  const paint = (work: (range: Excel.Range) => void, address = 'A1:B2') =>
    Excel.run(async context => {
      work(context.workbook.worksheets.getItem('Sheet1').getRange(address))
      await context.sync()
    })
  return { workbook, sheet, paint }
}
const bold: Excel.SettableCellProperties = { format: { font: { bold: true } } }
const of = (properties: unknown) => properties as Excel.SettableCellProperties[][]

describe('setCellProperties', () => {
  test('a second call adds to the first, a line keeps what is not said of it', async () => {
    const { sheet, paint } = sheetOne()
    await paint(range => {
      const line = { style: 'Continuous', color: '#8A8A8A' } as const
      range.setCellProperties([
        [bold, {}],
        [{ format: { borders: { top: line } } }, {}],
      ])
      range.setCellProperties([
        [{ format: { wrapText: true, indentLevel: 2 } }, {}],
        [{ format: { borders: { top: { weight: 'Thick' } } } }, {}],
      ])
    })
    expect(sheet.format(0, 0)).toMatchObject({ bold: true, wrap: true, indent: 2 })
    expect(sheet.format(1, 0).borderTop).toEqual({
      style: 'Continuous',
      color: '#8A8A8A',
      weight: 'Thick',
    })
    expect(sheet.format(0, 1)).toMatchObject({ bold: false, wrap: false })
  })

  test.each([
    ['too few rows', [[bold, bold]]],
    ['uneven rows', [[bold, bold], [bold]]],
    ['no rows at all', bold],
    // Excel once closed over a null here (office-js 593); an empty object is the way to leave a cell
    [
      'a null for a cell',
      [
        [bold, bold],
        [bold, null],
      ],
    ],
    [
      'a size no font has',
      [
        [bold, bold],
        [bold, { format: { font: { size: 0 } } }],
      ],
    ],
    [
      'a side there is not',
      [
        [bold, bold],
        [bold, { format: { horizontalAlignment: 'Middle' } }],
      ],
    ],
  ])('%s is InvalidArgument, and no cell is painted', async (_, properties) => {
    const { sheet, paint } = sheetOne()
    await expect(paint(range => range.setCellProperties(of(properties)))).rejects.toMatchObject({
      code: 'InvalidArgument',
      debugInfo: { errorLocation: 'Range.setCellProperties' },
    })
    expect(sheet.grid.used(false)).toBeUndefined()
  })

  test.each([
    ['a style', { style: 'Good' }],
    ['a diagonal', { format: { borders: { diagonalUp: { style: 'Continuous' } } } }],
    ['a pattern', { format: { fill: { pattern: 'Gray50' } } }],
    ['an orientation', { format: { textOrientation: 90 } }],
  ])('%s is not played, and says so', async (_, properties) => {
    const { paint } = sheetOne()
    const painting = paint(range => range.setCellProperties(of([[properties]])), 'A1')
    await expect(painting).rejects.toMatchObject({ code: 'NotImplemented' })
  })

  test('a protected sheet refuses it', async () => {
    const { workbook, sheet, paint } = sheetOne()
    workbook.protect(sheet, ['allowFormatCells'], 'Normal', '')
    await paint(range => range.setCellProperties([[bold]]), 'A1')
    const unlock = { format: { protection: { locked: false } } }
    const unlocking = paint(range => range.setCellProperties([[bold], [unlock]]), 'A1:A2')
    await expect(unlocking).rejects.toMatchObject({ code: 'AccessDenied' })
    expect([sheet.format(1, 0).locked, sheet.format(0, 0).bold]).toEqual([true, true])
  })
})

describe('setRowProperties and setColumnProperties', () => {
  test('sizes and hiding are the whole line’s, looks only the range’s', async () => {
    const { sheet, paint } = sheetOne()
    await paint(range => {
      range.setRowProperties([{ ...bold, rowHidden: true }, { format: { rowHeight: 40 } }])
      range.setColumnProperties([{ format: { columnWidth: 80, wrapText: true } }, {}])
    })
    expect([sheet.rows.isHidden(0), sheet.rows.size(1), sheet.columns.size(0)]).toEqual([
      true, 40, 80,
    ]) // biome-ignore format: a triple
    expect([0, 1, 2].map(column => sheet.format(0, column).bold)).toEqual([true, true, false])
    expect([0, 1, 2].map(row => sheet.format(row, 0).wrap)).toEqual([true, true, false])
  })

  test('another number of lines is InvalidArgument, and no line changes', async () => {
    const { sheet, paint } = sheetOne()
    const sizing = paint(range => range.setRowProperties([{ format: { rowHeight: 40 } }]))
    await expect(sizing).rejects.toMatchObject({ code: 'InvalidArgument' })
    expect(sheet.rows.size(0)).toBe(15)
  })

  test('a protected sheet lets widths through only where it allows them', async () => {
    const { workbook, sheet, paint } = sheetOne()
    workbook.protect(sheet, ['allowFormatColumns'], 'Normal', '')
    await paint(range => range.setColumnProperties([{ format: { columnWidth: 80 } }]), 'A1')
    const sizing = paint(range => range.setRowProperties([{ format: { rowHeight: 40 } }]), 'A1')
    await expect(sizing).rejects.toMatchObject({ code: 'AccessDenied' })
  })
})
