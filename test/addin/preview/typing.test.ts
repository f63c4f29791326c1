// What a person does at the grid: vi-VN typing, validation, pasting, undo.
import { describe, expect, test } from 'vitest'
import { loadOffice } from '../../../addin/preview/office-in-node.ts'
import { TypingRefused, Workbook } from '../../../addin/preview/workbook/workbook.ts'

function emptySheet() {
  const workbook = new Workbook()
  return { workbook, sheet: workbook.activeSheet }
}

describe('typing in a Vietnamese Excel', () => {
  test.each([
    ['1.234,5', 1234.5, '1.234,50'],
    ['1234', 1234, '1234'],
    ['1.234.567', 1234567, '1.234.567'],
    ['-0,5', -0.5, '-0,5'],
    ['12%', 0.12, '12%'],
    ['12,5%', 0.125, '12,50%'],
    ['1,5e3', 1500, '1500'],
    ['21/11/2026', 46347, '21/11/2026'],
    ['true', true, 'TRUE'],
    ["'012", '012', '012'],
    ['1,234.5', '1,234.5', '1,234.5'],
    ['1.23', '1.23', '1.23'],
    ['12.345.6', '12.345.6', '12.345.6'],
    ['không', 'không', 'không'],
    ['31/02/2026', '31/02/2026', '31/02/2026'],
    ['', '', ''],
  ])('%s', (text, content, shown) => {
    const { workbook, sheet } = emptySheet()
    workbook.type(sheet, 0, 0, text)
    expect(sheet.content(0, 0)).toBe(content)
    expect(sheet.text(0, 0)).toBe(shown)
  })

  test('a formula speaks the locale, and text cells keep it as text', () => {
    const { workbook, sheet } = emptySheet()
    workbook.type(sheet, 0, 0, '=SUM(1,5;2)')
    expect(sheet.formula(0, 0)).toBe('=SUM(1.5,2)')
    expect(sheet.localFormula(0, 0)).toBe('=SUM(1,5;2)')
    expect(sheet.text(0, 0)).toBe('3,5')
    sheet.paint({ row: 1, column: 0, rows: 1, columns: 1 }, { numberFormat: '@' })
    workbook.type(sheet, 1, 0, '=SUM(1;2)')
    expect(sheet.content(1, 0)).toBe('=SUM(1;2)')
    expect(() => workbook.type(sheet, 2, 0, '=SUM(1;')).toThrow(
      expect.objectContaining({ reason: 'formula' }),
    )
  })

  test.each([
    ['#,##0', 1234567.5, '1.234.568'],
    ['#,##0.0', -1234.56, '-1.234,6'],
    ['0.0%', 0.1234, '12,3%'],
    ['0.00;(0.00);"-"', -2, '(2,00)'],
    ['0.00;(0.00);"-"', 0, '-'],
    ['0 "hồ sơ"', 12, '12 hồ sơ'],
    ['dd/mm/yyyy', 45000, '15/03/2023'],
    ['General', 0.1 + 0.2, '0,3'],
    ['General', 123456789012, '1,23457E+11'],
  ])('%s shows %f as %s', (numberFormat, content, shown) => {
    const { sheet } = emptySheet()
    const area = { row: 0, column: 0, rows: 1, columns: 1 }
    sheet.paint(area, { numberFormat })
    sheet.write(area, [[content]])
    expect(sheet.text(0, 0)).toBe(shown)
  })
})

async function formWithRules() {
  const office = loadOffice()
  await office.Excel.run(async context => {
    const sheet = context.workbook.worksheets.getItem('Sheet1')
    sheet.getRange('D1:D2').values = [['có'], ['không']]
    const cells = sheet.getRange('A1:A3')
    cells.format.protection.locked = false
    cells.format.fill.color = '#FFF4CE'
    cells.dataValidation.rule = {
      wholeNumber: { formula1: 0, formula2: '=$E$1', operator: 'Between' },
    }
    cells.dataValidation.prompt = { title: 'Số', message: 'Số nguyên', showPrompt: true }
    cells.dataValidation.errorAlert = {
      title: 'Sai',
      message: 'Phải là số nguyên',
      style: 'Stop',
      showAlert: true,
    }
    sheet.getRange('E1').values = [[100]]
    sheet.getRange('B1').dataValidation.rule = {
      list: { inCellDropDown: true, source: sheet.getRange('D1:D2') },
    }
    sheet.getRange('B2:B3').dataValidation.rule = { custom: { formula: '=LEN(B2)<=3' } }
    await context.sync()
  })
  return { ...office, sheet: office.workbook.activeSheet }
}

