/**
 * The product for one file of browser tests: the pages of this run on the department's own server, with a copy of the demo
 * agency that nobody else writes to. Half a second where `npm start` takes fifteen; that one has `start.test.ts`.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type Process, start } from '../server/running.ts'
import { askingAt } from './asking.ts'

export function house() {
  const prepared = inject('prepared')
  const pages = join(prepared, 'pages')
  const data = mkdtempSync(join(tmpdir(), 'cchc-house-'))
  let running: (Process & { readonly url: string }) | undefined
  const base = () => running?.url ?? ''
  return {
    ...askingAt(base, join(pages, 'preview/access.json')),
    get base() {
      return base()
    },
    /** the page that plays Excel, with the pane beside it */
    get excel() {
      return `${base()}/index.html`
    },
    async start(): Promise<void> {
      copyFileSync(join(prepared, 'data/cchc.db'), join(data, 'cchc.db'))
      // one address for all that a file does within a minute
      const unlimited = { SIGN_INS_PER_MINUTE: '0', WRITES_PER_MINUTE: '0' }
      running = await start({ DATA_DIR: data, PAGES_DIR: pages, ...unlimited })
    },
    /** Ends it and leaves nothing on the disk. */
    async remove(): Promise<void> {
      // it is thrown away with its folder, so nothing need be finished
      await running?.kill('SIGKILL')
      rmSync(data, { recursive: true, force: true })
    },
  }
}
