/**
 * The words of the pane: every sentence in both languages, none left untranslated, none outside the dictionaries, and
 * figures and dates in Vietnamese style whatever the pane speaks.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'
import { afterEach, describe, expect, test } from 'vitest'
import { nearness, shortDate } from '../../addin/features/period/due.ts'
import { dashboard as leadersInEnglish } from '../../addin/i18n/en/dashboard.ts'
import { en } from '../../addin/i18n/en/en.ts'
import { checkCode } from '../../addin/i18n/vi/check-code.ts'
import { dashboard } from '../../addin/i18n/vi/dashboard.ts'
import { files } from '../../addin/i18n/vi/files.ts'
import { office } from '../../addin/i18n/vi/office.ts'
import { vi } from '../../addin/i18n/vi/vi.ts'
import { works } from '../../addin/i18n/vi/works.ts'
import { languageNames, speak, t } from '../../addin/i18n/words.ts'
import { saidBy } from './said.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const accented = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu

/** Vietnamese in both, each with its reason. */
const same: readonly (readonly [under: string, reason: string])[] = [
  ['works.plan.newTitle', 'the title of a Vietnamese document'],
  ['office.reminder.', 'a text for the clipboard, to be sent to Vietnamese offices'],
  ['works.inspection.letter.', 'a text for the clipboard, to be sent to Vietnamese offices'],
  ['works.inspection.papers.', 'words that enter the papers of a round'],
]
const isSame = (path: string) => same.some(([under]) => path.startsWith(under))

describe('both languages', () => {
  const ours = new Map(
    saidBy({ ...vi, office, checkCode, files, works, dashboard }, 2).map(({ path, said }) => [
      path,
      said,
    ]),
  )
  const theirs = new Map(
    saidBy({ ...en, dashboard: leadersInEnglish }, 2).map(({ path, said }) => [path, said]),
  )

  test('have the same sentences', () => {
    expect([...theirs.keys()].toSorted()).toEqual([...ours.keys()].toSorted())
  })

  test('no English sentence is the Vietnamese one, empty, or half Vietnamese', () => {
    const wrong = [...theirs].filter(([path, said]) => {
      if (said === null || isSame(path)) return false
      // quoted are the words a person reads on the sheet or on the ribbon
      const own = said.replace(/“[^”]*”/gu, '')
      const untranslated = /\p{L}/u.test(own) && said === ours.get(path)
      return said === '' || untranslated || accented.test(own)
    })
    expect(wrong).toEqual([])
    for (const [under] of same)
      expect([...theirs.keys()].some(path => path.startsWith(under))).toBe(true)
  })
})

describe('a language', () => {
  afterEach(() => speak('vi'))

  test('is Vietnamese until English is asked for, and turns back', async () => {
    expect(t).toBe(vi)
    await speak('en')
    expect(t).toBe(en)
    await speak('vi')
    expect(t).toBe(vi)
    expect(Object.values(languageNames)).toEqual(['Tiếng Việt', 'English'])
  })

  test('changes no date and no number', async () => {
    const now = Date.parse('2025-04-13T03:00:00Z')
    const due = () => t.period.due(shortDate('2025-04-15', now))
    const inVietnamese = due()
    await speak('en')
    expect([inVietnamese, due()]).toEqual(['Hạn 15/4', 'Due 15/4'])
    expect(nearness('2025-04-15', now).days).toBe(2)
  })
})

// --- the sources -----------------------------------------------------------------------------

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

function* nodesOf(node: Node): Generator<Node> {
  yield node
  for (const value of Object.values(node))
    for (const below of Array.isArray(value) ? value : [value])
      if (isNode(below)) yield* nodesOf(below)
}

/** What a literal says: strings, templates, text between tags; comments are no literals. */
function textOf(node: Node): string {
  // a pattern says nothing to anybody
  if (node.type === 'Literal' && node.regex) return ''
  if (node.type === 'Literal' || node.type === 'JSXText') return String(node.value ?? '')
  const { value } = node
  const isTemplate = node.type === 'TemplateElement' && typeof value === 'object' && value !== null
  return isTemplate && 'raw' in value ? String(value.raw) : ''
}

const sources = [
  'addin/features',
  'addin/dashboard',
  'addin/host',
  'addin/pane.tsx',
  'addin/api.ts',
].flatMap(path =>
  path.includes('.')
    ? [path]
    : readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
        .filter(name => /\.tsx?$/u.test(name))
        .map(name => join(path, name)),
)

function vietnameseIn(path: string): string[] {
  const source = readFileSync(join(root, path), 'utf8')
  const program = parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node
  return [...nodesOf(program)]
    .filter(node => accented.test(textOf(node)))
    .map(node => `${path}:${source.slice(0, node.start).split('\n').length} ${textOf(node)}`)
}

test('no Vietnamese stands in features, dashboard or host: every sentence is in a dictionary', () => {
  expect(sources.length).toBeGreaterThan(60)
  expect(sources.flatMap(vietnameseIn)).toEqual([])
})

test('no feature asks the machine how dates and numbers are written', () => {
  const asking = /\bIntl\.|toLocale(?:Date|Time)?String\(/u
  const found = sources.filter(path => asking.test(readFileSync(join(root, path), 'utf8')))
  expect(found).toEqual([])
})
