/**
 * One reporting period as its people live it, in a browser with the pane as it ships on the app in Node: a unit opens its
 * sheets, is told what is wrong, explains, submits; the clerk sees who is missing and pulls the annex; the dashboard
 * reads the published figures.
 */
import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Consolidation, Session, SheetAnswer } from '../../shared/protocol.ts'
import { readXlsx } from '../annex/read-xlsx.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { house as newHouse } from './house.ts'
import { type Person, paste, sitDown } from './person.ts'

const house = newHouse()
let browser: OpenBrowser
let person: Person

beforeAll(async () => {
  await house.start()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house.remove()
})
beforeEach(async () => {
  person = await sitDown(browser.context, house.excel)
})
afterEach(() => person.leave())

async function openSheets(unit: string): Promise<void> {
  await person.signIn(house.codeOf(unit))
  await person.openSheets()
}

const openCheck = () => person.tab('Kiểm tra').click()

async function submitAs(preparedBy: string, approvedBy: string, revision: number): Promise<void> {
  await person.submitAs(preparedBy, approvedBy, revision)
  await person.says(`Đã nộp bản ${revision} lúc`).waitFor()
}

describe('a unit', () => {
  test('corrects its report: an error at the cell, a warning explained, revision 2, a receipt', async () => {
    await openSheets('qltm')
    const resolved = await person.goTo('qltm', 'dossiers_resolved')
    const published = (await person.cell(resolved).textContent()) ?? ''
    expect(published).toBe('255')

    // an error: the count no longer equals column 7 of the dossier table
    await person.type(resolved, '322')
    await openCheck()
    const error = person.finding('Cột 7 biểu II.06a cộng được 254 + 1 + 0 = 255, lệch 67')
    await error.waitFor()
    await person.pane.getByRole('tab', { name: 'Nộp' }).click()
    expect(await person.button('Nộp bản 2').getAttribute('aria-disabled')).toBe('true')

    // a click goes to the cell; mending it there clears the finding
    await openCheck()
    await person.select('A1')
    await person.pane.getByRole('tab', { name: /^Kiểm tra/u }).press('Alt+ArrowDown')
    await expect.poll(() => person.nameBox.inputValue()).toBe(resolved)
    await person.select('A1')
    await error.click()
    await expect.poll(() => person.nameBox.inputValue()).toBe(resolved)
    await person.type(resolved, published)
    await error.waitFor({ state: 'detached' })

    // a warning asks for a reason, and nothing goes out without one
    const excluded = await person.goTo('qltm', 'digit_excluded')
    const before = Number(await person.cell(excluded).textContent())
    await person.type(excluded, String(before - 1))
    await openCheck()
    await person.finding('loại trừ khỏi diện số hóa').waitFor()
    const reason = person.pane.getByLabel('Lý do')
    await reason.fill('ok')
    await person.pane.getByText('Viết rõ hơn một chút').waitFor()
    await reason.fill('01 hồ sơ thông báo khuyến mại đã rút, chưa xóa trên phần mềm')
    await person.pane.getByText('Đã giải trình', { exact: true }).waitFor()

    await submitAs('Bùi Thị Nga', 'Ngô Văn Phúc', 2)
    const fact = (name: string) => person.pane.locator(`dt:text-is("${name}") + dd`).textContent()
    expect(await fact('Số biên nhận')).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u)
    expect(await fact('Bản')).toBe('2')
    expect(await fact('Mã nội dung')).toMatch(/^(?:[0-9a-f]{8} ){7}[0-9a-f]{8}$/u)
  })

  test('submits for the first time, with figures pasted from elsewhere', async () => {
    await openSheets('qltt')
    await person.pane.getByText('Chưa nộp').waitFor()
    const own = await person.goTo('qltt', 'articles_own_site')
    await paste(person.page, '3\nKhông phát sinh\nhai tin')
    await openCheck()
    await person.finding('“hai tin” không đọc được thành số').waitFor()
    await person.finding('“hai tin” không đọc được thành số').click()
    const third = own.replace(/\d+/u, line => String(Number(line) + 2))
    await expect.poll(() => person.nameBox.inputValue()).toBe(third)
    await person.select(third)
    await person.page.keyboard.press('Delete')
    await person.finding('“hai tin”').waitFor({ state: 'detached' })
    await submitAs('Lê Văn Hùng', 'Phạm Quốc Toàn', 1)
    const april = await house.get<Consolidation>(
      house.codeOf('dashboard'),
      '/periods/2025-M04/consolidation',
    )
    const part = april.figures.articles_own_site?.contributions.find(c => c.unit === 'qltt')
    expect(part).toEqual({ unit: 'qltt', revision: 1, value: 3 })
  })

  test('whose colleague submitted meanwhile is told so and chooses; nobody’s figures are overwritten', async () => {
    await openSheets('qlnl')
    const own = await person.goTo('qlnl', 'articles_own_site')
    const before = (await person.cell(own).textContent()) ?? ''

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
    await person.page.reload()
    await person.button(/^Biểu 1 /u).waitFor()
    await person.pane.getByRole('tab', { name: 'Nộp' }).click()
    await person.pane
      .getByText(`đơn vị đã có bản ${revision + 1}`, { exact: false })
      .first()
      .waitFor()
    await person.button(`Lấy số của bản ${revision + 1} vào biểu`).click()
    await expect.poll(() => person.cell(own).textContent(), { timeout: 30_000 }).toBe('77')
    expect(before).not.toBe('77')
  })

  test('with a wrong code reads whom to ask', async () => {
    await person.signIn('AAAAA-AAAAA-AAAAA-AAAAA-AAAAAA')
    await person.pane
      .getByText('Mã truy cập không đúng hoặc đã bị thu hồi', { exact: false })
      .waitFor()
  })
})

