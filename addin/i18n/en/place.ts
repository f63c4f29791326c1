/** How places on the sheets are named. */
import type { Words } from '../words.ts'

export const place: Words['place'] = {
  total: 'Total',
  column: code => `column ${code}`,
  cell: cell => `cell ${cell}`,
  blank: '(blank)',
}
