/**
 * The year's reform plan: the clerk imports it, is told what is wrong in the file, edits a task, saves, sees which targets
 * are attained; a unit sees its tasks and goes to their lines. `PICTURES=<folder>` keeps a picture of each view.
 */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { office } from '../../addin/i18n/vi/office.ts'
import { vi } from '../../addin/i18n/vi/vi.ts'
import { works } from '../../addin/i18n/vi/works.ts'
import { type Plan, planSchema } from '../../shared/plan/schema.ts'
import { planOfAgency } from '../../shared/plan/tasks.ts'
import { planWorkbook } from '../../worker/plan/workbook.ts'
import { agency, index } from '../fixtures/bac-giang.ts'
import { serious } from './axe.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { house as newHouse } from './house.ts'
import { type Person, sitDown } from './person.ts'
import { failure, picture } from './pictures.ts'

const words = works.plan
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

/** What the demo has, with one task more. */
const stored: Plan = planSchema.parse({
  ...planOfAgency(agency, 2025),
  ...JSON.parse(readFileSync(new URL('../../worker/demo/plan-2025.json', import.meta.url), 'utf8')),
})
const plan: Plan = {
  ...stored,
  tasks: [
    ...stored.tasks,
    {
      ...{ code: '6.6', name: 'Số hóa hồ sơ lưu trữ', deliverable: 'Hồ sơ điện tử' },
      ...{ lead: 'qltm', supporting: [], allUnits: true, outside: ['Sở Nội vụ'] },
      ...{ timeline: 'Năm 2025', recurring: false, from: 2025, until: 2025 },
    },
  ],
}

const file = async (name: string, of: Plan) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(
    await planWorkbook({ plan: of, agency, index, at: '2025-01-02T00:00:00.000Z' }),
  ),
})

/**
 * Nothing serious for axe, nothing to scroll sideways at the narrowest pane.
 * @param within what is new there; the thirty tasks around it have been looked at
 */
async function look(person: Person, view: string, within?: string): Promise<void> {
  const pane = await person.inside()
  await person.page.locator('iframe').evaluate(it => (it.style.width = '320px'))
  expect(await serious(pane, {}, within), view).toEqual([])
  const root = pane.locator('html')
  expect(await root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  const ink = person.page.url().includes('dark=1') ? 'dark' : 'light'
  await picture(person, view, { [ink]: [400, 320] }, { colorScheme: ink })
}

test('a plan is imported, edited and saved; targets and tasks follow from it', async () => {
  const clerk = await sitDown(browser.context, house.excel)
  onTestFailed(() => failure(clerk, 'plan'))
  const { pane, button, page } = clerk
  const focused = pane.locator(':focus')
  await clerk.signIn(house.codeOf('clerk'))
  await clerk.tab(office.board.views.work).click()
  await button(vi.work.names.plan).click()
  await clerk.says(/^1\.1 /u).waitFor()
  await clerk.says(/^Lần sửa 1: /u).waitFor()
  await look(clerk, 'plan tasks')

  // a file that names a unit nobody knows: which line, and nothing has changed
  await button(words.views.files).click()
  const input = pane.locator('input[type=file]')
  const units = agency.units.map(one => (one.key === 'ttkc' ? { ...one, name: 'Phòng Lạ' } : one))
  const strange = { ...agency, units }
  await input.setInputFiles({
    ...(await file('ke-hoach-sai.xlsx', plan)),
    buffer: Buffer.from(
      await planWorkbook({ plan, agency: strange, index, at: '2025-01-02T00:00:00.000Z' }),
    ),
  })
  await clerk.says(/dòng \d+.*Phòng Lạ/u).waitFor()
  await look(clerk, 'plan faults')
  await button(words.leave).click()

  await input.setInputFiles(await file('ke-hoach.xlsx', plan))
  await clerk.says(words.preview(30, 6)).waitFor()
  await clerk.says('Thêm nhiệm vụ 6.6 “Số hóa hồ sơ lưu trữ”').waitFor()
  await expect.poll(() => focused.textContent()).toBe('ke-hoach.xlsx')
  await button(words.takeOver).press('Enter')
  await clerk.says(/^Đã đưa “ke-hoach\.xlsx”/u).waitFor()

  // one task is edited by keyboard, and another removed and brought back
  await button(words.editOf(words.taskName('1.2'))).press('Enter')
  const name = pane.getByLabel(new RegExp(`^${words.fields.name}`, 'u'))
  await expect.poll(() => name.evaluate(it => it === document.activeElement)).toBe(true)
  await name.fill('')
  await button(words.apply).press('Enter')
  await clerk.says(words.wrong.empty).waitFor()
  await look(clerk, 'plan task form', 'form')
  await name.fill('Rà soát, hệ thống hóa văn bản')
  await button(words.apply).press('Enter')
  await expect.poll(() => focused.getAttribute('aria-label')).toBe(words.editOf('nhiệm vụ 1.2'))
  await button(words.editOf(words.taskName('6.5'))).click()
  await button(words.remove).click()
  await expect.poll(() => focused.textContent()).toBe(words.undo)
  await page.keyboard.press('Enter')
  await button(words.editOf(words.taskName('6.5'))).waitFor()

  await button(words.save(2)).press('Enter')
  await clerk.says(/^Đã lưu lần sửa 2/u).waitFor()
  await clerk.says(/^Lần sửa 2: /u).waitFor()

  await button(new RegExp(`^${words.views.standing}`, 'u')).click()
  await clerk.says(/^Đạt \d\/5 chỉ tiêu đến hạn/u).waitFor()
  await clerk.says(/^Chưa đạt, còn thiếu 109 (thủ tục|TTHC)/iu).waitFor()
  await clerk.says(words.attains.later(2030)).waitFor()
  await clerk.says(words.attainment).evaluate(it => it.scrollIntoView({ block: 'start' }))
  await look(clerk, 'plan attainment')
  await button(new RegExp(`^${words.views.targets}`, 'u')).click()
  await clerk.says(words.targetWords('≥', '99%', 2025)).waitFor()
  await look(clerk, 'plan targets')
  await clerk.leave()

  // the unit's Excel is a dark one
  const unit = await sitDown(browser.context, `${house.excel}?dark=1`)
  await unit.signIn(house.codeOf('qltm'))
  await unit.openSheets()
  await unit.button(/^Nhiệm vụ theo kế hoạch: chủ trì 2, phối hợp \d+$/u).press('Enter')
  await unit.says(words.asLead(2)).waitFor()
  await unit.says('Rà soát, hệ thống hóa văn bản').waitFor()
  await unit
    .says(words.leadSays('Phòng Kế hoạch – Tài chính – Tổng hợp', 'Đang thực hiện'))
    .waitFor()
  await unit.says(words.asLead(2)).evaluate(it => it.scrollIntoView())
  await look(unit, 'plan unit')
  await unit.button(words.toLine('2.4')).press('Enter')
  await unit.page.getByRole('tab', { name: 'Kế hoạch CCHC', selected: true }).waitFor()
  await unit.button(vi.work.backToUnit).click()
  await expect
    .poll(() => unit.pane.locator(':focus').textContent())
    .toMatch(/^Nhiệm vụ theo kế hoạch/u)
  await unit.leave()
}, 60_000)