describe('data validation', () => {
  test('applies to typing', async () => {
    const { workbook, sheet } = await formWithRules()
    workbook.type(sheet, 0, 0, '12')
    expect(() => workbook.type(sheet, 1, 0, '1,5')).toThrow(TypingRefused)
    expect(() => workbook.type(sheet, 1, 0, '101')).toThrow(
      expect.objectContaining({ alert: expect.objectContaining({ title: 'Sai' }) }),
    )
    expect(() => workbook.type(sheet, 1, 0, 'hai')).toThrow(TypingRefused)
    workbook.type(sheet, 0, 1, 'có')
    expect(() => workbook.type(sheet, 0, 1, 'chưa')).toThrow(TypingRefused)
    // the custom rule is seen from the typed cell
    workbook.type(sheet, 2, 1, 'abc')
    expect(() => workbook.type(sheet, 2, 1, 'abcd')).toThrow(TypingRefused)
    expect(sheet.content(2, 1)).toBe('abc')
    expect(sheet.content(1, 0)).toBe('')
  })

  test('does not apply to pasting, nor to the add-in', async () => {
    const { Excel, workbook, sheet } = await formWithRules()
    workbook.paste(sheet, 0, 0, 'hai\r\n1,5\r\n', { formats: false })
    expect([sheet.content(0, 0), sheet.content(1, 0)]).toEqual(['hai', 1.5])
    await Excel.run(async context => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A3').values = [['ba']]
      await context.sync()
    })
    expect(sheet.content(2, 0)).toBe('ba')
  })

  test('reads back, and reads null where it differs', async () => {
    const { Excel } = await formWithRules()
    await Excel.run(async context => {
      const sheet = context.workbook.worksheets.getItem('Sheet1')
      const cells = sheet.getRange('A1:A3').dataValidation
      const list = sheet.getRange('B1').dataValidation
      const none = sheet.getRange('H1').dataValidation
      const mixed = sheet.getRange('A1:B1').dataValidation
      for (const validation of [cells, list, none, mixed]) validation.load('type,rule,prompt')
      await context.sync()
      expect(cells.rule).toEqual({
        wholeNumber: { formula1: 0, formula2: '=$E$1', operator: 'Between' },
      })
      expect(cells.prompt.message).toBe('Số nguyên')
      expect(list.rule.list?.source).toBe('=Sheet1!$D$1:$D$2')
      expect([cells.type, none.type, mixed.type]).toEqual(['WholeNumber', 'None', 'Inconsistent'])
      expect(mixed.rule).toBeNull()
    })
  })
})

