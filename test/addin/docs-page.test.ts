/**
 * The API's documentation page as it is written at build time: every operation and schema of the description, every refusal
 * and every client example are on it, whatever it links to is there, and it needs nothing that its policy forbids.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { written } from '../../addin/docs-page.ts'
import { curlOf } from '../../addin/features/docs/curl.ts'
import { type Description, operationsOf } from '../../addin/features/docs/description.ts'
import { html } from '../../addin/features/docs/markup.ts'
import { typeOf } from '../../addin/features/docs/schema.ts'
import { openapi } from '../../worker/openapi/document.ts'
import { problems } from '../../worker/problem.ts'

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')
const description = openapi() as unknown as Description
const source = read('addin/docs.html')
const page = written(source, { description, problems })
const every = (pattern: RegExp): string[] =>
  [...page.matchAll(pattern)].map(([, found = '']) => found)
const escaped = (text: string): string => html`${text}`.text

describe('complete', () => {
  test('every operation is there with its path and a command to try it', () => {
    expect(operationsOf(description).length).toBeGreaterThan(60)
    for (const placed of operationsOf(description)) {
      expect(page).toContain(`id="op-${placed.operation.operationId}"`)
      expect(page).toContain(escaped(curlOf(description, placed)))
    }
  })

  test('every schema, every refusal and every client example is there', () => {
    for (const name of Object.keys(description.components.schemas))
      expect(page).toContain(`id="schema-${name}"`)
    for (const [slug, { title }] of Object.entries(problems))
      expect(page).toContain(`<code>${slug}</code></td><td>${title}`)
    for (const client of ['curl.sh', 'dashboard.js', 'power-query.pq'])
      expect(page).toContain(escaped(read(`worker/clients/${client}`).trimEnd()))
    expect(page).not.toContain('<!--docs:')
  })

  test('every packet of the mapping is there with addresses that the description has', () => {
    const [, table = ''] =
      /<summary>Bảng đối chiếu<\/summary>([\s\S]+?)<\/details>/u.exec(page) ?? []
    expect(table.match(/<dt>/gu)).toHaveLength(13)
    const paths = operationsOf(description).map(({ path }) => path.replace(/\{\w+\}/gu, ':'))
    const told = [...table.matchAll(/<code>GET (\/[^<?]+)/gu)].map(([, path = '']) => path)
    for (const path of told) expect(paths).toContain(`/api/v1${path.replace(/:\w+/gu, ':')}`)
  })

  test('whatever it leads to on itself is there, once', () => {
    const ids = every(/ id="([^"]+)"/gu)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    expect(every(/href="#([^"]+)"/gu).filter(id => !ids.includes(id))).toEqual([])
  })
})

describe('offline, under a policy without exceptions', () => {
  test('it loads nothing from elsewhere and has no script or style of its own in it', () => {
    const loaded = every(/<(?:script|link|img|iframe)[^>]+(?:src|href)="([^"]+)"/gu)
    expect(loaded.filter(address => !/^\/[\w-]/u.test(address))).toEqual([])
    expect(page).not.toMatch(/<style|<script(?![^>]+src=)|\sstyle="|\son\w+="/u)
  })

  test('the policy allows its own files only', () => {
    const [, policy = ''] =
      /\/docs\.html\n\s+Content-Security-Policy: (.+)/u.exec(read('addin/public/_headers')) ?? []
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
    ])
  })

  test('what the description says cannot become markup', () => {
    const operation = operationsOf(description)[0]?.operation
    const says = '<img src=x onerror="alert(1)">'
    const paths = { '/api/x': { get: { ...operation, summary: says } } }
    const hostile = { ...description, paths } as Description
    const made = written(source, { description: hostile, problems })
    expect(made).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;')
    expect(made).not.toContain('<img')
  })
})

describe('commands', () => {
  const curl = (id: string): string => {
    const placed = operationsOf(description).find(({ operation }) => operation.operationId === id)
    return placed ? curlOf(description, placed) : ''
  }

  test('name what cannot be left out, and the token where one is needed', () => {
    expect(curl('series')).toBe(
      `curl -sS "$MAY_CHU/api/v1/series?indicators=dossiers_resolved%2CKSTT-06a.received_total&from=2025-M02&to=2025-M04" \\
  -H "Authorization: Bearer $PHIEN"`,
    )
    expect(curl('health')).toBe('curl -sS "$MAY_CHU/api/health"')
  })

  test('send the example, a file as it is, and keep a file that is answered', () => {
    expect(curl('openPeriod')).toContain(`-d '{"period":"2025-M04"}'`)
    expect(curl('uploadSheet')).toContain('--data-binary @tep.xlsx')
    expect(curl('annex')).toContain('-o annex.xlsx')
  })
})

test('a schema is told in a few Vietnamese words', () => {
  expect(typeOf({ type: 'array', items: { $ref: '#/components/schemas/Period' } }).text).toBe(
    'danh sách <a href="#schema-Period">Period</a>',
  )
  expect(typeOf({ anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] }).text).toBe(
    'ngày (2025-04-14) hoặc null',
  )
  expect(typeOf({ enum: ['open', 'locked'] }).text).toBe(
    '<code>&quot;open&quot;</code> hoặc <code>&quot;locked&quot;</code>',
  )
})
