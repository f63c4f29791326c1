/**
 * One reporting period as its people live it, in a browser with the real pane on the real worker: a unit opens its
 * sheets, is told what is wrong, explains, submits; the clerk sees who is missing and pulls the annex; the dashboard
 * reads the published figures.
 */
import { readFile } from 'node:fs/promises'
import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptyContent, valuesOf } from '../../shared/content.ts'
import { locator } from '../../shared/layout.ts'
import { statutoryWindow } from '../../shared/period.ts'
import type { Consolidation, Session, SheetAnswer } from '../../shared/protocol.ts'
import { readXlsx } from '../annex/read-xlsx.ts'
import { agency, index } from '../fixtures/bac-giang.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { product } from './product.ts'

const house = product()
let browser: OpenBrowser
let page: Page
let pane: FrameLocator
let troubles: string[]

beforeAll(async () => {
  await house.start()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house.remove()
})
beforeEach(async () => {
  page = await browser.context.newPage()
  troubles = []
  page.on('pageerror', problem => troubles.push(problem.message))
  await page.goto(house.base)
  pane = page.frameLocator('iframe')
})
afterEach(async () => {
  await page.close()
  expect(troubles).toEqual([])
})

const button = (name: string | RegExp) => pane.getByRole('button', { name })
const cell = (address: string) => page.locator(`[data-address="${address}"]`)

async function signIn(code: string): Promise<void> {
  await pane.getByLabel('Mã truy cập do Văn phòng cấp').fill(code)
  await button('Đăng nhập').click()
}

async function openSheets(unit: string): Promise<void> {
  await signIn(house.codeOf(unit))
  await button(/^Mở biểu/u).click()
  await pane.getByRole('button', { name: /^Biểu 1 / }).waitFor({ timeout: 30_000 })
  await expect.poll(() => button(/^Biểu 1 /u).isEnabled(), { timeout: 30_000 }).toBe(true)
}

