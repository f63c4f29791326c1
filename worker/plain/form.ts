/** One form of a plain workbook: the sheet as the pane draws it, and beside every line what the rules say of it. */
import type { ConditionalRule, WriteSheet } from 'hucre/xlsx'
import { cellAddress, columnName, rangeAddress } from '../../shared/layout/address.ts'
import type { SheetLayout } from '../../shared/layout.ts'
import { compiledWords } from '../../shared/rules/compile/words.ts'
import type { Judgement } from '../../shared/rules/compile.ts'
import { type PaperCell, type PaperSheet, words } from '../paper/sheet.ts'
import { markOf, ruleCell, ruleRange, sampleSentence } from './hidden.ts'
import { validationOf } from './validation.ts'
import { plainWords } from './words.ts'

/** Lines of the sheet of rules that speak of one line of a form. */
type Span = { readonly first: number; readonly last: number; readonly longest: string }

/** In characters; wide tables leave less. */
const widthBeside = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, 0) > 140 ? 34 : 56

/** Light red, amber; the words say the same. */
export const wrongFills = { error: 'F8CBAD', warning: 'FFE699' } as const

export function formPage(
  layout: SheetLayout,
  judgements: readonly Judgement[],
  draw: (sheet: PaperSheet) => WriteSheet,
): WriteSheet {
  const spans = spansOf(layout, judgements)
  const judged = spans.size > 0
  const drawn = draw(judged ? withColumn(layout, spans) : { ...layout, landscape: true })
  const check = layout.widths.length + 1
  const cells = new Map(drawn.cells)
  for (const [row, span] of spans) {
    const beside = `${row - 1},${check - 1}`
    const style = cells.get(beside)?.style
    cells.set(beside, { formula: firstFinding(span), ...(style ? { style } : {}) })
    cells.set(`${row - 1},${check}`, { formula: marks(span) })
  }
  for (const { first, last } of layout.collapsed)
    for (let row = first; row <= last; row += 1)
      drawn.rowDefs?.set(row - 1, { ...drawn.rowDefs.get(row - 1), hidden: true, outlineLevel: 1 })
  return {
    ...drawn,
    cells,
    columns: [...(drawn.columns ?? []), ...(judged ? [{ width: 8, hidden: true }] : [])],
    dataValidations: layout.inputs.flatMap(validationOf),
    ...(judged ? { conditionalRules: conditional(layout, check) } : {}),
    protection: { sheet: true, formatColumns: true, formatRows: true },
  }
}

function spansOf(layout: SheetLayout, judgements: readonly Judgement[]): Map<number, Span> {
  const spans = new Map<number, Span>()
  judgements.forEach((one, line) => {
    if (one.shown.sheet !== layout.sheet) return
    const row = Number(one.shown.cell.replace(/\D/gu, ''))
    const known = spans.get(row)
    const sample = sampleSentence(one)
    const longest = known && known.longest.length > sample.length ? known.longest : sample
    spans.set(row, { first: known?.first ?? line, last: line, longest })
  })
  return spans
}

/** With samples in the column, so that its rows are high enough for what formulas may say. */
function withColumn(layout: SheetLayout, spans: ReadonlyMap<number, Span>): PaperSheet {
  const width = layout.widths.length
  const beside = (row: number): PaperCell => {
    if (row === layout.headerTop) return words(plainWords.column, 'header')
    if (row > layout.headerTop && row <= layout.frozenRows) return words('', 'header')
    const span = spans.get(row)
    if (!span) return { value: null, style: row > layout.frozenRows ? 'finding' : 'blank' }
    const more = span.last > span.first ? ' (còn 12 điểm khác)' : ''
    return { value: { text: `${span.longest}${more}` }, style: 'finding' }
  }
  const header = rangeAddress(layout.headerTop, width + 1, layout.frozenRows, width + 1)
  return {
    ...layout,
    landscape: true,
    widths: [...layout.widths, widthBeside(layout.widths)],
    rows: layout.rows.map((cells, i) => [...cells, beside(i + 1)]),
    merges: layout.frozenRows > layout.headerTop ? [...layout.merges, header] : layout.merges,
  }
}

/** The gravest finding of a line in words, and how many more there are. */
function firstFinding({ first, last }: Span): string {
  const fails = ruleRange('fails', first, last)
  const found = (column: 'severity' | 'sentence') =>
    `INDEX(${ruleRange(column, first, last)},MATCH(1,${fails},0))`
  const count = `SUM(${fails})`
  const more = `IF(${count}>1,${plainWords.more(`(${count}-1)`)},"")`
  return `IF(${count}=0,"",${found('severity')}&": "&${found('sentence')}&${more})`
}

const marks = ({ first, last }: Span): string =>
  Array.from({ length: last - first + 1 }, (_, i) => ruleCell('mark', first + i)).join('&')

/** Formats look at the marks of their own sheet only: Excel 2010 and others refuse other sheets there. */
function conditional({ block, frozenRows, rows }: SheetLayout, check: number): ConditionalRule[] {
  const first = frozenRows + 1
  const mark = `$${columnName(check + 1)}${first}`
  const cell = cellAddress(first, block.left)
  const columnOf = `SUBSTITUTE(ADDRESS(1,COLUMN(${cell}),4),"1","")`
  const beside = cellAddress(first, check)
  const areas = {
    cells: rangeAddress(first, block.left, rows.length, block.left + block.columns - 1),
    words: rangeAddress(first, check, rows.length, check),
  }
  return (['error', 'warning'] as const).flatMap((severity, i): ConditionalRule[] => {
    const style = { fill: fillOf(wrongFills[severity]) }
    const [before, after] = markOf(severity, '#').split('#')
    const lead = compiledWords.severity[severity]
    return [
      {
        type: 'expression',
        priority: i + 1,
        stopIfTrue: true,
        range: areas.cells,
        formula: `ISNUMBER(FIND("${before ?? ''}"&${columnOf}&"${after ?? ''}",${mark}))`,
        style,
      },
      {
        type: 'expression',
        priority: i + 3,
        stopIfTrue: true,
        range: areas.words,
        formula: `LEFT(${beside},${lead.length})="${lead}"`,
        style,
      },
    ]
  })
}

/** In a conditional format the colour of a solid fill is its background. */
const fillOf = (rgb: string) =>
  ({ type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } }) as const