describe('pasting', () => {
  test('a plain paste brings the Normal style: locked, unformatted, without rules', async () => {
    const { Excel, workbook, sheet } = await formWithRules()
    workbook.protect(sheet, [], 'Normal', '')
    workbook.paste(sheet, 0, 0, '1.234,5\n7')
    await expect(async () => workbook.paste(sheet, 0, 0, '8')).rejects.toMatchObject({
      reason: 'locked',
    })
    await Excel.run(async context => {
      const cell = context.workbook.worksheets.getItem('Sheet1').getRange('A1')
      cell.load('values,format/protection/locked,format/fill/color,dataValidation/type')
      await context.sync()
      expect(cell.values).toEqual([[1234.5]])
      expect(cell.format.protection.locked).toBe(true)
      expect(cell.format.fill.color).toBe('#FFFFFF')
      expect(cell.dataValidation.type).toBe('None')
    })
    // the third cell was not pasted over
    workbook.type(sheet, 2, 0, '9')
  })

  test('with an unlocked Normal style a paste leaves the cells open', async () => {
    const { Excel, workbook, sheet } = await formWithRules()
    await Excel.run(async context => {
      context.workbook.styles.getItem('Normal').locked = false
      context.workbook.worksheets
        .getItem('Sheet1')
        .getRange('D1:E9').format.protection.locked = true
      context.workbook.worksheets.getItem('Sheet1').protection.protect()
      await context.sync()
    })
    workbook.paste(sheet, 0, 0, '5')
    workbook.paste(sheet, 0, 0, '6')
    expect(sheet.content(0, 0)).toBe(6)
    expect(() => workbook.paste(sheet, 0, 3, '7')).toThrow(
      expect.objectContaining({ reason: 'locked' }),
    )
  })

  test('quoted cells keep tabs and line ends', () => {
    const { workbook, sheet } = emptySheet()
    const area = workbook.paste(sheet, 0, 0, '"a\nb"\t"nói ""có"""\r\n1\t\t3\r\n')
    expect(area).toEqual({ row: 0, column: 0, rows: 2, columns: 3 })
    expect(sheet.content(0, 0)).toBe('a\nb')
    expect(sheet.content(0, 1)).toBe('nói "có"')
    expect(sheet.content(1, 2)).toBe(3)
  })

  test('a person takes steps back one by one, until protection changes', async () => {
    const { workbook, sheet } = await formWithRules()
    workbook.type(sheet, 0, 0, '1')
    workbook.paste(sheet, 0, 0, '2\n3')
    workbook.erase(sheet, { row: 0, column: 0, rows: 2, columns: 1 })
    expect(workbook.undo()).toBe(true)
    expect([sheet.content(0, 0), sheet.content(1, 0)]).toEqual([2, 3])
    workbook.undo()
    expect(sheet.content(0, 0)).toBe(1)
    expect(sheet.format(0, 0)).toMatchObject({ locked: false, fill: '#FFF4CE' })
    expect(() => workbook.type(sheet, 0, 0, 'x')).toThrow(TypingRefused)
    workbook.protect(sheet, [], 'Normal', '')
    expect(workbook.undo()).toBe(false)
    expect(() => workbook.type(sheet, 5, 5, 'x')).toThrow(
      expect.objectContaining({ reason: 'locked' }),
    )
  })
})

describe('pasting cells of the same workbook', () => {
  test('contents, looks and rules come along, formulas look as far away as before', () => {
    const { workbook, sheet } = emptySheet()
    const at = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 })
    workbook.type(sheet, 0, 0, '5')
    workbook.type(sheet, 0, 1, '=A1*2')
    sheet.paint(at(0, 1), { numberFormat: '#,##0.0', locked: false })
    sheet.validations.set({
      area: at(0, 1),
      origin: { row: 0, column: 1 },
      rule: { custom: { formula: '=B1>A1' } },
      prompt: { title: '', message: '', showPrompt: false },
      alert: { title: '', message: '', style: 'Stop', showAlert: true },
      ignoreBlanks: true,
    })
    const before = workbook.toJSON()
    workbook.pasteCells({ sheet, area: { ...at(0, 0), columns: 2 } }, sheet, 3, 2)
    expect(sheet.formula(3, 3)).toBe('=C4*2')
    expect(sheet.text(3, 3)).toBe('10,0')
    expect(sheet.format(3, 3).locked).toBe(false)
    expect(sheet.format(3, 2).locked).toBe(true)
    expect(sheet.validations.at(3, 3)).toMatchObject({
      origin: { row: 3, column: 3 },
      rule: { custom: { formula: '=D4>C4' } },
    })
    workbook.undo()
    expect(workbook.toJSON()).toEqual(before)
  })

  test('a locked target refuses it', () => {
    const { workbook, sheet } = emptySheet()
    workbook.protect(sheet, [], 'Normal', '')
    const area = { row: 0, column: 0, rows: 1, columns: 1 }
    expect(() => workbook.pasteCells({ sheet, area }, sheet, 1, 1)).toThrow(
      expect.objectContaining({ reason: 'locked' }),
    )
  })
})
