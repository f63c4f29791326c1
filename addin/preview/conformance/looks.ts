// Looks given to a whole block in one call, which is how sheets are drawn.
import { type Item, onSheet, outcome } from './item.ts'

const edge: Excel.CellBorder = { style: 'Continuous', color: '#2F75B5' }

export const looks: readonly Item[] = [
  {
    name: 'looks given to cells in one call are theirs, and an empty object leaves a cell as it is',
    expected: ['Arial', 14, true, '#2F75B5', 'Center', 'Continuous', false, true, '#FFFF00'],
    run: bench =>
      onSheet(bench, async (sheet, context) => {
        const range = sheet.getRange('A1:B1')
        sheet.getRange('B1').format.fill.color = '#FFFF00'
        const look: Excel.SettableCellProperties = {
          format: {
            font: { name: 'Arial', size: 14, bold: true, color: '#2F75B5' },
            horizontalAlignment: 'Center',
            protection: { locked: false },
            borders: { left: edge, bottom: edge },
          },
        }
        range.setCellProperties([[look, {}]])
        const [given, other] = [range.getCell(0, 0).format, range.getCell(0, 1).format]
        given.load('horizontalAlignment,font/name,font/size,font/bold,font/color,protection/locked')
        const bottom = given.borders.getItem('EdgeBottom')
        bottom.load('style')
        other.load('fill/color,protection/locked')
        await context.sync()
        const { name, size, bold, color } = given.font
        const { locked } = given.protection
        return [
          ...[name, size, bold, color, given.horizontalAlignment, bottom.style, locked],
          ...[other.protection.locked, other.fill.color],
        ]
      }),
  },
  {
    name: 'looks of another shape are InvalidArgument and change nothing',
    expected: ['InvalidArgument', false],
    unconfirmed: true,
    run: async bench => {
      const bold: Excel.SettableCellProperties = { format: { font: { bold: true } } }
      const painting = onSheet(bench, async (sheet, context) => {
        sheet.getRange('A1:B2').setCellProperties([[bold, bold], [bold]])
        await context.sync()
      })
      const code = await outcome(painting)
      return onSheet(bench, async (sheet, context) => {
        const { font } = sheet.getRange('A1').format
        font.load('bold')
        await context.sync()
        return [code, font.bold]
      })
    },
  },
  {
    name: 'heights and widths given in one call are those of the whole lines',
    expected: [30, 45, 90],
    run: bench =>
      onSheet(bench, async (sheet, context) => {
        const range = sheet.getRange('B2:C3')
        range.setRowProperties([{ format: { rowHeight: 30 } }, { format: { rowHeight: 45 } }])
        range.setColumnProperties([{}, { format: { columnWidth: 90 } }])
        const [first, second] = [sheet.getRange('A2').format, sheet.getRange('C3').format]
        first.load('rowHeight')
        second.load('rowHeight,columnWidth')
        await context.sync()
        return [first.rowHeight, second.rowHeight, second.columnWidth]
      }),
  },
  {
    name: 'merging across merges every row by itself',
    expected: [
      [1, ''],
      [3, ''],
    ],
    run: bench =>
      onSheet(bench, async (sheet, context) => {
        const range = sheet.getRange('A1:B2')
        range.values = [
          [1, 2],
          [3, 4],
        ]
        range.merge(true)
        range.load('values')
        await context.sync()
        return range.values
      }),
  },
]
