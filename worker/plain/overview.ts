/** "Kiểm tra", the first sheet: how to fill, what is wrong in each form, the findings one by one, and what waits for the server. */
import type { Cell, WriteSheet } from 'hucre/xlsx'
import { rangeAddress } from '../../shared/layout/address.ts'
import type { SheetLayout } from '../../shared/layout.ts'
import { periodName } from '../../shared/period.ts'
import type { CompiledRules } from '../../shared/rules/compile.ts'
import { across, type PaperCell, type PaperSheet, paperRow, words } from '../paper/sheet.ts'
import { wrongFills } from './form.ts'
import { ruleCell, ruleRange, sampleSentence } from './hidden.ts'
import { plainWords } from './words.ts'
import type { PlainInput } from './workbook.ts'

const widths = [5, 20, 11, 15, 62, 52]
const width = widths.length
/** Findings listed one by one; more are counted. */
const listed = 20

export function overviewPage(
  { view, unitName, revision, filledFrom }: PlainInput & { readonly unitName: string },
  layouts: readonly SheetLayout[],
  compiled: CompiledRules,
  draw: (sheet: PaperSheet) => WriteSheet,
): WriteSheet {
  const rows: PaperCell[][] = []
  const merges: string[] = []
  const formulas = new Map<string, string>()
  const put = (cells: PaperCell[], formulasAt: Readonly<Record<number, string>> = {}): number => {
    rows.push(cells)
    for (const [column, formula] of Object.entries(formulasAt))
      formulas.set(`${rows.length - 1},${Number(column) - 1}`, formula)
    return rows.length
  }
  const line = (text: string, style: PaperCell['style']) => {
    const at = put(across(width, words(text, style)))
    merges.push(rangeAddress(at, 1, at, width))
  }
  const { counts, list, onSubmit } = plainWords
  const { judgements } = compiled

  line(plainWords.title(unitName), 'title')
  const { from, to } = view.window
  line(plainWords.subtitle(periodName(view.period), from, to, revision), 'subtitle')
  if (filledFrom) line(filledFrom, 'remark')
  for (const text of plainWords.how) line(text, 'remark')
  put(paperRow(width))

  line(counts.title, 'section')
  const countsTop = put(table(counts.head))
  merges.push(rangeAddress(countsTop, 5, countsTop, 6))
  layouts.forEach((layout, i) => {
    const lines = judgements.flatMap((one, at) => (one.shown.sheet === layout.sheet ? [at] : []))
    const [first, last] = [lines[0], lines.at(-1)]
    const sum = (of: 'error' | 'warning') =>
      first === undefined || last === undefined ? '0' : `SUM(${ruleRange(of, first, last)})`
    const at = rows.length + 1
    const standing = `IF(C${at}>0,"${counts.broken}",IF(D${at}>0,"${counts.unexplained}","${counts.clean}"))`
    put(table([String(i + 1), layout.sheet, '', '', '', '']), {
      3: sum('error'),
      4: sum('warning'),
      5: standing,
    })
    merges.push(rangeAddress(at, 5, at, 6))
  })
  const countsEnd = rows.length
  const totals = put(table(['', counts.total, '', '', '', '']), {
    3: `SUM(C${countsTop + 1}:C${countsEnd})`,
    4: `SUM(D${countsTop + 1}:D${countsEnd})`,
  })
  merges.push(rangeAddress(totals, 5, totals, 6))
  put(paperRow(width))

  line(list.title, 'section')
  const listTop = put(table(list.head))
  const last = judgements.length - 1
  const count = last < 0 ? '0' : ruleCell('count', last)
  const longest = (texts: readonly string[]) =>
    texts.reduce((a, b) => (a.length >= b.length ? a : b), '')
  const samples = {
    5: longest(judgements.map(sampleSentence)),
    6: longest(judgements.map(one => one.fix)),
  }
  for (let n = 1; last >= 0 && n <= listed; n += 1) {
    const found = `MATCH(${n},${ruleRange('count', 0, last)},0)`
    const of = (column: 'sheet' | 'cell' | 'severity' | 'sentence' | 'fix') =>
      `IF(${count}<${n},"",INDEX(${ruleRange(column, 0, last)},${found}))`
    put(table(['', '', '', '', samples[5], samples[6]], 'finding'), {
      1: `IF(${count}<${n},"",${n})`,
      2: of('sheet'),
      3: of('cell'),
      4: of('severity'),
      5: of('sentence'),
      6: of('fix'),
    })
  }
  const more = put(across(width, words('', 'remark')), { 1: list.more(count, listed) })
  merges.push(rangeAddress(more, 1, more, width))
  put(paperRow(width))

  if (compiled.onSubmit.length > 0) {
    line(onSubmit.title, 'section')
    const onSubmitLine = (cells: readonly string[], style?: PaperCell['style']) => {
      const [number = '', what = '', why = ''] = cells
      const at = put(table([number, what, '', '', '', why], style))
      merges.push(rangeAddress(at, 2, at, 5))
    }
    onSubmitLine(onSubmit.head, 'header')
    compiled.onSubmit.forEach(({ rule, why }, i) => {
      onSubmitLine([String(i + 1), rule.title, why], 'finding')
    })
  }

  const sheet: PaperSheet = {
    sheet: plainWords.sheets.overview,
    landscape: true,
    widths,
    rows,
    merges,
    frozenRows: 0,
    headerTop: 1,
  }
  const drawn = draw(sheet)
  const cells = new Map<string, Partial<Cell>>(drawn.cells)
  for (const [key, formula] of formulas) {
    const style = cells.get(key)?.style
    cells.set(key, { formula, ...(style ? { style } : {}) })
  }
  const fill = (rgb: string) =>
    ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } } }) as const
  return {
    ...drawn,
    cells,
    conditionalRules: [
      {
        type: 'cellIs',
        operator: 'greaterThan',
        priority: 1,
        range: `C${countsTop + 1}:C${totals}`,
        formula: '0',
        style: fill(wrongFills.error),
      },
      {
        type: 'cellIs',
        operator: 'greaterThan',
        priority: 2,
        range: `D${countsTop + 1}:D${totals}`,
        formula: '0',
        style: fill(wrongFills.warning),
      },
    ],
    protection: { sheet: true, formatColumns: true, formatRows: true },
    pageSetup: { ...drawn.pageSetup, printTitlesRow: `$${listTop}:$${listTop}` },
  }
}

/** A ruled line; headings are given by their own words. */
function table(cells: readonly string[], style?: PaperCell['style']): PaperCell[] {
  const heads: readonly (readonly string[])[] = [plainWords.counts.head, plainWords.list.head]
  const drawn = style ?? (heads.includes(cells) ? 'header' : 'label')
  return Array.from({ length: width }, (_, i) => ({
    ...words(cells[i] ?? '', drawn),
    ...(drawn !== 'header' && centred.has(i) ? { align: 'center' as const } : {}),
  }))
}
/** Numbers, cells and degrees. */
const centred = new Set([0, 2, 3])
