// The preview page in a browser, opened anew for each test: on a server of its own, with a small pane
// instead of the real one and without the worker. What the page does is tested apart from the pane.
import type { Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { WorkbookState } from '../../addin/preview/workbook/workbook.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { paste } from './person.ts'
import { servePreview } from './preview-server.ts'

/** What the tests of a file do with the page; hooks open and close everything. */
export function previewPage() {
  let browser: OpenBrowser
  let serving: Awaited<ReturnType<typeof servePreview>>
  let page: Page
  let troubles: string[]

  beforeAll(async () => {
    serving = await servePreview()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await serving?.close()
  })
  beforeEach(async () => {
    page = await browser.context.newPage()
    troubles = []
    page.on('pageerror', problem => troubles.push(problem.message))
  })
  afterEach(async () => {
    await page.close()
    expect(troubles).toEqual([])
  })

  const cell = (address: string) => page.locator(`[data-address="${address}"]`)
  return {
    get page() {
      return page
    },
    get address() {
      return serving.address
    },
    cell,

    /** Opens the page, with a workbook in it as after a reload. */
    async open(query = '', state?: WorkbookState): Promise<void> {
      if (state) {
        await page.addInitScript(
          text => {
            if (window.top !== window || sessionStorage.getItem('preview/workbook')) return
            sessionStorage.setItem('preview/workbook', text)
          },
          JSON.stringify({ formats: [], state }),
        )
      }
      await page.goto(`${serving.address}index.html${query}`)
      await page.locator('[role=gridcell]').first().waitFor()
    },

    /** Selects a cell by the name box. */
    async goTo(address: string): Promise<void> {
      await page.getByLabel('Hộp tên').fill(address)
      await page.keyboard.press('Enter')
      await expect.poll(() => cell(address).getAttribute('tabindex')).toBe('0')
    },

    async shows(address: string, text: string): Promise<void> {
      await expect.poll(() => cell(address).textContent()).toBe(text)
    },

    notice: () => page.getByRole('alert').textContent(),

    /** Pastes into the focused cell. */
    paste: (text: string, html = '') => paste(page, text, html),

    /** The pane, once it has met its host. */
    async pane(): Promise<Frame> {
      const handle = await page.locator('iframe').elementHandle()
      const frame = await handle?.contentFrame()
      if (!frame) throw new Error('the page has no pane')
      await frame.locator('#host:not(:empty)').waitFor()
      return frame
    },
  }
}
