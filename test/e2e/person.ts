/** A person at the page that plays Excel, the pane beside the sheet: what hands do, and where eyes look. */
import type { BrowserContext, Frame, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { vi } from '../../addin/i18n/vi/vi.ts'
import { emptyContent, valuesOf } from '../../shared/content.ts'
import { locator } from '../../shared/layout.ts'
import { statutoryWindow } from '../../shared/period.ts'
import { agency, index } from '../fixtures/bac-giang.ts'

const april = {
  agency,
  period: '2025-M04',
  window: statutoryWindow('2025-M04'),
  values: valuesOf(index, emptyContent),
}

/** Where an indicator stands in the sheets of a unit for April. @throws Error when it is not on them */
export function placeOf(unit: string, key: string) {
  const form = index.indicators.get(key)?.form
  const cell = form && locator(index, { ...april, unit })({ form: form.id, row: key })?.cell
  if (!form || !cell) throw new Error(`no cell for ${key}`)
  return { form, cell }
}

/** Pasted into what has the focus; HTML is what spreadsheets put beside the text. */
export const paste = (page: Page, text: string, html = '') =>
  page.evaluate(
    ([plain = '', table = '']) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', plain)
      if (table) clipboardData.setData('text/html', table)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true })
      document.activeElement?.dispatchEvent(event)
    },
    [text, html],
  )

export type Person = Awaited<ReturnType<typeof sitDown>>

/** Every page is an Excel with an empty workbook of its own, all of a context on one machine. */
export async function sitDown(context: BrowserContext, address: string) {
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', problem => troubles.push(problem.message))
  await page.goto(address)
  const pane = page.frameLocator('iframe')
  const button = (name: string | RegExp) => pane.getByRole('button', { name })
  const tab = (name: string) => pane.getByRole('tab', { name: new RegExp(`^${name}`, 'u') })
  const cell = (address: string) => page.locator(`[data-address="${address}"]`)
  const nameBox = page.getByLabel('Hộp tên')

  const person = {
    page,
    pane,
    button,
    tab,
    cell,
    nameBox,
    says: (text: string | RegExp): Locator => pane.getByText(text).first(),
    finding: (text: string | RegExp) => pane.locator('[data-finding]').filter({ hasText: text }),

    /** The pane's own window. */
    async inside(): Promise<Frame> {
      const frame = await (await page.locator('iframe').elementHandle())?.contentFrame()
      if (!frame) throw new Error('the page has no pane')
      return frame
    },

    async signIn(code: string): Promise<void> {
      await pane.getByLabel(vi.signIn.code).fill(code)
      await page.keyboard.press('Enter')
    },

    /** Lays the forms out and waits until the pane follows them. */
    async openSheets(): Promise<void> {
      await button(/^Mở biểu/u).click()
      await person.sheetsAreOpen()
    },
    async sheetsAreOpen(): Promise<void> {
      const first = pane.getByRole('button', { name: /^Biểu 1 /u, disabled: false })
      await first.waitFor({ timeout: 30_000 })
    },

    async select(address: string): Promise<void> {
      await nameBox.fill(address)
      await page.keyboard.press('Enter')
      await expect.poll(() => cell(address).getAttribute('tabindex')).toBe('0')
    },

    /** Types into a cell of the sheet in view. */
    async type(address: string, text: string): Promise<void> {
      await person.select(address)
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },

    /** Opens an indicator's form from the pane and goes to its cell. */
    async goTo(unit: string, key: string): Promise<string> {
      const { form, cell: address } = placeOf(unit, key)
      await tab(vi.tabs.fill).click()
      await button(new RegExp(`^${form.short} `, 'u')).click()
      await page.getByRole('tab', { name: form.sheet, selected: true }).waitFor()
      await person.select(address)
      return address
    },

    async shows(address: string, text: string, timeout = 10_000): Promise<void> {
      await expect.poll(() => cell(address).textContent(), { timeout }).toBe(text)
    },

    /** Names, the leader's approval and the button; what comes of it is for the caller to see. */
    async submitAs(preparedBy: string, approvedBy: string, revision: number): Promise<void> {
      await tab(vi.tabs.submit).click()
      await pane.getByLabel(vi.submit.preparedBy).fill(preparedBy)
      await pane.getByLabel(vi.submit.approvedBy).fill(approvedBy)
      await pane.getByLabel(vi.submit.approved).check()
      await button(vi.submit.send(revision)).press('Enter')
    },

    /** A switch of the page, such as "Mất mạng". */
    async flip(name: string): Promise<void> {
      const control = page.getByLabel(name)
      if (!(await control.isVisible())) await page.getByText('Công tắc của máy mô phỏng').click()
      await control.click()
    },

    /** The window goes, as when Excel crashes; what was wrong with the page on the way is told. */
    async leave(): Promise<void> {
      await page.close()
      expect(troubles).toEqual([])
    },
  }
  return person
}
