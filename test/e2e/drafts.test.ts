/**
 * Nothing typed is lost, in a browser with its real IndexedDB: Excel crashes in the middle of filling, and a submission
 * made without a network goes by itself, once, when it returns.
 */
import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { SubmissionSummary } from '../../shared/protocol.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { product } from './product.ts'

const house = product()
let browser: OpenBrowser
let page: Page
let pane: FrameLocator

beforeAll(async () => {
  await house.start()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house.remove()
})
beforeEach(() => open())
afterEach(() => page.close())

/** Every page is an Excel with an empty workbook of its own, on the same machine. */
async function open(): Promise<void> {
  page = await browser.context.newPage()
  await page.goto(house.base)
  pane = page.frameLocator('iframe')
}

const button = (name: string | RegExp) => pane.getByRole('button', { name })
const cell = (address: string) => page.locator(`[data-address="${address}"]`)
const says = (text: string | RegExp) => pane.getByText(text).first()

async function signIn(unit: string): Promise<void> {
  await pane.getByLabel('Mã truy cập do Văn phòng cấp').fill(house.codeOf(unit))
  await button('Đăng nhập').click()
}

async function type(address: string, text: string): Promise<void> {
  await page.getByLabel('Hộp tên').fill(address)
  await page.keyboard.press('Enter')
  await expect.poll(() => cell(address).getAttribute('tabindex')).toBe('0')
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** The first cell of the first form that can be filled. */
async function firstInput(): Promise<string> {
  await expect.poll(() => button(/^Biểu 1 /u).isEnabled(), { timeout: 30_000 }).toBe(true)
  await button(/^Biểu 1 /u).click()
  const box = page.getByLabel('Hộp tên')
  await expect.poll(() => box.inputValue()).toMatch(/^E\d+$/u)
  return box.inputValue()
}

async function sign(revision: number): Promise<void> {
  await pane.getByRole('tab', { name: 'Nộp' }).click()
  await pane.getByLabel('Người lập').fill('Lê Văn Hùng')
  await pane.getByLabel('Người phê duyệt').fill('Phạm Quốc Toàn')
  await pane.getByLabel('Đã được lãnh đạo đơn vị duyệt').check()
  await button(`Nộp bản ${revision}`).press('Enter')
}

test('a crash in the middle of filling loses nothing: a new workbook gets it all back, once asked', async () => {
  await signIn('qltt')
  await button(/^Mở biểu/u).click()
  const first = await firstInput()
  await type(first, '7')
  await says('Đã lưu trên máy').waitFor()
  await page.close()

  await open()
  await signIn('qltt')
  await says(/^Máy này còn giữ số liệu chưa nộp lúc .*: 1 chỗ khác sổ tính$/u).waitFor()
  await button('Lấy lại vào biểu').click()
  await expect.poll(() => cell(first).textContent(), { timeout: 30_000 }).toBe('7')
  await says('Đã lưu trên máy').waitFor()
  await expect.poll(() => button('Lấy lại vào biểu').count()).toBe(0)
})

test('what is submitted without a network is sent once when it returns, after a reload of the pane too', async () => {
  await signIn('thanh_tra')
  await button(/^Mở biểu/u).click()
  const first = await firstInput()
  await type(first, '2')
  await says('Đã lưu trên máy').waitFor()
  await page.getByText('Công tắc của máy mô phỏng').click()
  await page.getByLabel('Mất mạng').check()
  await sign(1)
  await says('Đang chờ mạng, sẽ tự gửi').waitFor()
  await page.reload()
  await says('Đã nộp bản 1 lúc').waitFor()
  const path = '/periods/2025-M04/units/thanh_tra/submissions'
  const sent = await house.get<SubmissionSummary[]>(house.codeOf('thanh_tra'), path)
  expect(sent.map(({ revision }) => revision)).toEqual([1])
})
