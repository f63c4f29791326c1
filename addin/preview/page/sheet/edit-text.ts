// The text a cell is edited as: formulas as a Vietnamese user writes them, numbers without their
// format, dates as dates. The opposite of reading what was typed.
import type { Sheet } from '../../workbook/workbook.ts'

const datePattern = /(^|[^"\\])[ymd]/i

export function editText(sheet: Sheet, row: number, column: number): string {
  const format = sheet.format(row, column)
  const formula = sheet.localFormula(row, column)
  if (formula !== '') return format.formulaHidden && sheet.guard.isProtected ? '' : formula
  const content = sheet.content(row, column)
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE'
  if (typeof content === 'string') return content
  if (!/[0#]|general/i.test(format.numberFormat) && datePattern.test(format.numberFormat)) {
    return sheet.text(row, column)
  }
  const isPercent = format.numberFormat.includes('%')
  const number = isPercent ? Number((content * 100).toPrecision(15)) : content
  return `${String(number).replace('.', ',')}${isPercent ? '%' : ''}`
}
