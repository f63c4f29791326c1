/** Draws a sheet of the annex or of a plain workbook for the workbook writer; decides nothing but what paper needs. */
import type { Cell, WriteSheet } from 'hucre/xlsx'
import { cellOf as shownAs } from '../../shared/figure.ts'
import { onSheet } from '../../shared/layout/address.ts'
import { printedHeights } from './heights.ts'
import { mergeRange } from './merges.ts'
import { footer, pageSetup } from './page.ts'
import type { PaperCell, PaperSheet } from './sheet.ts'
import { type Look, styleBook } from './styles.ts'
import { cellText, looksLikeError } from './text.ts'
import { printedWidths } from './widths.ts'

/** The standard font decides what a unit of column width is; `room.ts` counts on 11 points. */
export const standardFont = { name: 'Times New Roman', size: 11 } as const

/** @param look how sheets meant to be filled differ from a document one signs */
export function drawing(
  footerText: string,
  look: Look = 'paper',
): (sheet: PaperSheet) => WriteSheet {
  const lookOf = styleBook(look)
  const foot = footer(footerText)
  return sheet => {
    const widths = printedWidths(sheet)
    const heights = printedHeights(sheet, widths)
    const cells = new Map<string, Partial<Cell>>()
    sheet.rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (cell.value === null && cell.style === 'blank') return
        const style = lookOf(cell)
        cells.set(`${r},${c}`, { ...content(cell), style })
      })
    })
    return {
      name: sheet.sheet,
      columns: widths.map(width => ({ width })),
      cells,
      rowDefs: new Map(heights.map((height, r) => [r, { height }])),
      merges: sheet.merges.map(mergeRange),
      ...(sheet.frozenRows > 0
        ? { freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns ?? 0 } }
        : {}),
      pageSetup: pageSetup(sheet, widths, heights),
      headerFooter: { oddFooter: foot },
      view: { showGridLines: false },
    }
  }
}

function content({ value, leadsTo }: PaperCell): Partial<Cell> {
  if (value === null) return {}
  if ('number' in value) return { value: value.number }
  if ('formula' in value) {
    const shown = shownAs(value.shown)
    return {
      formula: value.formula,
      formulaResult: typeof shown === 'number' ? shown : cellText(shown),
    }
  }
  const text = cellText(value.text)
  const link = leadsTo ? { hyperlink: { target: '', location: onSheet(leadsTo, 'A1') } } : {}
  // a run of rich text is the one form the writer never reads as an error value
  return looksLikeError(text) ? { richText: [{ text }], ...link } : { value: text, ...link }
}
