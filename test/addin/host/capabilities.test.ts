// Older Excels: what they lack is skipped, and what cannot be done without is refused by name.
import { describe, expect, test } from 'vitest'
import { can, lacking, type Supports, tierOf } from '../../../addin/host/capabilities.ts'
import { identityOf, noProgress, sheetNamed, sheetsOf, startExcel } from './excel-in-node.ts'

const laidOutIn = async (apiLevel: string) => {
  const excel = startExcel({ apiLevel })
  const sheets = sheetsOf('qltm')
  await excel.ours.layOut(sheets, identityOf('qltm'), noProgress)
  return { excel, sheets }
}

describe.each(['1.14', '1.10', '1.9'])('ExcelApi %s', apiLevel => {
  const has = (version: number) => Number(apiLevel.split('.')[1]) >= version

  test('lays out, protects and reads back', async () => {
    const { excel, sheets } = await laidOutIn(apiLevel)
    expect((await excel.ours.read(sheets)).size).toBe(sheets.length)
    for (const layout of sheets) {
      const sheet = sheetNamed(excel, layout.sheet)
      expect(sheet.guard.isProtected).toBe(true)
      expect(sheet.showGridlines).toBe(false)
      expect(sheet.validations.all.length > 0).toBe(
        layout.inputs.some(run => run.prompt || run.choices),
      )
      expect(sheet.page.zoom).toEqual({ horizontalFitToPages: 1 })
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
  const excel = startExcel({ apiLevel: '1.8' })
  const failing = excel.ours.layOut(sheetsOf('qltm'), identityOf('qltm'), noProgress)
  await expect(failing).rejects.toMatchObject({ code: 'too-old', officeCode: 'ExcelApi 1.9' })
  expect(excel.workbook.sheets).toHaveLength(1)
})

test('too old to watch all sheets', async () => {
  const { ours } = startExcel({ apiLevel: '1.8' })
  const missing = { code: 'too-old', officeCode: 'ExcelApi 1.9' }
  await expect(ours.watchChanges(() => {})).rejects.toMatchObject(missing)
  await expect(ours.followSelection(() => {})).rejects.toMatchObject(missing)
})

describe('the table of capabilities', () => {
  const at =
    (level: string): Supports =>
    (set, version) =>
      set === 'ExcelApi' && Number(version.split('.')[1]) <= Number(level.split('.')[1])

  test.each([
    ['1.8', 'below', ['events', 'cellProperties', 'groups', 'changeOrigin', 'oneUndoStep']], // biome-ignore format: a table
    ['1.9', 'floor', ['groups', 'changeOrigin', 'oneUndoStep']],
    ['1.13', 'floor', ['changeOrigin', 'oneUndoStep']],
    ['1.14', 'target', ['oneUndoStep']],
    ['1.15', 'target', ['oneUndoStep']],
    ['1.20', 'target', []],
  ])('ExcelApi %s is %s', (level, tier, missing) => {
    expect(tierOf(at(level))).toBe(tier)
    expect(lacking(at(level)).map(({ what }) => what)).toEqual(missing)
  })

  test('everything that is missing says what happens instead', () => {
    for (const { set, below } of lacking(() => false)) {
      expect(set).toMatch(/^1\.\d+$/u)
      expect(below.length).toBeGreaterThan(10)
    }
    expect(can('names', at('1.4'))).toBe(true)
    expect(can('names', at('1.3'))).toBe(false)
  })

  test('at the floor a paste can be looked at and mended', async () => {
    const excel = startExcel({ apiLevel: '1.9' })
    const [layout] = sheetsOf('qltm')
    if (!layout) throw new Error('nothing to lay out')
    await excel.ours.layOut([layout], identityOf('qltm'), noProgress)
    const { top, left } = layout.block
    const area = { top, left, bottom: top, right: left }
    expect((await excel.ours.look(layout, area)).cells).toHaveLength(1)
    expect(await excel.ours.repair({ layout, changes: [], restore: [] })).toEqual([])
  })
})

test('a file opens as a new workbook from 1.8 on, and is refused by name before', async () => {
  const excel = startExcel({ apiLevel: '1.8' })
  await excel.ours.openInNewWorkbook('UEsDBA==')
  expect(excel.host.opened).toEqual(['UEsDBA=='])
  const older = startExcel({ apiLevel: '1.7' })
  await expect(older.ours.openInNewWorkbook('UEsDBA==')).rejects.toMatchObject({
    code: 'too-old',
    officeCode: 'ExcelApi 1.8',
  })
})
