/** What axe finds in a page or in the pane's frame, with the elements concerned. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * @param options of axe.run
 * @param within selector of the part that has changed since the whole was looked at
 */
export const serious = (where: Page | Frame, options = {}, within?: string): Promise<string[]> =>
  violations(where, ['serious', 'critical'], options, within)

/**
 * @param impacts that count; without any, every one
 * @param within selector of the part that is looked at; without it, the whole
 */
export async function violations(
  where: Page | Frame,
  impacts: readonly string[] = [],
  options: Readonly<Record<string, unknown>> = {},
  within?: string,
): Promise<string[]> {
  if (!(await where.evaluate(() => 'axe' in window))) await where.evaluate(source)
  return await where.evaluate(
    async ([counted, given, part]) => {
      // what was just changed is drawn first, and a colour on its way to another is none to judge
      await new Promise<void>(drawn =>
        requestAnimationFrame(() => requestAnimationFrame(() => drawn())),
      )
      for (const moving of document.getAnimations())
        if (Number.isFinite(moving.effect?.getComputedTiming().endTime)) moving.finish()
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      const { violations } = await axe.run(part ?? document, {
        ...given,
        resultTypes: ['violations'],
      })
      return violations
        .filter(({ impact }) => counted.length === 0 || counted.includes(String(impact)))
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).slice(0, 3)}`)
    },
    [impacts, options, within] as const,
  )
}
