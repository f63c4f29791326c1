/**
 * The hidden sheets a plain workbook thinks on: what the cells say (`SoLieu`), what the rules make of it (`PhepKiem`),
 * and whose workbook it is (`NhanDang`), which an upload is recognised by. Nothing else here is read back.
 */
import type { Cell, CellValue, WriteSheet } from 'hucre/xlsx'
import { columnName } from '../../shared/layout/address.ts'
import { noneWords } from '../../shared/rules/compile/reading.ts'
import { sampleOf, sentence } from '../../shared/rules/compile/text.ts'
import { compiledWords } from '../../shared/rules/compile/words.ts'
import { type CompiledRules, figuresSheet, type Judgement } from '../../shared/rules/compile.ts'
import { plainText } from '../paper/text.ts'
import { plainWords } from './words.ts'

type Content = { readonly formula: string } | { readonly value: CellValue } | undefined

/** Columns of the sheet of rules, by what they say. */
const ruleColumn = {
  rule: 'A', severity: 'B', sheet: 'C', cell: 'D', fails: 'E', left: 'F', right: 'G', sentence: 'H', mark: 'I', count: 'J', fix: 'K', error: 'L', warning: 'M',
} as const // biome-ignore format: a table

const name = plainWords.sheets.rules
/** `PhepKiem!E5:E9`: lines are counted from 0. */
export const ruleRange = (column: keyof typeof ruleColumn, first: number, last: number): string =>
  `${name}!$${ruleColumn[column]}$${first + 2}:$${ruleColumn[column]}$${last + 2}`
export const ruleCell = (column: keyof typeof ruleColumn, line: number): string =>
  `${name}!$${ruleColumn[column]}$${line + 2}`

/** A mark for conditional formats: which columns of a line are wrong, and how badly. */
export const markOf = (severity: Judgement['severity'], column: string): string =>
  `|${severity[0] ?? ''}${column}|`

export function figuresPage({ figures }: CompiledRules): WriteSheet {
  const rows = figures.map(line => [
    value(line.place),
    formula(line.words),
    'formula' in line.value ? formula(line.value.formula) : value(line.value.constant),
    formula(line.printed),
    formula(line.reported),
    formula(line.problem),
    formula(line.spoken),
  ])
  const words = new Map(noneWords.map((word, i) => [`${i + 1},7`, { value: word }]))
  return page(figuresSheet, [plainWords.hidden.figures.map(value), ...rows], words)
}

export function rulesPage({ judgements }: CompiledRules): WriteSheet {
  const rows = judgements.map((one, i): Content[] => {
    const line = i + 2
    const own = { left: `F${line}`, right: `G${line}` }
    const column = one.shown.cell.replace(/\d/gu, '')
    const flag = (severity: Judgement['severity']) =>
      severity === one.severity ? formula(`E${line}`) : value(0)
    return [
      value(one.rule),
      value(compiledWords.severity[one.severity]),
      value(one.shown.sheet),
      value(one.shown.cell),
      formula(`IF(${one.fails(own)},1,0)`),
      formula(one.sides?.left),
      formula(one.sides?.right),
      formula(`IF(E${line}=1,${sentence(one.says(own))},"")`),
      formula(`IF(E${line}=1,"${markOf(one.severity, column)}","")`),
      // not one above plus one: LibreOffice loses its way in long chains when it opens a file
      formula(`SUM(E$2:E${line})`),
      value(one.fix),
      flag('error'),
      flag('warning'),
    ]
  })
  return page(name, [plainWords.hidden.rules.map(value), ...rows])
}

/** About what a judgement says when it fails, for the room it needs. */
export const sampleSentence = (one: Judgement): string =>
  `${compiledWords.severity[one.severity]}: ${sampleOf(one.says({ left: '', right: '' }))}`

export function identityPage(entries: readonly (readonly [string, string | number])[]): WriteSheet {
  return page(
    plainWords.sheets.identity,
    entries.map(entry => entry.map(value)),
  )
}

const formula = (text: string | undefined): Content =>
  text === undefined ? undefined : { formula: text }
const value = (of: string | number): Content => ({
  value: typeof of === 'string' ? plainText(of) : of,
})

function page(
  sheet: string,
  rows: readonly (readonly Content[])[],
  also: ReadonlyMap<string, Partial<Cell>> = new Map(),
): WriteSheet {
  const cells = new Map(also)
  rows.forEach((row, r) => {
    row.forEach((content, c) => {
      if (content) cells.set(`${r},${c}`, content)
    })
  })
  const columns = Array.from({ length: 13 }, (_, c) => ({
    width: columnName(c + 1) === 'H' ? 60 : 14,
  }))
  return { name: sheet, columns, cells, hidden: true, protection: { sheet: true } }
}
