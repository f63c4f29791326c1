// Names, custom XML parts and settings, and the workbook as JSON.
import { describe, expect, test } from 'vitest'
import { loadOffice } from '../../../addin/preview/office-in-node.ts'
import { createHost } from '../../../addin/preview/processor/host.ts'
import { Workbook } from '../../../addin/preview/workbook/workbook.ts'

const namespace = 'urn:cchc:phien-ban-1'
const xml = `<?xml version="1.0"?><form xmlns="${namespace}"><id>b1</id></form>`

describe('names', () => {
  test('a name finds its range, follows a renamed sheet and is deleted', async () => {
    const { Excel, workbook } = loadOffice()
    workbook.addSheet('Biểu 1')
    await Excel.run(async context => {
      const { names, worksheets } = context.workbook
      const sheet = worksheets.getItem('Biểu 1')
      names.add('b1_so_lieu', sheet.getRange('C5:D9'), 'khối số liệu')
      await context.sync()
      sheet.name = 'Biểu 01'
      const name = names.getItem('B1_SO_LIEU')
      const range = name.getRange()
      name.load('name,formula,value,comment,scope,type')
      range.load('address')
      const other = names.getItemOrNullObject('b2_so_lieu')
      names.load('items/name')
      await context.sync()
      expect(name.toJSON()).toMatchObject({
        name: 'b1_so_lieu',
        formula: "='Biểu 01'!$C$5:$D$9",
        value: "'Biểu 01'!C5:D9",
        comment: 'khối số liệu',
        scope: 'Workbook',
        type: 'Range',
      })
      expect(range.address).toBe("'Biểu 01'!C5:D9")
      expect(other.isNullObject).toBe(true)
      expect(names.items.map(item => item.name)).toEqual(['b1_so_lieu'])
      name.delete()
      const count = names.getCount()
      await context.sync()
      expect(count.value).toBe(0)
    })
  })

  test('a name of a deleted sheet refers to nothing', async () => {
    const { Excel, workbook } = loadOffice()
    workbook.addSheet('Biểu 1')
    await Excel.run(async context => {
      const { names, worksheets } = context.workbook
      names.add('khoi', "='Biểu 1'!$A$1")
      worksheets.getItem('Biểu 1').delete()
      const gone = names.getItem('khoi').getRangeOrNullObject()
      await context.sync()
      expect(gone.isNullObject).toBe(true)
      names.add('A1', '=1')
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' })
    })
  })
})

describe('stored parts', () => {
  test('custom XML is found by its namespace', async () => {
    const { Excel } = loadOffice()
    await Excel.run(async context => {
      const { customXmlParts } = context.workbook
      customXmlParts.add('<other/>')
      const added = customXmlParts.add(xml)
      added.load('id,namespaceUri')
      const found = customXmlParts.getByNamespace(namespace).getOnlyItemOrNullObject()
      found.load('id')
      const none = customXmlParts.getByNamespace('urn:khac').getOnlyItemOrNullObject()
      const read = found.getXml()
      await context.sync()
      expect(added.namespaceUri).toBe(namespace)
      expect(found.id).toBe(added.id)
      expect(read.value).toBe(xml)
      expect(none.isNullObject).toBe(true)
      found.setXml(xml.replace('b1', 'b2'))
      const again = added.getXml()
      added.delete()
      const count = customXmlParts.getCount()
      await context.sync()
      expect(again.value).toContain('b2')
      expect(count.value).toBe(1)
    })
  })

  test('settings keep plain values', async () => {
    const { Excel } = loadOffice()
    await Excel.run(async context => {
      const { settings } = context.workbook
      settings.add('mau', { phienBan: 3, ky: ['2026-Q3'] })
      settings.add('mau', { phienBan: 4, ky: ['2026-Q4'] })
      const setting = settings.getItem('mau')
      setting.load('value')
      const missing = settings.getItemOrNullObject('khac')
      await context.sync()
      expect(setting.value).toEqual({ phienBan: 4, ky: ['2026-Q4'] })
      expect(missing.isNullObject).toBe(true)
    })
  })
})

test('a workbook survives being stored as JSON', async () => {
  const { Excel, workbook } = loadOffice()
  await Excel.run(async context => {
    const sheet = context.workbook.worksheets.add('Biểu 1')
    sheet.getRange('A1:B1').values = [[2, '=A1*3']]
    sheet.getRange('A1:B1').format.font.bold = true
    sheet.getRange('B:B').format.columnWidth = 120
    sheet.getRange('A3:B3').merge()
    sheet.getRange('A1').dataValidation.rule = {
      wholeNumber: { formula1: 0, operator: 'GreaterThanOrEqualTo' },
    }
    sheet.pageLayout.orientation = 'Landscape'
    sheet.freezePanes.freezeRows(2)
    sheet.protection.protect()
    context.workbook.names.add('ten', sheet.getRange('A1'))
    context.workbook.settings.add('k', 1)
    context.workbook.customXmlParts.add(xml)
    sheet.activate()
    await context.sync()
  })
  const state = workbook.toJSON()
  const copy = Workbook.fromJSON(JSON.parse(JSON.stringify(state)))
  expect(JSON.parse(JSON.stringify(copy))).toEqual(JSON.parse(JSON.stringify(state)))
  expect(copy.activeSheet.content(0, 1)).toBe(6)
  const again = loadOffice(createHost(copy))
  await again.Excel.run(async context => {
    context.workbook.worksheets.getItem('Biểu 1').getRange('A1').values = [[5]]
    await expect(context.sync()).rejects.toMatchObject({ code: 'AccessDenied' })
  })
})
