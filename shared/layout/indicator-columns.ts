/** Columns of a form of indicators, on sheets to fill and in the annex, and what one column says against another. */
import { type Figure, notReported, quantity, wordsOf } from '../figure.ts'
import { cellAddress } from './address.ts'
import { formulaValue, type LaidValue, signs, type View } from './sheet.ts'

export const [ordinal, name, measure, previous, current] = [1, 2, 3, 4, 5]
const toFill = {
  widths: [7, 44, 11, 15, 15, 10, 20],
  titles: ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ trước', 'Kỳ này', 'So sánh', 'Ghi chú'],
  lastYear: 0,
  difference: 6,
  note: 7,
} as const
const finished = {
  widths: [7, 44, 11, 12, 15, 12, 11, 20],
  titles: [
    ...['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ trước', 'Kỳ này'],
    ...['Cùng kỳ năm trước', 'So với kỳ trước', 'Ghi chú'],
  ],
  lastYear: 6,
  difference: 7,
  note: 8,
} as const
export const columnsOf = ({ unit }: View) => (unit === null ? finished : toFill)

/** Where the annex prints last period and the same period last year of the figure in this cell. */
export const comparedCells = (cell: string): { previous: string; lastYear: string } => {
  const line = Number(cell.replace(/\D/gu, ''))
  return {
    previous: cellAddress(line, previous),
    lastYear: cellAddress(line, finished.lastYear),
  }
}

/** Kỳ này less Kỳ trước. The annex takes "không phát sinh" of a count for 0 and marks what cannot be compared. */
export function change(
  at: number,
  now: Figure,
  before: Figure | undefined,
  isFinished: boolean,
  isCount: boolean,
): LaidValue {
  const [from, to] = [cellAddress(at, previous), cellAddress(at, current)]
  const counts = isFinished && isCount
  const amount = (figure: Figure | undefined) =>
    figure && (counts || figure.state === 'number') ? quantity(figure) : undefined
  const [a, b] = [amount(now), amount(before)]
  const shown: Figure =
    a === undefined || b === undefined ? notReported : { state: 'number', value: a - b }
  if (!isFinished)
    return formulaValue(`IF(AND(ISNUMBER(${from}),ISNUMBER(${to})),${to}-${from},"")`, shown)
  const known = (cell: string) =>
    counts ? `OR(ISNUMBER(${cell}),${cell}="${wordsOf.none}")` : `ISNUMBER(${cell})`
  const otherwise = signs['not-reported']
  return formulaValue(
    `IF(AND(${known(from)},${known(to)}),N(${to})-N(${from}),"${otherwise}")`,
    shown,
    otherwise,
  )
}
