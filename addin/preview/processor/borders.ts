// The borders of a range: eight edges, each painted on the cells it touches.
// Never draws the neighbours' side of an edge: a page that draws both sides sees it anyway.
import { borderStyles, borderWeights, noBorder } from '../workbook/format.ts'
import type { Area, Border, FormatPatch } from '../workbook/workbook.ts'
import type { Place } from './area-text.ts'
import { type Argument, color, Facade, oneOf, whole } from './facade.ts'
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
    const current = sheet.format(cells.row, cells.column)[edge.side]
    // a weight or colour alone makes the line visible, as in Excel
    const style = current.style === 'None' ? 'Continuous' : current.style
    const next: Border = { ...current, style, ...part }
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
      style: value => change({ style: oneOf(borderStyles, value) }),
      weight: value => change({ weight: oneOf(borderWeights, value) }),
      color: value => change({ color: color(value) }),
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