/** Types into a cell of the sheet that is shown, the way a person does. */
async function type(address: string, text: string): Promise<void> {
  await select(address)
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

async function select(address: string): Promise<void> {
  await page.getByLabel('Hộp tên').fill(address)
  await page.keyboard.press('Enter')
  await expect.poll(() => cell(address).getAttribute('tabindex')).toBe('0')
}

const view = {
  agency,
  period: '2025-M04',
  window: statutoryWindow('2025-M04'),
  values: valuesOf(index, emptyContent),
}

/** Opens an indicator's form from the pane and goes to its cell. */
async function goTo(unit: string, key: string): Promise<string> {
  const form = index.indicators.get(key)?.form
  const cell = form && locator(index, { ...view, unit })({ form: form.id, row: key })?.cell
  if (!form || !cell) throw new Error(key)
  await pane.getByRole('tab', { name: 'Điền' }).click()
  await button(new RegExp(`^${form.short} `, 'u')).click()
  await page.getByRole('tab', { name: form.sheet, selected: true }).waitFor()
  await select(cell)
  return cell
}

const openCheck = () => pane.getByRole('tab', { name: /^Kiểm tra/u }).click()
const finding = (text: string | RegExp) => pane.locator('[data-finding]').filter({ hasText: text })

async function submitAs(preparedBy: string, approvedBy: string, revision: number): Promise<void> {
  await pane.getByRole('tab', { name: 'Nộp' }).click()
  await pane.getByLabel('Người lập').fill(preparedBy)
  await pane.getByLabel('Người phê duyệt').fill(approvedBy)
  await pane.getByLabel('Đã được lãnh đạo đơn vị duyệt').check()
  await button(`Nộp bản ${revision}`).click()
  await pane.getByText(`Đã nộp bản ${revision} lúc`, { exact: false }).waitFor()
}

describe('a unit', () => {
  test('corrects its report: an error at the cell, a warning explained, revision 2, a receipt', async () => {
    await openSheets('qltm')
    const resolved = await goTo('qltm', 'dossiers_resolved')
    const published = (await cell(resolved).textContent()) ?? ''
    expect(published).toBe('255')

    // an error: the count no longer equals column 7 of the dossier table
    await type(resolved, '322')
    await openCheck()
    const error = finding('Cột 7 biểu II.06a cộng được 254 + 1 + 0 = 255, lệch 67')
    await error.waitFor()
    await pane.getByRole('tab', { name: 'Nộp' }).click()
    expect(await button('Nộp bản 2').getAttribute('aria-disabled')).toBe('true')

    // a click goes to the cell; mending it there clears the finding
    await openCheck()
    await select('A1')
    await pane.getByRole('tab', { name: /^Kiểm tra/u }).press('Alt+ArrowDown')
    await expect.poll(() => page.getByLabel('Hộp tên').inputValue()).toBe(resolved)
    await select('A1')
    await error.click()
    await expect.poll(() => page.getByLabel('Hộp tên').inputValue()).toBe(resolved)
    await type(resolved, published)
    await error.waitFor({ state: 'detached' })

    // a warning asks for a reason, and nothing goes out without one
    const excluded = await goTo('qltm', 'digit_excluded')
    const before = Number(await cell(excluded).textContent())
    await type(excluded, String(before - 1))
    await openCheck()
    await finding('loại trừ khỏi diện số hóa').waitFor()
    const reason = pane.getByLabel('Lý do')
    await reason.fill('ok')
    await pane.getByText('Viết rõ hơn một chút').waitFor()
    await reason.fill('01 hồ sơ thông báo khuyến mại đã rút, chưa xóa trên phần mềm')
    await pane.getByText('Đã giải trình', { exact: true }).waitFor()

    await submitAs('Bùi Thị Nga', 'Ngô Văn Phúc', 2)
    const fact = (name: string) => pane.locator(`dt:text-is("${name}") + dd`).textContent()
    expect(await fact('Số biên nhận')).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u)
    expect(await fact('Bản')).toBe('2')
    expect(await fact('Mã nội dung')).toMatch(/^(?:[0-9a-f]{8} ){7}[0-9a-f]{8}$/u)
  })

  test('submits for the first time, with figures pasted from elsewhere', async () => {
    await openSheets('qltt')
    await pane.getByText('Chưa nộp').waitFor()
    const own = await goTo('qltt', 'articles_own_site')
    await page.evaluate(text => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true }),
      )
    }, '3\nKhông phát sinh\nhai tin')
    await openCheck()
    await finding('“hai tin” không đọc được thành số').waitFor()
    await finding('“hai tin” không đọc được thành số').click()
    const third = own.replace(/\d+/u, line => String(Number(line) + 2))
    await expect.poll(() => page.getByLabel('Hộp tên').inputValue()).toBe(third)
    await select(third)
    await page.keyboard.press('Delete')
    await finding('“hai tin”').waitFor({ state: 'detached' })
    await submitAs('Lê Văn Hùng', 'Phạm Quốc Toàn', 1)
    const april = await house.get<Consolidation>(
      house.codeOf('dashboard'),
      '/periods/2025-M04/consolidation',
    )
    const part = april.figures.articles_own_site?.contributions.find(c => c.unit === 'qltt')
    expect(part).toEqual({ unit: 'qltt', revision: 1, value: 3 })
  })

  test('is told calmly that the server cannot be reached, and loses nothing', async () => {
    await openSheets('thanh_tra')
    const own = await goTo('thanh_tra', 'articles_own_site')
    await type(own, '2')
    await openCheck()
    await pane.getByText(/phép kiểm tra đều đạt/u).waitFor()
    await page.frames()[1]?.evaluate(() => {
      window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    })
    await pane.getByRole('tab', { name: 'Nộp' }).click()
    await pane.getByLabel('Người lập').fill('Đỗ Thị Mai')
    await pane.getByLabel('Người phê duyệt').fill('Vũ Văn Sơn')
    await pane.getByLabel('Đã được lãnh đạo đơn vị duyệt').check()
    await button('Nộp bản 1').click()
    await pane.getByText('Chưa gửi được: không có mạng.', { exact: false }).waitFor()
    expect(await cell(own).textContent()).toBe('2')
    await button('Gửi lại').waitFor()
  })

  test('whose colleague submitted meanwhile is told so and chooses; nobody’s figures are overwritten', async () => {
    await openSheets('qlnl')
    const own = await goTo('qlnl', 'articles_own_site')
    const before = (await cell(own).textContent()) ?? ''

    // the colleague corrects the same figure from another machine
    const code = house.codeOf('qlnl')
    const path = '/periods/2025-M04'
    const sheet = await house.get<SheetAnswer>(code, `${path}/sheet`)
    if (!sheet.current) throw new Error('nothing submitted yet')
    const { figures, tables, narrative, reasons, revision, preparedBy, approvedBy } = sheet.current
    const { window } = sheet.period
    const { token } = (await (await house.enter(code)).json()) as Session
    const colleague = await fetch(
      `${house.base}/api/v1${path}/units/qlnl/submissions/${crypto.randomUUID()}`,
      {
        method: 'PUT',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({
          ...{ catalogue: sheet.catalogue, window, tables, narrative, reasons },
          ...{ basedOn: revision, preparedBy, approvedBy },
          figures: { ...figures, articles_own_site: 77 },
        }),
      },
    )
    expect(colleague.status).toBe(201)

    // a reload of the pane must not make the old workbook pass for a new one
    await page.reload()
    await button(/^Biểu 1 /u).waitFor()
    await pane.getByRole('tab', { name: 'Nộp' }).click()
    await pane
      .getByText(`đơn vị đã có bản ${revision + 1}`, { exact: false })
      .first()
      .waitFor()
    await button(`Lấy số của bản ${revision + 1} vào biểu`).click()
    await expect.poll(() => cell(own).textContent(), { timeout: 30_000 }).toBe('77')
    expect(before).not.toBe('77')
  })

  test('with a wrong code reads whom to ask', async () => {
    await signIn('AAAAA-AAAAA-AAAAA-AAAAA-AAAAAA')
    await pane.getByText('Mã truy cập không đúng hoặc đã bị thu hồi', { exact: false }).waitFor()
  })
})

