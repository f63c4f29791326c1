/** Draws a sheet of the annex or of a plain workbook for the workbook writer; decides nothing but what paper needs. */
import type { SheetImage } from 'hucre'
import type { Cell, WriteSheet } from 'hucre/xlsx'
import { onSheet } from '../../shared/layout/address.ts'
import { resultOf } from '../../shared/layout/sheet.ts'
import { printedHeights } from './heights.ts'
import { mergeRange } from './merges.ts'
import { footer, pageSetup, rowBreaks } from './page.ts'
import type { PaperCell, PaperSheet, Picture } from './sheet.ts'
import { type Look, styleBook } from './styles.ts'
import { cellText, looksLikeError, plainText } from './text.ts'
import { printedWidths } from './widths.ts'

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
    let links = 0
    sheet.rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (cell.value === null && cell.style === 'blank') return
        const drawn = content(cell)
        drawn.style = lookOf(cell)
        if (cell.leadsTo !== undefined) {
          links += 1
          if (links <= mostLinks) Object.assign(drawn, linkOf(cell))
        }
        cells.set(`${r},${c}`, drawn)
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
      ...(sheet.filter ? { autoFilter: { range: sheet.filter } } : {}),
      ...rowBreaks(sheet, widths, heights),
      ...(sheet.charts ? { charts: [...sheet.charts] } : {}),
      ...(sheet.pictures ? { images: sheet.pictures.map(image) } : {}),
      pageSetup: pageSetup(sheet, widths, heights),
      headerFooter: { oddFooter: foot },
      view: { showGridLines: false },
    }
  }
}

const image = ({ png, says, row, column, rows, columns }: Picture): SheetImage => ({
  data: png,
  type: 'png',
  altText: plainText(says),
  anchor: {
    from: { row: row - 1, col: column - 1 },
    to: { row: row - 1 + rows, col: column - 1 + columns },
  },
})

function content({ value }: PaperCell): Partial<Cell> {
  if (value === null) return {}
  if ('number' in value) return { value: value.number }
  if ('formula' in value) {
    const shown = resultOf(value)
    return {
      formula: value.formula,
      formulaResult: typeof shown === 'number' ? shown : cellText(shown),
    }
  }
  const text = cellText(value.text)
  // a run of rich text is the one form the writer never reads as an error value
  return looksLikeError(text) ? { richText: [{ text }] } : { value: text }
}

/** Excel opens a sheet with more of them only after repairing it. */
const mostLinks = 65_530

/** A place inside the workbook; the look stays that of print. */
function linkOf({ leadsTo, value }: PaperCell): Partial<Cell> {
  // on an empty cell nobody sees it, and openpyxl takes its address for what the cell says
  if (leadsTo === undefined || value === null) return {}
  const { sheet, cell } = typeof leadsTo === 'string' ? { sheet: leadsTo, cell: 'A1' } : leadsTo
  return { hyperlink: { target: '', location: onSheet(sheet, cell) } }
}
