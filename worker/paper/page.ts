/**
 * The printed page: A4 with the margins of Nghị định 30/2020/NĐ-CP (Phụ lục I, phần I, mục I.2: top and bottom 20–25,
 * left 30–35, right 15–20 mm), one page wide, heading rows repeated, page numbers below.
 */
import type { NamedRange, PageSetup } from 'hucre'
import { columnName, onSheet } from '../../shared/layout/address.ts'
import { fontName } from '../../shared/layout/style.ts'
import { pointsPerUnit } from './room.ts'
import type { PaperSheet } from './sheet.ts'
import { plainText } from './text.ts'
import { paperWords } from './words.ts'

const millimetres = { top: 20, bottom: 20, left: 30, right: 15, header: 10, footer: 10 }
const a4 = { long: 297, short: 210 }
const inch = 25.4

/** @param widths column units @param heights points */
export function pageSetup(
  sheet: PaperSheet,
  widths: readonly number[],
  heights: readonly number[],
): PageSetup {
  const { landscape, pagesWide = 1 } = sheet
  const margins = Object.fromEntries(
    Object.entries(millimetres).map(([side, mm]) => [side, Number((mm / inch).toFixed(4))]),
  )
  return {
    paperSize: 'a4',
    orientation: landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: pagesWide,
    fitToHeight: pagesWide > 1 ? 0 : pagesHigh(sheet, widths, heights),
    margins,
    horizontalCentered: true,
  }
}

/** A few rows must not stand alone on a last page: the sheet is drawn onto one page less if that costs little. */
const tolerated = 0.2

/** 0 lets the sheet run over as many pages as it needs. */
function pagesHigh(
  sheet: PaperSheet,
  widths: readonly number[],
  heights: readonly number[],
): number {
  if (sheet.beginsPage !== undefined) return 0
  const { first, repeated } = capacities(sheet, widths, heights)
  const pages = 1 + Math.max(0, sum(heights) - first) / (first - repeated)
  const whole = Math.floor(pages)
  // a sheet drawn onto several pages has its breaks where they fall, and could tear what belongs together
  const fewer = sheet.keptTogether === undefined || whole === 1
  return fewer && pages > whole && pages - whole <= tolerated * whole ? whole : 0
}

/** Points of rows that fit the first page, as the sheet is scaled to the width, and of those that head every further one. */
function capacities(
  sheet: PaperSheet,
  widths: readonly number[],
  heights: readonly number[],
): { first: number; repeated: number } {
  const scale = Math.min(1, printableWidth(sheet) / (sum(widths) * pointsPerUnit))
  const first = printableHeight(sheet) / scale
  return { first, repeated: sum(heights.slice(sheet.headerTop - 1, sheet.frozenRows)) }
}

/** What renderers get onto a page, as parts of what is computed: Excel scales in whole percents, LibreOffice draws columns wider. */
const spread = [0.98, 1, 1.02, 1.05, 1.08, 1.11, 1.14]

/**
 * Page breaks of our own, where pages that end by themselves would tear the block that must stay together, or part it
 * from the row before it, in one renderer or another: there the page ends as early as in the one that holds least.
 */
export function rowBreaks(
  sheet: PaperSheet,
  widths: readonly number[],
  heights: readonly number[],
): { rowBreaks?: number[] } {
  if (sheet.beginsPage !== undefined) return { rowBreaks: [sheet.beginsPage - 2] }
  const block = sheet.keptTogether
  if (block === undefined || pagesHigh(sheet, widths, heights) > 0) return {}
  const { first, repeated } = capacities(sheet, widths, heights)
  // rows from 0: the last one a page may begin with
  const latest = block - 2
  // the repeated headings are as high in every renderer: what one gets onto a page varies by the whole page
  const nextOf = (part: number) => first * part - repeated
  const startsOf = (part: number) => pageStarts(heights, first * part, nextOf(part))
  if (spread.every(part => (startsOf(part).at(-1) ?? 0) <= latest)) return {}
  const [least = 1] = spread
  const natural = startsOf(least).findLast(start => start <= latest) ?? latest
  const begins = sum(heights.slice(natural)) <= nextOf(least) ? natural : latest
  return begins > 0 ? { rowBreaks: [begins - 1] } : {}
}

/** Rows, from 0, that begin a page after the first. */
function pageStarts(heights: readonly number[], first: number, next: number): number[] {
  const starts: number[] = []
  let left = first
  heights.forEach((height, r) => {
    if (height > left) {
      starts.push(r)
      left = next
    }
    left -= height
  })
  return starts
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

/** `&` begins a code in footers and is doubled to mean itself. */
export function footer(left: string): string {
  const text = plainText(left).replaceAll('&', '&&').slice(0, 120)
  return `&L&"${fontName},Italic"&9 ${text}&R&"${fontName},Regular"&10 ${paperWords.page}`
}

/** The name Excel keeps print titles under, with the sheet's name quoted as its spaces need. */
export function printTitles(sheet: PaperSheet): NamedRange[] {
  const { headerTop, frozenRows, frozenColumns = 0 } = sheet
  const columns = frozenColumns > 0 ? [`$A:$${columnName(frozenColumns)}`] : []
  const rows = frozenRows >= headerTop ? [`$${headerTop}:$${frozenRows}`] : []
  const range = [...columns, ...rows].map(titles => onSheet(sheet.sheet, titles)).join(',')
  return range ? [{ name: '_xlnm.Print_Titles', range, scope: sheet.sheet }] : []
}

/** Points between the left and the right margin. */
export const printableWidth = ({ landscape, pagesWide = 1 }: PaperSheet): number =>
  (((landscape ? a4.long : a4.short) - millimetres.left - millimetres.right) / inch) *
  72 *
  pagesWide
/** Points between the upper and the lower margin. */
const printableHeight = ({ landscape }: PaperSheet): number =>
  (((landscape ? a4.short : a4.long) - millimetres.top - millimetres.bottom) / inch) * 72