describe('the clerk', () => {
  test('sees who has submitted and pulls the annex, which an independent reader reads alike', async () => {
    await signIn(house.codeOf('clerk'))
    await pane.getByText(/^\d\/9 đơn vị đã nộp$/u).waitFor()
    await pane.getByText('Phòng Quản lý Năng lượng').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(/Tải phụ lục/u).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/CCHC.2025-M04\.xlsx$/u)
    const book = readXlsx(await readFile(await download.path()))
    const dossiers = book.sheet('Biểu II.06a')
    // the last "Tổng số" is the total row; those above are headings
    const row = [...dossiers.cells]
      .filter(([, found]) => found.value === 'Tổng số')
      .at(-1)?.[0]
      .slice(1)
    const totals = [...'CDEFGHIJKLM'].map(column => dossiers.cells.get(`${column}${row}`)?.value)
    expect(totals).toEqual([331, 325, 0, 6, 322, 319, 3, 0, 9, 9, 0])
    await pane.getByText(/^Chưa có gì thay đổi từ lần tải/u).waitFor()
  })

  test('reads one report after the other, accepts, and sends back with marked figures, by keyboard', async () => {
    await signIn(house.codeOf('clerk'))
    await pane.getByRole('button', { name: /^Phòng Quản lý Công nghiệp/u }).press('Enter')
    await pane.getByRole('heading', { name: 'Phòng Quản lý Công nghiệp' }).waitFor()
    await button('Duyệt bản 1').press('Enter')
    await pane.getByText('Đã duyệt bản 1 của Phòng Quản lý Công nghiệp.').waitFor()

    // the next one is offered and has the focus
    await button(/^Xem tiếp: /u).press('Enter')
    await button('Trả lại kèm ý kiến').press('Enter')
    await button(/^Trả lại bản \d$/u).press('Enter')
    await pane.getByText('Ghi ý kiến để đơn vị biết cần sửa gì.').waitFor()
    await page.keyboard.type('Xem lại số được đánh dấu')
    await pane.locator('details summary').last().press('Enter')
    await pane
      .getByRole('checkbox', { name: /^Đánh dấu /u })
      .last()
      .press('Space')
    await pane.getByText('1 số được đánh dấu', { exact: true }).waitFor()
    await button(/^Trả lại bản \d$/u).press('Enter')
    await pane.getByText(/^Đã trả lại bản \d cho /u).waitFor()

    await button('Danh sách đơn vị').press('Enter')
    await pane.getByText(/đơn vị đã nộp · 1 đã duyệt$/u).waitFor()
    await button(/^Trả lại 1$/u).press('Enter')
    await expect.poll(() => pane.locator('[data-unit]').count()).toBe(1)
    await button(/^Nhắc /u)
      .first()
      .press('Enter')
    await expect
      .poll(() => pane.getByLabel('Lời nhắc').inputValue())
      .toContain('“Xem lại số được đánh dấu” Có 1 số được đánh dấu')

    // thinks again: figures that stay sent back would be missing from the totals
    await pane.locator('[data-unit]').press('Enter')
    await button(/^Duyệt bản \d$/u).press('Enter')
    await pane.getByText(/^Đã duyệt bản \d của /u).waitFor()
  })
})

test('the dashboard reads the published figures with what each unit contributed', async () => {
  const april = await house.get<Consolidation>(
    house.codeOf('dashboard'),
    '/periods/2025-M04/consolidation',
  )
  const value = (key: string) => april.figures[key]?.value
  expect([value('tthc_total'), value('tthc_own'), value('tthc_lower_levels')]).toEqual([
    166, 142, 24,
  ])
  expect([value('tthc_one_stop'), value('tthc_interconnected')]).toEqual([126, 16])
  expect(value('staff_total')).toBe(181)
  expect([value('tthc_online'), value('tthc_online_used')]).toEqual([141, 18])
  expect(['total', 'done', 'recurring'].map(part => value(`plan_tasks_${part}`))).toEqual([
    29, 1, 24,
  ])
  const received = april.tables['KSTT-06a']?.total.received_total
  expect(received?.value).toBe(331)
  expect(received?.contributions.map(part => part.value)).toEqual([11, 260, 27, 33])
})
