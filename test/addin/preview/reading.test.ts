// Reading through the real client library: load, sync, snapshots, null objects, errors at sync.
import { describe, expect, test } from 'vitest'
import { loadOffice } from '../../../addin/preview/office-in-node.ts'

describe('reading', () => {
  test('a property that was not loaded cannot be read', async () => {
    const { Excel } = loadOffice()
    await Excel.run(async context => {
      const sheet = context.workbook.worksheets.getActiveWorksheet()
      await context.sync()
      expect(() => sheet.name).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }))
      sheet.load('name')
      await context.sync()
      expect(sheet.name).toBe('Sheet1')
    })
  })

  test('values are snapshots of the sync', async () => {
    const { Excel, workbook } = loadOffice()
    await Excel.run(async context => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2')
      range.values = [
        [1234.5, 'hai'],
        [true, ''],
      ]
      range.load('values,address,rowCount,columnIndex,text,valueTypes')
      await context.sync()
      workbook.sheet('Sheet1')?.write({ row: 0, column: 0, rows: 1, columns: 1 }, [[9]])
      expect(range.values).toEqual([
        [1234.5, 'hai'],
        [true, ''],
      ])
      expect(range.address).toBe('Sheet1!A1:B2')
      expect([range.rowCount, range.columnIndex]).toEqual([2, 0])
      expect(range.text).toEqual([
        ['1234,5', 'hai'],
        ['TRUE', ''],
      ])
      expect(range.valueTypes).toEqual([
        ['Double', 'String'],
        ['Boolean', 'Empty'],
      ])
    })
  })

  test('a missing sheet is ItemNotFound at sync, or a null object that swallows everything', async () => {
    const { Excel } = loadOffice()
    await expect(
      Excel.run(async context => {
        context.workbook.worksheets.getItem('Biểu 9').load('name')
        await context.sync()
      }),
    ).rejects.toMatchObject({
      code: 'ItemNotFound',
      name: 'RichApi.Error',
      debugInfo: { errorLocation: 'WorksheetCollection.getItem' },
    })
    await Excel.run(async context => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Biểu 9')
      const range = sheet.getRange('A1')
      range.load('values')
      sheet.delete()
      await context.sync()
      expect([sheet.isNullObject, range.isNullObject]).toEqual([true, true])
    })
  })

  test('collections answer their items and properties of parts', async () => {
    const { Excel, workbook } = loadOffice()
    workbook.addSheet('Biểu 1')
    await Excel.run(async context => {
      const { worksheets } = context.workbook
      worksheets.load('items/name,items/protection/protected')
      const count = worksheets.getCount()
      await context.sync()
      expect(worksheets.items.map(sheet => sheet.name)).toEqual(['Sheet1', 'Biểu 1'])
      expect(worksheets.items.map(sheet => sheet.protection.protected)).toEqual([false, false])
      expect(count.value).toBe(2)
      // an item of the loaded collection can be used afterwards
      const range = worksheets.items[1]?.getRange('B2')
      range?.load('address,format/font/bold,worksheet/name')
      await context.sync()
      expect(range?.address).toBe("'Biểu 1'!B2")
      expect(range?.format.font.bold).toBe(false)
      expect(range?.worksheet.name).toBe('Biểu 1')
    })
  })

  test('ranges lead to ranges', async () => {
    const { Excel, workbook } = loadOffice()
    workbook.sheet('Sheet1')?.write({ row: 2, column: 1, rows: 1, columns: 2 }, [['a', 'b']])
    await Excel.run(async context => {
      const sheet = context.workbook.worksheets.getItem('Sheet1')
      const block = sheet.getRangeByIndexes(1, 1, 3, 3)
      const found = [
        block,
        block.getCell(0, 2),
        block.getRow(1),
        block.getColumn(2),
        block.getResizedRange(-1, 1),
        block.getOffsetRange(1, -1),
        block.getEntireRow(),
        block.getEntireColumn(),
        block.getIntersectionOrNullObject('A1:B2'),
        sheet.getUsedRange(true),
        block.getBoundingRect('F9'),
      ]
      for (const range of found) range.load('address')
      const apart = block.getIntersectionOrNullObject('Z99')
      apart.load('address')
      await context.sync()
      expect(found.map(range => range.address.replace('Sheet1!', ''))).toEqual([
        'B2:D4',
        'D2',
        'B3:D3',
        'D2:D4',
        'B2:E3',
        'A3:C5',
        '2:4',
        'B:D',
        'B2',
        'B3:C3',
        'B2:F9',
      ])
      expect(apart.isNullObject).toBe(true)
    })
  })

  test('a bad address is InvalidArgument, and so is one that is too long', async () => {
    const { Excel } = loadOffice()
    for (const address of ['A0', 'ZZZZ1', 'không', `A1:${'B'.repeat(9000)}1`]) {
      await expect(
        Excel.run(async context => {
          context.workbook.worksheets.getItem('Sheet1').getRange(address).load('values')
          await context.sync()
        }),
      ).rejects.toMatchObject({ code: 'InvalidArgument' })
    }
  })

  test('an unbounded range has no values', async () => {
    const { Excel } = loadOffice()
    await Excel.run(async context => {
      const column = context.workbook.worksheets.getItem('Sheet1').getRange('C:C')
      column.load('values,address,cellCount')
      await context.sync()
      expect(column.values).toBeNull()
      expect([column.address, column.cellCount]).toEqual(['Sheet1!C:C', 1_048_576])
    })
  })

  test('a range tracked in one batch is used in the next, and clean-up is no sync', async () => {
    const { Excel, takeSyncs } = loadOffice()
    await Excel.run(async context => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1')
      range.load('values')
      await context.sync()
      range.values = [[5]]
      range.load('values')
      await context.sync()
      expect(range.values).toEqual([[5]])
    })
    expect(takeSyncs()).toBe(2)
    expect(takeSyncs()).toBe(0)
  })
})
