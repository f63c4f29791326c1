/** What taking pictures for the help pages needs: a person at the page that plays Excel, steps with names, the shot itself. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FrameLocator, Locator, Page } from 'playwright-core'
import { vi } from '../../addin/i18n/vi/vi.ts'
import type { OpenBrowser } from './browser.ts'
import { type product, root } from './product.ts'

export const folder = join(root, 'addin/public/help/pictures')

export interface Beside {
  readonly page: Page
  readonly pane: FrameLocator
  button(name: string | RegExp): Locator
}

type House = ReturnType<typeof product>

/** The page that plays Excel, and the pane in it, signed in where somebody is named. */
export async function arrive(
  house: House,
  { context }: OpenBrowser,
  who?: string,
): Promise<Beside> {
  const page = await context.newPage()
  await page.goto(house.base)
  const pane = page.frameLocator('iframe')
  await pane.getByLabel(vi.signIn.code).waitFor({ timeout: 60_000 })
  const beside: Beside = { page, pane, button: name => pane.getByRole('button', { name }) }
  if (who) await signIn(beside, house.codeOf(who))
  return beside
}

export async function signIn({ pane, button }: Beside, code: string): Promise<void> {
  await pane.getByLabel(vi.signIn.code).fill(code)
  await button(vi.signIn.enter).click()
}

export async function tab({ pane }: Beside, name: string): Promise<void> {
  const found = pane.getByRole('tab', { name: new RegExp(`^${name}`, 'u') })
  await step(`tab ${name}`, found.click())
}

export async function select(page: Page, cell: string): Promise<void> {
  await page.getByLabel('Hộp tên').fill(cell)
  await page.keyboard.press('Enter')
}

export async function type(page: Page, cell: string, text: string): Promise<void> {
  await select(page, cell)
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await page.waitForTimeout(700)
}

/** @throws Error with the step's name, so that who runs this knows which view has changed */
export async function step(name: string, done: Promise<unknown>): Promise<void> {
  await done.catch(cause => {
    throw new Error(`step "${name}" failed`, { cause })
  })
}

/** @param height of the pane; what is longer is cut, as on a screen */
export async function picture(
  { page, pane }: Beside,
  name: string,
  height: number,
  /** what the picture begins with; the top of the pane without it */
  top?: Locator,
): Promise<void> {
  // a pointer left on a line would light it up
  await page.mouse.move(0, 0)
  // motion and late fonts would make two runs differ
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.waitForTimeout(600)
  await top?.evaluate(it => {
    // below the tabs, which stay in sight
    it.style.scrollMarginTop = '56px'
    it.scrollIntoView({ block: 'start' })
  })
  const frame = await page.locator('iframe').boundingBox()
  const long = await pane.locator('body').evaluate(body => body.scrollHeight)
  if (!frame) throw new Error('the pane is out of sight')
  const clip = {
    x: frame.x,
    y: frame.y,
    width: frame.width,
    height: Math.min(height, long, frame.height),
  }
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), clip })
  console.log(`pictures/${name}.png`)
}
