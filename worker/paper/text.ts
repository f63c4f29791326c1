/**
 * Bridges what units type to what a workbook can carry: their words stay words, whatever they begin with, and no
 * character may break the file. Excel reads `_xHHHH_` in a string as an escape (ECMA-376 part 1, ST_Xstring), so a
 * literal one is escaped itself.
 */
import { paperWords } from './words.ts'

/** Excel's own limit for one cell, in UTF-16 units. */
export const cellLimit = 32_767

// control characters, the two code points XML 1.0 forbids, and marks that turn the reading direction of a signed page
const unprintable = /[^\P{Cc}\n\t]|[\u{FFFE}\u{FFFF}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu
const peculiar = new RegExp(`${unprintable.source}|\\p{Cs}`, 'u')
const literalEscape = /_(?=x[0-9A-Fa-f]{4}_)/gu
/** Words Excel takes for an error value when they fill a whole cell. */
const errorWord = /^#[A-Z0-9/_]+[!?]?$/u

/** For places that know no escapes: document properties, footers. */
export const plainText = (text: string): string =>
  // hardly any text has one, and every cell of a workbook is asked
  peculiar.test(text) ? text.toWellFormed().replace(/\r\n?/gu, '\n').replace(unprintable, '') : text

/** A cell's text, cut with a note where Excel would cut it without one. */
export function cellText(text: string): string {
  const plain = plainText(text)
  const fitting = plain.length <= cellLimit ? plain : cut(plain)
  return fitting.includes('_x') ? fitting.replace(literalEscape, '_x005F_') : fitting
}

function cut(text: string): string {
  const note = paperWords.cut(text.length)
  return text.slice(0, cellLimit - note.length).replace(/\p{Surrogate}$/u, '') + note
}

/** "#N/A" typed by a unit is two letters and two signs, not an error of the annex. */
export const looksLikeError = (text: string): boolean => errorWord.test(text)
