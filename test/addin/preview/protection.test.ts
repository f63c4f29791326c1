// Locks and protection as an add-in meets them.
import { describe, expect, test } from 'vitest'
import { loadOffice } from '../../../addin/preview/office-in-node.ts'

async function protectedForm() {
  const office = loadOffice()
  await office.Excel.run(async context => {
    const sheet = context.workbook.worksheets.getItem('Sheet1')
    sheet.getRange('B2:B4').format.protection.locked = false
    sheet.protection.protect({ allowFormatColumns: true, selectionMode: 'Unlocked' }, 'khóa')
    await context.sync()
  })
  return office
}

describe('protection', () => {
  test('unlocked cells take values, locked ones deny access', async () => {
    const { Excel, workbook } = await protectedForm()
    await expect(
      Excel.run(async context => {
        const sheet = context.workbook.worksheets.getItem('Sheet1')
        sheet.getRange('B2').values = [[5]]
        sheet.getRange('A1').values = [[1]]
        await context.sync()
      }),
    ).rejects.toMatchObject({
      code: 'AccessDenied',
      debugInfo: { errorLocation: 'Range.values' },
    })
    expect(workbook.activeSheet.content(1, 1)).toBe(5)
    expect(workbook.activeSheet.content(0, 0)).toBe('')
  })

  test('a block with one locked cell is refused whole, null over locked cells is not', async () => {
    const { Excel, workbook } = await protectedForm()
    const write = (values: (number | null)[][]) =>
      Excel.run(async context => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A2:B2').values = values
        await context.sync()
      })
    await expect(write([[1, 2]])).rejects.toMatchObject({ code: 'AccessDenied' })
    expect(workbook.activeSheet.content(1, 1)).toBe('')
    // assumption: what null over locked cells does is not documented (excel-addin.md §5.3)
    await write([[null, 2]])
    expect(workbook.activeSheet.content(1, 1)).toBe(2)
  })

  test('formats are denied without allowFormatCells, widths allowed by their own option', async () => {
    const { Excel, workbook } = await protectedForm()
    for (const address of ['A1', 'B2']) {
      await expect(
        Excel.run(async context => {
          const sheet = context.workbook.worksheets.getItem('Sheet1')
          sheet.getRange(address).format.fill.color = '#FFFF00'
          await context.sync()
        }),
      ).rejects.toMatchObject({
        code: 'AccessDenied',
        debugInfo: { errorLocation: 'RangeFill.color' },
      })
    }
    await Excel.run(async context => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A:A').format.columnWidth = 90
      await context.sync()
    })
    expect(workbook.activeSheet.columns.size(0)).toBe(90)
  })

  test('protecting twice and unprotecting what is open are denied', async () => {
    const { Excel } = await protectedForm()
    const protection = (act: (sheet: Excel.Worksheet) => void) =>
      Excel.run(async context => {
        act(context.workbook.worksheets.getItem('Sheet1'))
        await context.sync()
      })
    const denied = { code: 'AccessDenied' }
    await expect(protection(sheet => sheet.protection.protect())).rejects.toMatchObject(denied)
    await expect(protection(sheet => sheet.protection.unprotect('sai'))).rejects.toMatchObject(
      denied,
    )
    await protection(sheet => sheet.protection.unprotect('khóa'))
    await expect(protection(sheet => sheet.protection.unprotect())).rejects.toMatchObject(denied)
  })

  test('options can be read back', async () => {
    const { Excel } = await protectedForm()
    await Excel.run(async context => {
      const { protection } = context.workbook.worksheets.getItem('Sheet1')
      protection.load('protected,options')
      await context.sync()
      expect(protection.protected).toBe(true)
      expect(protection.options).toMatchObject({
        allowFormatColumns: true,
        allowFormatCells: false,
        selectionMode: 'Unlocked',
      })
    })
  })

  test('locks of a range read as null when they differ', async () => {
    const { Excel } = await protectedForm()
    await Excel.run(async context => {
      const sheet = context.workbook.worksheets.getItem('Sheet1')
      const locks = ['A1', 'B2:B4', 'A1:B4'].map(
        address => sheet.getRange(address).format.protection,
      )
      for (const lock of locks) lock.load('locked')
      await context.sync()
      expect(locks.map(lock => lock.locked)).toEqual([true, false, null])
    })
  })

  test('a whole sheet can be unlocked without creating its cells', async () => {
    const { Excel, workbook } = loadOffice()
    await Excel.run(async context => {
      const sheet = context.workbook.worksheets.getItem('Sheet1')
      sheet.getRange().format.protection.locked = false
      sheet.getRange('A1:C1').format.protection.locked = true
      sheet.protection.protect()
      sheet.getRange('Z99').values = [[1]]
      await context.sync()
      sheet.getRange('B1').values = [[1]]
      await expect(context.sync()).rejects.toMatchObject({ code: 'AccessDenied' })
    })
    expect([...workbook.activeSheet.grid.occupied()]).toHaveLength(4)
  })
})
