/**
 * Three published documents: what is wrong in them by arithmetic, or told twice with two values, is found; nothing that
 * holds is alarmed. The table of found, missed and false is printed, because it is what precision is judged by.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkProse, type Finding } from '../../shared/prose.ts'

const read = (name: string) =>
  readFileSync(new URL(`../fixtures/reports/${name}`, import.meta.url), 'utf8')

type Check = { id: string; rule: string; type: string; outcome: string }
type Group = { seed: string; quote_vi: string; lines: [number, number]; checks?: Check[] }
const figures: { groups: Group[] } = JSON.parse(read('report-figures.json'))

const documents = [
  ['A', 'quang-ngai-6m-2021.txt'],
  ['B', 'bac-giang-2025-04.txt'],
  ['E', 'gia-lai-plan-2021-2025.txt'],
] as const

/** What a check of the list is called here, by its kind. Kinds that are absent are no arithmetic. */
const rulesOf: Readonly<Record<string, readonly string[]>> = {
  ratio: ['PCT-PRINT', 'RATE-COUNT', 'DVCTT-R1', 'DVCTT-R3'],
  equal: ['SAME-FIGURE'],
  sum: ['SUM', 'KSTT06-R1', 'KSTT06-R2', 'KSTT06-R3', 'KSTT06-R4'],
  less_or_equal: ['SUBSET'],
  enumeration_count: ['LIST-COUNT'],
  partition_gap: ['PLAN-R2'],
  contradiction: ['TEXT-CONTRADICTION'],
  cutoff: ['PERIOD-CUTOFF'],
  document_symbol: ['DOC-SYMBOL'],
  implied: ['T-06'],
}
/** One of two ways to read a rate; what counts is that of the other one, or of both. */
const isAlternative = ({ rule }: Check) => rule.endsWith('-ALT')

type Row = { document: string; rule: string; found: string[]; missed: string[] }

const lineOf = (text: string, at: number) => text.slice(0, at).split('\n').length

/** Whether a place is in what a group quotes; a quote that was shortened is as long as its lines. */
function isIn(text: string, { quote_vi, lines }: Group, at: number): boolean {
  const quoted = text.indexOf(quote_vi)
  if (quoted >= 0) return at >= quoted && at < quoted + quote_vi.length
  return lineOf(text, at) >= lines[0] && lineOf(text, at) <= lines[1]
}

function judged(seed: string, file: string) {
  const text = read(file)
  const findings = checkProse(text)
  const explained = new Set<Finding>()
  const rows: Row[] = []
  for (const group of figures.groups.filter(one => one.seed === seed)) {
    for (const check of group.checks ?? []) {
      const here = findings.filter(
        ({ rule, places }) =>
          rulesOf[check.type]?.includes(rule) && places.some(({ from }) => isIn(text, group, from)),
      )
      if (check.outcome === 'pass') continue
      for (const finding of here) explained.add(finding)
      if (check.outcome !== 'fail' || !rulesOf[check.type] || isAlternative(check)) continue
      const isFound = here.length > 0
      rows.push({
        document: seed,
        rule: check.rule,
        found: isFound ? [check.id] : [],
        missed: isFound ? [] : [check.id],
      })
    }
  }
  return { findings, rows, falseAlarms: findings.filter(finding => !explained.has(finding)) }
}

const all = documents.map(([seed, file]) => ({ seed, ...judged(seed, file) }))

function table(): string {
  const line = (cells: readonly (string | number)[]) =>
    cells.map((cell, i) => String(cell).padEnd([10, 20, 7, 7, 7][i] ?? 0)).join('')
  const rows = all.flatMap(({ seed, rows: own, falseAlarms }) => {
    const byRule = Map.groupBy(own, ({ rule }) => rule)
    return [
      ...[...byRule].map(([rule, same]) =>
        line([
          seed,
          rule,
          same.flatMap(({ found }) => found).length,
          same.flatMap(({ missed }) => missed).length,
          0,
        ]),
      ),
      ...falseAlarms.map(({ rule }) => line([seed, rule, 0, 0, 1])),
      line([
        seed,
        'all',
        own.flatMap(({ found }) => found).length,
        own.flatMap(({ missed }) => missed).length,
        falseAlarms.length,
      ]),
    ]
  })
  return [line(['document', 'rule', 'found', 'missed', 'false']), ...rows].join('\n')
}

describe('the published documents', () => {
  test('what is wrong by arithmetic or told twice is found, and nothing else', () => {
    process.stdout.write(`\n${table()}\n\n`)
    expect(all.flatMap(({ rows }) => rows.flatMap(({ missed }) => missed))).toEqual([])
    expect(
      all.flatMap(({ seed, falseAlarms }) => falseAlarms.map(({ rule }) => `${seed} ${rule}`)),
    ).toEqual([])
    expect(all.flatMap(({ rows }) => rows.flatMap(({ found }) => found))).toEqual([
      'A-03-3',
      'A-13-2',
      'B-01-2',
      'B-09-1',
      'B-19-3',
      'B-19-4',
      'B-20-1',
      'E-15-1',
    ])
  })

  test('a finding shows its arithmetic and both places of a contradiction', () => {
    const [quangNgai, bacGiang] = all
    const share = quangNgai?.findings.find(({ rule }) => rule === 'PCT-PRINT')
    expect(share?.arithmetic).toBe('3.924 / 6.279 = 62,49 %, văn bản ghi 67,73 %')
    const twice = bacGiang?.findings.find(({ rule }) => rule === 'SAME-FIGURE')
    const text = read('bac-giang-2025-04.txt')
    expect(twice?.places.map(({ from, to }) => text.slice(from, to))).toEqual(['325', '226'])
    expect(twice?.places[0]?.quote).toContain('đã tiếp nhận tổng số: 331 hồ sơ')
    expect(twice?.places[1]?.quote).toContain('số hồ sơ được giải quyết trực tuyến: 226 hồ sơ')
  })
})
