/** What the arithmetic of the file says: the identities of II.06a on each line, its totals and sections against their lines. */
import type { Column } from '../catalogue/schema.ts'
import { type Figures, sumOf, termsOf } from './adding.ts'
import { balance, identities, type LineCells } from './cells.ts'
import type { FileColumn } from './headings.ts'
import type { FileLine } from './lines.ts'
import { columnsOf, type Meaning } from './vocabulary.ts'
import { oneStopWords, type Shown } from './words.ts'

export type Note = { message: string; needsLook: boolean }
export const look = (message: string): Note => ({ message, needsLook: true })
export const said = (message: string): Note => ({ message, needsLook: false })

/** "cột 3 “Tổng số”" by the form's own numbers. */
export const columnNames =
  (columns: readonly Column[]) =>
  (key: string): string => {
    const column = columns.find(one => one.key === key)
    return column ? `cột ${column.code} “${column.name}”` : key
  }
const short =
  (columns: readonly Column[]) =>
  (key: string): string =>
    `cột ${columns.find(one => one.key === key)?.code ?? key}`

/** 3 = 4 + 5 + 6, 7 = 8 + 9 + 10, 11 = 12 + 13, 3 = 7 + 11, and sums of the file that stand beside their parts. */
export function identityNotes(
  { row, label, counts }: FileLine,
  cells: LineCells,
  columns: readonly Column[],
  aside: readonly FileColumn[],
): Note[] {
  const name = short(columns)
  const differs = (whole: Shown, keys: readonly string[], of: Figures, isBalance: boolean) => {
    const parts = termsOf(of, keys)
    if (!parts || sumOf(parts) === whole.value) return []
    const shown = parts.map(part => ({
      name: part.columns.map(name).join(' + '),
      value: part.value,
    }))
    const gap = Math.abs(whole.value - sumOf(parts))
    const equal = isBalance ? aside.filter(({ at }) => counts.get(at) === gap) : []
    const hint = equal.length > 0 ? oneStopWords.asideHint(equal.map(({ heading }) => heading)) : ''
    return [look(oneStopWords.identity(row, label, whole, shown, hint))]
  }
  const wholeOf = (key: string, parts: readonly string[]): number | undefined => {
    const terms = termsOf(cells, parts)
    return cells.cells[key] ?? (terms && sumOf(terms))
  }
  const totals: Record<string, number> = {}
  for (const { whole, parts } of identities) {
    const value = wholeOf(whole, parts)
    if (value !== undefined) totals[whole] = value
  }
  const balanced = totals[balance.whole]
  return [
    ...identities.flatMap(({ whole, parts }) => {
      const value = cells.cells[whole]
      return value === undefined ? [] : differs({ name: name(whole), value }, parts, cells, false)
    }),
    ...(balanced === undefined
      ? []
      : differs(
          { name: name(balance.whole), value: balanced },
          balance.parts,
          { cells: totals, undivided: [] },
          true,
        )),
    ...cells.beside.flatMap(({ heading, columns: parts, sum }) =>
      differs(
        { name: `“${heading}”`, value: sum },
        parts.filter(key => cells.cells[key] !== undefined),
        cells,
        false,
      ),
    ),
  ]
}

/** A sum of the file held against the lines it is of, column by column of the file. */
export function sumNote(
  total: FileLine,
  sets: readonly (readonly FileLine[])[],
  columns: readonly FileColumn[],
): Note[] {
  const differences = sets.map(lines =>
    columns.flatMap(({ at, heading }) => {
      const value = total.counts.get(at)
      const all = lines.reduce((sum, line) => sum + (line.counts.get(at) ?? 0), 0)
      return value === undefined || value === all
        ? []
        : [oneStopWords.columnTotal(`“${heading}”`, value, all)]
    }),
  )
  const [first] = differences
  return first === undefined || differences.some(one => one.length === 0)
    ? []
    : [look(oneStopWords.totalDiffers(total.row, total.label, first))]
}

/** Columns of the form that several columns of the file were added up for, and those that none was found for. */
export function columnNotes(
  read: readonly FileColumn[],
  inputs: readonly Column[],
  nameOf: (key: string) => string,
): Note[] {
  const found = new Set(read.flatMap(({ means }) => columnsOf[means]))
  const missing = inputs.filter(({ key }) => !found.has(key)).map(({ key }) => nameOf(key))
  const byMeaning = Map.groupBy(read, ({ means }): Meaning => means)
  const sums = [...byMeaning].flatMap(([means, several]) => {
    const [key = ''] = columnsOf[means]
    return several.length > 1
      ? [
          said(
            oneStopWords.addedColumns(
              several.map(({ heading }) => heading),
              nameOf(key),
            ),
          ),
        ]
      : []
  })
  return [...sums, ...(missing.length > 0 ? [look(oneStopWords.missingColumns(missing))] : [])]
}
