// What reaches an add-in while a person works: events, edit mode, pasting. The page asks the person
// to take the steps; tests take them at the workbook.
import type { Json } from '../processor/protocol.ts'
import { cellValue, changesDuring, type Item, onSheet, outcome } from './item.ts'

export const people: readonly Item[] = [
  {
    name: 'an own write is heard as a change by this add-in',
    expected: ({ supports }) => ['A1', 'Local', supports('1.14') ? 'ThisLocalAddin' : null],
    run: async bench => {
      const [change] = await changesDuring(bench, () =>
        onSheet(bench, async (sheet, context) => {
          sheet.getRange('A1').values = [[1]]
          await context.sync()
        }),
      )
      return [change?.address ?? null, change?.source ?? null, change?.triggerSource ?? null]
    },
  },
  {
    name: 'a change of several cells has no details',
    expected: ['A1:B2', false],
    run: async bench => {
      const [change] = await changesDuring(bench, () =>
        onSheet(bench, async (sheet, context) => {
          sheet.getRange('A1:B2').values = [
            [1, 2],
            [3, 4],
          ]
          await context.sync()
        }),
      )
      return [change?.address ?? null, change?.details !== undefined]
    },
  },
  {
    name: 'typing one cell is heard with what it was and is',
    expected: ['A1', 'Local', '', 5],
    run: async bench => {
      const [change] = await changesDuring(bench, () => bench.ask('type'))
      // a change of one cell; the typings leave the values open
      const { valueBefore = null, valueAfter = null }: { valueBefore?: Json; valueAfter?: Json } =
        change?.details ?? {}
      return [change?.address ?? null, change?.source ?? null, valueBefore, valueAfter]
    },
  },
  {
    name: 'while a cell is edited requests fail, unless they asked to wait',
    expected: ['InvalidOperationInCellEditMode', 'waited', 'done'],
    run: async bench => {
      await bench.ask('begin-edit')
      const refused = await outcome(cellValue(bench, 'B1'))
      let ended = false
      const reading = bench.Excel.run({ delayForCellEdit: true }, async context => {
        context.workbook.worksheets.getItem(bench.sheet).getRange('B1').load('values')
        await context.sync()
        ended = true
      })
      const finished = outcome(reading)
      await new Promise(resolve => setTimeout(resolve, 100))
      const waited = ended ? 'did not wait' : 'waited'
      await bench.ask('end-edit')
      return [refused, waited, await finished]
    },
  },
  {
    name: 'a plain paste replaces lock, format and validation',
    expected: [true, 'General', 'None'],
    run: async bench => {
      await onSheet(bench, async (sheet, context) => {
        const cell = sheet.getRange('A1')
        cell.format.protection.locked = false
        cell.numberFormat = [['#,##0.0']]
        cell.dataValidation.rule = { wholeNumber: { formula1: 0, operator: 'GreaterThan' } }
        await context.sync()
      })
      await bench.ask('paste')
      return onSheet(bench, async (sheet, context) => {
        const cell = sheet.getRange('A1')
        cell.load('numberFormat,format/protection/locked,dataValidation/type')
        await context.sync()
        return [cell.format.protection.locked, cell.numberFormat[0]?.[0], cell.dataValidation.type]
      })
    },
  },
  {
    name: 'a paste is heard as one change of the pasted area',
    expected: [['A1', 'RangeEdited']],
    unconfirmed: true,
    run: async bench => {
      const changes = await changesDuring(bench, () => bench.ask('paste'))
      return changes.map(({ address, changeType }) => [address, changeType])
    },
  },
]
