// The host's own behaviour: unknown members, edit mode, limits, levels, injected failures.
import { describe, expect, test } from 'vitest'
import { loadOffice } from '../../../addin/preview/office-in-node.ts'

describe('the host', () => {
  test('an unknown member fails loudly and is named', async () => {
    const { Excel } = loadOffice()
    const unknown: ((sheet: Excel.Worksheet) => unknown)[] = [
      sheet => sheet.charts.load('items'),
      sheet => sheet.getRange('A1').load('hasSpill'),
      sheet => sheet.getRange('A1').removeDuplicates([0], false),
      sheet => sheet.getRange('A1').format.set({ textOrientation: 90 }),
      sheet => sheet.onRowSorted.add(async () => undefined),
    ]
    const locations: unknown[] = []
    for (const touch of unknown) {
      await Excel.run(async context => {
        touch(context.workbook.worksheets.getItem('Sheet1'))
        await context.sync()
      }).catch((error: { code: string; debugInfo: { errorLocation: string } }) => {
        locations.push([error.code, error.debugInfo.errorLocation])
      })
    }
    expect(locations).toEqual(
      [
        'Worksheet.charts',
        'Range.hasSpill',
        'Range.removeDuplicates',
        'RangeFormat.textOrientation',
        'Worksheet._RegisterRowSortedEvent',
      ].map(location => ['NotImplemented', location]),
    )
  })

  test('nothing happens before sync', async () => {
    const { Excel, workbook } = loadOffice()
    await Excel.run(async context => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[1]]
      await Promise.resolve()
      expect(workbook.activeSheet.content(0, 0)).toBe('')
      await context.sync()
      expect(workbook.activeSheet.content(0, 0)).toBe(1)
    })
  })

  test('edit mode refuses, or waits when asked to', async () => {
    const { Excel, host, workbook } = loadOffice()
    const write = async (context: Excel.RequestContext) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[1]]
      await context.sync()
    }
    host.editMode = true
    await expect(Excel.run(write)).rejects.toMatchObject({
      code: 'InvalidOperationInCellEditMode',
    })
    const waiting = Excel.run({ delayForCellEdit: true }, write)
    await new Promise(resolve => setTimeout(resolve, 10))
    expect(workbook.activeSheet.content(0, 0)).toBe('')
    host.editMode = false
    await waiting
    expect(workbook.activeSheet.content(0, 0)).toBe(1)
  })

  test('payload limits: 5 MB on the web, what is set elsewhere', async () => {
    const { Excel, workbook, host } = loadOffice({ platform: 'OfficeOnline' })
    const write = (text: string) =>
      Excel.run(async context => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[text]]
        await context.sync()
      })
    // two bytes each
    await expect(write('ộ'.repeat(2_700_000))).rejects.toMatchObject({
      code: 'RequestPayloadSizeLimitExceeded',
    })
    expect(workbook.activeSheet.content(0, 0)).toBe('')
    host.platform = 'PC'
    await write('ộ'.repeat(2_700_000))
    await write('a'.repeat(5000))
    host.payloadLimit = 4000
    await expect(
      Excel.run(async context => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1').load('values')
        await context.sync()
      }),
    ).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' })
  })

  test('members above the level are ApiNotFound, and nothing is sent', async () => {
    const { Excel, Office, takeSyncs } = loadOffice({ apiLevel: '1.9' })
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(true)
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.10')).toBe(false)
    await expect(
      Excel.run(async context => {
        context.workbook.worksheets.getItem('Sheet1').getRange('1:2').group('ByRows')
        await context.sync()
      }),
    ).rejects.toMatchObject({ code: 'ApiNotFound' })
    expect(takeSyncs()).toBe(0)
  })

  test('another workbook in front refuses what shows a sheet, and nothing else', async () => {
    const { Excel, host, workbook } = loadOffice()
    host.focusElsewhere = true
    const act = (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown) =>
      Excel.run(async context => {
        work(context.workbook.worksheets.getItem('Sheet1'), context)
        await context.sync()
      })
    const refused = { code: 'InactiveWorkbook' }
    await expect(act(sheet => sheet.activate())).rejects.toMatchObject(refused)
    await expect(act(sheet => sheet.getRange('B2').select())).rejects.toMatchObject(refused)
    await expect(
      act((_, context) => context.workbook.worksheets.add('Biểu 1')),
    ).rejects.toMatchObject(refused)
    await act(sheet => {
      sheet.getRange('A1').values = [[1]]
    })
    expect(workbook.activeSheet.content(0, 0)).toBe(1)
    host.focusElsewhere = false
    await act(sheet => sheet.getRange('B2').select())
  })

  test('a new workbook is opened with what the add-in gives', async () => {
    const { Excel, host } = loadOffice()
    await Excel.createWorkbook('UEsDBA==')
    expect(host.opened).toEqual(['UEsDBA=='])
  })

  test('below their versions changes say neither who made them nor what was there', async () => {
    const { Excel, workbook } = loadOffice({ apiLevel: '1.9' })
    const heard: (string | undefined)[] = []
    await Excel.run(async context => {
      context.workbook.worksheets.onChanged.add(async ({ triggerSource }) => {
        heard.push(triggerSource)
      })
      await context.sync()
    })
    workbook.type(workbook.activeSheet, 0, 0, '1')
    await expect.poll(() => heard).toEqual([undefined])
  })

  test('a failure can be injected once', async () => {
    const { Excel, host } = loadOffice()
    const read = () =>
      Excel.run(async context => {
        context.workbook.worksheets.getActiveWorksheet().load('name')
        await context.sync()
      })
    host.failNext = 'GeneralException'
    await expect(read()).rejects.toMatchObject({ code: 'GeneralException' })
    await read()
  })

  test('latency delays the answer', async () => {
    const { Excel, host } = loadOffice({ latency: 40 })
    const start = performance.now()
    await Excel.run(async context => {
      context.workbook.worksheets.getActiveWorksheet().load('name')
      await context.sync()
    })
    expect(performance.now() - start).toBeGreaterThan(35)
    host.latency = 0
  })

  test('the loader members an add-in needs at start', async () => {
    const { Office } = loadOffice({ platform: 'OfficeOnline' })
    await expect(Office.onReady()).resolves.toEqual({ host: 'Excel', platform: 'OfficeOnline' })
    expect(Office.context.contentLanguage).toBe('vi-VN')
    expect(Office.context.partitionKey).toBe('preview')
  })

  test('application and culture', async () => {
    const { Excel } = loadOffice()
    await Excel.run(async context => {
      const { application } = context.workbook
      application.suspendScreenUpdatingUntilNextSync()
      application.suspendApiCalculationUntilNextSync()
      application.load('calculationMode,decimalSeparator,cultureInfo/name')
      await context.sync()
      expect(application.calculationMode).toBe('Automatic')
      expect([application.decimalSeparator, application.cultureInfo.name]).toEqual([',', 'vi-VN'])
    })
  })
})
