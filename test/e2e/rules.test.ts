/**
 * The clerk looks a rule up, rehearses it, sends it to rehearsal with a reason and takes that back; declares a group
 * outside a ratio. `PICTURES=<folder>` keeps a picture of each view.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { board } from '../../addin/i18n/vi/board.ts'
import { rules as words } from '../../addin/i18n/vi/rules.ts'
import { work } from '../../addin/i18n/vi/work.ts'
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

/** Nothing serious for axe; for views that hold what the ones before them showed as well. */
async function look(person: Person, view: string): Promise<void> {
  await see(person, view)
  expect(await serious(await person.inside()), view).toEqual([])
}

/** Nothing to scroll sideways at the narrowest pane. */
async function see(person: Person, view: string): Promise<void> {
  const pane = await person.inside()
  await person.page.locator('iframe').evaluate(it => (it.style.width = '320px'))
  const root = pane.locator('html')
  expect(await root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  const ink = person.page.url().includes('dark') ? 'dark' : 'light'
  await picture(person, view, { [ink]: [320, 400] }, { colorScheme: ink })
}

test('a rule is rehearsed, switched and switched back; a group is declared', async () => {
  const clerk = await sitDown(browser.context, house.excel)
  const { pane, button } = clerk
  await clerk.signIn(house.codeOf('clerk'))
  await clerk.tab(board.views.work).click()
  await button(work.names.rules).press('Enter')
  await pane.getByLabel(words.search).fill('ho so da giai quyet')
  await see(clerk, 'rules list')
  await button(/^X-01A /u).press('Enter')
  await expect.poll(() => pane.locator(':focus').textContent()).toMatch(/^X-01A · /u)
  await clerk.says('Dòng 3.1.1 của Biểu 3 = cột 8 + cột 9 + cột 10 của Biểu II.06a').waitFor()

  await button(words.rehearse).press('Enter')
  await clerk.says(/^(?:Không bản nào vướng|\d+ trên \d+ bản)/u).waitFor()
  await see(clerk, 'rules rehearsal')

  await pane.getByLabel(words.status).selectOption('rehearsal')
  await pane.getByLabel(words.reason).fill('Chờ hướng dẫn mới của Sở Nội vụ.')
  expect(await button(words.record).isDisabled()).toBe(true)
  await pane.getByLabel(words.confirm('X-01A')).fill('X-01A')
  await see(clerk, 'rules change')
  await button(words.record).press('Enter')
  await clerk.says(words.changed('X-01A', words.statuses.rehearsal)).waitFor()

  // back by hand, then by the history
  await pane.getByLabel(words.status).selectOption('active')
  await pane.getByLabel(words.reason).fill('Không phải chờ nữa.')
  await button(words.record).press('Enter')
  await clerk.says(words.changed('X-01A', words.statuses.active)).waitFor()
  await pane.getByText(words.history(2)).click()
  await button(/^Đổi lại như lần ghi/u).press('Enter')
  await expect.poll(() => pane.getByLabel(words.status).inputValue()).toBe('rehearsal')
  await look(clerk, 'rules history')

  await button(words.back).press('Enter')
  await expect.poll(() => pane.locator(':focus').textContent()).toMatch(/^X-01A · /u)
  await pane.getByText(words.exclusions(0)).click()
  await button(words.declare).press('Enter')
  const ratio = pane.getByLabel(words.ratio, { exact: true })
  await expect.poll(() => ratio.evaluate(it => it === document.activeElement)).toBe(true)
  await ratio.selectOption('digit_in_rate')
  await pane.getByLabel(words.group).selectOption('digit_excluded')
  await pane.getByLabel(words.name).fill('4 TTHC thông báo không có kết quả trả ra')
  // what is typed waits while the person looks a rule up
  await button(/^X-01A /u).press('Enter')
  await button(words.back).press('Enter')
  await pane.getByLabel(words.document).fill('Công văn số 12/SCT-VP ngày 05/3/2025')
  await look(clerk, 'rules declare')
  await button(words.recordExclusion).press('Enter')
  await clerk.says(words.recorded('4 TTHC thông báo không có kết quả trả ra')).waitFor()
  await look(clerk, 'rules exclusions')
  await clerk.leave()
}, 60_000)
