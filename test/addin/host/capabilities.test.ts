// Older Excels: what they lack is skipped, and what cannot be done without is refused by name.
import { describe, expect, test } from 'vitest'
import { identityOf, noProgress, sheetNamed, sheetsOf, startExcel } from './excel-in-node.ts'

const laidOutIn = async (apiLevel: string) => {
  const excel = startExcel({ apiLevel })
  const sheets = sheetsOf('qltm')
  await excel.ours.layOut(sheets, identityOf('qltm'), noProgress)
  return { excel, sheets }
}

describe.each(['1.14', '1.10', '1.9', '1.8', '1.7'])('ExcelApi %s', apiLevel => {
  const has = (version: number) => Number(apiLevel.split('.')[1]) >= version

  test('lays out, protects and reads back', async () => {
    const { excel, sheets } = await laidOutIn(apiLevel)
    expect((await excel.ours.read(sheets)).size).toBe(sheets.length)
    for (const layout of sheets) {
      const sheet = sheetNamed(excel, layout.sheet)
      expect(sheet.guard.isProtected).toBe(true)
      expect(sheet.showGridlines).toBe(!has(8))
      expect(sheet.validations.all.length > 0).toBe(
        has(8) && layout.inputs.some(run => run.prompt || run.choices),
      )
      expect(sheet.page.zoom).toEqual(has(9) ? { horizontalFitToPages: 1 } : { scale: 100 })
      for (const { first } of layout.collapsed) {
        expect(sheet.rows.isHidden(first - 1)).toBe(true)
        expect(sheet.rows.outlineLevel(first - 1)).toBe(has(10) ? 1 : 0)
      }
    }
  })

  test('draws again', async () => {
    const { excel, sheets } = await laidOutIn(apiLevel)
    await excel.ours.layOut(sheets, identityOf('qltm'), noProgress)
    expect(excel.workbook.sheets).toHaveLength(sheets.length + 1)
  })
})

test('too old to lay out: refused with the set that is missing, nothing touched', async () => {
  const excel = startExcel({ apiLevel: '1.6' })
  const failing = excel.ours.layOut(sheetsOf('qltm'), identityOf('qltm'), noProgress)
  await expect(failing).rejects.toMatchObject({ code: 'too-old', officeCode: 'ExcelApi 1.7' })
  expect(excel.workbook.sheets).toHaveLength(1)
})

test('too old to watch all sheets', async () => {
  const { ours } = startExcel({ apiLevel: '1.8' })
  const missing = { code: 'too-old', officeCode: 'ExcelApi 1.9' }
  await expect(ours.watchChanges(() => {})).rejects.toMatchObject(missing)
  await expect(ours.followSelection(() => {})).rejects.toMatchObject(missing)
})
