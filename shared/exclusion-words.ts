/** How papers and sentences tell a ratio with a declared exclusion: with the group and without it, and which one is printed. */
import type { Index } from './catalogue/catalogue.ts'
import { printCell } from './cell-words.ts'
import { fromWire, printNumber, type WireFigure } from './figure.ts'
import type { Consolidation } from './protocol.ts'

export type ToldExclusion = Consolidation['exclusions'][number]

export type ExclusionWords = {
  /** beside the printed ratio: "không tính 2 hồ sơ thuộc …; nếu tính cả là 60,00%" */
  readonly aside: string
  /** the same in a column's width: "Không tính 2 hồ sơ loại trừ; tính cả: 60,00%" */
  readonly short: string
}

/**
 * Undefined where nothing is left out in the period, or where one of the two ratios cannot be told.
 * @param printed the ratio as the form shows it
 */
export function exclusionInWords(
  index: Index,
  { indicator, excluded, name, basis, count, including, excluding }: ToldExclusion,
  printed: WireFigure | null,
): ExclusionWords | undefined {
  const entry = index.indicators.get(indicator)
  if (!entry || typeof count !== 'number' || count === 0) return undefined
  if (typeof including !== 'number' || typeof excluding !== 'number') return undefined
  const ratio = (value: number) =>
    printCell(index, { form: entry.form.id, row: indicator }, fromWire(value))
  const unit = index.indicators.get(excluded)?.row.unit?.toLowerCase() ?? ''
  const group = `${printNumber(count)} ${unit}`.trim()
  const isWithout = printed === excluding
  const other = ratio(isWithout ? including : excluding)
  return isWithout
    ? {
        aside: `không tính ${group} thuộc ${name}, theo ${basis}; nếu tính cả là ${other}`,
        short: `Không tính ${group} loại trừ; tính cả: ${other}`,
      }
    : {
        aside: `tính cả ${group} thuộc ${name}, được loại trừ theo ${basis}; nếu không tính là ${other}`,
        short: `Tính cả ${group} loại trừ; không tính: ${other}`,
      }
}
