/** Pictures of the views for people to look at, into the folder `PICTURES` names; without it none are taken. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Person } from './person.ts'

export type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>
export type Look = 'light' | 'dark' | 'forced'

const folder = process.env.PICTURES

/** @param looks widths in CSS pixels for each look; the pane itself decides between light and dark */
export async function picture(
  { page }: Person,
  view: string,
  looks: Readonly<Partial<Record<Look, readonly number[]>>>,
  media: Media,
): Promise<void> {
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  const frame = page.locator('iframe')
  const width = await frame.evaluate(({ style }) => style.width)
  for (const [look, widths] of Object.entries(looks))
    for (const wide of widths) {
      const forcedColors = look === 'forced' ? 'active' : 'none'
      await page.emulateMedia({ ...media, forcedColors, reducedMotion: 'reduce' })
      await frame.evaluate((it, to) => (it.style.width = `${to}px`), wide)
      await page.evaluate(
        () => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      )
      await frame.screenshot({
        path: join(folder, `${view.replaceAll(' ', '-')}-${wide}-${look}.png`),
      })
    }
  await frame.evaluate((it, to) => (it.style.width = to), width)
  await page.emulateMedia(media)
}

/** The whole page where a walk came to its end. */
export async function failure({ page }: Person, step: string): Promise<void> {
  if (folder) await page.screenshot({ path: join(folder, `failed-${step}.png`) })
}
