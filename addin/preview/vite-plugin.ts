// The preview on the development server: the page at `/`, the stand-in for Office's loader,
// Microsoft's Excel client from node_modules, the demo codes. Never takes part in a build.
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type Plugin, transformWithOxc, type ViteDevServer } from 'vite'
import { rewritesIn } from '../../worker/on-premise/page-rewrites.ts'

const loaderAddress = /https:\/\/appsforoffice\.microsoft\.com\/lib\/[^"']*\/office(\.debug)?\.js/g
const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Second addresses of pages, as Cloudflare and the Node server answer them. */
const pageAt = new Map(
  rewritesIn(readFileSync(beside('../public/_redirects'), 'utf8')).map(({ address, file }) => [
    address,
    file,
  ]),
)

const paths = {
  page: beside('../index.html'),
  standIn: beside('office/stand-in.ts'),
  codes: join(process.env.DEMO_DIR ?? beside('../../.demo'), 'access.json'),
  client: createRequire(import.meta.url).resolve('@microsoft/office-js/dist/excel-web-16.00.js'),
}

interface Served {
  type: string
  body: string | Buffer
  /** seconds; 0 is asked for every time */
  keep: number
}

type Answer = (server: ViteDevServer, url: string) => Promise<Served>

let client: Buffer | undefined

const answers: Readonly<Record<string, Answer>> = {
  '/': async (server, url) => ({
    type: 'text/html',
    body: await server.transformIndexHtml(url, await readFile(paths.page, 'utf8'), url),
    keep: 0,
  }),
  '/preview/office.js': async () => ({ type: 'text/javascript', body: await standIn(), keep: 0 }),
  // a megabyte that changes with the package only
  '/preview/excel.js': async () => {
    client ??= gzipSync(await readFile(paths.client))
    return { type: 'text/javascript', body: client, keep: 86_400 }
  },
  '/preview/access.json': async () => ({
    type: 'application/json',
    body: await readFile(paths.codes),
    keep: 0,
  }),
}

/** Microsoft's client library, a file of the package. */
export const clientFile = paths.client

/** What answers in place of Office's loader. Type imports vanish with the types; what is left runs as a plain script. */
export async function standIn(): Promise<string> {
  const { code } = await transformWithOxc(await readFile(paths.standIn, 'utf8'), paths.standIn)
  return code.replace(/^export \{\};?$/m, '')
}

export const withStandIn = (html: string): string =>
  html.replace(loaderAddress, '/preview/office.js')

/** The plugin for `addin/vite.config.ts`; serves in development only. */
export function preview(): Plugin {
  return {
    name: 'preview',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [path = '/', ...query] = (request.url ?? '/').split('?')
        const page = pageAt.get(path)
        // the worker's plugin goes back to the address that came in
        if (page) Object.assign(request, { url: [page, ...query].join('?'), originalUrl: page })
        const answer = Object.hasOwn(answers, path) ? answers[path] : undefined
        if (!answer || request.method !== 'GET') {
          next()
          return
        }
        answer(server, request.url ?? '/').then(
          served => send(response, served),
          problem => refuse(response, problem),
        )
      })
    },
    transformIndexHtml: withStandIn,
  }
}

function send(response: ServerResponse, { type, body, keep }: Served): void {
  response.setHeader('Content-Type', `${type}; charset=utf-8`)
  response.setHeader('Cache-Control', keep > 0 ? `public, max-age=${keep}` : 'no-cache')
  if (body === client) response.setHeader('Content-Encoding', 'gzip')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.end(body)
}

// no codes before the demo agency exists: the page says so itself
function refuse(response: ServerResponse, problem: unknown): void {
  const missing = problem instanceof Error && 'code' in problem && problem.code === 'ENOENT'
  response.statusCode = missing ? 404 : 500
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.end(missing ? 'not found' : String(problem))
}
