/**
 * The check code of a paper in a browser: the page for whoever holds only the paper, reached by its QR code or by hand,
 * and the pane's own view.
 */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkCode as words } from '../../addin/i18n/vi/check-code.ts'
import { vi } from '../../addin/i18n/vi/vi.ts'
import { checkCode } from '../../shared/check-code.ts'
import type { Consolidation } from '../../shared/protocol.ts'
import { serious } from './axe.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { house as newHouse } from './house.ts'

const house = newHouse()
let browser: OpenBrowser
let code = ''
beforeAll(async () => {
  await house.start()
  browser = await openBrowser({ width: 320, height: 760 })
  const consolidation = '/periods/2025-M04/consolidation'
  code = checkCode((await house.get<Consolidation>(house.codeOf('clerk'), consolidation)).digest)
})
afterAll(async () => {
  await browser?.close()
  await house.remove()
})

const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const

const isWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
const picture = async (page: Page, name: string) => {
  const folder = process.env.PICTURES
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

test('the page opened by the QR code answers at once, and the code reaches no log of pages', async () => {
  const page = await browser.context.newPage()
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).pathname))
  await page.goto(`${house.base}/check.html#${code}`)
  const answer = page.getByRole('status')
  await answer.getByText(`Mã ${code}: số liệu cải cách hành chính của Sở Công Thương`).waitFor()
  expect(await answer.getByText(words.state.provisional).count()).toBe(1)
  expect(await answer.getByRole('listitem').count()).toBeGreaterThan(5)
  expect(asked.filter(path => path.includes(code))).toEqual([`/api/v1/check/${code}`])
  expect(await page.getByLabel(words.label).inputValue()).toBe(code)
  expect(await isWide(page)).toBe(false)
  for (const [look, media] of Object.entries(looks)) {
    await page.emulateMedia(media)
    expect(await serious(page), look).toEqual([])
    await picture(page, `check-${look.replace(' ', '-')}`)
  }
  await page.close()
})

test('typed by hand it is found too; what is no code is told what one looks like', async () => {
  const page = await browser.context.newPage()
  await page.goto(`${house.base}/check.html`)
  expect(await page.title()).toContain(words.title)
  await page.getByLabel(words.label).fill('K7M2')
  await page.keyboard.press('Enter')
  const answer = page.getByRole('status')
  await answer.getByText('không phải mã kiểm chứng', { exact: false }).waitFor()
  expect(await page.getByLabel(words.label).getAttribute('aria-invalid')).toBe('true')
  expect(await serious(page)).toEqual([])
  await page.getByLabel(words.label).fill(code.toLowerCase().replace('-', ''))
  await page.getByRole('button', { name: words.ask }).click()
  await answer.getByText(words.state.provisional).waitFor()
  expect(await page.getByLabel(words.label).getAttribute('aria-invalid')).toBe('false')
  // what stands in the page before its script is what the dictionary says
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(words.title)
  await page.close()
})

test('in the pane it lies over the view, takes the focus and gives it back', async () => {
  const page = await browser.context.newPage()
  await page.goto(`${house.base}/taskpane.html`, { waitUntil: 'domcontentloaded' })
  const foot = page.getByRole('button', { name: vi.shell.checkCode })
  await page.getByLabel(vi.signIn.code).waitFor()
  expect(await foot.count()).toBe(0)
  await page.getByLabel(vi.signIn.code).fill(house.codeOf('qltm'))
  await page.keyboard.press('Enter')
  await foot.click()
  const field = page.getByLabel(words.label)
  await field.waitFor()
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  await expect.poll(() => field.evaluate(it => it === document.activeElement)).toBe(true)
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await page.getByText(words.state.provisional).waitFor()
  expect(await isWide(page)).toBe(false)
  expect(await serious(page)).toEqual([])
  await picture(page, 'check-in-pane')
  await page.getByRole('button', { name: words.close }).click()
  await expect.poll(() => foot.evaluate(it => it === document.activeElement)).toBe(true)
  await page.close()
})
