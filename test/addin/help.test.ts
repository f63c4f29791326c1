/**
 * The help pages: every page and picture somebody is sent to is there, the pages lead to each other, load nothing from
 * elsewhere, and name only what the pane really shows.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { helpFor, helpPages, plainWorkbook } from '../../addin/features/help/pages.ts'
import { initial, type State } from '../../addin/features/state.ts'
import { officeWorks, unitWorks } from '../../addin/features/work/state.ts'
import { files } from '../../addin/i18n/vi/files.ts'
import { office } from '../../addin/i18n/vi/office.ts'
import { vi } from '../../addin/i18n/vi/vi.ts'
import { works } from '../../addin/i18n/vi/works.ts'
import { publicFiles } from '../../addin/manifest/files.ts'
import { saidBy } from './said.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'addin/public')
const read = (path: string): string => readFileSync(join(folder, path), 'utf8')
const pages = readdirSync(join(folder, 'help')).filter(name => name.endsWith('.html'))

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, found]) => found ?? [])

/** An address on a page, as a path in the public folder and the place on that page. */
function led(page: string, href: string): { path: string; id: string } {
  const [path = '', id = ''] = href.split('#')
  const from = `/help/${page}`
  return { path: path === '' ? from : posix.resolve(dirname(from), path), id }
}

/** Pages served beside the public folder. */
const beside = ['/taskpane.html', '/check.html', '/dashboard.html']
const isThere = ({ path, id }: { path: string; id: string }): boolean =>
  existsSync(join(folder, beside.includes(path) ? `..${path}` : path)) &&
  (id === '' || read(path).includes(`id="${id}"`))

describe.each(pages)('%s', page => {
  const html = read(`help/${page}`)

  test('leads only to pages, places and pictures that exist, and loads nothing from elsewhere', () => {
    const addresses = all(html, /\b(?:href|src)="([^"]+)"/gu)
    expect(addresses.filter(href => /^(?:[a-z]+:|\/\/)/iu.test(href))).toEqual([])
    expect(addresses.filter(href => !isThere(led(page, href)))).toEqual([])
    expect(html).not.toContain('<script')
  })

  test('shows pictures that are PNG files and say in words what they show', () => {
    const pictures = all(html, /<img([\s\S]*?)>/gu)
    for (const picture of pictures) {
      const [src = ''] = all(picture, /src="([^"]+)"/gu)
      expect(publicFiles(folder).pngSize(`help/${src}`), src).not.toBeNull()
      expect(all(picture, /alt="([^"]+)"/gu).join('').length, src).toBeGreaterThan(20)
    }
  })

  test('has one heading of the first order, then no order left out', () => {
    const orders = all(html, /<h(\d)/gu).map(Number)
    expect(orders[0]).toBe(1)
    expect(orders.filter(order => order === 1)).toHaveLength(1)
    for (const [i, order] of orders.entries()) expect(order - (orders[i - 1] ?? 0)).toBeLessThan(2)
  })
})

test('every page is reached from the first, and the picture folder holds nothing unused', () => {
  const vietnamese = pages.filter(name => name !== 'en.html')
  const linked = new Set(all(read('help/index.html'), /href="([^"#]+\.html)/gu))
  expect([...linked].toSorted()).toEqual(pages.toSorted())
  for (const page of vietnamese) expect(read(`help/${page}`)).toContain('<html lang="vi">')
  const used = pages.flatMap(page => all(read(`help/${page}`), /src="(pictures\/[^"]+)"/gu))
  const kept = readdirSync(join(folder, 'help/pictures')).map(name => `pictures/${name}`)
  expect(kept.toSorted()).toEqual([...new Set(used)].toSorted())
})

test('pages named by the pane, its shell and the manifest exist', () => {
  for (const path of [...Object.values(helpPages), plainWorkbook])
    expect(isThere(led('', path)), path).toBe(true)
  const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8')
  const named = all(manifest, /https:\/\/localhost:8787(\/help\/[^"]*)"/gu)
  expect(named).toHaveLength(4)
  for (const path of named) expect(isThere(led('', path)), path).toBe(true)
})

test('each thing a person does opens the page about it', () => {
  const session = (role: 'unit' | 'clerk') => ({
    token: '',
    expiresAt: '',
    who: { agency: 'a', agencyName: '', unit: role === 'unit' ? 'u' : null, role, name: '' },
  })
  const doing = (change: Partial<State>) => helpFor({ ...initial, ...change })
  const asUnit = { ...initial.access, session: session('unit') }
  expect(doing({})).toBe(helpPages.start)
  expect(doing({ access: asUnit })).toBe(helpPages.fill)
  expect(doing({ access: asUnit, tab: 'check' })).toBe(helpPages.check)
  expect(doing({ access: asUnit, tab: 'submit' })).toBe(helpPages.submit)
  for (const open of unitWorks)
    expect(doing({ access: asUnit, tab: 'check', work: { open } })).toBe(helpPages[open])
  const clerk = { access: { ...asUnit, session: session('clerk') } }
  expect(doing(clerk)).toBe(helpPages.office)
  for (const open of officeWorks) {
    const work = { ...clerk, work: { open } }
    expect(doing({ ...work, board: { ...initial.board, view: 'work' } })).toBe(helpPages[open])
    // back among the units, the work stays open behind them
    expect(doing({ ...work, board: { ...initial.board, view: 'units' } })).toBe(helpPages.office)
  }
  expect(doing({ access: asUnit, place: 'unreachable' })).toBe(helpPages.trouble)
  expect(doing({ shell: { ...initial.shell, language: 'en' } })).toBe(helpPages.english)
})

test('what the pages call a control is what the pane calls it', () => {
  // names and numbers are left open in both
  const said = new Set(saidBy({ ...vi, office, files, works }, '…').map(({ said }) => said))
  const named = pages.flatMap(page =>
    all(read(`help/${page}`), /<b class="control">([^<]+)<\/b>/gu),
  )
  expect(named.length).toBeGreaterThan(30)
  const gone = named.map(name => name.replace(/\s+/gu, ' ')).filter(name => !said.has(name))
  expect(gone).toEqual([])
})
