/**
 * How the cells of a layout look, as `Range.setCellProperties` takes them: a block in one call, so that it costs the
 * client one object whatever it shows. Expects cells of the Normal style, and says outright what a person may have
 * changed in that style.
 */
import { colors, fontName, type Style, styles } from '../../shared/layout/style.ts'
import type { LaidCell, SheetLayout } from '../../shared/layout.ts'
import type { Area } from './port.ts'

const sides = { left: 'Left', center: 'Center', right: 'Right' } as const

/** What every cell of an area is given; rows as long as the area is wide, because Excel refuses any other shape. */
export const looksOf = (
  { rows }: Pick<SheetLayout, 'rows'>,
  { top, left, bottom, right }: Area,
): Excel.SettableCellProperties[][] =>
  rows
    .slice(top - 1, bottom)
    .map(row =>
      row
        .slice(left - 1, right)
        .map((cell, i) => ({ format: formatOf(cell, row[left + i]?.style) })),
    )

function formatOf({ style, align, indent }: LaidCell, toTheRight: LaidCell['style'] | undefined) {
  const look: Style = styles[style]
  const format: Excel.CellPropertiesFormat = {
    // Excel's own font is the Normal style's
    font: {
      name: fontName,
      size: look.size,
      ...(look.bold ? { bold: true } : {}),
      ...(look.italic ? { italic: true } : {}),
      ...(look.color ? { color: `#${look.color}` } : {}),
    },
    // the side before the indent, because a change of sides takes the indent away
    horizontalAlignment: sides[align ?? look.align ?? 'left'],
    verticalAlignment: 'Center',
    // a Normal style that someone unlocked would open the whole form
    protection: { locked: look.unlocked !== true },
  }
  if (indent) format.indentLevel = indent
  if (look.wrap) format.wrapText = true
  if (look.fill) format.fill = { color: `#${look.fill}` }
  if (look.border) format.borders = bordersOf(look, toTheRight && styles[toTheRight])
  return format
}

/** Both cells at an edge say the same of it: Excel keeps one line there, whichever of them it hears last. */
function bordersOf(look: Style, toTheRight: Style | undefined): Excel.CellBorderCollection {
  const [grid, edge] = [lineOf(colors.grid), lineOf(colors.edge)]
  return {
    top: grid,
    bottom: grid,
    left: look.edge ? edge : grid,
    right: toTheRight?.edge ? edge : grid,
  }
}

const lineOf = (color: string): Excel.CellBorder => ({ style: 'Continuous', color: `#${color}` })
