/**
 * The leaders' page in a browser: signed in by a code, what it shows is what the public JSON says, the address keeps the
 * choice, and it can be used at 360 px, by the keyboard, in the dark and on paper.
 */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { figureText } from '../../addin/dashboard/telling.ts'
import { dashboard as words } from '../../addin/i18n/vi/dashboard.ts'
import { signIn } from '../../addin/i18n/vi/sign-in.ts'
import type { Consolidation, Progress } from '../../shared/protocol.ts'
import { serious } from './axe.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { house as newHouse } from './house.ts'

const house = newHouse()
let browser: OpenBrowser
let page: Page
const complaints: string[] = []
beforeAll(async () => {
  await house.start()
  browser = await openBrowser({ width: 1440, height: 900 })
  page = await browser.context.newPage()
  page.on('console', said => said.type() === 'error' && complaints.push(said.text()))
  page.on('pageerror', error => complaints.push(String(error)))
})
afterAll(async () => {
  await browser?.close()
  await house.remove()
})

const enter = async (code: string) => {
  await page.getByLabel(words.signIn.code).fill(code)
  await page.keyboard.press('Enter')
}
const rateCard = (name: string) => page.getByRole('article', { name })
const picture = async (name: string) => {
  const folder = process.env.PICTURES
  if (folder) await page.screenshot({ path: join(folder, `dashboard-${name}.png`), fullPage: true })
}

test('a unit’s code is told what this page is for; a dashboard code sees the period it asked for', async () => {
  await page.goto(`${house.base}/dashboard?period=2025-M03`)
  await enter(house.codeOf('qltm'))
  await page.getByText(words.signIn.unitCode).waitFor()
  expect(await serious(page)).toEqual([])
  await enter(house.codeOf('dashboard'))
  await page.getByText(words.headline.state.final).waitFor()
  expect(await page.title()).toContain('Tháng 3/2025')
  expect(page.url()).toBe(`${house.base}/dashboard?period=2025-M03`)
  await picture('locked')
})

test('the period is chosen in the address, gone back from, and survives signing in again', async () => {
  await page.getByRole('combobox', { name: words.bar.period }).selectOption('2025-M04')
  await page.getByText(words.headline.state.provisional).waitFor()
  expect(page.url()).toContain('?period=2025-M04')
  await page.goBack()
  await page.getByText(words.headline.state.final).waitFor()
  await page.goForward()
  await page.getByText(words.headline.state.provisional).waitFor()
  await page.getByRole('button', { name: words.bar.leave }).click()
  await enter(house.codeOf('dashboard'))
  await page.getByText(words.headline.state.provisional).waitFor()
  expect(page.url()).toBe(`${house.base}/dashboard?period=2025-M04`)
})

test('headline, rates and a chart’s table say what the JSON says', async () => {
  const code = house.codeOf('dashboard')
  const progress = await house.get<Progress>(code, '/periods/2025-M04/progress')
  const missing = progress.units.filter(({ timing }) => timing === 'missing')
  await page.getByText(words.headline.who.missing(missing.map(({ name }) => name))).waitFor()
  expect(missing).toHaveLength(2)
  const told = await house.get<Consolidation>(code, '/periods/2025-M04/consolidation')
  const online = rateCard('Tỷ lệ hồ sơ giải quyết trực tuyến')
  const value = told.figures.dossiers_resolved_online_rate?.value
  await online.getByText(figureText(value, '%'), { exact: true }).first().waitFor()
  // not reported is a word, never a zero
  await rateCard('Mức độ hài lòng').getByText(words.figure.notReported).first().waitFor()
  const table = told.tables['KSTT-06a']
  const chart = page.getByRole('figure', { name: /^Số lượng hồ sơ tiếp nhận:/u })
  await chart.getByText(words.chart.table).click()
  const cells = await chart.getByRole('row').last().getByRole('cell').allTextContents()
  expect(cells).toEqual(
    ['received_online', 'received_direct', 'carried_over', 'received_total'].map(column =>
      figureText(table?.total[column]?.value),
    ),
  )
  const saved = page.waitForEvent('download')
  await chart.getByRole('button', { name: words.chart.csv }).click()
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/u)
})

test('it is read at 360 px, in the dark, by the keyboard and on paper', async () => {
  await page.setViewportSize({ width: 360, height: 780 })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const isWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    expect([isWide, await serious(page)], colorScheme).toEqual([false, []])
    await picture(`360-${colorScheme}`)
  }
  // the second table is reached and opened without a mouse
  const second = page.getByRole('figure', { name: /^Số lượng hồ sơ đã giải quyết:/u })
  await second.locator('summary').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await second.getByRole('region').evaluate(it => it === document.activeElement)).toBe(true)
  await page.emulateMedia({ media: 'print' })
  const shown = (name: string) => page.getByRole('button', { name, exact: true }).isVisible()
  expect([await shown(words.bar.print), await shown(words.bar.leave)]).toEqual([false, false])
  expect(await page.getByText('người xem:', { exact: false }).isVisible()).toBe(true)
  await page.emulateMedia({ media: null })
})

test('without a network what was shown stays, with its time; nothing broke a policy on the way', async () => {
  // the refused code is the only thing a console may complain of
  expect(complaints.filter(said => !said.includes('401'))).toEqual([])
  await page.context().setOffline(true)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page
    .getByRole('alert')
    .getByText(/Đang xem số liệu lúc \d/u)
    .waitFor()
  expect(await rateCard('Tỷ lệ hồ sơ trực tuyến').count()).toBe(1)
  // the browser tells that the network is back, and the page asks at once
  await page.context().setOffline(false)
  await page.getByRole('alert').waitFor({ state: 'detached' })
})

test('in the pane a dashboard code is shown the way here', async () => {
  const pane = await browser.context.newPage()
  await pane.setViewportSize({ width: 320, height: 720 })
  await pane.goto(`${house.base}/taskpane.html`)
  await pane.getByLabel(signIn.code).fill(house.codeOf('dashboard'))
  await pane.keyboard.press('Enter')
  const way = pane.getByRole('link', { name: signIn.toDashboard })
  await way.waitFor()
  expect(await way.getAttribute('href')).toBe('/dashboard')
  const folder = process.env.PICTURES
  if (folder) await pane.screenshot({ path: join(folder, 'dashboard-code-in-pane.png') })
  await pane.close()
})
