/**
 * Cells of a layout as Excel takes them. Excel reads every string as if typed in en-US, so text that could become a
 * number, a date or a formula is kept text by a leading apostrophe; cells formatted '@' take text as it is.
 */
import type { LaidCell } from '../../shared/layout.ts'
import type { CellContent } from './port.ts'

/** Nothing Excel would make something else of: begins with a letter and is plainly a word, not "May 2025" or "TRUE". */
function isPlainWords(text: string): boolean {
  if (!/^\p{L}/u.test(text) || /^(?:true|false)$/iu.test(text)) return false
  return /[^\p{ASCII}]/u.test(text) || !/\d/u.test(text)
}

/** What `range.formulas` takes; `null` leaves the (empty) cell alone. */
export function entryOf({
  value,
  numberFormat,
}: {
  readonly value: CellContent
  readonly numberFormat?: string
}): string | number | null {
  if (value === null) return null
  if ('number' in value) return value.number
  if ('formula' in value) return `=${value.formula}`
  if (value.text === '') return null
  return numberFormat === '@' || isPlainWords(value.text) ? value.text : `'${value.text}`
}

export const formatOf = ({ numberFormat }: LaidCell): string => numberFormat ?? 'General'
