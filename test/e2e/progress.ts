/** The words a pane says while something is under way, heard in the page itself: some stand for less than a second. */
import type { BrowserContext } from 'playwright-core'
import type { Person } from './person.ts'

declare global {
  interface Window {
    progressWords?: string[]
  }
}

/** Before the first page is opened: what hangs on, in every frame, is a look at each change. */
export const hearProgress = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const heard: string[] = []
    window.progressWords = heard
    const hear = (node: Node) => {
      const words = node.nodeValue?.trim() ?? ''
      if (/^Đang .*…$/u.test(words)) heard.push(words)
      for (const below of node.childNodes) hear(below)
    }
    const listen = (records: MutationRecord[]) => {
      for (const { target, addedNodes, type } of records)
        for (const node of type === 'characterData' ? [target] : addedNodes) hear(node)
    }
    const changes = { subtree: true, childList: true, characterData: true }
    new MutationObserver(listen).observe(document, changes)
  })

/** @returns what was said between the beginning and the end of a command */
export async function progressOf(
  person: Person,
  command: () => Promise<unknown>,
): Promise<readonly string[]> {
  const pane = await person.inside()
  await pane.evaluate(() => window.progressWords?.splice(0))
  await command()
  return await pane.evaluate(() => window.progressWords ?? [])
}
