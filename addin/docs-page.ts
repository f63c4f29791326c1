/**
 * The API's documentation page with everything the worker's own description says written into it, when it is served and
 * when it is built: the page needs no network and no script to be read. Node only.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type { Description } from './features/docs/description.ts'
import { mappingOf } from './features/docs/mapping.ts'
import { html, type Markup } from './features/docs/markup.ts'
import { contentsOf, sectionsOf } from './features/docs/operations.ts'
import { schemasOf } from './features/docs/schema.ts'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** What a marker of the page stands for; `problems` are the refusals by their names. */
export type Documented = {
  readonly description: Description
  readonly problems: Readonly<Record<string, { readonly status: number; readonly title: string }>>
}

/** Read when it is needed: a change in the worker must not restart the server that serves the pane. */
async function described(): Promise<Documented> {
  const at = (path: string) => import(fromRoot(path))
  const { openapi } = await at('worker/openapi/document.ts')
  const { problems } = await at('worker/problem.ts')
  return { description: openapi(), problems }
}

const clientNamed = (name: string): Markup => {
  const source = readFileSync(fromRoot(`worker/clients/${name}`), 'utf8').trimEnd()
  return html`<pre data-copy="${name}">${source}</pre>`
}

const problemRows = ({ problems }: Documented): Markup =>
  html`${Object.entries(problems)
    .sort(([, one], [, other]) => one.status - other.status)
    .map(
      ([slug, { status, title }]) =>
        html`<tr><td class="status">${status}</td><td><code>${slug}</code></td><td>${title}</td></tr>`,
    )}`

const markers: Readonly<Record<string, (all: Documented, name: string) => Markup>> = {
  contents: ({ description }) => contentsOf(description),
  operations: ({ description }) => sectionsOf(description),
  schemas: ({ description }) => schemasOf(description),
  problems: problemRows,
  client: (_, name) => clientNamed(name),
  mapping: () => mappingOf(readFileSync(fromRoot('worker/qcvn-125.md'), 'utf8')),
}

/** @throws Error naming a marker nobody knows */
export const written = (page: string, all: Documented): string =>
  page.replace(/<!--docs:(\w+) ?([\w.-]*)-->/gu, (marker, what: string, name: string) => {
    const write = markers[what]
    if (!write) throw new Error(`nothing is known of ${marker}`)
    return write(all, name).text
  })

/** The plugin for `addin/vite.config.ts`. */
export function docsPage(): Plugin {
  return {
    name: 'docs-page',
    transformIndexHtml: {
      order: 'pre',
      handler: async (page, { filename }) =>
        filename.endsWith('/docs.html') ? written(page, await described()) : page,
    },
  }
}
