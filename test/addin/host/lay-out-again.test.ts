// Drawing over an earlier drawing, beside what people have in the workbook.
import { describe, expect, test } from 'vitest'
import { styles } from '../../../shared/layout/style.ts'
import {
  identityOf,
  laidOut,
  noProgress,
  sheetNamed,
  sheetsOf,
  startExcel,
} from './excel-in-node.ts'

describe('laying out again', () => {
  test('draws over our sheets, keeps those of the person, in order', async () => {
    const excel = startExcel()
    const { workbook, ours } = excel
    const own = workbook.addSheet('Nháp của tôi')
    own.write({ row: 0, column: 0, rows: 1, columns: 1 }, [['giữ nguyên']])
    const sheets = sheetsOf('qltm')
    const [skipped, ...rest] = sheets
    await ours.layOut(rest, identityOf('qltm'), noProgress)
    own.write({ row: 1, column: 0, rows: 1, columns: 1 }, [[`='${rest[0]?.sheet}'!A1`]])
    const ids = new Map(workbook.sheets.map(sheet => [sheet.name, sheet.id]))
    await ours.layOut(sheets, identityOf('qltm'), noProgress)
    await ours.layOut(sheets, identityOf('qltm'), noProgress)

    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Sheet1',
      'Nháp của tôi',
      ...[skipped, ...rest].map(layout => layout?.sheet),
    ])
    expect([own.content(0, 0), own.content(1, 0)]).toEqual([
      'giữ nguyên',
      'SỞ CÔNG THƯƠNG BẮC GIANG',
    ])
    for (const layout of rest) expect(workbook.sheet(layout.sheet)?.id).toBe(ids.get(layout.sheet))
    for (const layout of sheets) {
      const sheet = sheetNamed(excel, layout.sheet)
      expect(layout.rows.map((_, i) => sheet.rows.outlineLevel(i))).toEqual(
        layout.rows.map((_, i) =>
          Number(layout.collapsed.some(run => run.first <= i + 1 && i + 1 <= run.last)),
        ),
      )
    }
    expect(workbook.names.all('')).toHaveLength(sheets.length)
    expect(workbook.xmlParts).toHaveLength(1)
  })

  test('another unit in the same workbook folds other rows', async () => {
    const excel = startExcel()
    await excel.ours.layOut(sheetsOf('qltm'), identityOf('qltm'), noProgress)
    const sheets = sheetsOf('van_phong')
    await excel.ours.layOut(sheets, identityOf('van_phong'), noProgress)
    for (const layout of sheets) {
      const sheet = sheetNamed(excel, layout.sheet)
      const folded = layout.rows.map((_, i) =>
        layout.collapsed.some(run => run.first <= i + 1 && i + 1 <= run.last),
      )
      expect(layout.rows.map((_, i) => sheet.rows.isHidden(i))).toEqual(folded)
      expect(layout.rows.map((_, i) => sheet.rows.outlineLevel(i))).toEqual(folded.map(Number))
    }
  })

  test("a person's own sheet of the same name is renamed, never drawn over", async () => {
    const excel = startExcel()
    const [first] = sheetsOf('qltm')
    if (!first) throw new Error('nothing to lay out')
    const own = excel.workbook.addSheet(first.sheet)
    own.write({ row: 0, column: 0, rows: 1, columns: 1 }, [['của tôi']])
    await excel.ours.layOut([first], identityOf('qltm'), noProgress)
    expect([own.name, own.content(0, 0)]).toEqual([`${first.sheet} (riêng)`, 'của tôi'])
    expect(sheetNamed(excel, first.sheet)).not.toBe(own)
  })

  test('a renamed sheet of ours gets its name back', async () => {
    const { excel, sheets } = await laidOut('qltm')
    const [first] = sheets
    if (!first) throw new Error('nothing laid out')
    const sheet = sheetNamed(excel, first.sheet)
    sheet.name = 'Đổi tên'
    await excel.ours.layOut(sheets, identityOf('qltm'), noProgress)
    expect(sheet.name).toBe(first.sheet)
    expect(excel.workbook.sheets).toHaveLength(sheets.length + 1)
  })

  test('a hidden sheet of ours is shown again, notes beyond the form stay', async () => {
    const { excel, sheets } = await laidOut('qltm')
    const sheet = sheetNamed(excel, sheets[0]?.sheet ?? '')
    excel.workbook.unprotect(sheet)
    sheet.write({ row: 4, column: 60, rows: 1, columns: 1 }, [['ghi chú riêng']])
    sheet.visibility = 'Hidden'
    await excel.ours.layOut(sheets, identityOf('qltm'), noProgress)
    expect([sheet.visibility, sheet.content(4, 60)]).toEqual(['Visible', 'ghi chú riêng'])
  })

  test('an unlocked Normal style opens nothing but inputs', async () => {
    const excel = startExcel()
    excel.workbook.normal.locked = false
    const [layout] = sheetsOf('qltm')
    if (!layout) throw new Error('nothing to lay out')
    await excel.ours.layOut([layout], identityOf('qltm'), noProgress)
    const sheet = sheetNamed(excel, layout.sheet)
    layout.rows.forEach((row, i) => {
      row.forEach(({ style }, j) => {
        expect(sheet.format(i, j).locked).toBe(styles[style].unlocked !== true)
      })
    })
  })

  test('a sheet somebody protected with a password is refused, as protected', async () => {
    const { excel, sheets } = await laidOut('qltm')
    const sheet = sheetNamed(excel, sheets[0]?.sheet ?? '')
    excel.workbook.unprotect(sheet)
    excel.workbook.protect(sheet, [], 'Normal', 'bí mật')
    await expect(excel.ours.layOut(sheets, identityOf('qltm'), noProgress)).rejects.toMatchObject({
      code: 'protected',
      officeCode: 'AccessDenied',
    })
  })
})
