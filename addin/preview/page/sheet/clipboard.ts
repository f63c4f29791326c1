// Copying cells as tab-separated text, and pasting it. Cells that come from another workbook bring
// their formats with them and plain text does not, as in Excel.
import { type Area, intersection, type Sheet } from '../../workbook/workbook.ts'

/** Whole rows and columns are copied as far as they are used. */
export function copiedArea(sheet: Sheet, area: Area): Area | undefined {
  const used = sheet.grid.used(false)
  return area.rows * area.columns > 100_000 && used ? intersection(area, used) : area
}

/** As Excel writes it: cells with tabs, line breaks or quotes are quoted. */
export function asText(sheet: Sheet, area: Area): string {
  const copied = copiedArea(sheet, area)
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
  /** cells formatted as text there: their digits are no numbers here either */
  readonly isText: (down: number, right: number) => boolean
}

/** What is to be pasted; a table in HTML is what spreadsheets put beside the text. */
export function pastedFrom(transfer: DataTransfer | null, valuesOnly: boolean): Pasted | undefined {
  const text = transfer?.getData('text/plain') ?? ''
  if (text === '') return undefined
  const html = transfer?.getData('text/html') ?? ''
  const isTable = /<table[\s>]/i.test(html)
  return { text, formats: isTable && !valuesOnly, isText: textCells(html) }
}

const textFormat = /mso-number-format:\s*(?:"|&quot;)?\\@/i

/** Excel says it in a style of the cell or of its class, others in an attribute. */
function textCells(html: string): Pasted['isText'] {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const classes = new Set<string>()
  for (const [, name = '', style = ''] of html.matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)) {
    if (textFormat.test(style)) classes.add(name)
  }
  const rows = [...page.querySelectorAll('tr')].map(row => [...row.cells])
  return (down, right) => {
    const cell = rows[down]?.[right]
    if (!cell) return false
    const styled = textFormat.test(cell.getAttribute('style') ?? '')
    return styled || cell.hasAttribute('x:str') || [...cell.classList].some(one => classes.has(one))
  }
}
