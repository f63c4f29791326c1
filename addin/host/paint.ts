/**
 * Paints a sheet's styles: each facet of `shared/layout/style.ts` on as few rectangles as cover it, the commonest value
 * once over the whole sheet. Cells that show nothing take whatever font and alignment their neighbours have.
 */

import { colors, fontName, type Style, styles } from '../../shared/layout/style.ts'
import type { LaidCell, SheetLayout } from '../../shared/layout.ts'
import { can } from './capabilities.ts'
import { commonest, type Rectangle, rectangles, type Wanted } from './rectangles.ts'

export type RangeAt = (area: Rectangle) => Excel.Range
type Look = Style & { readonly indent: number; readonly side: 'left' | 'center' | 'right' }

/** One thing a style says: what a cell wants, and how a range is given it; a new sheet has `plain`. */
type Facet<T> = {
  readonly of: (look: Look) => T
  readonly plain: T | undefined
  /** cells for which it matters; those that show something unless said otherwise */
  readonly where?: (cell: LaidCell) => boolean
  readonly paint: (range: Excel.Range, value: T) => void
}
const sides = { left: 'Left', center: 'Center', right: 'Right' } as const
const facet = <T>(one: Facet<T>) => one
const everywhere = () => true

const facets = {
  // Excel's own size is the Normal style's, which the person may have changed
  size: facet({
    of: look => look.size,
    plain: undefined,
    paint: (range, size) => {
      range.format.font.size = size
    },
  }),
  bold: facet({
    of: look => look.bold === true,
    plain: false,
    paint: (range, bold) => {
      range.format.font.bold = bold
    },
  }),
  italic: facet({
    of: look => look.italic === true,
    plain: false,
    paint: (range, italic) => {
      range.format.font.italic = italic
    },
  }),
  color: facet({
    of: look => look.color ?? '000000',
    plain: '000000',
    paint: (range, color) => {
      range.format.font.color = `#${color}`
    },
  }),
  side: facet({
    of: look => look.side,
    plain: undefined,
    paint: (range, side) => {
      range.format.horizontalAlignment = sides[side]
    },
  }),
  wrap: facet({
    of: look => look.wrap === true,
    plain: false,
    // a number never wraps, and words a formula gives may
    where: ({ value, style }) =>
      styles[style].unlocked === true || (value !== null && 'text' in value && value.text !== ''),
    paint: (range, wrap) => {
      range.format.wrapText = wrap
    },
  }),
  indent: facet({
    of: look => look.indent,
    plain: 0,
    paint: (range, indent) => {
      if (can('indent')) range.format.indentLevel = indent
    },
  }),
  fill: facet({
    of: look => look.fill ?? '',
    plain: '',
    where: everywhere,
    paint: (range, fill) => {
      if (fill) range.format.fill.color = `#${fill}`
      else range.format.fill.clear()
    },
  }),
  unlocked: facet({
    of: look => look.unlocked === true,
    // said outright for every cell: a Normal style that someone unlocked would open the whole form
    plain: undefined,
    where: everywhere,
    paint: (range, unlocked) => {
      range.format.protection.locked = !unlocked
    },
  }),
}

/** @param send called after each facet */
export async function paintCells(
  { rows, widths }: Pick<SheetLayout, 'rows' | 'widths'>,
  rangeAt: RangeAt,
  send: () => Promise<void>,
): Promise<void> {
  const whole = { top: 1, left: 1, bottom: rows.length, right: widths.length }
  const { format } = rangeAt(whole)
  format.font.name = fontName
  format.verticalAlignment = 'Center'
  const wanted = <T>({ of, where = isShown }: Pick<Facet<T>, 'of' | 'where'>): Wanted<T> =>
    rows.map(row => row.map(cell => (where(cell) ? of(lookOf(cell)) : undefined)))
  const apply = <T>(one: Facet<T>): Promise<void> => {
    const cells = wanted(one)
    const base = commonest(cells)
    if (base !== undefined && base !== one.plain) one.paint(rangeAt(whole), base)
    for (const { value, area } of rectangles(cells, base)) one.paint(rangeAt(area), value)
    return send()
  }
  await apply(facets.size)
  await apply(facets.bold)
  await apply(facets.italic)
  await apply(facets.color)
  await apply(facets.side)
  await apply(facets.wrap)
  await apply(facets.indent)
  await apply(facets.fill)
  await apply(facets.unlocked)
  // the grid first, the blue edge over it
  for (const { area } of rectangles(
    wanted({ of: look => look.border === true, where: everywhere }),
    false,
  ))
    drawLines(rangeAt(area), gridOf(area), colors.grid)
  await send()
  for (const { area } of rectangles(
    wanted({ of: look => look.edge === true, where: everywhere }),
    false,
  ))
    drawLines(rangeAt(area), edgesOf(area), colors.edge)
}

const isShown = ({ value, style }: LaidCell): boolean =>
  styles[style].unlocked === true || (value !== null && !('text' in value && value.text === ''))

function lookOf({ style, align, indent }: LaidCell): Look {
  const look = styles[style]
  return { ...look, side: align ?? look.align ?? 'left', indent: indent ?? 0 }
}

type Line =
  | 'EdgeTop'
  | 'EdgeBottom'
  | 'EdgeLeft'
  | 'EdgeRight'
  | 'InsideHorizontal'
  | 'InsideVertical'

// a single row has no inside line, and Excel refuses to draw one
const across = ({ left, right }: Rectangle): Line[] => (right > left ? ['InsideVertical'] : [])
const gridOf = (area: Rectangle): Line[] => [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  ...(area.bottom > area.top ? (['InsideHorizontal'] as const) : []),
  ...across(area),
]
const edgesOf = (area: Rectangle): Line[] => ['EdgeLeft', ...across(area)]

function drawLines(range: Excel.Range, lines: readonly Line[], color: string): void {
  for (const line of lines) {
    const border = range.format.borders.getItem(line)
    border.style = 'Continuous'
    border.color = `#${color}`
  }
}
