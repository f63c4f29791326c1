/** The first page of the review's workbook: who reports, which years, where each comes from, what follows, who signs. */

import { rangeAddress } from '../../shared/layout/address.ts'
import type { Retrospective } from '../../shared/protocol.ts'
import { papersOf, shortName } from '../../shared/report/settings.ts'
import { signatureBelow } from '../annex/signature.ts'
import { annexWords } from '../annex/words.ts'
import { type PaperCell, type PaperSheet, paperRow, words } from '../paper/sheet.ts'
import type { Review } from '../retrospective.ts'
import { retrospectiveWords } from './words.ts'

const width = 12
/** the agency stands over the first five columns, the nation over the rest */
const [left, right] = [5, 6]
/** last columns of a table of two */
const edges = [2, width]

export function cover(
  { agency, review }: Review,
  listed: readonly { readonly sheet: string; readonly title: string }[],
): PaperSheet {
  const rows: PaperCell[][] = []
  const merges: string[] = []
  const put = (cells: readonly (readonly [from: number, to: number, cell: PaperCell])[]): void => {
    const filled = cells.flatMap(([from, to, cell]) =>
      Array.from({ length: to - from + 1 }, (_, i): [number, PaperCell] => [
        from + i,
        i === 0 ? cell : { value: null, style: cell.style },
      ]),
    )
    rows.push(paperRow(width, Object.fromEntries(filled)))
    for (const [from, to] of cells)
      if (to > from) merges.push(rangeAddress(rows.length, from, rows.length, to))
  }
  const line = (cell: PaperCell) => put([[1, width, cell]])
  const pair = (one: PaperCell, other: PaperCell, at = edges) =>
    put([
      [1, at[0] ?? 1, one],
      [(at[0] ?? 1) + 1, width, other],
    ])
  const halves = (one: PaperCell, other: PaperCell) => pair(one, other, [left])

  halves(words(upper(agency.superior), 'superior'), words(annexWords.nation, 'nation'))
  halves(words(upper(shortName(agency)), 'issuer'), words(annexWords.motto, 'motto'))
  put([[3, 3, { value: null, style: 'stroke' }]])
  put([])
  line(words(annexWords.title, 'coverTitle'))
  line(words(retrospectiveWords.title(review), 'coverSubject'))
  line(words(annexWords.attachedTo(papersOf(agency).symbol, agency.name), 'coverNote'))
  line(words(retrospectiveWords.against(review.base), 'coverLine'))
  put([])
  line(words(retrospectiveWords.yearsSection, 'section'))
  const [yearHead, sourceHead] = retrospectiveWords.yearsHead
  pair(words(yearHead, 'header'), words(sourceHead, 'header'))
  for (const { year, words: said } of review.years)
    pair({ ...words(yearName(review, year), 'label'), align: 'center' }, words(said, 'label'))
  line(words(retrospectiveWords.signs, 'remark'))
  put([])
  line(words(retrospectiveWords.contents, 'section'))
  const contents = [3]
  for (const { sheet, title } of listed)
    pair({ ...words(sheet, 'label'), leadsTo: sheet }, words(title, 'label'), contents)
  const signed = signatureBelow(agency, rows.length, width, { left, right })
  const keptTogether = rows.length + 1
  rows.push(...signed.rows)
  merges.push(...signed.merges)
  return {
    sheet: annexWords.sheets.cover,
    landscape: false,
    widths: Array(width).fill(8.2),
    rows,
    merges,
    keptTogether,
    room: signed.room,
    frozenRows: 0,
    headerTop: 1,
  }
}

/** "2020 (gốc)" */
export const yearName = ({ base }: Pick<Retrospective, 'base'>, year: number): string =>
  year === base ? retrospectiveWords.baseYear(year) : String(year)

const upper = (text: string): string => text.toLocaleUpperCase('vi')
