/** The support facts: enough for the help desk, and nothing of what is reported, of people, or of access. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Refused, Unreachable } from '../../../addin/api.ts'
import { factsOf, type Observed, reportText } from '../../../addin/features/diagnostics/facts.ts'
import { noteFailure, recentFailures } from '../../../addin/features/trouble/failures.ts'
import { HostError } from '../../../addin/host/port.ts'
import { recentOperations } from '../../../addin/host/recent-operations.ts'
import { hostFacts } from '../../../addin/host/support.ts'
import { speak } from '../../../addin/i18n/words.ts'
import { startExcel } from '../host/excel-in-node.ts'

const observed = (): Observed => ({
  build: '0.1.0 · 2026-11-21T00:00:00.000Z',
  place: 'workbook',
  host: hostFacts(),
  userAgent: 'Mozilla/5.0 Edg/142.0',
  online: true,
  storage: false,
  operations: recentOperations(),
  failures: recentFailures(),
})

beforeEach(() => vi.stubGlobal('Office', undefined))
afterEach(async () => {
  vi.unstubAllGlobals()
  await speak('vi')
})

describe('what Excel says of itself', () => {
  test('platform, version, language, the highest of each set and what is lacking', () => {
    startExcel({ apiLevel: '1.9', platform: 'Mac' })
    const facts = factsOf(observed())
    expect(facts.platform).toBe('Mac')
    expect(facts.office).toMatch(/^16\./u)
    expect(facts.requirements).toContain('ExcelApi 1.9')
    expect(facts.requirements).not.toMatch(/ExcelApi 1\.(?:8|10)/u)
    expect(facts.lacking).toMatch(/groups 1\.10/u)
    expect(facts.language).toBe('vi-VN')
  })

  test('without Excel says so instead of failing', () => {
    const facts = factsOf(observed())
    expect([facts.platform, facts.office, facts.requirements]).toEqual(
      Array.from({ length: 3 }, () => 'không rõ'),
    )
    expect([facts.online, facts.storage]).toEqual(['có', 'không'])
  })

  test('a done operation is among the last ones, by its name and not by its cells', async () => {
    const { ours } = startExcel()
    await Excel.run(async context => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[987654]]
      await context.sync()
    })
    await ours.identify()
    const text = reportText(observed())
    expect(text).toMatch(/identify · \d+ ms · \d+ sync · done/u)
    expect(text).not.toContain('987654')
  })
})

describe('failures', () => {
  const secrets = ['7F3K-Q2M9-XW8D', '987654', 'Nguyễn Thị Lan', 'eyJhbGciOi']
  const problem = {
    type: 'not-admitted',
    title: secrets.join(' '),
    detail: secrets.join(' '),
    status: 422,
  }

  test('are kept as codes and places in our files, never as words', () => {
    const inPane = new TypeError(secrets.join(' '))
    inPane.stack = `TypeError: ${secrets.join(' ')}\n    at f (https://cchc.example/assets/unit-B3x.js?t=eyJhbGciOi:1:204)`
    for (const error of [
      inPane,
      new Refused(problem),
      new Refused({ ...problem, type: `https://x.example/${secrets[3]}` }),
      new Unreachable(secrets.join(' ')),
      new HostError('protected', 'AccessDenied'),
      secrets.join(' '),
    ])
      noteFailure(error, new Date('2026-11-21T08:00:00Z'))
    const text = reportText(observed())
    for (const code of [
      'TypeError · unit-B3x.js:1:204',
      'HTTP 422 not-admitted',
      'no answer',
      'protected (AccessDenied)',
      'string',
    ])
      expect(text).toContain(`2026-11-21T08:00:00.000Z · ${code}`)
    for (const secret of secrets) expect(text).not.toContain(secret)
  })

  test('at most ten are kept, the newest first', () => {
    for (let i = 0; i < 30; i++) noteFailure(new Unreachable(''), new Date(i * 1000))
    expect(recentFailures()).toHaveLength(10)
    expect(recentFailures()[0]?.at).toBe('1970-01-01T00:00:29.000Z')
  })
})

test('the copied text has every fact that is shown, in the language of the pane', async () => {
  startExcel()
  await speak('en')
  const text = reportText(observed())
  for (const value of Object.values(factsOf(observed()))) expect(text).toContain(value)
  expect(text).toContain('Version of the pane: 0.1.0')
})
