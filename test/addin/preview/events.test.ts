// Events reach the handlers of the real library: from the add-in, the person and a co-author.
import { describe, expect, test } from 'vitest'
import { loadOffice } from '../../../addin/preview/office-in-node.ts'

const oneCell = { row: 0, column: 0, rows: 1, columns: 1 }

/** Lets handlers that wait in the queue run. */
function settled(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 5))
}

async function listening() {
  const office = loadOffice()
  const seen: Excel.WorksheetChangedEventArgs[] = []
  await office.Excel.run(async context => {
    context.workbook.worksheets.onChanged.add(async args => {
      seen.push(args)
    })
    await context.sync()
  })
  return { ...office, seen }
}

describe('events', () => {
  test('an own write comes from this add-in', async () => {
    const { Excel, seen } = await listening()
    await Excel.run(async context => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2').values = [
        [1, 2],
        [3, 4],
      ]
      await context.sync()
    })
    await settled()
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({
      type: 'WorksheetChanged',
      address: 'A1:B2',
      source: 'Local',
      triggerSource: 'ThisLocalAddin',
      changeType: 'RangeEdited',
    })
    // details exist for single cells only
    expect(seen[0]?.details).toBeUndefined()
  })

  test('typing is local, of unknown trigger, with details', async () => {
    const { workbook, seen } = await listening()
    workbook.type(workbook.activeSheet, 0, 0, '1.234,5')
    await settled()
    expect(seen[0]).toMatchObject({
      address: 'A1',
      source: 'Local',
      triggerSource: 'Unknown',
      details: { valueBefore: '', valueAfter: 1234.5, valueTypeBefore: 'Empty' },
    })
  })

  test("a co-author's edit is remote", async () => {
    const { workbook, seen } = await listening()
    workbook.acting('remote', () => workbook.activeSheet.write(oneCell, [[7]]))
    await settled()
    expect(seen[0]).toMatchObject({ address: 'A1', source: 'Remote' })
  })

  test('the range of an event can be read', async () => {
    const { Excel, workbook, seen } = await listening()
    workbook.type(workbook.activeSheet, 2, 1, 'mới')
    await settled()
    await Excel.run(async context => {
      const range = seen[0]?.getRange(context)
      range?.load('values')
      await context.sync()
      expect(range?.values).toEqual([['mới']])
    })
  })

  test('enableEvents off, dropped events and removed handlers stay silent', async () => {
    const { Excel, workbook, host, seen } = await listening()
    const events = (enabled: boolean) =>
      Excel.run(async context => {
        context.runtime.enableEvents = enabled
        await context.sync()
      })
    await events(false)
    workbook.type(workbook.activeSheet, 0, 0, '1')
    await events(true)
    host.dropEvents = true
    workbook.type(workbook.activeSheet, 0, 0, '2')
    host.dropEvents = false
    await settled()
    expect(seen).toHaveLength(0)

    const heard: string[] = []
    const handler = await Excel.run(async context => {
      const added = context.workbook.worksheets
        .getItem('Sheet1')
        .onSelectionChanged.add(async ({ address }) => {
          heard.push(address)
        })
      await context.sync()
      return added
    })
    workbook.select(workbook.activeSheet, { row: 3, column: 1, rows: 2, columns: 1 })
    await settled()
    await Excel.run(handler.context, async context => {
      handler.remove()
      await context.sync()
    })
    workbook.select(workbook.activeSheet, oneCell)
    await settled()
    expect(heard).toEqual(['B4:B5'])
  })

  test('sheets tell when they are added, activated, protected, calculated and deleted', async () => {
    const { Excel, workbook } = loadOffice()
    const heard: string[] = []
    const note = async (args: { type: string }) => void heard.push(args.type)
    await Excel.run(async context => {
      const { worksheets } = context.workbook
      worksheets.onAdded.add(note)
      worksheets.onActivated.add(note)
      worksheets.onDeleted.add(note)
      worksheets.onProtectionChanged.add(note)
      worksheets.onCalculated.add(note)
      worksheets.onFormulaChanged.add(note)
      await context.sync()
    })
    const sheet = workbook.addSheet('Biểu 1')
    workbook.activate(sheet)
    workbook.type(sheet, 0, 0, '=1+1')
    workbook.protect(sheet, [], 'Normal', '')
    workbook.deleteSheet(sheet)
    await settled()
    expect(heard).toEqual([
      'WorksheetAdded',
      'WorksheetActivated',
      'WorksheetFormulaChanged',
      'WorksheetCalculated',
      'WorksheetProtectionChanged',
      'WorksheetActivated',
      'WorksheetDeleted',
    ])
  })
})