describe('the clerk', () => {
  test('sees who has submitted and pulls the annex, which an independent reader reads alike', async () => {
    await person.signIn(house.codeOf('clerk'))
    await person.pane.getByText(/^\d\/9 đơn vị đã nộp$/u).waitFor()
    await person.pane.getByText('Phòng Quản lý Năng lượng').waitFor()
    const [download] = await Promise.all([
      person.page.waitForEvent('download'),
      person.button(/Tải phụ lục/u).click(),
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
    await person.pane.getByText(/^Chưa có gì thay đổi từ lần tải/u).waitFor()
  })

  test('reads one report after the other, accepts, and sends back with marked figures, by keyboard', async () => {
    await person.signIn(house.codeOf('clerk'))
    await person.pane.getByRole('button', { name: /^Phòng Quản lý Công nghiệp/u }).press('Enter')
    await person.pane.getByRole('heading', { name: 'Phòng Quản lý Công nghiệp' }).waitFor()
    await person.button('Duyệt bản 1').press('Enter')
    await person.pane.getByText('Đã duyệt bản 1 của Phòng Quản lý Công nghiệp.').waitFor()

    // the next one is offered and has the focus
    await person.button(/^Xem tiếp: /u).press('Enter')
    await person.button('Trả lại kèm ý kiến').press('Enter')
    await person.button(/^Trả lại bản \d$/u).press('Enter')
    await person.pane.getByText('Ghi ý kiến để đơn vị biết cần sửa gì.').waitFor()
    await person.page.keyboard.type('Xem lại số được đánh dấu')
    await person.pane.locator('details summary').last().press('Enter')
    await person.pane
      .getByRole('checkbox', { name: /^Đánh dấu /u })
      .last()
      .press('Space')
    await person.pane.getByText('1 số được đánh dấu', { exact: true }).waitFor()
    await person.button(/^Trả lại bản \d$/u).press('Enter')
    await person.pane.getByText(/^Đã trả lại bản \d cho /u).waitFor()

    await person.button('Danh sách đơn vị').press('Enter')
    await person.pane.getByText(/đơn vị đã nộp · 1 đã duyệt$/u).waitFor()
    await person.button(/^Trả lại 1$/u).press('Enter')
    await expect.poll(() => person.pane.locator('[data-unit]').count()).toBe(1)
    await person
      .button(/^Nhắc /u)
      .first()
      .press('Enter')
    await expect
      .poll(() => person.pane.getByLabel('Lời nhắc').inputValue())
      .toContain('“Xem lại số được đánh dấu” Có 1 số được đánh dấu')

    // thinks again: figures that stay sent back would be missing from the totals
    await person.pane.locator('[data-unit]').press('Enter')
    await person.button(/^Duyệt bản \d$/u).press('Enter')
    await person.pane.getByText(/^Đã duyệt bản \d của /u).waitFor()
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
