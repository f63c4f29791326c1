/**
 * The clerk writes a section of the report in the pane: the Word report says it, a figure that changes later is told with
 * its sentence, and one press puts the number right. `PICTURES=<folder>` keeps a picture of each view.
 */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { office } from '../../addin/i18n/vi/office.ts'
import type { Session, SheetAnswer } from '../../shared/protocol.ts'
import { unzip } from '../annex/read-xlsx.ts'
import { violations } from './axe.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { house as newHouse } from './house.ts'
import { type Person, sitDown } from './person.ts'
import { picture } from './pictures.ts'

const words = office.narrative
const saves = new RegExp(`^${words.save}$`, 'u')
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

/** Nothing for axe, once a view, and nothing to scroll sideways at the narrowest pane. */
async function look(
  clerk: Person,
  view: string,
  ink: 'light' | 'dark' = 'light',
  isNew = true,
): Promise<void> {
  const pane = await clerk.inside()
  await clerk.page.locator('iframe').evaluate(it => (it.style.width = '320px'))
  if (isNew) expect(await violations(pane), `${view} ${ink}`).toEqual([])
  const root = pane.locator('html')
  expect(await root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  await picture(clerk, view, { [ink]: [560, 350, 320] }, { colorScheme: ink })
}

/** The paragraphs of the report as it is pulled from the board. */
async function pulled({ page, button }: Person): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(office.pull.report).click(),
  ])
  const document = unzip(await readFile(await download.path())).get('word/document.xml') ?? ''
  return document.replace(/<\/w:p>/gu, '\n').replace(/<[^>]+>/gu, '')
}

/** Sends as the holder of a code, from another machine. */
async function put(code: string, path: string, body: object): Promise<void> {
  const { token } = (await (await house.enter(code)).json()) as Session
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  const sent = await fetch(`${house.base}/api/v1${path}`, {
    ...{ method: 'PUT', headers, body: JSON.stringify(body) },
  })
  expect(sent.status).toBe(201)
}

/** A unit corrects one figure. */
async function correct(unit: string, figures: object): Promise<void> {
  const path = '/periods/2025-M04'
  const code = house.codeOf(unit)
  const { current, catalogue, period } = await house.get<SheetAnswer>(code, `${path}/sheet`)
  if (!current) throw new Error(`${unit} has submitted nothing`)
  const { tables, narrative, reasons, preparedBy, approvedBy, revision } = current
  await put(code, `${path}/units/${unit}/submissions/${crypto.randomUUID()}`, {
    ...{ catalogue, window: period.window, tables, narrative, reasons },
    ...{ preparedBy, approvedBy, basedOn: revision },
    figures: { ...current.figures, ...figures },
  })
}

/** The same in a dark Excel, at the moment when a figure is outdated. */
async function inTheDark(): Promise<void> {
  const clerk = await sitDown(browser.context, `${house.excel}?dark=1`)
  await clerk.signIn(house.codeOf('clerk'))
  await clerk.button(new RegExp(`^${words.open}`, 'u')).click()
  await clerk.button(/^I\. /u).waitFor()
  await look(clerk, 'narrative outline', 'dark')
  await clerk.button(/^I\. /u).click()
  await clerk.button(words.mendOf('tin, bài của Sở')).waitFor()
  await look(clerk, 'narrative outdated', 'dark')
  await clerk.leave()
}

test('a section is written, pulled, outdated by a unit’s correction and mended', async () => {
  const clerk = await sitDown(browser.context, house.excel)
  const { page, pane, button } = clerk
  const entry = button(new RegExp(`^${words.open}`, 'u'))
  const focused = pane.locator(':focus')
  const field = pane.getByLabel(words.field)
  await clerk.signIn(house.codeOf('clerk'))

  // by keyboard: into the outline, along the sections, into the first one
  await entry.press('Enter')
  await pane.getByRole('heading', { name: words.title }).waitFor()
  await button(/^I\. /u).waitFor()
  await look(clerk, 'narrative outline')
  await button(/^I\. /u).press('End')
  await expect.poll(() => focused.getAttribute('data-section')).toBe('V')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => focused.getAttribute('data-section')).toBe('II')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await pane.getByRole('heading', { name: /^I\. /u }).waitFor()
  await expect.poll(() => focused.textContent()).toMatch(/^I\. /u)
  expect(await field.inputValue()).toContain('trên Cổng thông tin điện tử của Sở là 22,')
  // what is to be looked at is in sight and counted, information is folded away
  await clerk.says(words.remarks(5)).waitFor()
  await clerk.says(/Chưa đủ đơn vị báo cáo: /u).waitFor()
  const information = clerk.says(/^Khớp số liệu tổng hợp/u)
  expect(await information.isVisible()).toBe(false)
  await clerk.says(words.information(1)).click()
  await information.waitFor()
  await look(clerk, 'narrative section')
  // a figure of a sentence says which one it is
  await button('22: tin, bài của Sở').focus()
  await clerk.says(words.figure('22', 'tin, bài của Sở')).waitFor()

  await field.press('Control+Home')
  await page.keyboard.type('Lãnh đạo Sở chỉ đạo quyết liệt công tác CCHC.\n')
  await clerk.says(/^Đang viết dở, giữ trên máy này/u).waitFor()
  await look(clerk, 'narrative writing', 'light', false)

  // what was typed outlives the pane
  await page.reload()
  await clerk.says(words.unsaved(1)).waitFor()
  await entry.click()
  await button(/^I\. /u).click()
  await button(saves).press('Enter')
  await clerk.says(/^Đã lưu “I\. /u).waitFor()
  await clerk.says(/^Sửa lần 1: /u).waitFor()
  await expect.poll(() => focused.textContent()).toBe(words.save)
  await look(clerk, 'narrative saved', 'light', false)
  await button(words.back).press('Enter')
  await expect.poll(() => focused.getAttribute('data-section')).toBe('I')
  await button(words.close).press('Enter')
  await expect.poll(() => focused.textContent()).toMatch(new RegExp(`^${words.open}`, 'u'))
  expect(await pulled(clerk)).toContain('\nLãnh đạo Sở chỉ đạo quyết liệt công tác CCHC.\n')

  await correct('qlnl', { articles_own_site: 30 })
  await button(office.board.refresh).click()
  await entry.click()
  await button(new RegExp(`^${words.listed.look} `, 'u')).click()
  await button(/^I\. .*số liệu đã đổi/u).click()
  const mend = button(words.mendOf('tin, bài của Sở'))
  await mend.waitFor()
  await look(clerk, 'narrative outdated')
  await inTheDark()
  await mend.press('Enter')
  await clerk.says(words.mended).waitFor()
  const mended = await field.inputValue()
  expect(mended).not.toContain('của Sở là 22,')
  // the button that undoes it has the focus, and does
  await expect
    .poll(() => focused.getAttribute('aria-label'))
    .toBe(words.unmendOf('tin, bài của Sở'))
  await page.keyboard.press('Enter')
  await expect.poll(() => field.inputValue()).toContain('của Sở là 22,')
  const left = button(/^Thay số: /u)
  while ((await left.count()) > 0) await left.first().press('Enter')
  await look(clerk, 'narrative mended', 'light', false)
  await button(saves).click()
  await clerk.says(/^Sửa lần 2: /u).waitFor()
  await expect.poll(() => left.count()).toBe(0)
  await button(words.back).click()
  await button(words.close).click()
  const report = await pulled(clerk)
  expect(report).toContain('Lãnh đạo Sở chỉ đạo quyết liệt công tác CCHC.')
  expect(report).not.toContain('của Sở là 22,')
  await clerk.leave()
}, 120_000)

