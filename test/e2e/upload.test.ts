/**
 * Figures that come in files, in a real browser: a unit without Excel downloads its forms, uploads them filled, sees what was
 * put right and found, submits and has its receipt; beside a workbook the figures go into the sheets and back out again.
 * `PICTURES=<folder>` keeps a picture of each view, wide and at 320 px.
 */
import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Frame, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { files } from '../../addin/i18n/vi/files.ts'
import { vi } from '../../addin/i18n/vi/vi.ts'
import { columns06a, exported, spread, totalLine } from '../fixtures/one-stop.ts'
import { bareWorkbook, typedInto } from '../fixtures/xlsx.ts'
import { serious } from './axe.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { house as newHouse } from './house.ts'
import { placeOf, sitDown } from './person.ts'

const house = newHouse()
let browser: OpenBrowser
beforeAll(async () => {
  await house.start()
  browser = await openBrowser({ width: 560, height: 900 })
})
afterAll(async () => {
  await browser?.close()
  await house.remove()
})

const unit = 'qltm'
const resolved = placeOf(unit, 'dossiers_resolved')
const { upload, oneStop } = files

/** The pane alone, as somebody without Excel opens it. */
async function alone() {
  const page = await browser.context.newPage()
  const troubles: string[] = []
  page.on('pageerror', problem => troubles.push(problem.message))
  await page.goto(`${house.base}/taskpane.html`)
  await page.getByLabel(vi.signIn.code).fill(house.codeOf(unit))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: upload.title }).waitFor()
  return { page, troubles }
}

/** The file input is hidden; the button beside it opens the same dialog. */
const give = (where: Page | FrameLocator, label: string, bytes: Uint8Array, name = 'bieu.xlsx') =>
  where
    .locator(`input[type=file][aria-label="${label}"]`)
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) })

/** The colour the theme gives the pane's ground; a half-changed theme has contrasts nobody meant. */
const paper = (page: Page): Promise<string> =>
  page
    .locator('.fui-FluentProvider')
    .first()
    .evaluate(it => getComputedStyle(it).getPropertyValue('--colorNeutralBackground1').trim())

/** A view that holds still: nothing serious for axe, nothing to scroll sideways at 320 px. */
async function look(page: Page, view: string): Promise<void> {
  for (const [width, colorScheme] of [
    [320, 'dark'],
    [320, 'light'],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    // the pane looks at the theme when somebody comes back to it
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await expect.poll(() => paper(page)).toBe(colorScheme === 'dark' ? '#292929' : '#ffffff')
    const root = page.locator('html')
    await expect
      .poll(() => root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), {
        message: `${view} at ${width} px`,
      })
      .toBe(0)
    expect(await serious(page), view).toEqual([])
    const folder = process.env.PICTURES
    if (!folder) continue
    mkdirSync(folder, { recursive: true })
    await page.screenshot({
      path: join(folder, `upload-${view}-${width}-${colorScheme}.png`),
      fullPage: true,
    })
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 560, height: 900 })
}

const focused = (where: Page | Frame) =>
  where.evaluate(() => document.activeElement?.textContent ?? '')

test('a unit without Excel downloads its forms, uploads them filled, mends, submits and has its receipt', async () => {
  const { page, troubles } = await alone()
  await look(page, 'choosing')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: vi.plain.take }).click()
  const bytes = await readFile(await (await coming).path())

  // the button reaches the file dialog by keyboard
  const dialog = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: `${files.chosen.choose} ${upload.title}` }).press('Enter')
  await (await dialog).setFiles([])

  await give(page, upload.title, Buffer.from('<html></html>'), 'bieu.xls')
  await page.getByRole('alert').filter({ hasText: 'trang web (HTML)' }).waitFor()
  await look(page, 'refused')

  // a number typed as text is read and told; what it breaks is an error of the file
  const { sheet } = resolved.form
  await give(page, upload.title, typedInto(bytes, { [sheet]: { [resolved.cell]: '322' } }))
  await page
    .getByText(upload.repairs.others(1))
    .or(page.getByText(upload.repairs.look(1)))
    .waitFor()
  expect(await focused(page)).toBe(upload.result)
  await page.getByText('Cột 7 biểu II.06a cộng được 254 + 1 + 0 = 255, lệch 67').waitFor()
  await page.getByText(upload.mend(1)).waitFor()
  const send = page.getByRole('button', { name: vi.submit.send(2) })
  expect(await send.getAttribute('aria-disabled')).toBe('true')
  await look(page, 'with-an-error')
  await page.getByRole('button', { name: upload.another }).click()

  const other = placeOf(unit, 'law_dissemination_events')
  const mended = typedInto(bytes, { [other.form.sheet]: { [other.cell]: 3 } })
  await give(page, upload.title, mended)
  await page.getByText(upload.repairs.none).waitFor()
  await page.getByText(vi.submit.changes(1, 1)).click()
  await look(page, 'ready')
  await page.getByLabel(vi.submit.approved).check()
  await send.press('Enter')
  await page.getByRole('heading', { name: vi.receipt.titleOf(2) }).waitFor()
  await page.getByText(/^Đã nộp bản 2 lúc/u).waitFor()
  await look(page, 'receipt')

  // the same file again stands on revision 1 now: nobody overwrites revision 2 with it unawares
  await give(page, upload.title, mended)
  await page.getByRole('button', { name: upload.outdated.keep(2) }).waitFor()
  await page.getByText(upload.outdated.same(2)).waitFor()
  // told once, where the choice is
  await page.getByText(upload.repairs.none).waitFor()
  await look(page, 'outdated')
  await page.getByRole('button', { name: upload.outdated.take(2) }).click()
  await page.getByRole('heading', { name: upload.title }).waitFor()
  expect(troubles).toEqual([])
  await page.close()
})

