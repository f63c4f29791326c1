// The pane beside the sheet, in a real browser: Microsoft's own client reaching the workbook of the
// page, the switches, the demo codes; and the page as a whole.
import { describe, expect, test } from 'vitest'
import { serious } from './axe.ts'
import { previewPage } from './preview-page.ts'
import { demoCodes, smallForm } from './preview-server.ts'

const preview = previewPage()
const { cell, open, shows } = preview

describe('the pane', () => {
  test('Microsoft’s client in the frame writes a cell of the page', async () => {
    await open()
    const pane = await preview.pane()
    expect(await pane.locator('#host').textContent()).toBe('Excel')
    const seen = await pane.evaluate(() =>
      Excel.run(async context => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('B2:B3')
        range.values = [[1234.5], ['=B2*2']]
        range.load('text')
        await context.sync()
        return [range.text, Office.context.requirements.isSetSupported('ExcelApi', '1.14')]
      }),
    )
    expect(seen).toEqual([[['1234,5'], ['2469']], true])
    await shows('B3', '2469')
  })

  test('hears what a person types, and is refused while a cell is being edited', async () => {
    await open()
    const pane = await preview.pane()
    await pane.evaluate(() =>
      Excel.run(async context => {
        context.workbook.worksheets.onChanged.add(async ({ address, details }) => {
          document.title = `${address} ${details?.valueAfter}`
        })
        await context.sync()
      }),
    )
    await cell('C4').click()
    await preview.page.keyboard.type('12')
    const refused = pane.evaluate(() =>
      Excel.run(async context => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]]
        await context.sync()
      }).catch(({ code }) => code),
    )
    expect(await refused).toBe('InvalidOperationInCellEditMode')
    await preview.page.keyboard.press('Enter')
    await expect.poll(() => pane.title()).toBe('C4 12')
  })

  test('hears a co-author, and nothing while events get lost', async () => {
    await open()
    const pane = await preview.pane()
    await pane.evaluate(() =>
      Excel.run(async context => {
        context.workbook.worksheets.onChanged.add(async ({ address, source }) => {
          document.title = `${address} ${source}`
        })
        await context.sync()
      }),
    )
    await cell('B2').click()
    await preview.page.getByText('Công tắc của máy mô phỏng').click()
    await preview.page.getByRole('button', { name: 'Người khác sửa' }).click()
    await expect.poll(() => pane.title()).toBe('B2 Remote')
    await preview.page.getByLabel('Mất sự kiện').check()
    await cell('C3').click()
    await preview.page.getByRole('button', { name: 'Người khác sửa' }).click()
    await shows('C3', '1')
    expect(await pane.title()).toBe('B2 Remote')
    await preview.page.getByLabel('Bảo vệ trang tính').check()
    await expect.poll(() => cell('C3').getAttribute('aria-readonly')).toBe('true')
  })

  test('meets the Excel of the switches: its version, and another workbook in front', async () => {
    await open('?api=1.9&focus=elsewhere')
    const pane = await preview.pane()
    const codes = () =>
      pane.evaluate(() => {
        const code = (work: (sheet: Excel.Worksheet) => unknown) =>
          Excel.run(async context => {
            work(context.workbook.worksheets.getActiveWorksheet())
            await context.sync()
            return 'done'
          }).catch((error: { code: string }) => error.code)
        return Promise.all([
          code(sheet => sheet.getRange('1:1').group('ByRows')),
          code(sheet => sheet.activate()),
        ])
      })
    expect(await codes()).toEqual(['ApiNotFound', 'InactiveWorkbook'])
    await preview.page.getByText('Công tắc của máy mô phỏng').click()
    await preview.page.getByLabel('Sổ tính khác ở trước').uncheck()
    expect(await codes()).toEqual(['ApiNotFound', 'done'])
    await preview.page.getByLabel('Phiên bản API').selectOption('1.14')
    await expect
      .poll(async () => (await preview.pane()).locator('#host').textContent())
      .toBe('Excel')
    await expect.poll(codes).toEqual(['done', 'done'])
  })

  test('is told of a colleague’s edit by name', async () => {
    await open('', smallForm())
    await preview.page.getByText('Công tắc của máy mô phỏng').click()
    await preview.page.getByRole('button', { name: 'Đồng nghiệp sửa' }).click()
    await expect.poll(preview.notice).toMatch(/Chị Hoa.*'Biểu 1'!C[35]/)
  })

  test('can be the conformance page, which finds this Excel as expected', async () => {
    await open('?pane=conformance')
    const frame = preview.page.frameLocator('iframe')
    await frame.getByRole('button', { name: 'Chạy' }).click()
    // the steps of a person: typing, editing, pasting twice
    for (const step of ['Gõ 5', 'Bấm đúp', 'Chọn ô D9', 'Chọn ô D9']) {
      await frame.getByText(step).waitFor()
      await frame.getByRole('button', { name: 'Bỏ qua' }).click()
    }
    await frame.getByText(/^Xong: \d+ đúng, 0 khác mong đợi/).waitFor()
    const report = JSON.parse((await frame.locator('#json').textContent()) ?? '')
    expect(report).toMatchObject({ platform: 'PC', excelApi: '1.14' })
    await expect.poll(() => preview.page.getByRole('tab').count()).toBe(1)
  })

  test('is signed in by "Thử"', async () => {
    await open()
    const pane = await preview.pane()
    const [, unit] = demoCodes.codes
    await preview.page.getByRole('button', { name: `Thử với vai ${unit?.name}` }).click()
    await expect.poll(() => pane.locator('#signed-in').textContent()).toBe(unit?.code)
  })

  test('loses the network by a switch, and alone it meets no host', async () => {
    await open('?offline=1&width=320')
    const pane = await preview.pane()
    expect((await preview.page.locator('iframe').boundingBox())?.width).toBe(320)
    expect(await pane.evaluate(() => fetch('/').catch(({ message }) => message))).toBe(
      'Failed to fetch',
    )
    await preview.page.goto(`${preview.address}taskpane.html`)
    await expect.poll(() => preview.page.locator('#host').textContent()).toBe('null')
  })
})

test('the workbook survives a reload of the page', async () => {
  await open()
  await cell('A1').click()
  await preview.page.keyboard.type('còn đây')
  await preview.page.keyboard.press('Enter')
  await preview.page.reload()
  await shows('A1', 'còn đây')
  await preview.page.getByRole('button', { name: 'Sổ tính mới' }).click()
  await shows('A1', '')
})

test('the page has no serious accessibility violation', async () => {
  await open('', smallForm())
  await preview.page.getByText('Công tắc của máy mô phỏng').click()
  expect(await serious(preview.page, { iframes: false })).toEqual([])
})
