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

/** How far a cell reaches, or that another cell covers it; rows and columns from 0. Undefined for a cell of its own. */
export type Spans = (row: number, column: number) => Span | undefined

export function spans({ merges }: Pick<PaperSheet, 'merges'>): Spans {
  // by row first: most rows have no merged cell, and every cell of a sheet is asked about
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
  return (row, column) => found.get(row)?.get(column)
}
