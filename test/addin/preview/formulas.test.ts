// The formula evaluator: Excel's coercions and errors, recalculation across sheets.
import { describe, expect, test } from 'vitest'
import { loadOffice } from '../../../addin/preview/office-in-node.ts'
import { Workbook } from '../../../addin/preview/workbook/workbook.ts'

// A1 = 1, B1 = 2, C1 = text, D1 = TRUE, A2 blank, A3 = 3, B3 = "4" as text
function cells() {
  const workbook = new Workbook()
  const sheet = workbook.activeSheet
  sheet.write({ row: 0, column: 0, rows: 3, columns: 4 }, [
    [1, 2, 'chữ', true],
    ['', '', '', ''],
    [3, "'4", '', ''],
  ])
  return sheet
}

const at = { row: 9, column: 9, rows: 1, columns: 1 }

describe('formulas', () => {
  test.each([
    ['=1+2*3^2', 19],
    ['=-2^2', 4],
    ['=2^-1', 0.5],
    ['=50%+1', 1.5],
    ['=(1+2)*3', 9],
    ['=0.1+0.2', 0.3],
    ['="a"&1.5&TRUE', 'a1.5TRUE'],
    ['=A1+A2', 1],
    ['=A2', 0],
    ['=A2=""', true],
    ['=A1+C1', '#VALUE!'],
    ['=A1+B3', 5],
    ['=A1+D1', 2],
    ['=1/A2', '#DIV/0!'],
    ['=SUM(A1:D3)', 6],
    ['=SUM(A1,B1:B3,"3")', 6],
    ['=SUM($A$1:A3)', 4],
    ['=COUNT(A1:D3)', 3],
    ['=COUNTA(A1:D3)', 6],
    ['=COUNTBLANK(A1:D3)', 6],
    ['=MIN(A1:D3)', 1],
    ['=MAX(A1:D3)', 3],
    ['=IF(A1>B1,"lớn","nhỏ")', 'nhỏ'],
    ['=IF(FALSE,1/0)', false],
    ['=IF(A1=1,,5)', 0],
    ['=IFERROR(1/0,"không")', 'không'],
    ['=IF(B1=0,"",ROUND(A1/B1*100,1))', 50],
    ['=ROUND(2.675,2)', 2.68],
    ['=ROUND(-2.5,0)', -3],
    ['=ROUND(1234,-2)', 1200],
    ['=AND(A1=1,B1=2)', true],
    ['=OR(A1=9,B1=9)', false],
    ['=NOT(A1=1)', false],
    ['=ABS(-3)', 3],
    ['=ISBLANK(A2)', true],
    ['=ISNUMBER(B3)', false],
    ['=ISTEXT(C1)', true],
    ['=LEN(C1)', 3],
    ['=LEFT(C1,2)', 'ch'],
    ['=LEFT(1.5)', '1'],
    ['=LEFT(C1,-1)', '#VALUE!'],
    ['=N(B1)+N(C1)+N(A2)+N(D1)', 3],
    ['=N(1/0)', '#DIV/0!'],
    ['=COUNTIF(A1:D3,"CH*")', 1],
    ['=COUNTIF(A1:D3,"?")', 1],
    ['=COUNTIF(A1:D3,"(")', 0],
    ['=MATCH("*",A1:D1,0)', 3],
    ['=MATCH(3,A1:A3,0)', 3],
    ['=MATCH("không có",A1:A3,0)', '#N/A'],
    ['=INDEX(A1:D1,3)', 'chữ'],
    ['="a"<"B"', true],
    ['="x">5', true],
    ['=KHONGCO(1)', '#NAME?'],
    ['=khongco', '#NAME?'],
    ['=Khac!A1', '#REF!'],
    ['=A1:A3', '#VALUE!'],
    ['=SUM(1/0,1)', '#DIV/0!'],
  ])('%s gives %s', (formula, result) => {
    const sheet = cells()
    sheet.write(at, [[formula]])
    expect(sheet.content(9, 9)).toBe(result)
    expect(sheet.isError(9, 9)).toBe(typeof result === 'string' && result.startsWith('#'))
  })

  test('a circle gives 0 and is flagged', () => {
    const sheet = cells()
    sheet.write({ ...at, columns: 2 }, [['=K10+1', '=J10+1']])
    expect(sheet.content(9, 9)).toBe(0)
    expect(sheet.isCircular(9, 9)).toBe(true)
    expect(sheet.isCircular(0, 0)).toBe(false)
  })

  test('a chain of thousands of cells is computed, a circle as long is flagged', () => {
    const sheet = new Workbook().activeSheet
    const column = { row: 0, column: 0, rows: 3000, columns: 1 }
    const chain = Array.from({ length: 3000 }, (_, row) => [row === 0 ? 1 : `=A${row}+1`])
    sheet.write(column, chain)
    expect(sheet.content(2999, 0)).toBe(3000)
    sheet.write({ ...column, rows: 1 }, [['=A3000+1']])
    sheet.content(2999, 0)
    expect(
      Array.from({ length: 3000 }, (_, row) => row).some(row => sheet.isCircular(row, 0)),
    ).toBe(true)
  })

  test('results follow cells on other sheets, renamed and deleted', async () => {
    const { Excel, workbook } = loadOffice()
    const third = workbook.addSheet('Biểu 3')
    const sheet = workbook.sheet('Sheet1')
    await Excel.run(async context => {
      const { worksheets } = context.workbook
      worksheets.getItem('Biểu 3').getRange('E10').values = [[5]]
      const total = worksheets.getItem('Sheet1').getRange('A1:B1')
      total.formulas = [["='Biểu 3'!E10*2", '=A1+1']]
      total.load('values')
      await context.sync()
      expect(total.values).toEqual([[10, 11]])
    })
    workbook.type(third, 9, 4, '7')
    expect(sheet?.content(0, 1)).toBe(15)
    third.name = "Biểu '3'a"
    expect(sheet?.formula(0, 0)).toBe("='Biểu ''3''a'!E10*2")
    expect(sheet?.content(0, 0)).toBe(14)
    workbook.deleteSheet(third)
    expect(sheet?.content(0, 1)).toBe('#REF!')
  })

  test('names work in formulas', async () => {
    const { Excel } = loadOffice()
    await Excel.run(async context => {
      const sheet = context.workbook.worksheets.getItem('Sheet1')
      sheet.getRange('A1:A3').values = [[1], [2], [3]]
      context.workbook.names.add('khoi', sheet.getRange('A1:A3'))
      const total = sheet.getRange('B1')
      total.formulas = [['=SUM(khoi)']]
      total.load('values')
      await context.sync()
      expect(total.values).toEqual([[6]])
    })
  })

  test('manual calculation waits to be asked', async () => {
    const { Excel, workbook } = loadOffice()
    await Excel.run(async context => {
      const sheet = context.workbook.worksheets.getItem('Sheet1')
      const result = sheet.getRange('B1')
      result.formulas = [['=A1*2']]
      result.load('values')
      await context.sync()
      context.workbook.application.calculationMode = 'Manual'
      sheet.getRange('A1').values = [[4]]
      result.load('values')
      await context.sync()
      expect(result.values).toEqual([[0]])
      context.workbook.application.calculate('Full')
      await context.sync()
    })
    expect(workbook.activeSheet.content(0, 1)).toBe(8)
  })
})
