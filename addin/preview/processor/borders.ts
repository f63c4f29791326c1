// The borders of a range: eight edges, each painted on the cells it touches.
// Never draws the neighbours' side of an edge: a page that draws both sides sees it anyway.
import { borderStyles, borderWeights, noBorder } from '../workbook/format.ts'
import type { Area, Border, CellFormat, FormatPatch } from '../workbook/workbook.ts'
import type { Place } from './area-text.ts'
import { type Argument, color, Facade, fields, member, oneOf, whole } from './facade.ts'
import type { HostState } from './host-state.ts'
import { notImplemented } from './refusal.ts'
import { uniform } from './uniform.ts'

type Side = 'borderTop' | 'borderBottom' | 'borderLeft' | 'borderRight'

interface Edge {
  /** which cells, and which of their sides */
  cells: (area: Area) => Area
  side: Side
  /** the same line seen from the cells on its other side */
  opposite?: { cells: (area: Area) => Area; side: Side }
}

const edges: Record<string, Edge> = {
  EdgeTop: { cells: area => ({ ...area, rows: 1 }), side: 'borderTop' },
  EdgeBottom: {
    cells: area => ({ ...area, row: area.row + area.rows - 1, rows: 1 }),
    side: 'borderBottom',
  },
  EdgeLeft: { cells: area => ({ ...area, columns: 1 }), side: 'borderLeft' },
  EdgeRight: {
    cells: area => ({ ...area, column: area.column + area.columns - 1, columns: 1 }),
    side: 'borderRight',
  },
  InsideHorizontal: {
    cells: area => ({ ...area, rows: area.rows - 1 }),
    side: 'borderBottom',
    opposite: {
      cells: area => ({ ...area, row: area.row + 1, rows: area.rows - 1 }),
      side: 'borderTop',
    },
  },
  InsideVertical: {
    cells: area => ({ ...area, columns: area.columns - 1 }),
    side: 'borderRight',
    opposite: {
      cells: area => ({ ...area, column: area.column + 1, columns: area.columns - 1 }),
      side: 'borderLeft',
    },
  },
}

/** A line after a change of it; a weight or colour alone makes it visible, as in Excel. */
function drawn(current: Border, part: Partial<Border>): Border {
  return { ...current, style: current.style === 'None' ? 'Continuous' : current.style, ...part }
}

const readers = {
  style: (value: Argument): Partial<Border> => ({ style: oneOf(borderStyles, value) }),
  weight: (value: Argument): Partial<Border> => ({ weight: oneOf(borderWeights, value) }),
  color: (value: Argument): Partial<Border> => ({ color: color(value) }),
}

const cellSides: Record<string, Side> = {
  top: 'borderTop',
  bottom: 'borderBottom',
  left: 'borderLeft',
  right: 'borderRight',
}

/** The lines around one cell, as `{ left: { style, color } }`; what is not said stays. */
export function cellBorders(given: Argument): (current: CellFormat) => FormatPatch {
  const lines = Object.entries(fields(given)).map(([name, value]) => {
    const side = member(cellSides, name)
    // diagonals, and the inside lines that a cell does not have
    if (!side) throw notImplemented(`CellBorderCollection.${name}`)
    const parts = Object.entries(fields(value)).map(([property, one]) => {
      const read = member<(value: Argument) => Partial<Border>>(readers, property)
      if (!read) throw notImplemented(`CellBorder.${property}`)
      return read(one)
    })
    return { side, part: Object.assign({}, ...parts) }
  })
  return current => {
    const patch: FormatPatch = {}
    for (const { side, part } of lines) patch[side] = drawn(current[side], part)
    return patch
  }
}

function border(place: Place, name: string): Facade {
  const edge = Object.hasOwn(edges, name) ? edges[name] : undefined
  if (!edge) throw notImplemented(`RangeBorderCollection.getItem(${name})`)
  const { sheet, area } = place
  const cells = edge.cells(area)
  const isEmpty = cells.rows < 1 || cells.columns < 1
  const look = <Key extends keyof Border>(key: Key) =>
    isEmpty ? noBorder[key] : uniform({ sheet, area: cells }, format => format[edge.side][key])
  const change = (part: Partial<Border>) => {
    if (isEmpty) return
    const next = drawn(sheet.format(cells.row, cells.column)[edge.side], part)
    for (const one of [{ cells: edge.cells, side: edge.side }, edge.opposite]) {
      if (!one) continue
      const patch: FormatPatch = {}
      patch[one.side] = next
      sheet.paint(one.cells(area), patch)
    }
  }
  return new Facade('RangeBorder', {
    get: {
      sideIndex: () => name,
      style: () => look('style'),
      weight: () => look('weight'),
      color: () => look('color'),
    },
    set: {
      style: value => change(readers.style(value)),
      weight: value => change(readers.weight(value)),
      color: value => change(readers.color(value)),
    },
  })
}

export function borders(_state: HostState, place: Place): Facade {
  const names = Object.keys(edges)
  const named = (name: Argument) => border(place, String(name))
  return new Facade('RangeBorderCollection', {
    get: { count: () => names.length },
    item: named,
    items: () => names.map(named),
    give: { getItemAt: index => named(names[whole(index)] ?? null) },
  })
}
