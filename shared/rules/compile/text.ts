/**
 * A sentence that a plain formula puts together: fixed words and figures in turn. Only what Excel 2010, LibreOffice and
 * WPS all have: `&` and FIXED, which groups digits as the machine does; TEXT would read its pattern in the machine's language.
 */

/** Fixed words, or a formula that gives words. */
export type Part = string | { readonly formula: string }

/** Excel's limit for a text inside a formula. */
const longest = 250

export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** The formula of a sentence, without "=". */
export const sentence = (parts: readonly Part[]): string =>
  parts
    .flatMap(part => (typeof part === 'string' ? pieces(part).map(quoted) : [part.formula]))
    .join('&')

function pieces(text: string): string[] {
  const found: string[] = []
  for (let at = 0; at < text.length; at += longest) found.push(text.slice(at, at + longest))
  return found
}

/** About how long it can become, for row heights. */
export const sampleOf = (parts: readonly Part[]): string =>
  parts.map(part => (typeof part === 'string' ? part : '1.234')).join('')

/** A cell's number as people write it: no decimals when it is whole, else two. */
export const spoken = (cell: string, otherwise = quoted('0')): string =>
  `IF(ISNUMBER(${cell}),IF(${cell}=INT(${cell}),FIXED(${cell},0),FIXED(${cell},2)),${otherwise})`
