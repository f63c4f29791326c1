/** What axe finds in a page or in the pane's frame, with the elements concerned. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** @param options of axe.run */
export const serious = (where: Page | Frame, options = {}): Promise<string[]> =>
  violations(where, ['serious', 'critical'], options)

/** @param impacts that count; without any, every one */
export async function violations(
  where: Page | Frame,
  impacts: readonly string[] = [],
  options: Readonly<Record<string, unknown>> = {},
): Promise<string[]> {
  if (!(await where.evaluate(() => 'axe' in window))) await where.evaluate(source)
  return await where.evaluate(
    async ([counted, given]) => {
      // what was just changed is drawn first, and a colour on its way to another is none to judge
      await new Promise<void>(drawn =>
        requestAnimationFrame(() => requestAnimationFrame(() => drawn())),
      )
      for (const moving of document.getAnimations())
        if (Number.isFinite(moving.effect?.getComputedTiming().endTime)) moving.finish()
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      const { violations } = await axe.run(document, { ...given, resultTypes: ['violations'] })
      return violations
        .filter(({ impact }) => counted.length === 0 || counted.includes(String(impact)))
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).slice(0, 3)}`)
    },
    [impacts, options] as const,
  )
}
