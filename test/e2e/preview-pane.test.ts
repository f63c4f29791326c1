// The pane beside the sheet, in a real browser: Microsoft's own client reaching the workbook of the
// page, the switches, the demo codes; and the page as a whole.
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
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
  await preview.page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core') })
  const violations = await preview.page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, { iframes: false })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3)}`)
  })
  expect(violations).toEqual([])
})
