/** Merged areas of a sheet by cell, as renderers and measurements ask for them. */
import type { MergeRange } from 'hucre/xlsx'
import type { PaperSheet } from './sheet.ts'

const corner = /^([A-Z]+)(\d+)$/u

function position(address: string): { row: number; column: number } {
  const [, letters = '', digits = '1'] = corner.exec(address) ?? []
  const column = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(digits) - 1, column: column - 1 }
}

/** "A3:G3" counted from 0, as the writer wants it. */
export function mergeRange(address: string): MergeRange {
  const [first = 'A1', last = first] = address.split(':')
  const [from, to] = [position(first), position(last)]
  return { startRow: from.row, startCol: from.column, endRow: to.row, endCol: to.column }
}

export type Span = { readonly rows: number; readonly columns: number } | 'inside'

/**
 * For a row how far its cells reach, or that another cell covers them, by column; rows and columns from 0. Most rows have
 * no merged cell.
 */
export type Spans = (row: number) => ReadonlyMap<number, Span> | undefined

export function spans({ merges }: Pick<PaperSheet, 'merges'>): Spans {
  const found = new Map<number, Map<number, Span>>()
  const put = (row: number, column: number, span: Span) => {
    const line = found.get(row) ?? new Map<number, Span>()
    found.set(row, line.set(column, span))
  }
  for (const { startRow, startCol, endRow, endCol } of merges.map(mergeRange)) {
    for (let row = startRow; row <= endRow; row += 1)
      for (let column = startCol; column <= endCol; column += 1) put(row, column, 'inside')
    put(startRow, startCol, { rows: endRow - startRow + 1, columns: endCol - startCol + 1 })
  }
  return row => found.get(row)
}
