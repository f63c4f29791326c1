/** The room one cell's content takes on paper. */
import { printFigure, printNumber } from '../../shared/figure.ts'
import { lineHeight, linesIn, textWidth } from './measure.ts'
import type { PaperCell } from './sheet.ts'
import { styleOf, wordsAmongFigures, wraps } from './styles.ts'

/** Points one unit of column width takes when the workbook's standard font is 11 points: 7 pixels of 96 to the inch. */
export const pointsPerUnit = (7 * 72) / 96
const cellPadding = 5
const indentStep = 7
/** Points above and below the text of a cell together. */
const cellMargin = 4
/** Texts this short stay on one line: "Nhiệm vụ", "Tổng số"; among figures also "Không phát sinh". */
const shortText = (cell: PaperCell): number => (wordsAmongFigures(cell) ? 15 : 10)

export const shownText = ({ value, numberFormat, sign }: PaperCell): string => {
  if (!value) return ''
  if (sign !== undefined) return sign
  if ('text' in value) return value.text
  const figure = 'number' in value ? { state: 'number' as const, value: value.number } : value.shown
  if (figure.state !== 'number')
    return printFigure(figure) || ('unreported' in value ? (value.unreported ?? '') : '')
  const decimals = numberFormat?.includes('.00') ? 2 : undefined
  const printed = printNumber(figure.value, decimals)
  if (numberFormat === undefined || !/["+]/u.test(numberFormat)) return printed
  // words a format adds to the number: the raised number of a note
  const [, added = ''] = /^[^;"]*"([^"]*)"/u.exec(numberFormat) ?? []
  return `${numberFormat.startsWith('+') ? '+' : ''}${printed}${added}`
}

/** Points the widest piece that must not be broken takes: a number, a word, a short text. */
export function leastWidth(cell: PaperCell): number {
  const { size, bold } = styleOf(cell)
  const text = shownText(cell)
  const whole = text.length <= shortText(cell) || (cell.value !== null && 'number' in cell.value)
  const pieces = whole ? [text] : text.split(/\s/u)
  return Math.max(...pieces.map(piece => textWidth(piece, size, bold))) + cellPadding
}

/** Points of height the cell needs in a width of so many column units. */
export function neededHeight(cell: PaperCell, units: number): number {
  const style = styleOf(cell)
  if (style.stroke) return style.size
  if (cell.value === null) return 0
  const oneLine = lineHeight(style.size) + cellMargin
  // a number is never broken: Excel shows ### instead
  if ('number' in cell.value) return oneLine
  const text = shownText(cell)
  if (text === '') return 0
  if (!wraps(style)) return oneLine
  const room = units * pointsPerUnit - cellPadding - (cell.indent ?? 0) * indentStep
  return linesIn(text, room, style.size, style.bold) * lineHeight(style.size) + cellMargin
}
