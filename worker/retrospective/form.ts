/**
 * One form of the review: its lines by years, the change as a formula of two of these cells, and in words the best and
 * the worst year and the years that are not there.
 */
import { kinds } from '../../shared/catalogue/kinds.ts'
import type { Form } from '../../shared/catalogue/schema.ts'
import { type Figure, fromWire, quantity, unreportedWords } from '../../shared/figure.ts'
import { cellAddress, rangeAddress } from '../../shared/layout/address.ts'
import { laid, signs } from '../../shared/layout/sheet.ts'
import type { Retrospective } from '../../shared/protocol.ts'
import { linesIn } from '../../shared/retrospective/lines.ts'
import { across, type PaperCell, type PaperSheet, words } from '../paper/sheet.ts'
import { yearName } from './cover.ts'
import { retrospectiveWords } from './words.ts'

type Indicator = Retrospective['indicators'][number]
/** Where a line of the review stands. */
export type Lines = ReadonlyMap<string, { readonly sheet: string; readonly row: number }>

/** Columns before the years, rows before the lines. */
export const before = 3
const headRows = 3

export function formPage(review: Retrospective, form: Form): { sheet: PaperSheet; lines: Lines } {
  const { years, base } = review
  const width = before + years.length + 3
  const change = before + years.length + 1
  const shown =
    form.layout === 'narrative' ? [] : form.layout === 'table' ? form.columns : form.rows
  const own = new Map(linesIn(form).map(line => [line.row, line]))
  const empty = new Set(years.flatMap(one => (one.origin === 'missing' ? [one.year] : [])))
  const indicators = new Map(review.indicators.map(one => [one.key, one]))
  const { head, unitOfChange } = retrospectiveWords
  const rows: PaperCell[][] = [
    across(width, words(form.title, 'title')),
    across(
      width,
      words(retrospectiveWords.of(upperFirst(retrospectiveWords.stage(review)), base), 'formNote'),
    ),
    [
      ...[head.code, head.name, head.unit].map(text => words(text, 'shareHeader')),
      ...years.map(({ year }) => words(yearName(review, year), 'shareHeader')),
      words(head.change, 'shareHeader'),
      words('', 'shareHeader'),
      words(head.remark, 'shareHeader'),
    ],
  ]
  const merges = [1, 2].map(row => rangeAddress(row, 1, row, width))
  merges.push(rangeAddress(headRows, change, headRows, change + 1))
  const lines = new Map<string, { sheet: string; row: number }>()
  for (const row of shown) {
    const line = own.get(row)
    const indicator = line && indicators.get(line.key)
    if (!line || !indicator) {
      if (row.kind !== 'heading') continue
      rows.push([
        words(row.code, 'shareTotal'),
        ...across(width - 1, words(row.name, 'shareTotal')),
      ])
      merges.push(rangeAddress(rows.length, 2, rows.length, width))
      continue
    }
    const at = rows.length + 1
    lines.set(line.key, { sheet: form.sheet, row: at })
    const figures = indicator.values.map(fromWire)
    const { numberFormat } = kinds[row.kind]
    rows.push([
      words(line.code, 'share'),
      words(form.layout === 'table' ? line.name : row.name, 'share'),
      { ...words(line.unit ?? '', 'share'), align: 'center' },
      ...figures.map(figure => cell(figure, numberFormat)),
      changeCell(indicator, review, figures, at),
      {
        ...words(indicator.change ? unitOfChange[indicator.change.kind] : '', 'share'),
        align: 'center',
      },
      words(remarkOn(indicator, empty), 'share'),
    ])
  }
  return {
    sheet: {
      sheet: form.sheet,
      landscape: true,
      widths: [7, 40, 10, ...years.map(() => 10), 10, 8, 40],
      rows,
      merges,
      frozenRows: headRows,
      headerTop: headRows,
    },
    lines,
  }
}

/** A state in words shows as its sign, while the cell keeps the words; a figure nobody gave is never blank. */
function cell(figure: Figure, numberFormat: string): PaperCell {
  const value = laid(figure, unreportedWords)
  const look = { value, style: 'share', align: 'right', numberFormat } as const
  return figure.state === 'number' ? look : { ...look, sign: signs[figure.state] }
}

const signedFormat = '+#,##0.00;-#,##0.00;0.00'

/** The year it is until less the base, or its share of the base. */
function changeCell(
  { change }: Indicator,
  { years, base }: Retrospective,
  figures: readonly Figure[],
  row: number,
): PaperCell {
  const look = { style: 'share', align: 'right', numberFormat: signedFormat } as const
  if (!change) return { ...look, value: null }
  const operand = (year: number): string => {
    const at = years.findIndex(one => one.year === year)
    const address = cellAddress(row, before + 1 + at)
    // "Không phát sinh" counts as 0, and N makes it so
    return figures[at]?.state === 'number' ? address : `N(${address})`
  }
  const [from, to] = [operand(base), operand(change.until)]
  const formula = change.kind === 'points' ? `${to}-${from}` : `(${to}-${from})/${from}*100`
  return { ...look, value: { formula, shown: { state: 'number', value: change.value } } }
}

/** Best and worst year, then what is not there; the rest the columns say. */
function remarkOn(
  { best, worst, missing, change, values, words: said }: Indicator,
  empty: ReadonlySet<number>,
): string {
  // a year nothing is known of is said on the cover
  const left = missing.filter(year => !empty.has(year))
  const known = values.filter(value => quantity(fromWire(value)) !== undefined).length
  if (known === 0) return said
  return [
    ...(best === null ? [] : [retrospectiveWords.bestIn(best)]),
    ...(worst === null ? [] : [retrospectiveWords.worstIn(worst)]),
    ...(change === null ? [said] : left.length > 0 ? [retrospectiveWords.missingIn(left)] : []),
  ].join('. ')
}

const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
