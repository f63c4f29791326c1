/**
 * The shell around the views, in a browser: what old engines and late hosts get instead of the pane, the language, the
 * focus, 320 px, and nothing serious for axe in any view, light, dark and in forced colours.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { parseAst } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { helpPages, plainWorkbook } from '../../addin/features/help/pages.ts'
import { en } from '../../addin/i18n/en/en.ts'
import { vi } from '../../addin/i18n/vi/vi.ts'
import { serious } from './axe.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { house as newHouse } from './house.ts'
import { root } from './product.ts'

const house = newHouse()
let browser: OpenBrowser
beforeAll(async () => {
  await house.start()
  browser = await openBrowser({ width: 350, height: 760 })
})
afterAll(async () => {
  await browser?.close()
  await house.remove()
})

const panesScript = /\/assets\/taskpane-.*\.js/u
const fromExcel = '/taskpane.html?_host_Info=Excel$Win32$16.01$vi-VN$telemetry$isDialog$$0'

async function opened(path: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await browser.context.newPage()
  await prepare?.(page)
  // a host's script that hangs keeps the page from ever being loaded
  await page.goto(`${house.base}${path}`, { waitUntil: 'domcontentloaded' })
  return page
}

const isWide = (page: Page | Frame): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

describe('an engine that reads nothing newer than ES5', () => {
  const agents = {
    'Internet Explorer': 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko',
    'the first Edge': 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/64.0 Edge/18.17763',
  }

  test.each(Object.entries(agents))(
    '%s gets advice and the way without a pane',
    async (_name, agent) => {
      const page = await opened('/taskpane.html', before =>
        before.addInitScript(name => {
          Object.defineProperty(navigator, 'userAgent', { get: () => name })
        }, agent),
      )
      await page.getByRole('heading', { name: 'Excel trên máy này quá cũ' }).waitFor()
      for (const version of ['Microsoft 365', 'Office 2021', 'Excel trên web', 'WebView2'])
        expect(await page.locator('#old').textContent()).toContain(version)
      expect(await page.getByRole('link').getAttribute('href')).toBe(plainWorkbook)
      // the pane's own script runs here, and must leave the advice alone
      await page.waitForLoadState('load')
      expect(await page.locator('#pane').count()).toBe(0)
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
      expect(await isWide(page)).toBe(false)
      await page.close()
    },
  )

  test('can read the script that says so', () => {
    const html = readFileSync(join(root, 'addin/taskpane.html'), 'utf8')
    const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map(([, source]) => source)
    expect(scripts).toHaveLength(1)
    for (const source of scripts) expect(newerThanEs5(source ?? '')).toEqual([])
    // the check itself: every way the formatter or a person may bring newer syntax in
    for (const newer of [
      'let a = 1',
      'const a = 1',
      'x(() => 1)',
      '`a`',
      'var { a } = b',
      'function f(a = 1) {}',
      'f(...a)',
      'a?.b',
      'a ?? b',
      'a ** b',
      'class A {}',
      'for (var a of b) {}',
      'var a = { b }',
      'var a = { [b]: 1 }',
      'var a = { b() {} }',
      'async function f() {}',
      'try {} catch {}',
      'var a = /(?<=a)b/',
      'var a = /b/u',
      'var a = 1n',
      'f(a,)',
    ])
      expect(newerThanEs5(newer), newer).not.toEqual([])
  })
})

test('the shell is painted before any script, and says so when the pane cannot be loaded', async () => {
  const page = await opened('/taskpane.html', before =>
    before.route(panesScript, route => route.abort()),
  )
  await page.getByText('Chưa tải được biểu mẫu', { exact: false }).waitFor()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(vi.product)
  await page.unroute(panesScript)
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await page.getByLabel(vi.signIn.code).waitFor()
  await page.close()
})

test('Excel that does not answer in 8 s is given up aloud, and taken up when it answers after all', async () => {
  let answer = () => {}
  const late = new Promise<void>(resolve => (answer = resolve))
  const page = await opened(fromExcel, async before => {
    await before.clock.install()
    await before.route(/\/preview\/office\.js/u, async route => {
      await late
      await route.fulfill({
        contentType: 'text/javascript',
        body: `Office = { context: { requirements: { isSetSupported: () => false } },
          onReady: async () => ({ host: 'Excel' }) }`,
      })
    })
  })
  // the person can begin meanwhile
  await page.getByLabel(vi.signIn.code).waitFor()
  const notice = page.getByText(vi.host.unreachable.title)
  expect(await notice.count()).toBe(0)
  await page.clock.fastForward(6_000)
  expect(await notice.count()).toBe(0)
  await page.clock.fastForward(2_100)
  await notice.waitFor()
  await page.getByRole('button', { name: vi.host.retry }).waitFor()
  await page.getByRole('button', { name: vi.shell.withoutExcel }).click()
  await notice.waitFor({ state: 'detached' })
  answer()
  // this one answers as an Excel below the floor
  await page.getByText(vi.shell.tooOld.title).waitFor()
  const plain = page.getByRole('link', { name: vi.shell.plain })
  expect(await plain.getAttribute('href')).toBe(plainWorkbook)
  await page.close()
})

test('English is asked for in the foot, marked for screen readers, and remembered', async () => {
  const page = await opened('/taskpane.html')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: en.signIn.enter, exact: true }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.reload()
  await page.getByRole('button', { name: en.signIn.enter, exact: true }).waitFor()
  expect(await page.getByRole('link', { name: 'Help' }).getAttribute('href')).toBe(
    helpPages.english,
  )
  // the forms' own words stay Vietnamese, and are marked so
  await signInAs(page, 'clerk', en.signIn.code)
  const office = page.getByRole('heading', { level: 1, name: /Văn phòng/u })
  await expect.poll(() => office.getAttribute('lang')).toBe('vi')
  await page.getByText('Phòng Quản lý Thương mại').first().waitFor()
  const unmarked = page.locator(':text("Phòng Quản lý"):not([lang=vi])')
  await expect.poll(() => unmarked.count()).toBe(0)
  const leave = page.getByRole('button', { name: en.signIn.leave })
  expect(await leave.getAttribute('lang')).toBeNull()
  await leave.click()
  await page.getByRole('button', { name: 'Tiếng Việt' }).click()
  await page.getByRole('button', { name: vi.signIn.enter }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('vi')
  await page.close()
})

test('the focus is never lost: over the support facts and over signing in', async () => {
  const page = await opened('/taskpane.html')
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  const facts = page.getByRole('button', { name: vi.diagnostics.title })
  await facts.click()
  await page.getByRole('heading', { name: vi.diagnostics.title, level: 1 }).waitFor()
  await expect.poll(focused).toBe(vi.diagnostics.title)
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  await page.getByRole('button', { name: vi.diagnostics.close }).click()
  await expect.poll(focused).toBe(vi.diagnostics.title)
  expect(await facts.evaluate(button => button === document.activeElement)).toBe(true)
  await page.getByLabel(vi.signIn.code).fill(house.codeOf('clerk'))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /Văn phòng/u }).waitFor()
  const isBody = () => page.evaluate(() => document.activeElement === document.body)
  await expect.poll(isBody).toBe(false)
  await page.close()
})

// --- axe -------------------------------------------------------------------------------------

const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const

const views: Record<string, (page: Page) => Promise<unknown>> = {
  'sign-in': page => page.getByLabel(vi.signIn.code).waitFor(),
  desk: async page => {
    await signIn(page, 'qltm')
    await page.getByText(vi.host.alone.title).waitFor()
  },
  board: async page => {
    await signIn(page, 'clerk')
    await page
      .getByRole('progressbar')
      .or(page.getByText(/đơn vị đã nộp/u))
      .first()
      .waitFor()
  },
  diagnostics: async page => {
    await page.getByRole('button', { name: vi.diagnostics.title }).click()
    await page.getByRole('button', { name: vi.diagnostics.copy }).waitFor()
  },
}

const signIn = (page: Page, who: string) => signInAs(page, who, vi.signIn.code)

async function signInAs(page: Page, who: string, label: string): Promise<void> {
  await page.getByLabel(label).fill(house.codeOf(who))
  await page.keyboard.press('Enter')
}

describe.each(Object.entries(views))('%s', (_name, reach) => {
  test('has nothing serious for axe, one first heading, and no scrolling sideways at 320 px', async () => {
    const page = await opened('/taskpane.html')
    await reach(page)
    for (const [look, media] of Object.entries(looks)) {
      await page.emulateMedia(media)
      // the theme follows when the person comes back to the pane
      await page.evaluate(() => window.dispatchEvent(new Event('focus')))
      await page.evaluate(
        () => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      )
      expect(await serious(page), look).toEqual([])
    }
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    await page.setViewportSize({ width: 320, height: 760 })
    expect(await isWide(page)).toBe(false)
    await page.close()
  })
})

test('the help pages: the same, in every look', async () => {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width: 320, height: 760 })
  for (const path of Object.values(helpPages)) {
    await page.goto(`${house.base}${path}`)
    expect(await isWide(page), path).toBe(false)
    // one sheet draws them all, so the other looks are those of the first and of the longest page
    const shown = Object.entries(looks).filter(
      ([look]) => look === 'light' || /\/(?:index|van-phong)\.html$/u.test(path),
    )
    for (const [look, media] of shown) {
      await page.emulateMedia(media)
      expect(await serious(page), `${path} ${look}`).toEqual([])
    }
  }
  await page.close()
})

// --- ES5 -------------------------------------------------------------------------------------

/** ECMA-262 5.1, chapters 11 to 14, as the parser names them. */
const es5 = new Set(
  `Program Identifier Literal ThisExpression ArrayExpression ObjectExpression Property FunctionExpression UnaryExpression
  UpdateExpression BinaryExpression AssignmentExpression LogicalExpression MemberExpression ConditionalExpression
  CallExpression NewExpression SequenceExpression ParenthesizedExpression BlockStatement ExpressionStatement IfStatement
  LabeledStatement BreakStatement ContinueStatement WithStatement SwitchStatement SwitchCase ReturnStatement
  ThrowStatement TryStatement CatchClause WhileStatement DoWhileStatement ForStatement ForInStatement DebuggerStatement
  EmptyStatement FunctionDeclaration VariableDeclaration VariableDeclarator`.split(/\s+/u),
)

