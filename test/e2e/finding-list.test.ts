/** The list of findings in a browser: by keyboard alone, the focus never lost, one voice, nothing axe objects to. */
import type { Frame } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { house as newHouse } from './house.ts'
import { type Person, sitDown } from './person.ts'

const house = newHouse()
let browser: OpenBrowser
let person: Person
let inside: Frame

beforeAll(async () => {
  await house.start()
  browser = await openBrowser()
  person = await sitDown(browser.context, house.excel)
  await person.signIn(house.codeOf('qltm'))
  await person.openSheets()
  inside = await person.inside()
})
afterAll(async () => {
  await browser?.close()
  await house.remove()
})

async function type(sheet: string, cell: string, text: string): Promise<void> {
  await person.page.getByRole('tab', { name: sheet, exact: true }).click()
  await person.type(cell, text)
}
const focused = () =>
  inside.evaluate(
    () => document.activeElement?.closest<HTMLElement>('[data-stop]')?.dataset.stop ?? null,
  )

test('a person walks the list by keyboard, and a mended finding hands the focus to the next', async () => {
  await type('Biểu 3', 'E34', 'hai')
  await type('Biểu 7', 'E26', 'ba')
  const check = person.pane.getByRole('tab', { name: /^Kiểm tra \(2\)/u })
  await check.waitFor()
  // from another tab of the pane
  await person.pane.getByRole('tab', { name: 'Nộp' }).focus()
  await person.page.keyboard.press('Alt+ArrowDown')
  await expect.poll(focused).toBe('ZERO-WORDS|dossiers_resolved')
  await expect.poll(() => person.nameBox.inputValue()).toBe('E34')

  // while the sheet has the keyboard the pane leaves it there
  await type('Biểu 3', 'E34', '255')
  await person.pane
    .locator('[data-stop="ZERO-WORDS|dossiers_resolved"]')
    .waitFor({ state: 'detached' })
  expect(await inside.evaluate(() => document.hasFocus())).toBe(false)
  await inside.evaluate(() => window.focus())
  await expect.poll(focused).toBe('ZERO-WORDS|dossiers_new')
})

test('one region speaks, and axe finds nothing', async () => {
  expect(
    await inside.locator('[role=tabpanel] :is([aria-live], [role=status], [role=alert])').count(),
  ).toBe(1)
  expect(await violations(inside)).toEqual([])
})
