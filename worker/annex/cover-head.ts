/**
 * How every cover begins: rows whose cells reach over several columns, the agency and the nation side by side, the title
 * and what it is attached to (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần V).
 */
import type { Agency } from '../../shared/agency.ts'
import { rangeAddress } from '../../shared/layout/address.ts'
import { papersOf, shortName } from '../../shared/report/settings.ts'
import { across, type PaperCell, paperRow, words } from '../paper/sheet.ts'
import { annexWords } from './words.ts'

export const coverWidth = 12
/** the agency stands over the first five columns, the nation over the rest; who signs stands below them */
export const coverHalves = { left: 5, right: 6 }

export type CoverRows = {
  readonly rows: PaperCell[][]
  readonly merges: string[]
  /** one cell over the whole width */
  readonly line: (cell: PaperCell) => void
  /** @param edges last column of each cell */
  readonly table: (cells: readonly PaperCell[], edges: readonly number[]) => void
  readonly gap: () => void
}

export function coverHead(agency: Agency, subject: string): CoverRows {
  const rows: PaperCell[][] = []
  const merges: string[] = []
  const table: CoverRows['table'] = (cells, edges) => {
    const row = cells.flatMap((cell, i) => {
      const [from, to] = [(edges[i - 1] ?? 0) + 1, edges[i] ?? coverWidth]
      if (to > from) merges.push(rangeAddress(rows.length + 1, from, rows.length + 1, to))
      return across(to - from + 1, cell)
    })
    rows.push(row)
  }
  const line = (cell: PaperCell) => table([cell], [coverWidth])
  const gap = () => {
    rows.push(paperRow(coverWidth))
  }
  const halves = (one: PaperCell, other: PaperCell) =>
    table([one, other], [coverHalves.left, coverWidth])
  halves(words(upper(agency.superior), 'superior'), words(annexWords.nation, 'nation'))
  halves(words(upper(shortName(agency)), 'issuer'), words(annexWords.motto, 'motto'))
  rows.push(paperRow(coverWidth, { 3: words('', 'stroke') }))
  gap()
  line(words(annexWords.title, 'coverTitle'))
  line(words(subject, 'coverSubject'))
  line(words(annexWords.attachedTo(papersOf(agency).symbol, agency.name), 'coverNote'))
  return { rows, merges, line, table, gap }
}

const upper = (text: string): string => text.toLocaleUpperCase('vi')
