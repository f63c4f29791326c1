// What cells hold and show, and what follows when rows move.
import { type Item, onSheet } from './item.ts'

export const values: readonly Item[] = [
  {
    name: 'a string is read with en-US rules',
    expected: [1234.5, '1.234,5', '007'],
    run: bench =>
      onSheet(bench, async (sheet, context) => {
        const range = sheet.getRange('A1:C1')
        range.values = [['1,234.5', '1.234,5', "'007"]]
        range.load('values')
        await context.sync()
        return range.values[0] ?? null
      }),
  },
  {
    name: 'a date is a serial number',
    expected: [46347, '21/11/2026'],
    run: bench =>
      onSheet(bench, async (sheet, context) => {
        const range = sheet.getRange('A1')
        range.numberFormat = [['dd/mm/yyyy']]
        range.values = [[46347]]
        range.load('values,text')
        await context.sync()
        return [range.values[0]?.[0], range.text[0]?.[0] ?? null]
      }),
  },
  {
    name: 'text follows the person’s marks, values do not',
    expected: [1234.5, true],
    run: bench =>
      onSheet(bench, async (sheet, context) => {
        const range = sheet.getRange('A1')
        range.numberFormat = [['#,##0.0']]
        range.values = [[1234.5]]
        range.load('values,text')
        const { application } = context.workbook
        const knowsMarks = bench.supports('1.11')
        if (knowsMarks) application.load('decimalSeparator,thousandsSeparator')
        await context.sync()
        const shown = range.text[0]?.[0] ?? ''
        const follows = knowsMarks
          ? shown === `1${application.thousandsSeparator}234${application.decimalSeparator}5`
          : /^1\D234\D5$/.test(shown)
        return [range.values[0]?.[0], follows]
      }),
  },
  {
    name: 'an error is its code in values, and of type Error',
    expected: ['#DIV/0!', 'Error'],
    unconfirmed: true,
    run: bench =>
      onSheet(bench, async (sheet, context) => {
        const range = sheet.getRange('A1')
        range.formulas = [['=1/0']]
        range.load('values,valueTypes')
        await context.sync()
        return [range.values[0]?.[0], range.valueTypes[0]?.[0] ?? null]
      }),
  },
  {
    name: 'merging keeps the top-left value only',
    expected: [
      [1, ''],
      ['', ''],
    ],
    run: bench =>
      onSheet(bench, async (sheet, context) => {
        const range = sheet.getRange('A1:B2')
        range.values = [
          [1, 2],
          [3, 4],
        ]
        range.merge()
        range.load('values')
        await context.sync()
        return range.values
      }),
  },
  {
    name: 'an inserted row moves what lies below it and stretches what reaches over it',
    expected: ['=SUM(A1:A3)', '=A3', '=SUM(B1:B1)'],
    run: bench =>
      onSheet(bench, async (sheet, context) => {
        sheet.getRange('A4:C4').formulas = [['=SUM(A1:A2)', '=A2', '=SUM(B1:B1)']]
        sheet.getRange('2:2').insert('Down')
        const moved = sheet.getRange('A5:C5')
        moved.load('formulas')
        await context.sync()
        return moved.formulas[0] ?? null
      }),
  },
  {
    name: 'a deleted row leaves #REF! where nothing else was meant',
    expected: ['=SUM(A1:A1)', '=#REF!'],
    run: bench =>
      onSheet(bench, async (sheet, context) => {
        sheet.getRange('A4:B4').formulas = [['=SUM(A1:A2)', '=A2']]
        sheet.getRange('2:2').delete('Up')
        const left = sheet.getRange('A3:B3')
        left.load('formulas')
        await context.sync()
        return left.formulas[0] ?? null
      }),
  },
  {
    name: 'a name whose cells were deleted keeps its sheet and #REF!',
    expected: ['Error', '#REF!'],
    unconfirmed: true,
    run: bench =>
      onSheet(bench, async (sheet, context) => {
        const name = sheet.names.add('CCHC_THU', sheet.getRange('A2'))
        sheet.getRange('2:2').delete('Up')
        name.load('type,formula')
        await context.sync()
        return [name.type, name.formula.split('!').slice(-2).join('!')]
      }),
  },
]
