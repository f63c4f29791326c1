// How commands are queued, answered and refused.
import { cellValue, codeOf, type Item, onSheet, outcome } from './item.ts'

export const queue: readonly Item[] = [
  {
    name: 'nothing happens before sync',
    expected: ['', 1],
    run: async bench => {
      const context = new bench.Excel.RequestContext()
      context.workbook.worksheets.getItem(bench.sheet).getRange('A1').values = [[1]]
      const before = await cellValue(bench, 'A1')
      await context.sync()
      return [before, await cellValue(bench, 'A1')]
    },
  },
  {
    name: 'commands run in the order they were queued',
    expected: [1, 2],
    run: bench =>
      onSheet(bench, async (sheet, context) => {
        sheet.getRange('A1').values = [[1]]
        const between = sheet.getRange('A1')
        between.load('values')
        sheet.getRange('A1:B1').values = [[2, 3]]
        const after = sheet.getRange('A1')
        after.load('values')
        await context.sync()
        return [between.values[0]?.[0], after.values[0]?.[0]]
      }),
  },
  {
    name: 'a failure is a rejection of sync, with name, code and place',
    expected: ['RichApi.Error', 'InvalidArgument', 'Range.values'],
    run: bench =>
      onSheet(bench, async (sheet, context) => {
        sheet.getRange('A1:B2').values = [[1, 2]]
        try {
          await context.sync()
          return 'done'
        } catch (error) {
          // the named boundary: Office's own error
          const { name, debugInfo } = error as OfficeExtension.Error
          return [name, codeOf(error), debugInfo.errorLocation ?? null]
        }
      }),
  },
  {
    name: 'what comes before the failing command stays, what follows does not run',
    expected: [1, '', ''],
    unconfirmed: true,
    run: async bench => {
      const writing = onSheet(bench, async (sheet, context) => {
        sheet.getRange('A1').values = [[1]]
        sheet.getRange('A2:B2').values = [[2]]
        sheet.getRange('A3').values = [[3]]
        await context.sync()
      })
      await outcome(writing)
      return [
        await cellValue(bench, 'A1'),
        await cellValue(bench, 'A2'),
        await cellValue(bench, 'A3'),
      ]
    },
  },
  {
    name: 'a property that was not loaded cannot be read',
    expected: 'PropertyNotLoaded',
    run: bench =>
      onSheet(bench, async (sheet, context) => {
        const range = sheet.getRange('A1')
        await context.sync()
        return outcome((async () => range.values)())
      }),
  },
  {
    name: 'what was loaded stays as it was at sync',
    expected: [1, 2],
    run: bench =>
      onSheet(bench, async (sheet, context) => {
        const range = sheet.getRange('A1')
        range.values = [[1]]
        range.load('values')
        await context.sync()
        await onSheet(bench, async (again, other) => {
          again.getRange('A1').values = [[2]]
          await other.sync()
        })
        return [range.values[0]?.[0], await cellValue(bench, 'A1')]
      }),
  },
  {
    name: 'isNullObject is known after sync without a load',
    expected: true,
    run: ({ Excel }) =>
      Excel.run(async context => {
        const missing = context.workbook.worksheets.getItemOrNullObject('CCHC không có')
        await context.sync()
        return missing.isNullObject
      }),
  },
  {
    name: 'a missing item is ItemNotFound at sync',
    expected: 'ItemNotFound',
    run: ({ Excel }) =>
      outcome(
        Excel.run(async context => {
          context.workbook.worksheets.getItem('CCHC không có').load('name')
          await context.sync()
        }),
      ),
  },
]