type Node = Record<string, unknown> & { readonly type: string }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** What an ES5 engine would stop at; one of them is enough for a white pane. */
function newerThanEs5(source: string): string[] {
  const found: string[] = /,\s*\)/u.test(source) ? ['a comma after the last argument'] : []
  const visit = (node: Node) => {
    const { type } = node
    if (!es5.has(type)) found.push(type)
    if (type === 'VariableDeclaration' && node.kind !== 'var') found.push(String(node.kind))
    if (type === 'Property' && (node.method || node.shorthand || node.computed))
      found.push('property')
    if (node.async || node.generator || node.optional) found.push(`newer ${type}`)
    if (type === 'LogicalExpression' && node.operator === '??') found.push('??')
    if (type === 'BinaryExpression' && node.operator === '**') found.push('**')
    if (type === 'CatchClause' && !node.param) found.push('catch without a name')
    if (node.bigint) found.push('bigint')
    const { regex } = node
    if (regex && typeof regex === 'object' && 'pattern' in regex && 'flags' in regex)
      if (/[^gim]/u.test(String(regex.flags)) || /\(\?</u.test(String(regex.pattern)))
        found.push('newer pattern')
    for (const value of Object.values(node))
      for (const below of Array.isArray(value) ? value : [value]) if (isNode(below)) visit(below)
  }
  visit(parseAst(source, { lang: 'js', sourceType: 'script' }) as unknown as Node)
  return found
}
