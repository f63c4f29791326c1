/** Draws any sheet of the annex for the workbook writer; decides nothing but what paper needs. */
import type { Cell, WriteSheet } from 'hucre/xlsx'
import { cellOf as shownAs } from '../../shared/figure.ts'
import { onSheet } from '../../shared/layout/address.ts'
import { printedHeights } from './heights.ts'
import { mergeRange } from './merges.ts'
import { footer, pageSetup } from './page.ts'
import type { AnnexCell, AnnexSheet } from './sheet.ts'
import { styleBook } from './styles.ts'
import { cellText, looksLikeError } from './text.ts'
import { printedWidths } from './widths.ts'

/** The standard font decides what a unit of column width is; `room.ts` counts on 11 points. */
export const standardFont = { name: 'Times New Roman', size: 11 } as const

export function drawing(footerText: string): (sheet: AnnexSheet) => WriteSheet {
  const lookOf = styleBook()
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

function content({ value, leadsTo }: AnnexCell): Partial<Cell> {
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
