/**
 * How cells look, by role; the Excel host and the annex writer both draw from this table. Points for fonts, "RRGGBB"
 * for colours. Nothing is coloured until something is wrong: white to fill, grey for what is computed or not yours.
 */

export type StyleName =
  | 'blank' | 'agency' | 'unit' | 'formLabel' | 'title' | 'subtitle' | 'unitLine'
  | 'header' | 'columnNumber' | 'ordinal' | 'label' | 'heading' | 'unitOfMeasure'
  | 'input' | 'inputText' | 'computed' | 'previous' | 'difference' | 'note' | 'foreign' | 'total' | 'given' // biome-ignore format: a table

export type Style = {
  readonly size: number
  readonly bold?: true
  readonly italic?: true
  readonly color?: string
  readonly fill?: string
  readonly border?: true
  /** thin blue left edge: here you type */
  readonly edge?: true
  readonly align?: 'left' | 'center' | 'right'
  readonly wrap?: true
  readonly unlocked?: true
}

export const fontName = 'Times New Roman'
export const colors = {
  grid: '8A8A8A',
  edge: '2F75B5',
  grey: 'EDEDED',
  paleGrey: 'F7F7F7',
  muted: '6B6B6B',
} as const

const { grey, paleGrey, muted } = colors
export const styles: Record<StyleName, Style> = {
  blank: { size: 12 },
  agency: { size: 12 },
  unit: { size: 12, bold: true },
  formLabel: { size: 12, bold: true, align: 'right' },
  title: { size: 13, bold: true, align: 'center', wrap: true },
  subtitle: { size: 12, italic: true, align: 'center' },
  unitLine: { size: 11, italic: true, align: 'right' },
  header: { size: 12, bold: true, fill: grey, border: true, align: 'center', wrap: true },
  columnNumber: { size: 10, italic: true, fill: grey, border: true, align: 'center' },
  ordinal: { size: 12, border: true, align: 'left' },
  label: { size: 12, border: true, wrap: true },
  heading: { size: 12, bold: true, border: true, wrap: true },
  unitOfMeasure: { size: 12, border: true, align: 'center', wrap: true },
  input: { size: 12, border: true, edge: true, align: 'right', wrap: true, unlocked: true },
  inputText: { size: 12, border: true, edge: true, align: 'left', wrap: true, unlocked: true },
  computed: { size: 12, italic: true, fill: grey, border: true, align: 'right' },
  previous: { size: 12, color: muted, border: true, align: 'right', wrap: true },
  difference: { size: 12, color: muted, border: true, align: 'right' },
  note: { size: 11, italic: true, color: muted, border: true, wrap: true },
  foreign: { size: 12, color: muted, fill: paleGrey, border: true, wrap: true },
  total: { size: 12, bold: true, fill: grey, border: true, align: 'right' },
  given: { size: 12, border: true, wrap: true },
}

/** Lines a text takes in a column `width` characters wide, broken between words as Excel does. */
export function linesOf(text: string, width: number): number {
  // Vietnamese in Times New Roman at 12 pt runs a little narrower than the digit width Excel measures by
  const room = Math.max(1, width * 1.02)
  let lines = 0
  for (const paragraph of text.split('\n')) {
    let used = 0
    lines += 1
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + 1 + word.length > room) {
        lines += 1
        used = 0
      }
      used += (used > 0 ? 1 : 0) + word.length
      lines += Math.floor((used - 1) / room)
      used = used > room ? used % room : used
    }
  }
  return lines
}

/** Points a row needs for so many lines. */
export const heightFor = (lines: number, size = 12): number =>
  Math.round(Math.max(1, lines) * size * 1.32 + 3)
