/**
 * An inspection round through the pane: the clerk opens it, a unit reports itself, the clerk records a problem, concludes
 * and takes both papers. `PICTURES=<folder>` keeps a picture of each view.
 */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { board } from '../../addin/i18n/vi/board.ts'
import { inspection as words } from '../../addin/i18n/vi/inspection.ts'
import { work } from '../../addin/i18n/vi/work.ts'
import { unzip } from '../annex/read-xlsx.ts'
import { serious } from './axe.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { house as newHouse } from './house.ts'
import { type Person, sitDown } from './person.ts'
import { picture } from './pictures.ts'

const house = newHouse()
let browser: OpenBrowser

beforeAll(async () => {
  await house.start()
  browser = await openBrowser({ width: 1366, height: 900 })
})
afterAll(async () => {
  await browser?.close()
  await house.remove()
})

/** Nothing serious for axe, and nothing to scroll sideways at the narrowest pane. */
async function look(person: Person, view: string): Promise<void> {
  const pane = await person.inside()
  await person.page.locator('iframe').evaluate(it => (it.style.width = '320px'))
  expect(await serious(pane), view).toEqual([])
  const root = pane.locator('html')
  expect(await root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  const ink = person.page.url().includes('dark') ? 'dark' : 'light'
  await picture(person, view, { [ink]: [320, 400] }, { colorScheme: ink })
}

/** The words of a file as it is taken, whatever part of it they stand in. */
async function taken({ page, button }: Person, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(name).click()])
  const parts = unzip(await readFile(await download.path()))
  return [...parts.values()].join('\n').replace(/<[^>]+>/gu, '')
}

test('a round goes from its draft to the notice and its annex', async () => {
  const clerk = await sitDown(browser.context, `${house.excel}?dark=1`)
  const { pane, button } = clerk
  await clerk.signIn(house.codeOf('clerk'))
  await clerk.tab(board.views.work).click()
  await button(work.names.inspection).click()
  await button(words.form.begin).click()

  // set up, all steps on one page
  await pane.getByLabel(words.fields.plan).fill('12/KH-SCT')
  await pane.getByLabel(words.fields.planDate).fill('2025-02-05')
  await pane.getByLabel(words.form.name).fill('Nguyễn Văn An')
  await pane.getByLabel('Phòng Quản lý Thương mại', { exact: true }).check()
  await look(clerk, 'inspection form')
  await pane.getByLabel(words.fields.from).fill('2025-01-01')
  await pane.getByLabel(words.fields.to).fill('2025-03-31')
  await pane.getByLabel(words.fields.title).fill('Kiểm tra CCHC năm 2025')
  await button(words.form.saveDraft).press('Enter')
  await clerk.says(words.done.saved).waitFor()
  await button(words.round.open).press('Enter')
  await clerk.says(/^1 đơn vị sẽ thấy đợt này/u).waitFor()
  await button(words.round.openYes).press('Enter')
  await clerk.says(words.done.opened).waitFor()

  // the unit finds it on its desk and reports itself
  const unit = await sitDown(browser.context, house.excel)
  await unit.signIn(house.codeOf('qltm'))
  await unit.button(/^Kiểm tra CCHC · chưa báo cáo/u).click()
  await unit.button(/^Kiểm tra CCHC năm 2025/u).press('Enter')
  await unit.pane.locator('summary').first().press('Enter')
  await unit.pane
    .getByLabel(words.own.statement, { exact: true })
    .first()
    .fill('Đã ban hành kế hoạch.')
  await unit.pane
    .getByLabel(/^Số liệu/u)
    .first()
    .fill('vài')
  await unit.pane.getByLabel(words.own.preparedBy).fill('Bùi Thị Nga')
  await unit.pane.getByLabel(words.own.approvedBy).fill('Ngô Văn Phúc')
  await unit.button(words.own.send).press('Enter')
  // what cannot be read is named, and has the focus
  await unit.says(/^1 số liệu chưa đọc được, ở mục 1\.1/u).waitFor()
  const figure = unit.pane.locator(':focus')
  await expect.poll(() => figure.inputValue()).toBe('vài')
  await look(unit, 'inspection statement')
  await figure.fill('3')
  await unit.button(words.own.send).press('Enter')
  await unit.says(words.done.stated).waitFor()
  await unit.leave()

  // the clerk reads it, and records what was found beside the item
  await button(words.back).click()
  await button(/^Kiểm tra CCHC năm 2025/u).click()
  await button(/^Phòng Quản lý Thương mại/u).click()
  await pane.locator('summary').first().press('Enter')
  await clerk.says('Đã ban hành kế hoạch.').waitFor()
  await button(/^Ghi vấn đề ở mục 1\.1 /u).press('Enter')
  await pane.getByRole('textbox', { name: words.problem.words }).fill('Kế hoạch ban hành chậm.')
  await pane.getByLabel(words.problem.due).fill('2025-04-01')
  await button(words.problem.record).press('Enter')
  await clerk.says(words.done.found).waitFor()
  await pane.getByLabel(words.unit.strengths).fill('Nộp báo cáo đúng hạn.')
  await button(words.round.saveJudgement).press('Enter')
  await clerk.says(words.done.judged).waitFor()
  await look(clerk, 'inspection unit')
  await button(words.backToRound).click()

  await button(words.round.conclude).press('Enter')
  await button(words.round.concludeYes).press('Enter')
  await clerk.says(words.done.concluded).waitFor()
  const notice = await taken(clerk, words.round.notice)
  expect(notice).toContain('12/KH-SCT')
  expect(notice).toContain('Nộp báo cáo đúng hạn.')
  expect(await taken(clerk, words.round.annex)).toContain('Kế hoạch ban hành chậm.')

  // put right from the list of what is open
  await button(words.back).click()
  await clerk.says(/quá \d+ ngày$/u).waitFor()
  await button(words.open.remindOf('Phòng Quản lý Thương mại')).first().press('Enter')
  await expect
    .poll(() => pane.getByLabel(board.reminder).inputValue())
    .toContain('Kế hoạch ban hành chậm.')
  await look(clerk, 'inspection open problems')
  await clerk.leave()
}, 120_000)
