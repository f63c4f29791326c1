/**
 * How wide words run in Times New Roman, so that rows are high enough for their text: Excel does not stretch rows of a
 * file it only opens, and clips what does not fit.
 */

/** Advance widths of Times New Roman in thousandths of the font size (the font's metrics), letters of one width together. */
const groups: readonly (readonly [string, number])[] = [
  ["'", 180],
  [' .,', 250],
  ['iljt/:;\\', 278],
  ['frI-()[]!‘’', 333],
  ['sJ', 389],
  ['acez?“”"', 444],
  ['bdghknopquvxyđ0123456789–*#$_', 500],
  ['FPS+=<>≤≥', 560],
  ['ELTZ', 611],
  ['BCR', 667],
  ['ADGHKNOQUVXYwĐ', 722],
  ['m&', 778],
  ['%', 833],
  ['MW@…—', 944],
]
const advances = new Map(groups.flatMap(([letters, width]) => [...letters].map(l => [l, width])))
const otherwise = 722
/** Bold letters run wider. */
const boldFactor = 1.07
/** Screens and printers round each glyph; a line is never filled to the last point. */
const slack = 1.03
/** No letter is wider, bold and slack included. */
const widest = 1.05

function advanceOf(letter: string): number {
  const known = advances.get(letter)
  if (known !== undefined) return known
  // ế takes the room of e: its marks stand above it
  const base = advances.get(letter.normalize('NFD').charAt(0)) ?? otherwise
  advances.set(letter, base)
  return base
}

/** Words come again and again; the memory starts anew before it grows large. */
const measured = new Map<string, number>()
const mostMeasured = 5000

/** Of a piece of text in thousandths of the font size. */
function thousandthsOf(text: string): number {
  const known = measured.get(text)
  if (known !== undefined) return known
  let sum = 0
  for (const letter of text) sum += advanceOf(letter)
  if (measured.size >= mostMeasured) measured.clear()
  measured.set(text, sum)
  return sum
}

/** Points a piece of text needs on one line. */
export const textWidth = (text: string, size: number, bold = false): number =>
  (thousandthsOf(text) / 1000) * size * slack * (bold ? boldFactor : 1)

/** Lines a text takes in a width of so many points, breaking between words as Excel does. */
export function linesIn(text: string, width: number, size: number, bold = false): number {
  // most cells are short: one line even in the widest letters
  if (text.length * size * widest <= width && !text.includes('\n')) return 1
  const space = textWidth(' ', size, bold)
  let lines = 0
  for (const paragraph of text.split('\n')) {
    lines += 1
    let used = 0
    for (const word of paragraph.split(' ')) {
      const wide = textWidth(word, size, bold)
      if (used > 0 && used + space + wide > width) {
        lines += 1
        used = 0
      }
      // a word longer than the line is broken by force
      lines += wide > width ? Math.ceil(wide / width) - 1 : 0
      used += (used > 0 ? space : 0) + (wide > width ? wide % width : wide)
    }
  }
  return lines
}

/** Points of one line of text. */
export const lineHeight = (size: number): number => size * 1.3
/** Excel's limit for a row. */
export const tallestRow = 409