const cells = {
  ...{ received_online: 230, received_direct: 2, carried_over: 4, resolved_early: 220 },
  ...{ resolved_on_time: 9, resolved_late: 0, pending_in_time: 7, pending_overdue: 0 },
}
const lines = ['Xúc tiến thương mại', 'Khuyến mại và hội chợ', 'Điện'].map((label, i) => ({
  ...{ ordinal: i + 1, label },
  cells: spread(cells),
}))
const dossiers = bareWorkbook(
  exported({ columns: columns06a, lines: [...lines, totalLine(lines)] }),
)

test('dossiers of the one-stop software are matched, shown against the table, and judged with it', async () => {
  const { page, troubles } = await alone()
  await give(page, oneStop.title, dossiers, 'thang-4.xlsx')
  await page.getByRole('heading', { name: oneStop.preview }).waitFor()
  expect(await focused(page)).toBe(oneStop.preview)
  const fill = page.getByRole('button', { name: oneStop.goOn })
  expect(await fill.getAttribute('aria-disabled')).toBe('true')
  await look(page, 'dossiers')
  const strange = page.getByRole('listitem').filter({ hasText: 'Khuyến mại và hội chợ' })
  await strange.getByLabel(oneStop.field).selectOption({ label: oneStop.leaveOut })
  await fill.click()
  await page.getByText(upload.table('thang-4.xlsx')).waitFor()
  await page.getByText('Biểu 3 · 3.1.1').waitFor()
  await look(page, 'dossiers-judged')
  expect(troubles).toEqual([])
  await page.close()
})

test('beside a workbook the figures of a file go into the sheets, and come out again', async () => {
  const person = await sitDown(browser.context, house.excel)
  await person.page.setViewportSize({ width: 1366, height: 900 })
  await person.signIn(house.codeOf(unit))
  await person.openSheets()
  const address = await person.goTo(unit, 'dossiers_resolved')
  const { pane } = person
  const { page: other } = await alone()
  const coming = other.waitForEvent('download')
  await other.getByRole('button', { name: vi.plain.take }).click()
  const bytes = await readFile(await (await coming).path())
  await other.close()

  await person.button(vi.plain.upload).click()
  await give(pane, upload.title, typedInto(bytes, { [resolved.form.sheet]: { [address]: 322 } }))
  await pane.getByText(upload.sheets.cells(1)).click()
  await pane
    .getByRole('region', { name: upload.sheets.title })
    .getByText(upload.sheets.change('255', '322'))
    .waitFor()
  const frame = await person.inside()
  expect(await serious(frame)).toEqual([])
  const wide = await frame.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wide).toBe(0)
  await person.button(upload.sheets.put(1)).click()
  await person.shows(address, '322')
  await pane.getByText(vi.fill.written.file(1)).waitFor()
  await person.button(vi.fill.written.undo).click()
  await person.shows(address, '255')

  // the same for the table of dossiers
  await person.button(upload.back).click()
  await person.button(vi.plain.import).click()
  await give(pane, oneStop.title, dossiers, 'thang-4.xlsx')
  const strange = pane.getByRole('listitem').filter({ hasText: 'Khuyến mại và hội chợ' })
  await strange.getByLabel(oneStop.field).selectOption({ label: oneStop.leaveOut })
  expect(await serious(await person.inside())).toEqual([])
  await person.button(oneStop.put).click()
  await pane.getByText(vi.fill.written.file(6)).waitFor()
  await person.button(upload.sheets.toCheck).click()
  await person.finding('Biểu 3').first().waitFor()
  await person.leave()
})
