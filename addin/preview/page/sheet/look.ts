// What a cell's format is in CSS: font, fill, alignment, and the lines at its right and bottom.
// Never knows where the cell lies.
import type { Border, CellFormat, Content } from '../../workbook/workbook.ts'

const gridline = '#e1e1e1'

const lineStyles: Record<Border['style'], string> = {
  None: 'none',
  Continuous: 'solid',
  Dash: 'dashed',
  DashDot: 'dashed',
  DashDotDot: 'dashed',
  Dot: 'dotted',
  Double: 'double',
  SlantDashDot: 'dashed',
}
const lineWidths: Record<Border['weight'], number> = { Hairline: 1, Thin: 1, Medium: 2, Thick: 3 }

/** Of two cells that share an edge, the one whose line is drawn; of equals the far one's. */
function stronger(near: Border, far: Border): Border {
  if (far.style === 'None') return near
  if (near.style === 'None') return far
  return lineWidths[near.weight] > lineWidths[far.weight] ? near : far
}

/** The line between two neighbours; without one the gridline, unless a fill or the sheet hides it. */
export function edge(near: Border, far: Border, bare: boolean): string {
  const line = stronger(near, far)
  if (line.style === 'None') return bare ? `1px solid ${gridline}` : 'none'
  const width = line.style === 'Double' ? 3 : lineWidths[line.weight]
  return `${width}px ${lineStyles[line.style]} ${line.color}`
}

const horizontalEdges = {
  Left: 'start',
  Fill: 'start',
  Justify: 'start',
  Distributed: 'center',
  Center: 'center',
  CenterAcrossSelection: 'center',
  Right: 'end',
} as const

export type Side = 'start' | 'center' | 'end'

/** General puts numbers right, truth values and errors in the middle, text left. */
export function sideOf(format: CellFormat, content: Content, isError: boolean): Side {
  if (format.horizontal !== 'General') return horizontalEdges[format.horizontal]
  if (isError || typeof content === 'boolean') return 'center'
  return typeof content === 'number' ? 'end' : 'start'
}

const verticalEdges: Record<CellFormat['vertical'], string> = {
  Top: 'start',
  Center: 'center',
  Distributed: 'center',
  Justify: 'start',
  Bottom: 'end',
}

// the office fonts of a form, with those that stand in for them where they are missing
const standIns: Readonly<Record<string, string>> = {
  'Times New Roman': "'Times New Roman', 'Liberation Serif', Tinos, serif",
  Calibri: "Calibri, Carlito, 'Segoe UI', 'Open Sans', sans-serif",
  Arial: "Arial, 'Liberation Sans', Arimo, sans-serif",
}

export function fontFamily(name: string): string {
  return standIns[name] ?? `'${name.replaceAll("'", '')}', sans-serif`
}

/** As the `font` shorthand, which a canvas measures by too. */
export function fontOf(format: CellFormat, zoom: number): string {
  const style = format.italic ? 'italic ' : ''
  const weight = format.bold ? 'bold ' : ''
  return `${style}${weight}${format.fontSize * zoom}pt ${fontFamily(format.fontName)}`
}

/** Pixels of an indent. */
export const indentOf = (format: CellFormat, zoom: number): number =>
  Math.round(format.indent * 9 * zoom)

export function lookOf(format: CellFormat, side: Side, zoom: number): string {
  const decorations = [
    format.underline === 'None' ? '' : 'underline',
    format.strikethrough ? 'line-through' : '',
  ].filter(Boolean)
  const indent = indentOf(format, zoom)
  const padding = {
    start: `0 2px 0 ${indent + 2}px`,
    center: '0 2px',
    end: `0 ${indent + 2}px 0 2px`,
  }
  return [
    `font:${fontOf(format, zoom)}`,
    'line-height:1.2',
    format.fontColor === '#000000' ? '' : `color:${format.fontColor}`,
    format.fill === '' ? '' : `background-color:${format.fill}`,
    `justify-content:${side}`,
    `text-align:${side}`,
    `align-items:${verticalEdges[format.vertical]}`,
    `padding:${padding[side]}`,
    format.wrap ? 'white-space:pre-wrap;overflow-wrap:break-word' : '',
    decorations.length === 0 ? '' : `text-decoration:${decorations.join(' ')}`,
    format.underline === 'Double' ? 'text-decoration-style:double' : '',
  ]
    .filter(Boolean)
    .join(';')
}
