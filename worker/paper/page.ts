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
  const scale = Math.min(1, printableWidth(sheet) / (sum(widths) * pointsPerUnit))
  const page = printableHeight(sheet) / scale
  const repeated = sum(heights.slice(sheet.headerTop - 1, sheet.frozenRows))
  const pages = 1 + Math.max(0, sum(heights) - page) / (page - repeated)
  const whole = Math.floor(pages)
  return pages > whole && pages - whole <= tolerated * whole ? whole : 0
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
