/** What units type is text in the annex, whatever it looks like, and never breaks the file. */
import { describe, expect, it } from 'vitest'
import { numberFigure } from '../../shared/figure.ts'
import { annexWorkbook } from '../../worker/annex/annex.ts'
import { cellLimit, cellText, plainText } from '../../worker/paper/text.ts'
import { agency, annexInput, mergedOf, type Reports, reports } from './fixture.ts'
import { malformed, readXlsx } from './read-xlsx.ts'

/** typed → what the annex shows */
const hostile: readonly (readonly [string, string])[] = [
  ['=HYPERLINK("http://x";"y")', '=HYPERLINK("http://x";"y")'],
  ['=1+1', '=1+1'],
  ['+84 204 385', '+84 204 385'],
  ['-5', '-5'],
  ['@SUM(A1)', '@SUM(A1)'],
  ['#N/A', '#N/A'],
  ['#REF!', '#REF!'],
  ['a\u0000b\u0001c\u001f', 'abc'],
  ['một\r\nhai\rba', 'một\nhai\nba'],
  ['x\ud800y', 'x\ufffdy'],
  ['x\udc00', 'x\ufffd'],
  ['x\ufffey\uffff', 'xy'],
  ['_x0041_ và _x005F_', '_x0041_ và _x005F_'],
  ['<script>&amp;"\'</script> ]]>', '<script>&amp;"\'</script> ]]>'],
  ['123\u202e456', '123456'],
  ['😀 chữ Việt: ượng', '😀 chữ Việt: ượng'],
]

const typedBy = (text: string): Reports => ({
  ...reports,
  qltm: {
    ...reports.qltm,
    figures: { work_files_total: { state: 'not-applicable', why: text } },
    tables: {
      'TTHC-DS': { '=cmd|1': { procedure_name: text, procedure_dossiers: 1 } },
      PLAN: { '1.1': { evidence: text } },
    },
    narrative: { 'II.2': text },
  },
})

describe('what units type', () => {
  it.each(hostile)('stays text: %j', async (typed, shown) => {
    const book = readXlsx(await annexWorkbook(annexInput(typedBy(typed))))
    for (const [path, xml] of book.parts) expect(malformed(xml), path).toBeUndefined()
    for (const name of ['DS TTHC có hồ sơ', 'Kế hoạch CCHC', 'Lời văn']) {
      const found = [...book.sheet(name).cells.values()].filter(({ value }) => value === shown)
      expect(found.length, name).toBe(1)
      for (const cell of found) {
        expect(cell.formula).toBeUndefined()
        expect(cell.error).toBeUndefined()
      }
    }
    const excused = [...book.sheet('Biểu 7').cells.values()].map(({ value }) => value)
    expect(excused).toContain(`Không áp dụng: ${shown}`)
    const codes = [...book.sheet('DS TTHC có hồ sơ').cells.values()]
    expect(codes.find(({ value }) => value === '=cmd|1')?.formula).toBeUndefined()
    expect(codes.some(({ value }) => value === '=cmd|1')).toBe(true)
  })

  it.each(hostile)('stays text in every list behind the forms: %j', async (typed, shown) => {
    const { merged } = annexInput(reports)
    const adjustment = {
      number: 1,
      place: { form: 'CCHC-1', row: 'articles_own_site' },
      value: numberFigure(1),
      basis: numberFigure(7),
      reason: typed,
      by: typed,
      at: '2025-04-15T18:00:00Z',
    }
    const input = annexInput(reports, {
      merged: mergedOf(agency, reports, undefined, [adjustment]),
      revisions: [
        {
          unit: 'van_phong',
          revision: 2,
          receivedAt: '2025-04-14T02:05:00Z',
          preparedBy: typed,
          approvedBy: typed,
        },
      ],
      reasons: [
        {
          unit: 'van_phong',
          revision: 2,
          rule: 'X',
          place: 'divisions',
          text: typed,
          boundTo: '',
          message: typed,
        },
      ],
      findings: [
        {
          rule: 'PLAN-R2',
          ruleVersion: 1,
          severity: 'warning',
          outcome: 'accepted',
          message: typed,
          at: { form: 'CCHC-3', row: 'dossiers_resolved', place: 'dossiers_resolved' },
          related: [],
          fix: '',
          boundTo: '',
          justification: typed,
        },
      ],
      previousPull: {
        takenAt: '2025-04-14T03:00:00Z',
        state: 'provisional',
        agency: { ...agency, units: agency.units.map(unit => ({ ...unit, short: typed })) },
        merged,
        revisions: new Map(),
      },
    })
    const book = readXlsx(await annexWorkbook(input))
    for (const [path, xml] of book.parts) expect(malformed(xml), path).toBeUndefined()
    for (const [name, times] of [
      ['Nguồn số liệu', 3],
      ['Giải trình', 3],
      ['Kiểm tra', 2],
    ] as const) {
      // a number of a note may stand behind it
      const found = [...book.sheet(name).cells.values()].filter(
        ({ value }) => typeof value === 'string' && value.startsWith(shown),
      )
      expect(found.length, name).toBeGreaterThanOrEqual(times)
      for (const cell of found) {
        expect(cell.formula).toBeUndefined()
        expect(cell.error).toBeUndefined()
      }
    }
    const formulas = [...book.sheet('Thay đổi').cells.values()].filter(cell => cell.formula)
    expect(formulas).toEqual([])
  })

  it('cuts a text longer than a cell with a note, never through a character', async () => {
    const cut = cellText(`${'a'.repeat(cellLimit)}b`)
    expect(cut.length).toBe(cellLimit)
    expect(cut).toMatch(/Đã cắt: nội dung dài 32\.768 ký tự/u)
    expect(cellText('😀'.repeat(cellLimit)).isWellFormed()).toBe(true)
    expect(cellText('b'.repeat(cellLimit))).toBe('b'.repeat(cellLimit))
    const book = readXlsx(await annexWorkbook(annexInput(typedBy('dài '.repeat(10_000)))))
    for (const { cells } of book.sheets)
      for (const { value } of cells.values())
        expect(String(value ?? '').length).toBeLessThanOrEqual(cellLimit)
  })

  it('gives long prose more rows instead of cutting it', async () => {
    const prose = Array.from({ length: 60 }, (_, i) => `Đoạn ${i}. ${'chữ '.repeat(200)}`.trim())
    const book = readXlsx(await annexWorkbook(annexInput(typedBy(prose.join('\n')))))
    const printed = [...book.sheet('Lời văn').cells.values()].map(({ value }) =>
      String(value ?? ''),
    )
    for (const paragraph of prose)
      expect(
        printed.some(text => text.includes(paragraph)),
        paragraph.slice(0, 9),
      ).toBe(true)
    for (const [, height] of book.sheet('Lời văn').xml.matchAll(/ ht="(\d+)"/gu))
      expect(Number(height)).toBeLessThan(409)
  })

  it('leaves no control character for properties and footers either', () => {
    expect(plainText('Sở\u0007 Công\u2066 Thương')).toBe('Sở Công Thương')
  })
})
