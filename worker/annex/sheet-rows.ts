/** What the lists behind the forms share: a heading over the table, cells of words, long texts in further rows. */
import type { Cell } from '../../shared/content.ts'
import { cellOf as shownAs, unreportedWords } from '../../shared/figure.ts'
import { rangeAddress } from '../../shared/layout/address.ts'
import { pieces } from '../paper/pieces.ts'
import { across, type PaperCell, type PaperSheet, type Target, words } from '../paper/sheet.ts'

/** Characters a column of one unit of width surely fits into one row, however the page narrows it. */
const perUnit = 18

type List = {
  readonly sheet: string
  readonly widths: readonly number[]
  readonly title: string
  /** sentences below the title */
  readonly says: readonly string[]
  readonly head: readonly string[]
  readonly rows: readonly (readonly PaperCell[])[]
}

/** Rows before the first line of a list with so many sentences. */
export const rowsAbove = (says: readonly string[]): number => 1 + says.length + 1

/** Landscape, head in view and on every page, open to filters; without a line only its sentences. */
export function list({ sheet, widths, title, says, head, rows }: List): PaperSheet {
  const width = widths.length
  const above = [
    across(width, words(title, 'title')),
    ...says.map(text => across(width, words(text, 'remark'))),
  ]
  const merges = above.map((_, i) => rangeAddress(i + 1, 1, i + 1, width))
  const shown = rows.length > 0
  const top = rowsAbove(says)
  return {
    sheet,
    landscape: true,
    widths,
    merges,
    rows: shown ? [...above, head.map(text => words(text, 'shareHeader')), ...rows] : above,
    frozenRows: shown ? top : 0,
    headerTop: top,
    ...(shown ? { filter: rangeAddress(top, 1, top + rows.length, width) } : {}),
  }
}

export const said = (text: string): PaperCell => words(text, 'share')
export const centred = (text: string): PaperCell => ({ ...words(text, 'share'), align: 'center' })
/** The address of a cell, leading to it; short, since LibreOffice never wraps a linked text. */
export const linked = (target: Target | undefined, text = target?.cell ?? ''): PaperCell =>
  target ? { ...centred(text), leadsTo: target } : centred(text)
export const counted = (number: number): PaperCell => ({
  value: { number },
  style: 'share',
  align: 'center',
  numberFormat: '#,##0',
})

/** A merged cell as these lists show it: a figure nobody gave is never blank, which could be read as 0. */
export function laidCell(cell: Cell): PaperCell['value'] {
  if (cell.state === 'not-reported') return { text: unreportedWords }
  if (cell.state === 'text') return { text: cell.text }
  const shown = shownAs(cell)
  return typeof shown === 'number' ? { number: shown } : { text: shown }
}

/**
 * A line whose texts may be longer than a row holds: what is left over goes into rows below it.
 * @param repeated columns (from 0) whose cells stand in every row, so that filters keep the line together
 */
export function lineRows(
  cells: readonly PaperCell[],
  widths: readonly number[],
  repeated: readonly number[],
): PaperCell[][] {
  const split = cells.map((cell, c) =>
    cell.value && 'text' in cell.value
      ? pieces(cell.value.text, Math.floor((widths[c] ?? 1) * perUnit))
      : [],
  )
  const height = Math.max(1, ...split.map(parts => parts.length))
  if (height === 1) return [[...cells]]
  return Array.from({ length: height }, (_, i) =>
    cells.map((cell, c): PaperCell => {
      const parts = split[c] ?? []
      if (i === 0) return parts.length > 1 ? { ...cell, value: { text: parts[0] ?? '' } } : cell
      if (repeated.includes(c)) return cell
      const text = parts[i]
      return { value: text === undefined ? null : { text }, style: cell.style }
    }),
  )
}
