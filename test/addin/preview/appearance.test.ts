// Formats, merges, lines, panes, page layout and conditional formats through the real library.
import { describe, expect, test } from 'vitest'
import { loadOffice } from '../../../addin/preview/office-in-node.ts'

describe('appearance', () => {
  test('formats are written and read back, mixed ones as null', async () => {
    const { Excel } = loadOffice()
    await Excel.run(async context => {
      const sheet = context.workbook.worksheets.getItem('Sheet1')
      const title = sheet.getRange('A1:C1')
      title.format.font.set({ name: 'Times New Roman', size: 13, bold: true, color: 'red' })
      title.format.fill.color = '#f3f2f1'
      title.format.horizontalAlignment = 'Center'
      title.format.verticalAlignment = 'Center'
      title.format.wrapText = true
      title.format.indentLevel = 2
      title.format.rowHeight = 30
      title.numberFormat = [['@', '@', '@']]
      const row = sheet.getRange('A1:C2')
      for (const range of [title, row]) {
        range.load('format,format/font,format/fill,numberFormat')
      }
      await context.sync()
      expect(title.format.toJSON()).toMatchObject({
        horizontalAlignment: 'Center',
        verticalAlignment: 'Center',
        wrapText: true,
        indentLevel: 2,
        rowHeight: 30,
        font: { name: 'Times New Roman', size: 13, bold: true, color: '#FF0000' },
        fill: { color: '#F3F2F1' },
      })
      expect([row.format.font.bold, row.format.rowHeight, row.format.font.italic]).toEqual([
        null,
        null,
        false,
      ])
      expect(row.numberFormat[1]).toEqual(['General', 'General', 'General'])
    })
  })

  test('borders reach the cells of their edge', async () => {
    const { Excel, workbook } = loadOffice()
    await Excel.run(async context => {
      const { borders } = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B3').format
      borders.getItem('EdgeTop').style = 'Double'
      borders.getItem('InsideHorizontal').color = '#808080'
      const top = borders.getItem('EdgeTop')
      top.load('style,sideIndex')
      borders.load('items/style')
      await context.sync()
      expect([top.style, top.sideIndex]).toEqual(['Double', 'EdgeTop'])
      expect(borders.items.map(border => border.style)).toContain('Continuous')
    })
    const sheet = workbook.activeSheet
    expect(sheet.format(0, 1).borderTop.style).toBe('Double')
    expect(sheet.format(0, 0).borderBottom.color).toBe('#808080')
    expect(sheet.format(2, 0).borderTop.style).toBe('Continuous')
    expect(sheet.format(2, 0).borderBottom.style).toBe('None')
  })

  test('merging keeps the top-left value and hides the other cells', async () => {
    const { Excel, workbook } = loadOffice()
    await Excel.run(async context => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2')
      range.values = [
        [1, 2],
        [3, 4],
      ]
      range.merge()
      range.load('values')
      await context.sync()
      expect(range.values).toEqual([
        [1, ''],
        ['', ''],
      ])
      range.unmerge()
      await context.sync()
    })
    expect(workbook.activeSheet.merges.all).toEqual([])
  })

  test('rows are hidden, grouped and folded', async () => {
    const { Excel, workbook } = loadOffice()
    const { rows } = workbook.activeSheet
    await Excel.run(async context => {
      const sheet = context.workbook.worksheets.getItem('Sheet1')
      sheet.getRange('3:3').rowHidden = true
      sheet.getRange('6:8').group('ByRows')
      sheet.getRange('7:7').hideGroupDetails('ByRows')
      const hidden = sheet.getRange('A3')
      const mixed = sheet.getRange('A3:A4')
      for (const range of [hidden, mixed]) range.load('rowHidden,columnHidden')
      await context.sync()
      expect([hidden.rowHidden, mixed.rowHidden, hidden.columnHidden]).toEqual([true, null, false])
    })
    expect([4, 5, 6, 7, 8].map(row => rows.outlineLevel(row))).toEqual([0, 1, 1, 1, 0])
    expect([4, 5, 6, 7, 8].map(row => rows.isHidden(row))).toEqual([false, true, true, true, false])
    expect(rows.isCollapsed(8)).toBe(true)
    await Excel.run(async context => {
      const sheet = context.workbook.worksheets.getItem('Sheet1')
      sheet.getRange('6:8').showGroupDetails('ByRows')
      sheet.getRange('6:8').ungroup('ByRows')
      await context.sync()
    })
    expect([rows.outlineLevel(6), rows.isHidden(6)]).toEqual([0, false])
  })

  test('panes and page layout', async () => {
    const { Excel, workbook } = loadOffice()
    await Excel.run(async context => {
      const sheet = context.workbook.worksheets.getItem('Sheet1')
      sheet.freezePanes.freezeAt(sheet.getRange('A1:B5'))
      const frozen = sheet.freezePanes.getLocationOrNullObject()
      frozen.load('address')
      sheet.pageLayout.set({ orientation: 'Landscape', paperSize: 'A3', centerHorizontally: true })
      sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 }
      sheet.pageLayout.setPrintArea(sheet.getRange('A1:H40'))
      sheet.pageLayout.setPrintTitleRows('$5:$7')
      sheet.pageLayout.setPrintMargins('Centimeters', { left: 2.54, top: 2.54 })
      sheet.pageLayout.load('orientation,leftMargin,zoom')
      await context.sync()
      expect(frozen.address).toBe('Sheet1!A1:B5')
      expect(sheet.pageLayout.orientation).toBe('Landscape')
      expect(sheet.pageLayout.leftMargin).toBeCloseTo(72)
      expect(sheet.pageLayout.zoom).toEqual({ horizontalFitToPages: 1, verticalFitToPages: 0 })
    })
    expect(workbook.activeSheet.frozen).toEqual({ rows: 5, columns: 2 })
    expect(workbook.activeSheet.page).toMatchObject({
      printArea: { row: 0, column: 0, rows: 40, columns: 8 },
      titleRows: { row: 4, rows: 3 },
    })
  })

  test('a conditional format paints while its formula holds', async () => {
    const { Excel, workbook } = loadOffice()
    const sheet = workbook.activeSheet
    await Excel.run(async context => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('B2:B4')
      const format = range.conditionalFormats.add('Custom')
      format.custom.rule.formula = '=$B2>10'
      format.custom.format.fill.color = '#FDE7E9'
      format.custom.format.font.color = '#A80000'
      const count = range.conditionalFormats.getCount()
      range.conditionalFormats.load('items/type')
      await context.sync()
      expect(count.value).toBe(1)
      expect(range.conditionalFormats.items[0]?.type).toBe('Custom')
    })
    workbook.type(sheet, 2, 1, '11')
    expect(sheet.painted(2, 1)).toEqual({ fill: '#FDE7E9', fontColor: '#A80000' })
    expect(sheet.painted(1, 1)).toEqual({})
    workbook.type(sheet, 2, 1, '9')
    expect(sheet.painted(2, 1)).toEqual({})
  })

  test('clearing takes contents, formats or both', async () => {
    const { Excel, workbook } = loadOffice()
    const sheet = workbook.activeSheet
    await Excel.run(async context => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B1')
      range.values = [[1, 2]]
      range.format.font.bold = true
      range.getCell(0, 0).clear('Contents')
      range.getCell(0, 1).clear('Formats')
      await context.sync()
    })
    expect([sheet.content(0, 0), sheet.format(0, 0).bold]).toEqual(['', true])
    expect([sheet.content(0, 1), sheet.format(0, 1).bold]).toEqual([2, false])
  })

  test('selection and active cell', async () => {
    const { Excel, workbook } = loadOffice()
    const other = workbook.addSheet('Biểu 1')
    await Excel.run(async context => {
      context.workbook.worksheets.getItem('Biểu 1').getRange('C3:D4').select()
      const selected = context.workbook.getSelectedRange()
      const active = context.workbook.getActiveCell()
      for (const range of [selected, active]) range.load('address')
      await context.sync()
      expect([selected.address, active.address]).toEqual(["'Biểu 1'!C3:D4", "'Biểu 1'!C3"])
    })
    expect(workbook.activeSheet).toBe(other)
  })
})
