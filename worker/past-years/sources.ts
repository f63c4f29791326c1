/** Which paper each typed year is taken from: a table of two columns, year and document, on a page that is no form. */
import { columnName } from '../../shared/layout/address.ts'
import type { OpenedSheet } from '../upload/open.ts'
import { isSame, textOf, yearIn } from './tables.ts'
import { pastYearWords } from './words.ts'

/** As the protocol takes it. */
const longest = 500

/** @param hasFigures whether a form has figures of the year: a source alone says nothing */
export function sourcesIn(
  pages: readonly OpenedSheet[],
  hasFigures: (year: number) => boolean,
  fault: (sheet: string, row: number, column: number, detail: string) => void,
): Map<number, string> {
  const { head, sourceTooLong, sourceTwice, sourceAlone } = pastYearWords
  const sources = new Map<number, string>()
  for (const { name, rows } of pages) {
    const top = rows.findIndex(cells => cells.some(value => isSame(textOf(value), head.source)))
    const headings = rows[top]?.map(textOf) ?? []
    const yearAt = headings.findIndex(text => isSame(text, head.year))
    const sourceAt = headings.findIndex(text => isSame(text, head.source))
    if (top < 0 || yearAt < 0) continue
    rows.slice(top + 1).forEach((cells, r) => {
      const year = yearIn(cells[yearAt])
      const text = textOf(cells[sourceAt])
      if (year === undefined || text === '') return
      const [row, column] = [top + r + 2, sourceAt + 1]
      const at = [name, row, columnName(column)] as const
      const wrong =
        text.length > longest
          ? sourceTooLong(...at, longest)
          : sources.has(year) && sources.get(year) !== text
            ? sourceTwice(...at, year)
            : hasFigures(year)
              ? undefined
              : sourceAlone(...at, year)
      if (wrong === undefined) sources.set(year, text)
      else fault(name, row, column, wrong)
    })
  }
  return sources
}
