/** The figures of the forms in a finished workbook, read back by their headings, to compare whoever wrote it. */
import { readFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'

/** "Biểu 1|1.1" → this period's and the last period's figure */
export type Sums = Readonly<Record<string, readonly (number | null)[]>>

export async function sumsIn(file: string, sheets: readonly string[]): Promise<Sums> {
  const book = await readXlsx(readFileSync(file))
  return Object.fromEntries(
    book.sheets
      .filter(({ name }) => sheets.includes(name))
      .flatMap(({ name, rows }) => {
        const head = rows.findIndex(row => row[0] === 'STT')
        const columns = ['Kỳ này', 'Kỳ trước'].map(title => (rows[head] ?? []).indexOf(title))
        return rows
          .slice(head + 1)
          .filter(row => /^\d+\.\d+$/u.test(String(row[0] ?? '')))
          .map(row => [
            `${name}|${row[0]}`,
            columns.map(column => {
              const value = row[column]
              return typeof value === 'number' ? value : null
            }),
          ])
      }),
  )
}

export const sameSums = (a: Sums, b: Sums): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([key, figures]) =>
    figures.every((figure, i) => figure !== null && figure === b[key]?.[i]),
  )
