// Copying cells as tab-separated text, and pasting it. Cells that come from another workbook bring
// their formats with them and plain text does not, as in Excel.
import { type Area, intersection, type Sheet } from '../../workbook/workbook.ts'

/** As Excel writes it: cells with tabs, line breaks or quotes are quoted. */
export function asText(sheet: Sheet, area: Area): string {
  const used = sheet.grid.used(false)
  // whole rows and columns are copied as far as they are used
  const copied = area.rows * area.columns > 100_000 && used ? intersection(area, used) : area
  if (!copied) return ''
  const lines: string[] = []
  for (let row = copied.row; row < copied.row + copied.rows; row += 1) {
    if (sheet.rows.isHidden(row)) continue
    const cells: string[] = []
    for (let column = copied.column; column < copied.column + copied.columns; column += 1) {
      if (!sheet.columns.isHidden(column)) cells.push(quoted(sheet.text(row, column)))
    }
    lines.push(cells.join('\t'))
  }
  return `${lines.join('\r\n')}\r\n`
}

function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export interface Pasted {
  readonly text: string
  /** the cells take the look of where they came from, and lose lock and validation */
  readonly formats: boolean
}

/** What is to be pasted; a table in HTML is what spreadsheets put beside the text. */
export function pastedFrom(transfer: DataTransfer | null, valuesOnly: boolean): Pasted | undefined {
  const text = transfer?.getData('text/plain') ?? ''
  if (text === '') return undefined
  const isTable = /<table[\s>]/i.test(transfer?.getData('text/html') ?? '')
  return { text, formats: isTable && !valuesOnly }
}
