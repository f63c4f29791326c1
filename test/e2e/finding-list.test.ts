/** The list of findings in a browser: by keyboard alone, the focus never lost, one voice, nothing axe objects to. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Frame, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { product } from './product.ts'

const house = product()
let browser: OpenBrowser
let page: Page
let pane: FrameLocator
let inside: Frame

beforeAll(async () => {
  await house.start()
  browser = await openBrowser()
  page = await browser.context.newPage()
  await page.goto(house.base)
  pane = page.frameLocator('iframe')
  await pane.getByLabel('Mã truy cập do Văn phòng cấp').fill(house.codeOf('qltm'))
  await pane.getByRole('button', { name: 'Đăng nhập' }).click()
  const opening = pane.getByRole('button', { name: /^Mở biểu/u })
  await opening.click()
  await page.getByRole('tab', { name: 'Lời văn' }).waitFor({ timeout: 30_000 })
  await opening.waitFor({ state: 'detached' })
  await pane.getByText('Ô đang chọn').waitFor({ timeout: 30_000 })
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame()
  if (!frame) throw new Error('no pane')
  inside = frame
})
afterAll(async () => {
  await browser?.close()
  await house.remove()
})

async function type(sheet: string, cell: string, text: string): Promise<void> {
  await page.getByRole('tab', { name: sheet, exact: true }).click()
  await page.getByLabel('Hộp tên').fill(cell)
  await page.keyboard.press('Enter')
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}
const focused = () =>
  inside.evaluate(
    () => document.activeElement?.closest<HTMLElement>('[data-stop]')?.dataset.stop ?? null,
  )

test('a person walks the list by keyboard, and a mended finding hands the focus to the next', async () => {
  await type('Biểu 3', 'E34', 'hai')
  await type('Biểu 7', 'E26', 'ba')
  const check = pane.getByRole('tab', { name: /^Kiểm tra \(2\)/u })
  await check.waitFor()
  // from another tab of the pane
  await pane.getByRole('tab', { name: 'Nộp' }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(focused).toBe('ZERO-WORDS|dossiers_resolved')
  await expect.poll(() => page.getByLabel('Hộp tên').inputValue()).toBe('E34')

  // while the sheet has the keyboard the pane leaves it there
  await type('Biểu 3', 'E34', '255')
  await pane.locator('[data-stop="ZERO-WORDS|dossiers_resolved"]').waitFor({ state: 'detached' })
  expect(await inside.evaluate(() => document.hasFocus())).toBe(false)
  await inside.evaluate(() => window.focus())
  await expect.poll(focused).toBe('ZERO-WORDS|dossiers_new')
})

test('one region speaks, and axe finds nothing', async () => {
  expect(
    await inside.locator('[role=tabpanel] :is([aria-live], [role=status], [role=alert])').count(),
  ).toBe(1)
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  await inside.evaluate(await readFile(axe, 'utf8'))
  const found = await inside.evaluate<string[]>(
    '(async () => (await axe.run()).violations.map(v => v.id))()',
  )
  expect(found).toEqual([])
})