test('what somebody else saved meanwhile is beside one’s own text, and nothing goes out before a choice', async () => {
  const clerk = await sitDown(browser.context, house.excel)
  const { pane, button } = clerk
  const focused = pane.locator(':focus')
  const field = pane.getByLabel(words.field)
  const code = house.codeOf('clerk')
  await clerk.signIn(code)
  await button(new RegExp(`^${words.open}`, 'u')).click()
  await button(/^a\) Công tác tham mưu/u).click()
  await field.fill('Của tôi.')
  await put(code, '/periods/2025-M04/narrative/II.1.a', { basedOn: null, text: 'Của người khác.' })
  await button(saves).press('Enter')
  await clerk.says(/ vừa sửa mục này lúc /u).waitFor()
  await expect.poll(() => focused.textContent()).toBe(words.takeTheirs)
  await pane.locator('blockquote', { hasText: 'Của người khác.' }).waitFor()
  expect(await field.inputValue()).toBe('Của tôi.')
  expect(await button(saves).count()).toBe(0)
  await look(clerk, 'narrative conflict')
  await button(words.keepMine).press('Enter')
  await button(saves).press('Enter')
  await clerk.says(/^Sửa lần 2: /u).waitFor()

  // back to the merged text is asked twice, and undone by one press
  await button(words.withdraw).press('Enter')
  await button(words.withdrawYes).press('Enter')
  await clerk.says(/ đã trở lại bản gộp\.$/u).waitFor()
  await expect.poll(() => field.inputValue()).toContain('Quyết định số 278/QĐ-UBND')
  await look(clerk, 'narrative withdrawn', 'light', false)
  await button(words.undo).press('Enter')
  await expect.poll(() => field.inputValue()).toBe('Của tôi.')
  await clerk.leave()
}, 60_000)

test('a draft is held against its figures: pasted, as a file, and while a section is being written', async () => {
  const clerk = await sitDown(browser.context, house.excel)
  const { pane, button } = clerk
  const focused = pane.locator(':focus')
  const wrong = 'Có 55/133 TTHC được rút ngắn thời gian, đạt 41,7%.'
  await clerk.signIn(house.codeOf('clerk'))
  await button(new RegExp(`^${words.open}`, 'u')).click()
  await button(words.draft.open).press('Enter')
  await pane.getByRole('heading', { name: words.draft.title }).waitFor()
  const check = button(new RegExp(`^${words.draft.check}$`, 'u'))
  await check.press('Enter')
  await clerk.says(words.draft.nothing).waitFor()
  await pane.getByLabel(words.draft.text).fill(`Đã tiếp nhận 350 hồ sơ.\n${wrong}`)
  await check.press('Enter')
  await clerk.says('55 / 133 = 41,35 %, văn bản ghi 41,7 %').waitFor()
  await clerk.says('350 ≠ 331').waitFor()
  await look(clerk, 'narrative draft')
  const file = { name: 'ban-thao.txt', mimeType: 'text/plain', buffer: Buffer.from('Đạt.') }
  await pane.locator('input[type=file]').setInputFiles(file)
  await clerk.says(words.draft.clean('ban-thao.txt', '0')).waitFor()
  const old = { name: 'cu.doc', mimeType: '', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) }
  await pane.locator('input[type=file]').setInputFiles(old)
  await clerk.says(/Word 97–2003/u).waitFor()
  await button(words.draft.back).press('Enter')
  await expect.poll(() => focused.textContent()).toBe(words.draft.open)

  await button(/^IV\. /u).click()
  await pane.getByLabel(words.field).fill(wrong)
  await clerk.says(words.contradictions(1)).waitFor()
  await button(words.drop).click()
  await clerk.leave()
}, 60_000)
