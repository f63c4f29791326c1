/**
 * Which line and which column of a scanned sheet is which of the layout: columns by the lowest row of the headings, lines by
 * code and name together, else by a name or code that occurs once.
 */
import type { SheetLayout } from '../layout.ts'

export type Line = { readonly row: number }

export type Columns = {
  /** column of the layout → column of the sheet, from 1 */
  readonly columns: ReadonlyMap<number, number>
  /** row of the headings' last line, so lines begin below */
  readonly below: number
}

/** Words as they compare: NFC, blanks alike, whatever the case. */
export const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : known(String(value))

/** The same labels are compared again and again; the memory starts anew before it grows large. */
const compared = new Map<string, string>()
const mostCompared = 5000

function known(text: string): string {
  const before = compared.get(text)
  if (before !== undefined) return before
  const found = text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .toLowerCase()
  if (compared.size >= mostCompared) compared.clear()
  compared.set(text, found)
  return found
}

const laidText = (layout: SheetLayout, row: number, column: number): string => {
  const value = layout.rows[row - 1]?.[column - 1]?.value
  return value && 'text' in value ? textOf(value.text) : ''
}

/** Finds the headings; without them the columns are taken to stand where they were laid out. */
export function columnsIn(layout: SheetLayout, rows: readonly (readonly unknown[])[]): Columns {
  const titles = layout.widths.map((_, i) => laidText(layout, layout.frozenRows, i + 1))
  const hits = (row: readonly unknown[]) => {
    const texts = new Set(row.map(textOf))
    return titles.filter(title => title !== '' && texts.has(title)).length
  }
  const counts = rows.map(hits)
  const most = Math.max(0, ...counts)
  const wanted = titles.filter(title => title !== '').length
  if (most * 2 <= wanted) {
    const columns = new Map(titles.map((_, i) => [i + 1, i + 1]))
    // the lines of a list are told by nothing but the headings above them; other lines by their labels
    return { columns, below: layout.block.open ? layout.frozenRows : 0 }
  }
  const at = counts.indexOf(most)
  const texts = (rows[at] ?? []).map(textOf)
  const columns = new Map<number, number>()
  titles.forEach((title, i) => {
    const there = title === '' ? -1 : texts.indexOf(title)
    if (there >= 0) columns.set(i + 1, there + 1)
  })
  return { columns, below: at + 1 }
}

type Labels = { readonly code: string; readonly name: string }
type Present = Labels & Line
type Match = (want: Labels, line: Present, i: number) => boolean

const labelsOf = (layout: SheetLayout): Labels[] =>
  Array.from({ length: layout.block.rows }, (_, i) => ({
    code: laidText(layout, layout.block.top + i, 1),
    name: laidText(layout, layout.block.top + i, 2),
  }))

/** Left of a block stands a code of its own; a table begins with an ordinal, which only counts. */
const hasCodes = ({ block }: SheetLayout): boolean => block.left > 1

/**
 * Whether a line of a block is the one that was laid out there. A label somebody mended does not make it another one.
 * @param cells from column A on
 */
export function standsAt(layout: SheetLayout, row: number, cells: readonly unknown[]): boolean {
  const [code, name] = [textOf(cells[0]), textOf(cells[1])]
  const want = { code: laidText(layout, row, 1), name: laidText(layout, row, 2) }
  if (want.name === name) return true
  if (hasCodes(layout)) return want.code !== '' && want.code === code
  return !labelsOf(layout).some(other => other.name !== '' && other.name === name)
}

/**
 * @param known laid out by the same catalogue: a code, or an ordinal in its place, tells a line whose name was changed
 * @returns for each line of the block the rows that are it, the one where it was laid out first, and all rows that are
 * none of the form's
 */
export function linesIn(
  layout: SheetLayout,
  rows: readonly (readonly unknown[])[],
  { columns, below }: Columns,
  known: boolean,
): { found: Line[][]; surplus: Line[] } {
  const { top } = layout.block
  const wanted = labelsOf(layout)
  const present = rows.slice(below).map((cells, i): Present => {
    const label = (column: number) => textOf(cells[(columns.get(column) ?? column) - 1])
    return { code: label(1), name: label(2), row: below + i + 1 }
  })
  const open = new Set(present.filter(({ code, name }) => code !== '' || name !== ''))
  const found: Line[][] = wanted.map(() => [])
  const once = (by: keyof Labels, one: Labels): boolean =>
    one[by] !== '' && wanted.filter(other => other[by] === one[by]).length === 1
  const byBoth: Match = (want, line) => want.code === line.code && want.name === line.name
  const byName: Match = (want, line) => want.name === line.name && once('name', want)
  const byCode: Match = (want, line, i) =>
    known &&
    want.code === line.code &&
    once('code', want) &&
    (hasCodes(layout) || line.row === top + i)
  for (const match of [byBoth, byName, byCode])
    wanted.forEach((want, i) => {
      const rowsOf = found[i] ?? []
      if (match !== byBoth && rowsOf.length > 0) return
      for (const line of open) {
        if (!match(want, line, i)) continue
        rowsOf.push({ row: line.row })
        open.delete(line)
      }
      rowsOf.sort((a, b) => Number(b.row === top + i) - Number(a.row === top + i))
    })
  const unlabelled = present.filter(({ code, name }) => code === '' && name === '')
  return { found, surplus: [...open, ...unlabelled].map(({ row }) => ({ row })) }
}
