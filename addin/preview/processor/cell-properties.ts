// The looks of each cell of a range in one answer, as `Range.getCellProperties` gives them.
// Never answers more than fonts and locks: nothing else is asked.
import type { CellFormat } from '../workbook/workbook.ts'
import { type Argument, fields } from './facade.ts'
import type { Json } from './protocol.ts'
import { notImplemented } from './refusal.ts'

const looks: Record<string, (format: CellFormat) => Json> = {
  font: format => ({
    name: format.fontName,
    size: format.fontSize,
    bold: format.bold,
    italic: format.italic,
    color: format.fontColor,
  }),
  protection: format => ({ locked: format.locked, formulaHidden: format.formulaHidden }),
}

/** What a cell answers to load options such as `{ format: { font: { name: true } } }`; whole parts, as Excel gives them. */
export function cellProperties(options: Argument | undefined): (format: CellFormat) => Json {
  const { format, ...others } = fields(options)
  const unknown = Object.keys(others)[0]
  if (unknown !== undefined) throw notImplemented(`Range.getCellProperties(${unknown})`)
  const asked = Object.keys(fields(format))
  return of => ({
    format: Object.fromEntries(
      asked.map(part => {
        const look = looks[part]
        if (!look) throw notImplemented(`Range.getCellProperties(format.${part})`)
        return [part, look(of)]
      }),
    ),
  })
}
