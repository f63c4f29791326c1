// The format of a range: font, fill, borders, alignment, sizes, locks.
// Never decides what protection refuses; painting asks the sheet.
import { columnLimit, rowLimit } from '../workbook/address.ts'
import type { CellFormat } from '../workbook/workbook.ts'
import type { Place } from './area-text.ts'
import { borders } from './borders.ts'
import { type Argument, Facade, whole } from './facade.ts'
import {
  alignmentFields,
  type Field,
  fillColor,
  fontFields,
  indent,
  lineSizes,
  protectionFields,
} from './format-fields.ts'
import type { HostState } from './host-state.ts'
import type { Json } from './protocol.ts'
import { uniform, uniformLine } from './uniform.ts'

function painted<Key extends keyof CellFormat>(
  { sheet, area }: Place,
  { key, read }: Field<Key>,
  value: Argument,
): void {
  const patch: Partial<CellFormat> = {}
  patch[key] = read(value)
  sheet.paint(area, patch)
}

// number, text and truth fields; borders have their own object
function plain(format: CellFormat, key: keyof CellFormat): Json {
  const value = format[key]
  return typeof value === 'object' ? null : value
}

function accessors<Key extends keyof CellFormat>(place: Place, named: Record<string, Field<Key>>) {
  const get: Record<string, () => Json> = {}
  const set: Record<string, (value: Argument) => void> = {}
  for (const [name, one] of Object.entries(named)) {
    get[name] = () => uniform(place, format => plain(format, one.key))
    set[name] = value => painted(place, one, value)
  }
  return { get, set }
}

function font(place: Place): Facade {
  return new Facade('RangeFont', {
    ...accessors<keyof CellFormat>(place, fontFields),
  })
}

function fill(place: Place): Facade {
  return new Facade('RangeFill', {
    // no fill reads as white
    get: { color: () => uniform(place, format => format.fill || '#FFFFFF') },
    set: { color: value => painted(place, fillColor, value) },
    act: { clear: () => place.sheet.paint(place.area, { fill: '' }) },
  })
}

function protection(place: Place): Facade {
  return new Facade('FormatProtection', {
    ...accessors<keyof CellFormat>(place, protectionFields),
  })
}

export function rangeFormat(state: HostState, place: Place): Facade {
  const { sheet, area } = place
  const alignment = accessors<keyof CellFormat>(place, alignmentFields)
  const sizes = {
    rowHeight: {
      lines: sheet.rows,
      first: area.row,
      count: area.rows,
      all: area.rows === rowLimit,
    },
    columnWidth: {
      lines: sheet.columns,
      first: area.column,
      count: area.columns,
      all: area.columns === columnLimit,
    },
  }
  const size = (name: keyof typeof sizes) => {
    const { lines, first, count } = sizes[name]
    return uniformLine(first, count, line => lines.size(line))
  }
  const resize = (name: keyof typeof sizes, value: Argument) => {
    sheet.guard.demand(name === 'rowHeight' ? 'allowFormatRows' : 'allowFormatColumns')
    const { lines, first, count, all } = sizes[name]
    lines.resize(first, count, lineSizes[name](value), all)
    sheet.appearanceChanged(area)
  }
  return new Facade('RangeFormat', {
    get: {
      ...alignment.get,
      rowHeight: () => size('rowHeight'),
      columnWidth: () => size('columnWidth'),
    },
    set: {
      ...alignment.set,
      rowHeight: value => resize('rowHeight', value),
      columnWidth: value => resize('columnWidth', value),
    },
    act: {
      // text is not measured here: fitted lines get the standard size
      autofitRows: () => resize('rowHeight', sheet.rows.standard),
      autofitColumns: () => resize('columnWidth', sheet.columns.standard),
      adjustIndent: amount => {
        const now = uniform(place, format => format.indent) ?? 0
        painted(place, indent, now + whole(amount))
      },
    },
    part: {
      font: () => font(place),
      fill: () => fill(place),
      protection: () => protection(place),
      borders: () => borders(state, place),
    },
  })
}
