/**
 * Takes the pictures of the help pages anew: `node test/e2e/help-pictures.ts` after `npm ci`, by hand whenever a view has
 * changed. It walks one period of the demo agency in a browser, at the width of the pane, then the work beside the period, and
 * writes addin/public/help/pictures/*.png and the README's addin/preview/picture.png; a step it cannot take ends it with the
 * step's name.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dashboard } from '../../addin/i18n/vi/dashboard.ts'
import { files } from '../../addin/i18n/vi/files.ts'
import { office } from '../../addin/i18n/vi/office.ts'
import { vi } from '../../addin/i18n/vi/vi.ts'
import { emptyContent, valuesOf } from '../../shared/content.ts'
import { locator } from '../../shared/layout.ts'
import { statutoryWindow } from '../../shared/period.ts'
import { agency, index } from '../fixtures/bac-giang.ts'
import { typedInto } from '../fixtures/xlsx.ts'
import { openBrowser } from './browser.ts'
import { arrive, folder, picture, select, signIn, step, tab, type } from './help-camera.ts'
import { worksPictures } from './help-works.ts'
import { product, root } from './product.ts'

const house = product()
// the sheet needs room for the pane beside it to stay as wide as in Excel
const browser = await openBrowser({ width: 1366, height: 900 })

// the day before the figures are due
await browser.context.clock.setFixedTime(new Date('2025-04-14T02:00:00Z'))

const april = {
  agency,
  unit: 'qltm',
  period: '2025-M04',
  window: statutoryWindow('2025-M04'),
  values: valuesOf(index, emptyContent),
}
const placed = (key: string) => {
  const form = index.indicators.get(key)?.form
  const cell = form && locator(index, april)({ form: form.id, row: key })?.cell
  if (!form || !cell) throw new Error(`no indicator ${key}`)
  return { form, cell }
}

try {
  await house.start()
  await leadersPage()
  await withoutExcel()
  const unit = await arrive(house, browser)
  await picture(unit, 'dang-nhap', 330)
  await signIn(unit, house.codeOf('qltm'))
  const { form, cell } = placed('dossiers_resolved')
  await step('open the forms', unit.button(/^Mở biểu \(/u).click({ timeout: 30_000 }))
  await step(
    'the outline',
    unit
      .button(new RegExp(`^${form.short}`, 'u'))
      .first()
      .click({ timeout: 60_000 }),
  )
  await select(unit.page, cell)
  await unit.pane.getByText(vi.fill.before, { exact: true }).first().waitFor()
  await picture(unit, 'dien', 900)

  await type(unit.page, cell, '322')
  await tab(unit, vi.tabs.check)
  await step('a finding', unit.pane.locator('[data-finding]').first().waitFor())
  await picture(unit, 'kiem-tra', 760)
  // the picture of the README: the sheet with the pane beside it, the demo's codes folded away
  await unit.page.getByText('Mã dùng thử', { exact: true }).click()
  await unit.page.screenshot({
    path: join(root, 'addin/preview/picture.png'),
    clip: { x: 0, y: 0, width: 1366, height: 768 },
  })
  await type(unit.page, cell, '255')
  const other = placed('articles_own_site')
  await tab(unit, vi.tabs.fill)
  await step(
    'another form',
    unit
      .button(new RegExp(`^${other.form.short}`, 'u'))
      .first()
      .click(),
  )
  await type(unit.page, other.cell, '1')

  await tab(unit, vi.tabs.submit)
  await unit.pane.getByLabel(vi.submit.preparedBy).fill('Nguyễn Thị Lan')
  await unit.pane.getByLabel(vi.submit.approvedBy).fill('Trần Văn Minh')
  await unit.pane.getByLabel(vi.submit.approved).check()
  await picture(unit, 'nop', 760)
  await step('submit', unit.button(vi.submit.send(2)).click())
  const receipt = unit.button(vi.receipt.print)
  await step('the receipt', receipt.waitFor({ timeout: 30_000 }))
  // the history of receipts arrives meanwhile and draws the view anew, so there is no waiting for it to rest
  await receipt.evaluate(button => button.scrollIntoView({ block: 'nearest' }))
  await picture(unit, 'bien-nhan', 760)
  await unit.button(vi.diagnostics.title).click()
  await unit.button(vi.diagnostics.copy).waitFor()
  await picture(unit, 'thong-tin-ho-tro', 760)
  await unit.page.close()

  const clerk = await arrive(house, browser, 'clerk')
  await step(
    'the board',
    clerk.pane.getByText(office.pull.title).first().waitFor({ timeout: 30_000 }),
  )
  await picture(clerk, 'van-phong', 900)
  await clerk.button(new RegExp(`^${office.narrative.open}`, 'u')).click()
  await step('the sections', clerk.button(/^I\. /u).waitFor())
  await picture(clerk, 'loi-van', 900)
  await clerk.button(office.narrative.close).click()
  await step(
    'a report',
    clerk.pane
      .getByRole('button', { name: /Thương mại/u })
      .first()
      .click(),
  )
  await step('the decision', clerk.button(/^Duyệt bản/u).waitFor())
  await picture(clerk, 'duyet', 900)
  await clerk.button(office.review.return).click()
  await clerk.pane
    .getByLabel(office.review.note)
    .fill('Biểu 3, dòng 3.1.1: gửi kèm danh sách hồ sơ quá hạn.')
  await step('send back', clerk.button(/^Trả lại bản/u).click())
  await step('sent back', clerk.pane.getByText(/^Đã trả lại bản/u).waitFor())
  await clerk.page.close()

  const again = await arrive(house, browser, 'qltm')
  await step('the note', again.button(vi.decision.correct).waitFor({ timeout: 30_000 }))
  await picture(again, 'bi-tra-lai', 620)
  await again.page.close()

  await worksPictures(browser)
} finally {
  await browser.close()
  await house.remove()
}

/** The first screen of /dashboard, for the help page and the README. */
async function leadersPage(): Promise<void> {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 900, height: 590 })
  await page.goto(`${house.base}/dashboard?period=2025-M04`)
  await page.getByLabel(dashboard.signIn.code).fill(house.codeOf('dashboard'))
  await page.keyboard.press('Enter')
  await step('the fields', page.getByText(dashboard.fields.title, { exact: true }).waitFor())
  // small letters: the first cards with their charts fit into a small picture
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '11px'
  })
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(folder, 'lanh-dao.png') })
  console.log('pictures/lanh-dao.png')
  await page.close()
}

/** The pane alone, as wide as beside a sheet: the forms downloaded, filled with one figure as text, uploaded. */
async function withoutExcel(): Promise<void> {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 350, height: 760 })
  await page.goto(`${house.base}/taskpane.html`)
  await page.getByLabel(vi.signIn.code).fill(house.codeOf('qltm'))
  await page.keyboard.press('Enter')
  const coming = page.waitForEvent('download')
  await step('download', page.getByRole('button', { name: vi.plain.take }).click())
  const bytes = readFileSync(await (await coming).path())
  const { form, cell } = placed('dossiers_resolved')
  await page.locator(`input[type=file][aria-label="${files.upload.title}"]`).setInputFiles({
    name: 'bieu-thang-4.xlsx',
    mimeType: '',
    buffer: Buffer.from(typedInto(bytes, { [form.sheet]: { [cell]: '322' } })),
  })
  await step('read', page.getByText(files.upload.repairs.others(1)).waitFor({ timeout: 30_000 }))
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(folder, 'tai-len.png') })
  console.log('pictures/tai-len.png')
  await page.close()
}
