/** The first page of the review's workbook: who reports, which years, where each comes from, what follows, who signs. */

import type { Retrospective } from '../../shared/protocol.ts'
import { coverHalves, coverHead, coverWidth as width } from '../annex/cover-head.ts'
import { signatureBelow } from '../annex/signature.ts'
import { annexWords } from '../annex/words.ts'
import { type PaperSheet, words } from '../paper/sheet.ts'
import type { Review } from '../retrospective.ts'
import { retrospectiveWords } from './words.ts'

/** last column of each cell */
const edges = { years: [2, width], contents: [3, width] }

export function cover(
  { agency, review }: Review,
  listed: readonly { readonly sheet: string; readonly title: string }[],
): PaperSheet {
  const { rows, merges, line, table, gap } = coverHead(agency, retrospectiveWords.title(review))
  line(words(retrospectiveWords.against(review.base), 'coverLine'))
  gap()
  line(words(retrospectiveWords.yearsSection, 'section'))
  const head = retrospectiveWords.yearsHead.map(text => words(text, 'header'))
  table(head, edges.years)
  for (const { year, words: said } of review.years) {
    const name = { ...words(yearName(review, year), 'label'), align: 'center' } as const
    table([name, words(said, 'label')], edges.years)
  }
  line(words(retrospectiveWords.signs, 'remark'))
  gap()
  line(words(retrospectiveWords.contents, 'section'))
  for (const { sheet, title } of listed)
    table([{ ...words(sheet, 'label'), leadsTo: sheet }, words(title, 'label')], edges.contents)
  const signed = signatureBelow(agency, rows.length, width, coverHalves)
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
